"""Keeps the parts of README.md that the code knows better: the settings and the measured figures."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.settings import Setting, catalogue

README = Path(__file__).parents[2] / "README.md"


def settings_table(settings: Iterable[Setting] | None = None) -> str:
    """The table of settings in Markdown, English."""
    rows = ["| setting | default | may be | what it does |", "| --- | --- | --- | --- |"]
    for one in settings or catalogue():
        default = one.default if isinstance(one.default, str) else json.dumps(_plain(one.default))
        allowed = ", ".join(f"`{value}`" for value in one.allowed) or "–"
        variable = f" (`{one.variable}` wins)" if one.variable else ""
        shown = f"`{default}`" if default else "–"
        rows.append(f"| `{one.name}` | {shown} | {allowed} | {one.words.en}{variable} |")
    return "\n".join(rows)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value


def measured_table(measured: Mapping[str, Any]) -> str:
    """The bench's figures (its ``--json``) in Markdown, with the machine they were taken on."""
    rows = ["| figure | measured | goal | | what |", "| --- | --- | --- | --- | --- |"]
    for one in measured["figures"]:
        bound = "≥" if one["at_least"] else "≤"
        goal = f"{bound} {one['goal']:g} {one['unit']}" if one.get("goal") is not None else "–"
        met = {True: "met", False: "**not met**", None: "–"}[one.get("met")]
        sides = f" ({one['sides']})" if one["sides"] else ""
        rows.append(
            f"| `{one['name']}` | {one['value']:.3g} {one['unit']} | {goal} | {met} | {one['what']}{sides} |"
        )
    return f"On {measured['machine']}, in one run of `make bench`:\n\n" + "\n".join(rows)


def with_part(text: str, name: str, part: str) -> str:
    """``text`` with what stands between ``<!-- name -->`` and ``<!-- /name -->`` replaced.

    Raises:
        ValueError: The markers are not there.
    """
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    changed, times = pattern.subn(lambda found: f"{found[1]}{part}\n{found[2]}", text)
    if times != 1:
        raise ValueError(f"README has no part '{name}'")
    return changed


def main(arguments: list[str]) -> int:
    """Refreshes the settings, and the figures from the JSON file named as the only argument."""
    text = with_part(README.read_text(encoding="utf-8"), "settings", settings_table())
    if arguments:
        measured = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        text = with_part(text, "measured", measured_table(measured))
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
