"""A call as a page to print: who, how it ended, the conversation in order, and its reviews; HTML with all words escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape

from app.call.conversation import Turn, Voice
from app.call.ports import CallSummary
from app.call.summary import moment_words, outcome_label, reason_label
from app.playbook.model import Playbook
from app.playbook.vocabulary import Label
from app.review.desk import GivenMark
from app.review.export import BASES, OWN
from app.review.mark_sheet import Reviewed
from app.review.printed import one_place
from app.review.scoring import FORMULA

_VOICES = {
    Voice.REP: Label("Rep", "Obchodník"),
    Voice.CUSTOMER: Label("Customer", "Zákazník"),
    Voice.NOTE: Label("", ""),
}
_REVIEW = Label("Review", "Hodnocení")
_SCORE = Label("Score", "Skóre")
_NOT_SCORED = Label("not scored", "bez skóre")
_NO_MARK = Label("does not apply", "nehodí se")
_FROM_FILE = Label("from the file {0}", "ze souboru {0}")
_BROKEN = Label("Broken rule", "Porušené pravidlo")
_STRENGTH = Label("Strength", "Silná stránka")
_CHANGE = Label("Change", "Změna")
_PLAN = Label("Plan", "Plán")
_SAMPLE = Label("made-up sample", "smyšlená ukázka")
_SOFT = "color:#555555"


def call_page(
    summary: CallSummary,
    playbook: Playbook,
    turns: Sequence[Turn],
    reviews: Iterable[Reviewed],
    lang: str,
) -> str:
    """The whole page."""
    body = "".join(
        (
            _heading(summary, playbook, lang),
            _table(_turn(turn, lang) for turn in turns),
            reviews_part(reviews, lang),
        )
    )
    return f"<html><body>{body}</body></html>"


def reviews_part(reviews: Iterable[Reviewed], lang: str) -> str:
    """The reviews of a call, as they stand under it on its page."""
    return "".join(_review(one, lang) for one in reviews)


def page_title(summary: CallSummary) -> str:
    """What to call the page."""
    return summary.lead_name or summary.company or summary.phone or str(summary.call)


def _heading(summary: CallSummary, playbook: Playbook, lang: str) -> str:
    minutes, seconds = divmod(summary.talk_ms // 1000, 60)
    outcome = outcome_label(playbook, summary.outcome, lang) if summary.outcome else ""
    about = (
        summary.company if summary.lead_name else "",
        summary.phone,
        _when(summary.started, lang),
        f"{minutes}:{seconds:02}",
        summary.rep,
        playbook.title or summary.playbook,
        " – ".join(part for part in (outcome, reason_label(summary.reason, lang)) if part),
        _SAMPLE.in_lang(lang) if summary.sample else "",
    )
    words = " · ".join(escape(part) for part in about if part)
    return f"<h2>{escape(page_title(summary))}</h2><p>{words}</p>"


def _turn(turn: Turn, lang: str) -> str:
    minutes, seconds = divmod(turn.ms // 1000, 60)
    voice = escape(_VOICES[turn.voice].in_lang(lang))
    said = escape(turn.text).replace("\n", "<br>")
    if turn.voice is Voice.NOTE:
        said = f'<span style="{_SOFT}">{said}</span>'
    return _row(f"{minutes}:{seconds:02}", f"<b>{voice}</b>", said)


def _review(one: Reviewed, lang: str) -> str:
    review, card = one.review, one.card
    basis = OWN if review.draft.own else BASES[review.draft.basis]
    score = _NOT_SCORED.in_lang(lang) if review.draft.score is None else one_place(review.draft.score, lang)
    about = " · ".join(
        escape(part)
        for part in (
            review.reviewer_name or review.draft.reviewer,
            _when(review.sent, lang),
            f"{card.title.in_lang(lang)} {card.version}",
            basis.in_lang(lang),
            f"{_SCORE.in_lang(lang)}: {score}",
        )
    )
    formula = f'<p style="{_SOFT}">{escape(FORMULA)}</p>'
    return f"<h3>{_REVIEW.in_lang(lang)}</h3><p>{about}</p>{_table(_marks(one, lang))}{formula}{_words(one, lang)}"


def _marks(one: Reviewed, lang: str) -> Iterator[str]:
    given: dict[str, GivenMark] = {mark.mark.criterion: mark for mark in one.review.draft.marks}
    for section in one.card.sections:
        for criterion in section.criteria:
            found = given.get(criterion.id)
            if found is None:
                continue
            value = found.mark.value
            mark = f"{value} / {criterion.scale.top}" if value is not None else _NO_MARK.in_lang(lang)
            origin = _FROM_FILE.in_lang(lang).format(found.origin) if found.origin else ""
            said = " · ".join(part for part in (found.words, origin) if part)
            words = f'<br><span style="{_SOFT}">{escape(said)}</span>' if said else ""
            yield _row(
                escape(section.title.in_lang(lang)), escape(criterion.text.in_lang(lang)) + words, mark
            )


def _words(one: Reviewed, lang: str) -> str:
    feedback, rules = one.review.draft.feedback, {rule.id: rule.text for rule in one.card.auto_fails}
    said = [
        (_BROKEN, f"{rules[fail.rule].in_lang(lang) if fail.rule in rules else fail.rule}: {fail.quote}")
        for fail in one.review.draft.fails
    ]
    change = " – ".join(part for part in (feedback.situation, feedback.behaviour, feedback.effect) if part)
    times = ", ".join(part for part in (f"{feedback.tries}×", moment_words(feedback.due, lang)) if part)
    plan = f"{feedback.plan} ({times})" if feedback.plan else ""
    said += [(_STRENGTH, feedback.strength), (_CHANGE, change), (_PLAN, plan)]
    return "".join(f"<p><b>{label.in_lang(lang)}:</b> {escape(text)}</p>" for label, text in said if text)


def _table(rows: Iterable[str]) -> str:
    return f'<table cellspacing="0" cellpadding="3" width="100%">{"".join(rows)}</table>'


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in cells) + "</tr>"


def _when(at: datetime, lang: str) -> str:
    return moment_words(at.astimezone().isoformat(timespec="minutes"), lang)
