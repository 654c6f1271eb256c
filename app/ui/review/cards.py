"""The scorecards that lie beside the playbooks: what a playbook names, else complaints have theirs and all else sales."""

from __future__ import annotations

from pathlib import Path

from app.playbook.model import Playbook
from app.playbook.source import SourceFile
from app.review.scorecard import read_card
from app.ui.review.loading import Card

FOLDER = "scorecards"
_COMPLAINT, _SALES = "complaint", "sales"
_COMPLAINT_STAGES = frozenset({"hear", "own"})


class FolderCards:
    """Reads cards from ``scorecards`` in the folder of playbooks, as they are now."""

    def __init__(self, playbooks: Path) -> None:
        self._folder = playbooks / FOLDER

    def card_for(self, playbook: Playbook) -> Card | None:
        """The card that the playbook names, else one named like it, else the one for its kind of call.

        Raises:
            CardUnreadable: The file of that card is there and cannot be used; no other card stands in for it.
        """
        kind = _COMPLAINT if _is_complaint(playbook) else _SALES
        for name in (playbook.scorecard,) if playbook.scorecard else (playbook.id, kind):
            card = self._read(name)
            if card is not None:
                return card
        return None

    def _read(self, name: str) -> Card | None:
        path = self._folder / f"{name}.yaml"
        try:
            file = SourceFile(f"{FOLDER}/{name}.yaml", path.read_bytes())
        except OSError:
            return None
        return Card(read_card(file), file)


def _is_complaint(playbook: Playbook) -> bool:
    return any(stage.id in _COMPLAINT_STAGES for stage in playbook.stages)
