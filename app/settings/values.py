"""Values of settings between the file and the program: checked on the way in, made plain on the way out."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from app.settings.declared import Declared, declaration, default_of


def fitted(spec: dataclasses.Field[Any], raw: object) -> Any:
    """``raw`` in the setting's type. Raises ValueError whose text names what would be right."""
    declared, default = declaration(spec), default_of(spec)
    if isinstance(default, StrEnum):
        names = [one.value for one in type(default)]
        if raw not in names:
            raise ValueError(", ".join(names))
        return type(default)(raw)
    if isinstance(default, bool):
        if not isinstance(raw, bool):
            raise ValueError("true, false")  # noqa: TRY004  one kind of error for every unusable value
        return raw
    if isinstance(default, int):
        return _number(declared, raw)
    if isinstance(default, str):
        if not isinstance(raw, str) or (raw and declared.pattern and not re.fullmatch(declared.pattern, raw)):
            raise ValueError(json.dumps(default) if default else '"…"')
        return raw or default
    return _key_map(raw)


def _number(declared: Declared, raw: object) -> int:
    lowest, highest = declared.lowest or 0, declared.highest or 0
    if not isinstance(raw, int) or isinstance(raw, bool) or not lowest <= raw <= highest:
        raise ValueError(f"{lowest}-{highest}")
    return raw


def _key_map(raw: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(raw, dict):
        raise ValueError('{"action": ["Key"]}')  # noqa: TRY004
    for keys in raw.values():
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise ValueError('{"action": ["Key"]}')
    return {str(action): tuple(keys) for action, keys in raw.items()}


def plain(value: Any) -> Any:
    """``value`` as JSON has it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {action: list(keys) for action, keys in value.items()}
    return value
