"""The small parts are loaded one by one, and every one that is promised is there."""

from __future__ import annotations

import pytest

from app.ui import widgets


@pytest.mark.parametrize("name", widgets.__all__)
def test_every_part_is_there(name: str) -> None:
    assert getattr(widgets, name).__name__ == name


def test_anything_else_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = widgets.nothing_such
