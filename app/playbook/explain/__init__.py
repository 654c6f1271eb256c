"""What each problem code means, in English and Czech: one catalogue for the checker, the studio and ``explain``.

Pages of the file's structure (CC001-CC019, CC040-CC049) are in ``structure``, those of its meaning (CC020-CC039) in
``meaning``, those of the files beside a playbook (CC050-CC059) in ``beside``, warnings and information (CC100-CC199) in
``advice``. Each module has a tuple ``PAGES``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from app.playbook.explain.page import Page
from app.playbook.problems import Problem
from app.playbook.vocabulary import Label

__all__ = ["Page", "all_pages", "message", "page"]

_DID_YOU_MEAN = Label("Did you mean '{nearest}'?", "Nemělo tam být „{nearest}“?")
_DID_YOU_MEAN_AT = Label(
    "Did you mean '{nearest}' (line {nearest_line})?", "Nemělo tam být „{nearest}“ (řádek {nearest_line})?"
)


class _Words(dict[str, str]):
    """Words for a template; one that is missing shows as an ellipsis rather than stopping the message."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def _catalogue() -> Mapping[str, Page]:
    from app.playbook.explain import advice, beside, meaning, structure

    pages = (*structure.PAGES, *meaning.PAGES, *beside.PAGES, *advice.PAGES)
    return {one.code: one for one in sorted(pages, key=lambda one: one.code)}


def all_pages() -> tuple[Page, ...]:
    """Every page, in the order of the codes."""
    return tuple(_catalogue().values())


def page(code: str) -> Page | None:
    """The page of ``code`` (any case), or ``None`` when there is no such code."""
    return _catalogue().get(code.upper())


def message(problem: Problem, lang: str = "en") -> str:
    """What ``problem`` says to a person, with the nearest right name when there is one.

    Args:
        problem: Any finding; an unknown code gives the code itself.
        lang: ``en`` or ``cs``.

    Returns:
        One or two plain sentences without place, level or code; the first starts in lower case.
    """
    found = page(problem.code)
    if found is None:
        return problem.code
    words = _Words(problem.words)
    for name, value in problem.words.items():
        phrase = found.phrases.get(value)
        if phrase is not None:
            words[name] = phrase.in_lang(lang).format_map(_Words(problem.words))
    text = found.message.in_lang(lang).format_map(words)
    if not problem.nearest:
        return text
    words["nearest"], words["nearest_line"] = problem.nearest, str(problem.nearest_line)
    hint = _DID_YOU_MEAN_AT if problem.nearest_line else _DID_YOU_MEAN
    return f"{text.rstrip('.')}. {hint.in_lang(lang).format_map(words)}"
