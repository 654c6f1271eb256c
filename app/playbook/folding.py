"""How texts are compared when spelling must not matter: no diacritics, no case, compatibility forms made one."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """``text`` without diacritics and case: ``"Příliš Žluťoučký"`` becomes ``"prilis zlutoucky"``.

    Decomposed by compatibility (Unicode NFKD, UAX #15), marks dropped, casefolded. Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    return _stripped(_stripped(text).casefold())


def words_of(text: str) -> list[str]:
    """The folded words of ``text``, in order: runs of letters and digits."""
    return _WORD.findall(fold(text))


class _Marks(dict[int, int | None]):
    """What ``str.translate`` asks: each character once, marks to be dropped."""

    def __missing__(self, code: int) -> int | None:
        found = self[code] = None if unicodedata.combining(chr(code)) else code
        return found


_WITHOUT_MARKS = _Marks()


def _stripped(text: str) -> str:
    return unicodedata.normalize("NFKD", text).translate(_WITHOUT_MARKS)
