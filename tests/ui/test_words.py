"""Both languages: nothing unfinished, right plurals, switching while running, Qt's own words too."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.scripts.words import FOLDER, LANGS, build, stale, texts, unfinished
from app.ui.words import Words, lang_named, percent, ui_lang, ui_locale

TOOLS = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_is_unfinished(lang: str) -> None:
    assert [(text.context, text.source) for text in unfinished(lang)] == []


@pytest.mark.skipif(TOOLS is None, reason="the translation tools of PySide6 are not installed beside Python")
def test_translations_match_the_program() -> None:
    assert stale() == []


@pytest.mark.skipif(TOOLS is None, reason="the translation tools of PySide6 are not installed beside Python")
def test_words_built_anew_leave_those_alone_that_a_window_has_open(tmp_path: Path) -> None:
    for lang in LANGS:
        shutil.copy(FOLDER / f"callcue_{lang}.ts", tmp_path)
        (tmp_path / f"callcue_{lang}.qm").write_bytes(b"in use")
    with (tmp_path / "callcue_cs.qm").open("rb") as in_use:
        build(tmp_path)
        assert in_use.read() == b"in use"
    names = {f"callcue_{lang}.{ending}" for lang in LANGS for ending in ("ts", "qm")}
    assert {path.name for path in tmp_path.iterdir()} == names
    assert (tmp_path / "callcue_cs.qm").read_bytes() == (FOLDER / "callcue_cs.qm").read_bytes()


def test_czech_has_three_plural_forms_and_english_two() -> None:
    for lang, forms in (("cs", 3), ("en", 2)):
        plurals = [text for text in texts(FOLDER / f"callcue_{lang}.ts") if text.plural]
        assert plurals
        assert {len(text.forms) for text in plurals} == {forms}
        assert all("%n" in form for text in plurals for form in text.forms[1:])


def test_english_file_holds_plurals_only() -> None:
    assert all(text.plural for text in texts(FOLDER / "callcue_en.ts"))


def test_places_for_values_survive_translation() -> None:
    for text in texts(FOLDER / "callcue_cs.ts"):
        for mark in ("%1", "%2", "%3"):
            assert all((mark in text.source) == (mark in form) for form in text.forms), text.source


@pytest.mark.parametrize(
    ("lang", "count", "told"),
    [
        (Lang.EN, 1, "and 1 more"),
        (Lang.EN, 4, "and 4 more"),
        (Lang.CS, 1, "a 1 další"),
        (Lang.CS, 3, "a 3 další"),
        (Lang.CS, 5, "a 5 dalších"),
    ],
)
def test_plurals(words: Words, lang: Lang, count: int, told: str) -> None:
    words.switch(lang)
    assert QCoreApplication.translate("WhatColumn", "and %n more", "", count) == told


class Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.heard.append(QCoreApplication.translate("TodayView", "Settings"))
        super().changeEvent(event)


def test_language_switches_while_running(words: Words, qtbot: QtBot) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    words.switch(Lang.CS)
    qtbot.waitUntil(lambda: sign.heard[-1:] == ["Nastavení"])
    assert percent(5 / 1500) == "0,3\u00a0%"
    assert ui_lang() is Lang.CS
    assert ui_locale().language() is QLocale.Language.Czech
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Zrušit"
    words.switch(Lang.EN)
    qtbot.waitUntil(lambda: sign.heard[-1:] == ["Settings"])
    assert ui_lang() is Lang.EN
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_setting_names_a_language_or_follows_the_system() -> None:
    assert lang_named("cs") is Lang.CS
    assert lang_named("en") is Lang.EN
    assert lang_named("system") in set(Lang)
