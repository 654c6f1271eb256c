"""Makes frozen values as quickly as ordinary ones, for the reader that makes thousands at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Made = TypeVar("_Made", bound="DataclassInstance")


def maker(frozen: type[_Made]) -> Callable[..., _Made]:
    """A quicker way to call a frozen, slotted dataclass, with keyword arguments only.

    A frozen dataclass sets every field through ``object.__setattr__``, which takes two thirds of the time of making
    it. Here an unfrozen twin with the same slots is filled, and then becomes the frozen class: Python allows another
    ``__class__`` to objects of the same layout.
    """
    twin = make_dataclass(
        frozen.__name__,
        [(one.name, Any, _default(one)) for one in fields(frozen)],
        slots=True,
        eq=False,
        repr=False,
    )

    def make(**values: Any) -> _Made:
        made = twin(**values)
        made.__class__ = frozen
        return cast("_Made", made)

    return make


def _default(one: Field[Any]) -> Any:
    if one.default is not MISSING:
        return field(default=one.default)
    return field() if one.default_factory is MISSING else field(default_factory=one.default_factory)
