"""Everything that can be set, in force at once; what each setting does is said in the words of its declaration."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.call.help_level import HelpLevel
from app.call.nudge_kind import NudgeKind
from app.leads.dialling import template_slip, words_of
from app.settings import Language, Settings, Theme, catalogue
from app.settings.values import fitted
from app.ui.hotkeys.keeper import GlobalKeys
from app.ui.key_events import action_for
from app.ui.keys import Action, KeyMap
from app.ui.paper import name_rows
from app.ui.preferences import Preferences
from app.ui.settings.global_keys import GlobalKeysEditor
from app.ui.settings.key_capture import KeysEditor
from app.ui.settings.parts import Choice, FolderLine, TextLine, Titled, Toggles, YesNo
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import KeyButton, Panel, PanelLook, ScrollColumn, Variant, WrappingLabel
from app.ui.words import ui_lang

_SIZES = ("100", "125", "150", "175", "200")
_REP = ("rep_name", "rep_company", "rep_phone", "rep_email")
_TEXTS = (*_REP, "country", "dial")
_WIDEST = 860
_SPECS = {spec.name: spec for spec in fields(Settings)}


class SettingsScreen(Panel):
    """The screen; Esc or its button goes back."""

    closed = Signal()

    def __init__(
        self, preferences: Preferences, parent: QWidget | None = None, *, hotkeys: GlobalKeys | None = None
    ) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._preferences = preferences
        self._hotkeys = hotkeys or GlobalKeys(preferences, self)
        self._about = {setting.name: setting.words for setting in catalogue()}
        self.language = Choice(tuple(Language))
        self.theme = Choice(tuple(Theme))
        self.text_size = Choice(_SIZES)
        self.help_level = Choice(tuple(HelpLevel))
        self.texts = {name: TextLine() for name in _TEXTS}
        self.recorded, self.on_top = YesNo(), YesNo()
        self.reminders = Toggles(tuple(NudgeKind))
        self.playbooks, self.database = FolderLine(), TextLine()
        self.keys = KeysEditor(preferences.keys)
        self.global_keys = GlobalKeysEditor()
        self._titled: dict[str, Titled] = {}
        self._sections: list[WrappingLabel] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- looks ---

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        bar = Panel(PanelLook.BAR_TOP)
        head = QHBoxLayout(bar)
        head.setContentsMargins(18, 9, 18, 9)
        self._title, self._saved = WrappingLabel(role=TextRole.STRONG), WrappingLabel(role=TextRole.NOTE)
        self._back = KeyButton()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        scroll = ScrollColumn()
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(30, 22, 30, 30)
        column.setSpacing(2 * RHYTHM)
        column.addWidget(self._saved)
        self._add_cards(column)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        scroll.column.addLayout(middle)
        whole.addWidget(bar)
        whole.addWidget(scroll, 1)

    def _add_cards(self, column: QVBoxLayout) -> None:
        self._card(column, {"language": self.language, "theme": self.theme, "text_percent": self.text_size})
        self._card(column, {name: self.texts[name] for name in _REP})
        self._card(
            column,
            {
                "help_level": self.help_level,
                "reminders_off": self.reminders,
                "recorded_calls": self.recorded,
                "compact_on_top": self.on_top,
                "country": self.texts["country"],
                "dial": self.texts["dial"],
            },
        )
        folders = self._card(column, {"playbooks": self.playbooks, "database": self.database})
        self._home = KeyButton(variant=Variant.QUIET, wrap=True)
        row = QHBoxLayout()
        row.addWidget(self._home)
        row.addStretch(1)
        folders.addLayout(row)
        self._card(column, {"keys": self.keys})
        self._card(column, {"global_keys": self.global_keys})
        column.addStretch(1)

    def _card(self, column: QVBoxLayout, controls: dict[str, QWidget]) -> QVBoxLayout:
        heading = WrappingLabel(role=TextRole.HEADING)
        self._sections.append(heading)
        card = Panel(PanelLook.CARD)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(2 * RHYTHM)
        inside.addWidget(heading)
        for name, control in controls.items():
            self._titled[name] = Titled(control)
            inside.addWidget(self._titled[name])
        column.addWidget(card)
        return inside

    # --- doings ---

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self.language.chosen.connect(self._set_language)
        self.theme.chosen.connect(self._set_theme)
        self.text_size.chosen.connect(self._set_text_size)
        self.help_level.chosen.connect(self._set_help_level)
        for line in self.texts.values():
            line.settled.connect(self._set_text)
        self.recorded.switched.connect(self._set_recorded)
        self.reminders.switched.connect(self._set_reminder)
        self.on_top.switched.connect(self._set_on_top)
        self.playbooks.settled.connect(self._set_playbooks)
        self.playbooks.pick_wanted.connect(self._pick_playbooks)
        self.database.settled.connect(self._set_database)
        self.keys.changed.connect(self._set_keys)
        self.global_keys.changed.connect(self._set_global_keys)
        self._hotkeys.changed.connect(self._show_global_keys)
        self._home.clicked.connect(self._open_home)
        self._preferences.changed.connect(self._follow)

    def _set_language(self, value: str) -> None:
        self._preferences.change(language=Language(value))

    def _set_theme(self, value: str) -> None:
        self._preferences.change(theme=Theme(value))

    def _set_text_size(self, value: str) -> None:
        self._preferences.change(text_percent=int(value))

    def _set_help_level(self, value: str) -> None:
        self._preferences.change(help_level=HelpLevel(value))

    def _set_text(self, value: str) -> None:
        line = self.sender()
        name = next(each for each, control in self.texts.items() if control is line)
        try:
            fitting = fitted(_SPECS[name], value.upper() if name == "country" else value)
        except ValueError as error:
            self._titled[name].show_wrong(
                self.tr("This cannot be used. It should be like this: %1").replace("%1", str(error))
            )
            return
        self._titled[name].show_wrong("")
        self._preferences.change(**{name: fitting})
        self._follow()

    def _set_recorded(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._preferences.change(recorded_calls=on)

    def _set_reminder(self, kind: str, on: bool) -> None:  # noqa: FBT001 - a slot
        off = (
            {*self._preferences.settings.quiet} - {NudgeKind(kind)}
            if on
            else {*self._preferences.settings.quiet, NudgeKind(kind)}
        )
        self._preferences.change(reminders_off=", ".join(each for each in NudgeKind if each in off))

    def _set_on_top(self, on: bool) -> None:  # noqa: FBT001 - a slot
        self._preferences.change(compact_on_top=on)

    def _set_playbooks(self, folder: str) -> None:
        self._preferences.change(playbooks=folder)

    def _set_database(self, address: str) -> None:
        self._preferences.change(database=address)

    def _set_keys(self, keys: KeyMap) -> None:
        self._preferences.change(keys=keys.to_setting())

    def _set_global_keys(self, setting: dict[str, tuple[str, ...]]) -> None:
        self._preferences.change(global_keys=setting)

    def _pick_playbooks(self) -> None:
        dialogue = QFileDialog(self, self.tr("Folder with playbooks"), self._preferences.settings.playbooks)
        dialogue.setFileMode(QFileDialog.FileMode.Directory)
        name_rows(dialogue)
        dialogue.fileSelected.connect(self._set_playbooks)
        dialogue.finished.connect(dialogue.deleteLater)
        dialogue.open()

    def _open_home(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._preferences.home)))

    # --- words ---

    def _follow(self) -> None:
        self.keys.show_keys(self._preferences.keys)
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the present language, with the values in force."""
        settings = self._preferences.settings
        self._title.setText(self.tr("Settings"))
        self._saved.setText(self.tr("Everything holds at once."))
        self._back.set_words(self.tr("Back"), self._preferences.keys.cap(Action.BACK, ui_lang()))
        self._home.set_words(self.tr("Open the data folder"))
        sections = (
            self.tr("Language and looks"),
            self.tr("About you"),
            self.tr("Calls"),
            self.tr("Folders"),
            self.tr("Keys"),
            self.tr("Keys while another program is in front"),
        )
        for heading, words in zip(self._sections, sections, strict=True):
            heading.setText(words)
        self._name_all()
        self._show_choices(settings)
        self._show_fields(settings)
        self.keys.show_keys(self._preferences.keys)
        self._show_global_keys()

    def _show_global_keys(self) -> None:
        setting = dict(self._preferences.settings.global_keys)
        self.global_keys.show_keys(setting, self._hotkeys.shortcuts, self._hotkeys.look())

    def _name_all(self) -> None:
        titles = {
            "language": self.tr("Language"),
            "theme": self.tr("Look"),
            "text_percent": self.tr("Text size"),
            "rep_name": self.tr("Your name"),
            "rep_company": self.tr("Company"),
            "rep_phone": self.tr("Phone"),
            "rep_email": self.tr("E-mail"),
            "help_level": self.tr("On the call screen"),
            "reminders_off": self.tr("Quiet reminders"),
            "recorded_calls": "",
            "compact_on_top": "",
            "country": self.tr("Country"),
            "dial": self.tr("Dialling"),
            "playbooks": self.tr("Playbooks"),
            "database": self.tr("Database"),
            "keys": self.tr("Press a button, then the new key"),
            "global_keys": self.tr("Press a button, then a key with Ctrl or Alt, or an F-key"),
        }
        for name, title in titles.items():
            about = (
                self.tr("At most one in twenty seconds; none covers the line.")
                if name == "reminders_off"
                else ""
            )
            self._titled[name].show_words(title, about or self._about[name].in_lang(ui_lang()))
        slip = template_slip(self._preferences.settings.dial)
        if slip is not None:
            self._titled["dial"].show_words(titles["dial"], words_of(slip).in_lang(ui_lang()))
        for name, line in self.texts.items():
            line.setAccessibleName(titles[name])
        self.database.setAccessibleName(titles["database"])

    def _show_choices(self, settings: Settings) -> None:
        system = self.tr("As the system")
        self.language.show_choice(settings.language, (system, "English", "Čeština"), self.tr("Language"))
        looks = (system, self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        self.theme.show_choice(settings.theme, looks, self.tr("Look"))
        sizes = tuple(f"{size} %" for size in _SIZES)
        self.text_size.show_choice(str(settings.text_percent), sizes, self.tr("Text size"))
        levels = (self.tr("Whole sentences"), self.tr("Cues first"), self.tr("Cues only"))
        reminders = (
            self.tr("Two statements without a question"),
            self.tr("A must-ask still open at the close"),
            self.tr("Interest, and no step asked for"),
            self.tr("An objection still open at the end"),
        )
        on = {kind.value for kind in NudgeKind} - {kind.value for kind in settings.quiet}
        self.reminders.show_states(on, reminders, self.tr("Quiet reminders"))
        self.help_level.show_choice(settings.help_level, levels, self.tr("On the call screen"))

    def _show_fields(self, settings: Settings) -> None:
        for name, line in self.texts.items():
            line.show_text(getattr(settings, name))
        self.recorded.show_state(settings.recorded_calls, self.tr("My phone records calls"))
        self.on_top.show_state(settings.compact_on_top, self.tr("Narrow window above the others"))
        self.playbooks.show_folder(
            settings.playbooks,
            self.tr("those that came with Callcue"),
            self.tr("Choose…"),
            self.tr("Playbooks"),
        )
        self.database.show_text(settings.database)
        self.database.setPlaceholderText(self.tr("callcue.db in the data folder"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if action_for(event, self._preferences.keys) in (Action.BACK, Action.SETTINGS):
            self.setFocus()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
