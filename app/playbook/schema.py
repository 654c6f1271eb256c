"""The playbook language as a JSON Schema (draft-07), for editors that complete and explain while one types.

Made from ``fields``, the very declarations that the reader uses. It is for help, not for judging: what only the whole
playbook can tell is left to the checker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

import yaml

from app.playbook.fields import (
    DIAL_WORDS,
    ID_PATTERN,
    PLAYBOOK,
    PLAYBOOK_ID_PATTERN,
    SHAPES,
    SKIP,
    Field,
    Kind,
    Shape,
)
from app.playbook.vocabulary import Ask, Label

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

DRAFT = "http://json-schema.org/draft-07/schema#"
DURATION_PATTERN = r"^(?=.)(\d+(\.\d+)?h)?(\d+(\.\d+)?m)?(\d+(\.\d+)?s)?$"
_ABOUT = Label(
    "A Callcue playbook, or a shared file with objections, stories and facts for several playbooks.",
    "Scénář hovoru pro Callcue, nebo sdílený soubor s námitkami, příběhy a údaji pro více scénářů.",
)
_WHOLE = ("id", "stages")
"""Keys that tell a playbook from a shared file."""
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Text is taken as written, so what YAML would call a number or a truth is text too."""


def schema(lang: str = "en") -> Schema:
    """The schema of a file, with descriptions in ``lang``."""
    whole = _shape(PLAYBOOK, lang)
    required = [field.key for field in PLAYBOOK.fields if field.required]
    return {
        "$schema": DRAFT,
        "title": "Callcue playbook",
        "description": _ABOUT.in_lang(lang),
        **whole,
        "required": cast("Json", [key for key in required if key not in _WHOLE]),
        "if": {"anyOf": [{"required": [key]} for key in _WHOLE]},
        "then": {"required": cast("Json", required)},
        "definitions": {
            name: _shape(shape, lang) for name, shape in SHAPES.items() if name not in ("playbook", "shared")
        },
    }


def _shape(shape: Shape, lang: str) -> Schema:
    found: Schema = {
        "type": "object",
        "description": shape.label.in_lang(lang),
        "properties": {field.key: _field(field, lang) for field in shape.fields},
        "additionalProperties": False,
    }
    required: list[Json] = [field.key for field in shape.fields if field.required]
    if required:
        found["required"] = required
    if shape.one_of:
        found["oneOf"] = [{"required": [key]} for key in shape.one_of]
    return found


def _field(field: Field, lang: str) -> Schema:
    described: Schema = {"description": field.meaning.in_lang(lang)}
    if field.example:
        described["examples"] = [cast("Json", yaml.load(field.example, yaml.CSafeLoader))]
    return {**described, **_KINDS[field.kind](field)}


def _texts(field: Field) -> Schema:  # noqa: ARG001 - one signature for all kinds
    return {"type": "array", "items": _TEXT}


def _codes(field: Field) -> Schema:
    return {"enum": [str(code) for code in field.codes]}


def _of(schema_: Schema) -> Callable[[Field], Schema]:
    return lambda _: schema_


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def _one(field: Field) -> Schema:
    return {"$ref": f"#/definitions/{field.shape}"}


def _any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _mapping(pattern: str, value: Schema) -> Schema:
    return {"type": "object", "patternProperties": {pattern: value}, "additionalProperties": False}


def _moods(field: Field) -> Schema:
    change = _any_of({"const": SKIP}, _one(field))
    return {
        "type": "object",
        "properties": {str(code): change for code in field.codes},
        "additionalProperties": False,
    }


def _words(words: Iterable[str]) -> Schema:
    """The words as they may be read by YAML: ``0`` is a number there."""
    return {"enum": [*words, *(int(word) for word in words if word.isdecimal())]}


_DURATION = _pattern(DURATION_PATTERN)
_KINDS: dict[Kind, Callable[[Field], Schema]] = {
    Kind.TEXT: _of(_TEXT),
    Kind.PROSE: _of(_TEXT),
    Kind.EXPRESSION: _of(_TEXT),
    Kind.ID: _of(_pattern(f"^{ID_PATTERN}$")),
    Kind.PLAYBOOK_ID: _of(_pattern(f"^{PLAYBOOK_ID_PATTERN}$")),
    Kind.VERSION: _of({"enum": [1, "1"]}),
    Kind.REFERENCE: _of({"type": "string"}),
    Kind.NUMBER: _of({"type": "number"}),
    Kind.YES_NO: _of({"type": "boolean"}),
    Kind.DURATION: _of(_DURATION),
    Kind.CODE: _codes,
    Kind.DIAL: _of(_words(DIAL_WORDS)),
    Kind.PAUSE: _of(_any_of(_words(DIAL_WORDS), _DURATION)),
    Kind.TEXTS: _texts,
    Kind.PROSES: _texts,
    Kind.REFERENCES: _of({"type": "array", "items": {"type": "string"}}),
    Kind.CODES: lambda field: {"type": "array", "items": _codes(field)},
    Kind.PATHS: _of({"type": "array", "items": {"type": "string"}}),
    Kind.TONE: lambda field: _any_of(_codes(field), _one(field)),
    Kind.MOODS: _moods,
    Kind.ONE: _one,
    Kind.MANY: lambda field: {"type": "array", "items": _one(field)},
    Kind.NAMED: lambda field: _mapping(f"^{ID_PATTERN}$", _one(field)),
    Kind.OUTCOMES: lambda field: {"type": "array", "items": _any_of(_codes(field), _one(field))},
    Kind.REQUIRES: _of(
        {"type": "array", "items": _any_of({"enum": [one.value for one in Ask]}, _pattern(f"^{ID_PATTERN}$"))}
    ),
    Kind.LABELS: _of(_mapping(f"^{ID_PATTERN}$", _TEXT)),
    Kind.RENAMES: _of({"type": "object", "additionalProperties": {"type": "string"}}),
    Kind.VALUE: _of(_TEXT),
}
