"""Words of the window in English and Czech, switchable while running.

How to write a translatable text (the only two ways that the extractor sees):

- in a QObject or QWidget subclass: ``self.tr("Start call")``, with a count ``self.tr("%n call(s)", "", count)``;
- elsewhere: ``QCoreApplication.translate("TodayPresenter", "No such lead")`` with both texts literal.

English is the source text. Set all texts in one method ``retranslate(self)``; call it at the end of ``__init__`` and
when the language changes::

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

Codes of the vocabulary (moods, tones, outcomes, kinds, stages, action names of ``keys``) are not translated by Qt: use
``label.in_lang(ui_lang())``. Texts out of a playbook stay in the playbook's language. After adding texts run
``python -m app.scripts.words``, fill in the Czech in ``app/ui/words/callcue_cs.ts`` (and English plurals in
``callcue_en.ts``), and run it again to build the ``.qm`` files.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.playbook.label import Lang
from app.review.percents import percent_number

FOLDER = Path(__file__).with_name("words")
_PROPERTY = "callcue_lang"


def ui_lang() -> Lang:
    """The language that the window speaks now (English until one has been chosen)."""
    app = QCoreApplication.instance()
    code = app.property(_PROPERTY) if app is not None else None
    return Lang(code) if code in set(Lang) else Lang.EN


def lang_named(choice: str) -> Lang:
    """The language a setting means: ``cs`` or ``en``; anything else follows the desktop, English when it is neither."""
    if choice in set(Lang):
        return Lang(choice)
    return Lang.CS if QLocale.system().language() is QLocale.Language.Czech else Lang.EN


def ui_locale() -> QLocale:
    """Dates and numbers as the window's language writes them."""
    if ui_lang() is Lang.CS:
        return QLocale(QLocale.Language.Czech, QLocale.Country.CzechRepublic)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def percent(share: float) -> str:
    """A share in per cent with a no-break space, as the window's language writes it."""
    return f"{percent_number(share, ui_lang())}\u00a0%"


def quoted(text: str, lang: str) -> str:
    """``text`` in the quotation marks of its language; nothing stays nothing."""
    if not text:
        return ""
    return f"„{text}“" if lang == Lang.CS else f"“{text}”"


def unquoted(text: str) -> str:
    """``text`` without the quotation marks of any language around it."""
    return text.strip("„“”‚‘’'\" ")


class Words:
    """Keeps the translators of one application. Whoever builds the application owns it."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def switch(self, lang: Lang) -> None:
        """Speaks ``lang`` from now on; every widget hears of it as a ``LanguageChange`` event."""
        self.close()
        self._app.setProperty(_PROPERTY, lang.value)
        QLocale.setDefault(ui_locale())
        self._translators = [
            translator for translator in self._loaded(lang) if self._app.installTranslator(translator)
        ]

    def close(self) -> None:
        """Takes the translators away again."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def _loaded(self, lang: Lang) -> list[QTranslator]:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted = ((f"qtbase_{lang}", qt_folder), (f"callcue_{lang}", str(FOLDER)))
        loaded = []
        for name, folder in wanted:
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                loaded.append(translator)
        return loaded
