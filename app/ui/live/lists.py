"""The rows that the panels offer: what the digits pick, in which order, and what a search leaves over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.call.prompt import LikelyObjection, QuestionRow, StoryCard
from app.playbook.folding import fold
from app.ui.live.ports import CallFinder, Hit
from app.ui.live.scene import Row, RowRole

LIKELY_LIMIT = 7
"""The board shows at most seven objections at once (screen doctrine, rules 5 and 6)."""

LEAST_FIT = 0.4
"""A found row with a lower score is offered but not preselected, so that Enter never picks what does not fit.

Of made-up right finds (the finder's tuning seeds) none scored lower; of random letters 99 % did.
"""
LEAST_COVERED = 0.5
"""Nor is one whose words account for less of the typed letters: it only shares small words such as "we are".

Held against wordings of one's own for two shipped playbooks of each language: of those that nobody listed the two
limits let 10 of 150 through (the score alone 30), and keep 196 of 198 right ones.
"""

REST_DIGIT = 8
UNLISTED_DIGIT = 9
_LAST_DIGIT = 9


def board_rows(likely: Sequence[LikelyObjection], more: int) -> tuple[Row, ...]:
    """The board before anything is typed: the likeliest by digit, 8 the ``more`` others, 9 an unlisted one."""
    rows = [_objection_row(found, digit) for digit, found in enumerate(likely, start=1)]
    if more > 0:
        rows.append(Row(RowRole.REST, "", "", REST_DIGIT, detail=str(more)))
    rows.append(Row(RowRole.UNLISTED, "", "", UNLISTED_DIGIT))
    return tuple(rows)


def rest_rows(objections: Sequence[LikelyObjection], branch: str = "") -> tuple[Row, ...]:
    """The less likely ones by category: one list while digits last, else the categories first.

    Args:
        objections: All objections, the likeliest first.
        branch: The category that was opened; empty for the list of all.
    """
    rest = objections[LIKELY_LIMIT:]
    if branch:
        return _numbered(_objection_row(found) for found in rest if found.kind == branch)
    grouped = _by_kind(rest)
    if len(rest) <= _LAST_DIGIT:
        return _numbered(
            replace(_objection_row(found), heading=kind if place == 0 else "")
            for kind, members in grouped.items()
            for place, found in enumerate(members)
        )
    return _numbered(
        Row(RowRole.KIND, kind, "", kind=kind, detail=str(len(members))) for kind, members in grouped.items()
    )


def found_rows(finder: CallFinder, query: str) -> tuple[Row, ...]:
    """What a few letters find, best first, and always the way to record an unlisted objection.

    That way stands last; where nothing found fits it is what Enter takes, and stands first to be in sight.
    """
    hits = finder.find(query, LIKELY_LIMIT)
    rows = _numbered(_found_row(hit) for hit in hits)
    unlisted = Row(RowRole.UNLISTED, "", "", UNLISTED_DIGIT, detail=query)
    if hits and _fits(hits[0]):
        return (*rows, unlisted)
    return (replace(unlisted, fits_best=True), *rows)


def _fits(hit: Hit) -> bool:
    """Whether a hit is likely enough what was meant to be picked by a bare Enter."""
    return hit.score >= LEAST_FIT and hit.covered >= LEAST_COVERED


def question_rows(
    questions: Sequence[QuestionRow], titles: Mapping[str, str], query: str, finder: CallFinder
) -> tuple[Row, ...]:
    """All lines of the playbook in its order, or those that ``query`` finds: every word first, then likeness.

    Args:
        questions: The lines.
        titles: The stages' titles by id.
        query: What was typed.
        finder: Finds questions whose words are only alike.
    """
    if not query.strip():
        return _numbered(_with_headings(questions, titles))
    words = fold(query).split()
    plain = [row for row in questions if all(word in fold(f"{row.text} {row.answer}") for word in words)]
    known = {row.line for row in plain}
    by_line = {row.line: row for row in questions}
    alike = [
        by_line[hit.id]
        for hit in finder.find(query, LIKELY_LIMIT)
        if hit.kind == RowRole.QUESTION and hit.id in by_line and hit.id not in known
    ]
    return _numbered(_question_row(row) for row in (*plain, *alike))


def story_rows(stories: Sequence[StoryCard]) -> tuple[Row, ...]:
    """The stories by digit, those that fit this step first."""
    ordered = in_story_order(stories)
    return _numbered(
        Row(RowRole.STORY, story.id, story.title or story.who, done=story.told, must=story.fits_here)
        for story in ordered
    )


def in_story_order(stories: Sequence[StoryCard]) -> tuple[StoryCard, ...]:
    """Those that fit this step first, else the playbook's order."""
    return tuple(sorted(stories, key=lambda story: not story.fits_here))


def _objection_row(found: LikelyObjection, digit: int = 0) -> Row:
    return Row(
        RowRole.OBJECTION,
        found.id,
        found.label,
        digit,
        kind=found.kind,
        share=found.share,
        done=found.times_raised > 0,
    )


def _found_row(hit: Hit) -> Row:
    detail = hit.matched if hit.matched != hit.label else ""
    return Row(RowRole(hit.kind), hit.id, hit.label, detail=detail, found=True)


def _question_row(row: QuestionRow, heading: str = "") -> Row:
    return Row(
        RowRole.QUESTION,
        row.line,
        row.text,
        kind=row.kind,
        detail=row.answer,
        heading=heading,
        must=row.must,
        done=row.asked,
    )


def _with_headings(questions: Sequence[QuestionRow], titles: Mapping[str, str]) -> Iterable[Row]:
    stage = ""
    for row in questions:
        yield _question_row(row, "" if row.stage == stage else titles.get(row.stage, row.stage))
        stage = row.stage


def _by_kind(objections: Sequence[LikelyObjection]) -> dict[str, list[LikelyObjection]]:
    groups: dict[str, list[LikelyObjection]] = {}
    for found in objections:
        groups.setdefault(found.kind, []).append(found)
    return groups


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    listed = tuple(rows)
    with_digits = (replace(row, digit=place) for place, row in enumerate(listed[:_LAST_DIGIT], start=1))
    return (*with_digits, *listed[_LAST_DIGIT:])
