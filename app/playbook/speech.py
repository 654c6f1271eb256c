"""How long a text takes to say aloud: counted in syllables, because Czech words are longer than English ones.

Rates are a calm voice on the telephone: 4.2 syllables a second in English (about 170 words a minute) and 5.0 in
Czech, slower than reading aloud (Coupé, Oh, Dediu and Pellegrino 2019, *Science Advances* 5, eaaw2594: 17 languages,
4.3 to 9.1 syllables a second), and a breath at every full stop. They are estimates for advice, never a measure of a
rep.
"""

from __future__ import annotations

import re

from app.playbook.merge import plain
from app.playbook.vocabulary import Lang

_SYLLABLES_A_SECOND = {Lang.EN: 4.2, Lang.CS: 5.0}
_BREATH_SECONDS = 0.3
_FIELD_WORD = "example"
"""What a merge field without a fallback is taken for: three syllables, as most names have."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
_VOWELS = {
    Lang.EN: re.compile(r"[aeiouy]+", re.IGNORECASE),
    Lang.CS: re.compile(
        r"ou|au|eu|[aeiouyáéěíóúůý]|(?<![aeiouyáéěíóúůý])[rl](?![aeiouyáéěíóúůý])", re.IGNORECASE
    ),
}
_SILENT_E = re.compile(r"[aeiouy](?:[^aeiouy\W]*[^aeiouyl\W]|l)e(?=s?\b)", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")


def words_of(text: str) -> list[str]:
    """The words of ``text``: a merge field counts as one, a dash alone as none."""
    spoken = plain(text, _FIELD_WORD) if "{" in text else text
    return [word for word in spoken.split() if word.isalnum() or _LETTER.search(word)]


def seconds_aloud(text: str, lang: str) -> float:
    """How many seconds ``text`` takes in a calm voice, in ``lang``."""
    spoken = plain(text, _FIELD_WORD) if "{" in text else text
    tongue = Lang.CS if lang == Lang.CS else Lang.EN
    breaths = len(_SENTENCE_END.findall(spoken))
    return syllables(spoken, tongue) / _SYLLABLES_A_SECOND[tongue] + breaths * _BREATH_SECONDS


def syllables(text: str, lang: Lang) -> int:
    """Syllables by vowel groups (with syllabic r and l in Czech, without silent e in English), two for each digit."""
    count = len(_VOWELS[lang].findall(text)) + 2 * len(_DIGIT.findall(text))
    if lang is Lang.EN:
        count -= len(_SILENT_E.findall(text))
    return max(count, 1 if _LETTER.search(text) else 0)
