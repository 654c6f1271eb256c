"""Why a file could not be written is said in both languages, whatever the system says."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.playbook.file_words import refused_place, why_refused
from app.playbook.label import Label


def failed(path: Path) -> OSError:
    with pytest.raises(OSError, match=r".") as caught:
        path.write_text("", encoding="utf-8")
    return caught.value


def test_places_that_nobody_can_write_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = [
        why_refused(failed(path)).cs
        for path in (tmp_path / "none" / "a", tmp_path, tmp_path / "file" / "a", tmp_path / ("a" * 300))
    ]
    assert told == [
        "taková složka není",
        "je to složka",
        "část cesty je soubor, ne složka",
        "název je příliš dlouhý",
    ]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_what_is_not_allowed(number: int) -> None:
    assert why_refused(OSError(number, "x")) == Label(
        "this account is not allowed there", "tento účet tam nemá přístup"
    )


def test_rare_reasons_keep_the_systems_words() -> None:
    assert why_refused(OSError(errno.EXDEV, "Cross-device link")).cs == "Cross-device link"
    assert why_refused(OSError("just words")).en == "just words"
    assert why_refused(ValueError("no file at all")).en == "no file at all"


def test_places_that_are_refused_whatever_is_wanted_of_them(tmp_path: Path) -> None:
    too_long = tmp_path / ("a" * 300)
    assert refused_place(failed(too_long)) == str(too_long)
    assert refused_place(failed(tmp_path / "none" / "a")) == ""
    assert refused_place(OSError(errno.EACCES, "no path is told")) == ""
