"""Objections met and settled, in figures: by kind, answer, rep, and wording under test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from app.call.events import How, Result
from app.review.figures import Counted, Tally, Trial
from app.store.figure_fitting import Fitting
from app.store.kinds import HOW_NUMBERS, RESULT_NUMBERS

NEWEST_TRIALS = 50_000
"""Wordings are compared in so many tries, the newest ones."""
_SETTLED = RESULT_NUMBERS[Result.SETTLED]
_REOPENED = HOW_NUMBERS[How.REOPENED]

_OBJECTIONS = (  # the parts that are put in are our own
    "SELECT c.playbook AS playbook, c.source AS source, {columns}, COUNT(*) AS n, "  # noqa: S608
    f"SUM(CASE WHEN o.result = {_SETTLED} THEN 1 ELSE 0 END) AS hits "
    "FROM call AS c JOIN call_objection AS o ON o.call = c.key "
    f"WHERE {{where}} AND o.how <> {_REOPENED} {{only}} GROUP BY 1, 2, {{places}}"
)
"""A reopened objection was met once; its result speaks for the first raising."""


_OF_ALL_CALLS = (
    "SELECT o.playbook AS playbook, o.source AS source, {columns}, COUNT(*) AS n, "  # noqa: S608
    f"SUM(CASE WHEN o.result = {_SETTLED} THEN 1 ELSE 0 END) AS hits "
    f"FROM call_objection AS o WHERE o.how <> {_REOPENED} {{only}} GROUP BY 1, 2, {{places}}"
)
"""The same for all closed calls, whose objections are all there are; they know their playbook and source themselves."""


def _objection_rows(fitting: Fitting, columns: str, places: str, only: str = "") -> Sequence[Row[Any]]:
    written = _OF_ALL_CALLS if fitting.whole and "c." not in columns else _OBJECTIONS
    asked = written.replace("{columns}", columns).replace("{places}", places).replace("{only}", only)
    return fitting.rows(asked)


def objections(fitting: Fitting) -> Counted:
    """Objections met and settled, by kind."""
    rows = _objection_rows(fitting, "COALESCE(o.kind, 0) AS kind", "3")
    return fitting.counted(
        [Tally(fitting.group(row), (fitting.words.text(row.kind),), row.n, row.hits) for row in rows]
    )


def handlers(fitting: Fitting) -> Counted:
    """Objections met and settled, by the last response shown."""
    rows = _objection_rows(
        fitting,
        "COALESCE(o.objection, 0) AS objection, o.response AS response",
        "3, 4",
        "AND o.response IS NOT NULL",
    )
    words = fitting.words
    return fitting.counted(
        [
            Tally(fitting.group(row), (words.text(row.objection), words.text(row.response)), row.n, row.hits)
            for row in rows
            if words.text(row.response)
        ]
    )


def handled_by(fitting: Fitting) -> Counted:
    """Objections met and settled, by kind and rep."""
    rows = _objection_rows(fitting, "COALESCE(o.kind, 0) AS kind, c.rep AS rep", "3, 4")
    found = []
    for row in rows:
        login, name = fitting.words.rep(row.rep)
        found.append(
            Tally(fitting.group(row), (fitting.words.text(row.kind), name or login), row.n, row.hits)
        )
    return fitting.counted(found)


def wordings(fitting: Fitting) -> Counted:
    """Tries of wordings under test, of the newest text only: others are not the same wordings."""
    rows = fitting.rows(
        "SELECT c.playbook AS playbook, c.source AS source, t.name AS name, t.lang AS lang, c.revision AS revision, "
        "t.wording AS wording, t.did_well AS did_well, t.at AS at FROM wording_trial AS t "
        "JOIN call AS c ON c.key = t.call WHERE {where} ORDER BY t.at DESC, t.call DESC LIMIT :most",
        most=NEWEST_TRIALS,
    )
    newest: dict[tuple[int, int, int], int] = {}
    trials = []
    for row in rows:
        revision = newest.setdefault((row.playbook, row.name, row.lang), row.revision)
        if revision == row.revision:
            code = f"{fitting.words.text(row.name)} ({fitting.words.text(row.lang)})"
            trials.append(Trial(fitting.group(row), (code,), row.wording, bool(row.did_well)))
    return Counted(
        fitting.calls,
        fitting.calls,
        trials=tuple(reversed(trials)),
        left_out=len(rows) - len(trials),
        sample=fitting.sample,
    )
