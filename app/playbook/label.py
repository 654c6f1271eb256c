"""Words in both languages; a module of its own, so that a sentence is told without loading the whole vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """A language that playbooks and the program are written in (ISO 639-1)."""

    EN = "en"
    CS = "cs"


@dataclass(frozen=True, slots=True)
class Label:
    """One word or phrase in both languages."""

    en: str
    cs: str

    def in_lang(self, lang: str) -> str:
        """The label in ``lang``; any language but Czech gets the English one."""
        return self.cs if lang == Lang.CS else self.en
