"""Words of the inbox that several of its parts say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.call.events import NudgeKind
from app.playbook.vocabulary import MOODS, OUTCOMES, Mood
from app.review.intervals import Share
from app.review.lessons import Followed, ProposalKind
from app.review.percents import percent_number
from app.review.proposals import Decision
from app.ui.inbox.scene import MomentRow, ProposalRow
from app.ui.words import ui_lang, ui_locale


def kind_words(kind: ProposalKind) -> str:
    """What a kind of proposal is called."""
    words = {
        ProposalKind.OWN_WORDS: QCoreApplication.translate("Inbox", "Own words"),
        ProposalKind.UNLISTED: QCoreApplication.translate("Inbox", "Unlisted objection"),
        ProposalKind.HEARD: QCoreApplication.translate("Inbox", "Words searched for"),
    }
    return words[kind]


def pile_words(decision: Decision) -> str:
    """What the proposals with this decision are called."""
    words = {
        Decision.NEW: QCoreApplication.translate("Inbox", "New"),
        Decision.LATER: QCoreApplication.translate("Inbox", "Later"),
        Decision.ACCEPTED: QCoreApplication.translate("Inbox", "Accepted"),
        Decision.DECLINED: QCoreApplication.translate("Inbox", "Declined"),
    }
    return words[decision]


def about_words(row: ProposalRow) -> str:
    """What a proposal is for, in one sentence."""
    one = row.proposal
    if one.kind is ProposalKind.UNLISTED:
        return QCoreApplication.translate(
            "Inbox", "Customers said this and no objection of the playbook fits."
        )
    if one.kind is ProposalKind.HEARD:
        said = QCoreApplication.translate("Inbox", "Typed when looking for the objection “%1”.")
    else:
        said = QCoreApplication.translate("Inbox", "Said instead of: “%1”")
    return said.replace("%1", row.says or one.target)


def followed_words(row: MomentRow) -> str:
    """What came after a moment."""
    moment = row.moment.moment
    if moment.followed is Followed.OUTCOME:
        outcome = OUTCOMES.get(moment.words)
        label = outcome.label.in_lang(ui_lang()) if outcome is not None else moment.words
        return QCoreApplication.translate("Inbox", "then the outcome: %1").replace("%1", label)
    words = {
        Followed.ANSWERED: QCoreApplication.translate("Inbox", "then the answer: %1"),
        Followed.SETTLED: QCoreApplication.translate("Inbox", "then the objection was settled"),
        Followed.OPEN: QCoreApplication.translate("Inbox", "then the objection stayed open"),
        Followed.FINAL: QCoreApplication.translate("Inbox", "then the objection ended the matter"),
        Followed.NOTHING: QCoreApplication.translate("Inbox", "nothing more was recorded"),
    }
    return words[moment.followed].replace("%1", row.answer)


def mood_words(mood: str) -> str:
    """A mood's label."""
    return MOODS[Mood(mood)].label.in_lang(ui_lang()) if mood in set(Mood) else mood


def nudge_words(nudge: NudgeKind) -> tuple[str, str]:
    """A reminder's name and when it comes."""
    words = {
        NudgeKind.TWO_STATEMENTS: (
            QCoreApplication.translate("Inbox", "Ask something"),
            QCoreApplication.translate("Inbox", "Two statements in a row went by without a question."),
        ),
        NudgeKind.MUST_OPEN: (
            QCoreApplication.translate("Inbox", "A must-ask is open"),
            QCoreApplication.translate(
                "Inbox", "The close begins and a question that must be asked was not."
            ),
        ),
        NudgeKind.ASK_MISSING: (
            QCoreApplication.translate("Inbox", "Ask for the step"),
            QCoreApplication.translate("Inbox", "Interest was tapped and no ask came within two lines."),
        ),
        NudgeKind.OPEN_OBJECTION: (
            QCoreApplication.translate("Inbox", "An objection is open"),
            QCoreApplication.translate("Inbox", "The call comes to its end with an objection unsettled."),
        ),
    }
    return words[nudge]


def share_words(share: Share) -> str:
    """A share with its range and what it rests on; never a share of nothing."""
    if share.n == 0:
        return QCoreApplication.translate("Inbox", "no calls yet")
    words = QCoreApplication.translate("Inbox", "%1 of %2: %3 % (probably %4 to %5 %)")
    counts = (ui_locale().toString(number) for number in (share.hits, share.n))
    parts = (percent_number(part, ui_lang()) for part in (share.value, share.low, share.high))
    for place, number in enumerate((*counts, *parts), start=1):
        words = words.replace(f"%{place}", number)
    return words
