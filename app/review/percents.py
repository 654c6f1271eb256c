"""How shares are written in per cent everywhere: whole numbers, but little never reads as none, nor nearly all as all."""

from __future__ import annotations

_NONE = 1e-9
"""What is nearer to none or to all than this is an error of counting, not a share."""


def percent_number(share: float, lang: str) -> str:
    """The number of a share (0 to 1) in per cent: whole, with one decimal under 1 and over 99, ``<0.1`` and ``>99.9`` beyond."""
    if share <= _NONE:
        return "0"
    if share >= 1 - _NONE:
        return "100"
    if 0.01 <= share <= 0.99:
        return f"{100 * share:.0f}"
    written = f"{100 * share:.1f}".removesuffix(".0")
    written = {"0": "<0.1", "100": ">99.9"}.get(written, written)
    return written.replace(".", ",") if lang == "cs" else written


def percent(share: float, lang: str) -> str:
    """``0.31`` as ``31 %``, in Czech and English alike, and ``0.003`` as ``0.3 %`` or ``0,3 %``."""
    return f"{percent_number(share, lang)} %"
