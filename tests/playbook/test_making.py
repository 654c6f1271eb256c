"""Values made quickly are the very same frozen values."""

from __future__ import annotations

import pickle
from dataclasses import MISSING, FrozenInstanceError, fields, is_dataclass
from typing import Any

import pytest

from app.playbook import model
from app.playbook.making import maker
from app.playbook.model import Answer, Line, LineKind


def test_a_value_is_the_same_as_one_made_the_usual_way() -> None:
    values = {"id": "a", "ref": "b.a", "kind": LineKind.ASK, "text": "Well?", "must": True}
    made, usual = maker(Line)(**values), Line("a", "b.a", LineKind.ASK, "Well?", must=True)
    assert type(made) is Line
    assert made == usual
    assert repr(made) == repr(usual)
    assert pickle.loads(pickle.dumps(made)) == usual


def test_it_is_frozen() -> None:
    answer = maker(Answer)(id="a", label="b")
    assert hash(answer) == hash(Answer("a", "b"))
    with pytest.raises(FrozenInstanceError):
        answer.id = "c"  # type: ignore[misc]


def test_defaults_are_its_own() -> None:
    make = maker(Line)
    first = make(id="a", ref="a", kind=LineKind.SAY, text="")
    second = make(id="b", ref="b", kind=LineKind.SAY, text="")
    assert first.moods == {}
    assert first.moods is not second.moods


def test_a_missing_or_unknown_field_is_our_bug() -> None:
    with pytest.raises(TypeError):
        maker(Answer)(id="a")
    with pytest.raises(TypeError):
        maker(Answer)(id="a", label="b", lable="c")


PARTS = [one for one in vars(model).values() if isinstance(one, type) and is_dataclass(one)]


@pytest.mark.parametrize("kind", PARTS)
def test_every_part_of_the_model_can_be_made_so(kind: type[Any]) -> None:
    needed = {
        one.name: "x" for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING
    }
    assert maker(kind)(**needed) == kind(**needed)
