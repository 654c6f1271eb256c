"""The small numbers in ``call.reviewed``: 0 for no review, else what the newest one rests on."""

from __future__ import annotations

from app.review.scoring import Basis

REVIEWED: dict[Basis, int] = {Basis.HEARD: 1, Basis.RECORD_ONLY: 2}
BASIS_OF_REVIEWED: dict[int, Basis] = {number: basis for basis, number in REVIEWED.items()}
