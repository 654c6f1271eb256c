"""The schema for editors says what the reader does: same keys, same required ones, and the same files pass."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.playbook.explain import all_pages
from app.playbook.fields import SHAPES, Kind
from app.playbook.problems import Level
from app.playbook.reading import read
from app.playbook.schema import DURATION_PATTERN, schema
from app.playbook.source import Source, SourceFile
from tests.playbook.checks.marked import reading_of

SCHEMA: Any = schema()
SHIPPED = Path(__file__).parents[2] / "playbooks"


class Loader(yaml.CSafeLoader):
    """Reads YAML as editors do (version 1.2): dates, yes and no are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
for letter in "yYnNoO":
    Loader.yaml_implicit_resolvers[letter] = []


def misfits(value: Any, node: Any, at: str = "") -> list[str]:
    """Where ``value`` does not fit the schema ``node``: the part of draft-07 that the schema uses."""
    if "$ref" in node:
        return misfits(value, SCHEMA["definitions"][node["$ref"].rpartition("/")[2]], at)
    found = []
    if "type" in node and not any(of_type(value, one) for one in as_list(node["type"])):
        found.append(f"{at}: not {node['type']}")
    if "enum" in node and not any(value == one and type(value) is type(one) for one in node["enum"]):
        found.append(f"{at}: {value!r} not among {node['enum']}")
    if "const" in node and value != node["const"]:
        found.append(f"{at}: not {node['const']}")
    if "pattern" in node and isinstance(value, str) and re.search(node["pattern"], value) is None:
        found.append(f"{at}: not like {node['pattern']}")
    if "anyOf" in node and all(misfits(value, one, at) for one in node["anyOf"]):
        found.append(f"{at}: none of several")
    if "oneOf" in node and sum(not misfits(value, one, at) for one in node["oneOf"]) != 1:
        found.append(f"{at}: not exactly one")
    if isinstance(value, dict):
        found += misfits_of_mapping(value, node, at)
    if isinstance(value, list) and "items" in node:
        found += [
            misfit
            for index, one in enumerate(value)
            for misfit in misfits(one, node["items"], f"{at}/{index}")
        ]
    if "if" in node and not misfits(value, node["if"], at):
        found += misfits(value, node["then"], at)
    return found


def misfits_of_mapping(value: dict[str, Any], node: Any, at: str) -> list[str]:
    """The same for the keys of a mapping."""
    found = [f"{at}: no {key}" for key in node.get("required", []) if key not in value]
    for key, one in value.items():
        inner = [node["properties"][key]] if key in node.get("properties", {}) else []
        inner += [
            sub for pattern, sub in node.get("patternProperties", {}).items() if re.search(pattern, key)
        ]
        if not inner and node.get("additionalProperties") is False:
            found.append(f"{at}: unknown {key}")
        if not inner and isinstance(node.get("additionalProperties"), dict):
            inner = [node["additionalProperties"]]
        found += [misfit for sub in inner for misfit in misfits(one, sub, f"{at}/{key}")]
    return found


def of_type(value: Any, name: str) -> bool:
    """Whether a JSON value has the type."""
    match name:
        case "object":
            return isinstance(value, dict)
        case "array":
            return isinstance(value, list)
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            return value is None


def as_list(value: Any) -> list[Any]:
    """One or several types as several."""
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", sorted(set(SHAPES) - {"shared"}))
def test_every_key_of_the_reader_is_described(name: str) -> None:
    node = SCHEMA if name == "playbook" else SCHEMA["definitions"][name]
    shape = SHAPES[name]
    assert list(node["properties"]) == list(shape.keys)
    for field in shape.fields:
        described = node["properties"][field.key]
        assert described["description"] == field.meaning.en
        assert misfits(described["examples"][0], described) == [], field.key
    if name != "playbook":
        assert node.get("required", []) == [field.key for field in shape.fields if field.required]


def test_every_kind_of_field_has_a_schema() -> None:
    from app.playbook import schema as module

    assert set(module._KINDS) == set(Kind)


FILES = [path for folder in ("cs", "en", "shared") for path in sorted((SHIPPED / folder).glob("*.yaml"))]


@pytest.mark.parametrize(
    "path", [path for path in FILES if not path.stem.endswith(".test")], ids=lambda path: path.stem
)
def test_shipped_files_fit(path: Path) -> None:
    assert misfits(yaml.load(path.read_text("utf-8"), Loader), SCHEMA) == []


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.code)
def test_good_examples_fit(page: Any) -> None:
    if not page.good:
        pytest.skip("no example")
    reading = read(Source((SourceFile("a.yaml", page.good.encode()),)))
    if reading.draft is None or any(one.level is Level.ERROR for one in reading.problems):
        pytest.skip("an example of several files, or not a playbook")
    assert misfits(yaml.load(page.good, Loader), SCHEMA) == []


BAD = [
    "stages: [{id: opening, lines: [{id: hello, say: Hi., ask: Hi?}]}]",
    "stages: [{id: opening, lines: [{id: hello}]}]",
    "stages: [{id: opening, lines: [{id: hello, say: Hi., sya: Hi.}]}]",
    "stages: [{id: opening, lines: [{id: hello, say: Hi., must: maybe}]}]",
    "stages: [{id: opening, lines: [{id: hello, say: Hi., tone: warmish}]}]",
    "stages: [{id: opening, lines: [{id: hello, say: Hi., moods: {rush: skip}}]}]",
    "stages: [{id: opening, budget: soon, lines: [{id: hello, say: Hi.}]}]",
    "stages: [{id: Opening, lines: [{id: hello, say: Hi.}]}]",
    "stages: [{id: opening}]",
    "facts: {hours: {type: hours}}\nstages: [{id: opening, lines: [{id: hello, say: Hi.}]}]",
    "push: open\nstages: [{id: opening, lines: [{id: hello, say: Hi.}]}]",
    "",
]


@pytest.mark.parametrize("body", BAD)
def test_what_the_reader_refuses_for_its_shape_does_not_fit(body: str) -> None:
    reading = reading_of(body)
    assert any(one.level is Level.ERROR for one in reading.problems)
    assert misfits(yaml.load(reading.source.files[0].text.decode(), Loader), SCHEMA) != []


@pytest.mark.parametrize(
    ("text", "fits"),
    [("45s", True), ("3m", True), ("1m30s", True), ("2h", True), ("", False), ("3", False), ("s", False)],
)
def test_durations(text: str, fits: bool) -> None:
    assert (re.search(DURATION_PATTERN, text) is not None) is fits


def test_it_is_json_in_both_languages() -> None:
    english, czech = (json.loads(json.dumps(schema(lang))) for lang in ("en", "cs"))
    assert english["properties"].keys() == czech["properties"].keys()
    assert english["description"] != czech["description"]
