"""Why a call of the queue is worth hearing whatever chance says, in words."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from app.review.sampling import Risk


def risk_words(risks: Collection[Risk]) -> str:
    """The risks with commas between, in the same order everywhere."""
    words = {
        Risk.ANGRY: QCoreApplication.translate("RiskWords", "angry customer"),
        Risk.HUNG_UP: QCoreApplication.translate("RiskWords", "hung up"),
        Risk.COMPLAINT: QCoreApplication.translate("RiskWords", "complaint"),
        Risk.BIG_VALUE: QCoreApplication.translate("RiskWords", "big deal"),
        Risk.NEW_REP: QCoreApplication.translate("RiskWords", "new rep"),
        Risk.REP_FLAG: QCoreApplication.translate("RiskWords", "marked by the rep"),
    }
    return ", ".join(words[one] for one in Risk if one in risks)
