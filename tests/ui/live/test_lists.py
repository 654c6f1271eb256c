"""What Enter picks in the open search, by wordings of customers over the playbooks that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.call.finder import Finder
from app.playbook.whole import examine
from app.ui.live.lists import found_rows
from app.ui.live.scene import Row, RowRole

NOBODY_LISTED = {
    "en": (
        "we are a charity",
        "what about aliens and hackers",
        "we are seasonal",
        "I want a human not a robot",
    ),
    "cs": ("jsem nemocná", "je to složité", "jsme sezónní", "stěhujeme se"),
}
LISTED = (
    ("en/cold-outreach", "have_somebody", "our nephew looks after that"),
    ("en/cold-outreach", "sales_call", "telemrketing"),
    ("en/inbound-lead", "partner_decides", "talk to my wife first"),
    ("en/inbound-lead", "price", "a bit steep"),
    ("cs/inbound-lead", "price", "moc drahe"),
    ("cs/inbound-lead", "just_looking", "rozmyslim si to"),
    ("cs/cold-outreach", "half_year", "po lete"),
    ("cs/cold-outreach", "send_email", "emial"),
)


def _finder(playbook: str) -> Finder:
    read = examine(Path("playbooks", f"{playbook}.yaml")).playbook
    assert read is not None
    return Finder(read)


def _preselected(finder: Finder, query: str) -> Row:
    rows = found_rows(finder, query)
    return next((row for row in rows if row.fits_best), rows[0])


@pytest.mark.parametrize("name", ["cold-outreach", "inbound-lead"])
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_enter_records_what_nobody_listed_though_it_shares_small_words(lang: str, name: str) -> None:
    finder = _finder(f"{lang}/{name}")
    for words in NOBODY_LISTED[lang]:
        first = found_rows(finder, words)[0]
        assert (first.role, first.detail, first.fits_best) == (RowRole.UNLISTED, words, True)


@pytest.mark.parametrize(("playbook", "wanted", "words"), LISTED)
def test_enter_picks_what_was_meant_in_words_of_ones_own(playbook: str, wanted: str, words: str) -> None:
    row = _preselected(_finder(playbook), words)
    assert (row.role, row.ref) == (RowRole.OBJECTION, wanted)
