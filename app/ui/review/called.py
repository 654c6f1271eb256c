"""What people are called where several stand side by side: by name, and by login too where names are alike. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.call.reps import RepBook

_T = TypeVar("_T")


class Called:
    """Names by login; somebody who has none goes by the login."""

    def __init__(self, names: Mapping[str, str]) -> None:
        alike = Counter(names.values())
        self._names = {
            login: name if alike[name] == 1 else f"{name} ({login})" for login, name in names.items() if name
        }

    def of(self, login: str) -> str:
        """What the person with this login is called."""
        return self._names.get(login, login)

    def keyed(self, by_login: Mapping[str, _T]) -> dict[str, _T]:
        """The same by what people are called."""
        return {self.of(login): value for login, value in by_login.items()}


def called(reps: RepBook | None) -> Called:
    """Everybody who is known. For the worker."""
    known = reps.all() if reps is not None else ()
    return Called({one.card.rep_id: one.card.name for one in known})
