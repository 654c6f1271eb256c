"""The panel that lies over the lower half: one frame, one heading, and the page that belongs to the key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QStackedWidget, QWidget

from app.call.prompt import Prompt
from app.ui.keys import ACTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.customer_card import CustomerCard
from app.ui.live.key_field import KeyField, SearchField
from app.ui.live.more_page import MorePage
from app.ui.live.note_box import NoteBox
from app.ui.live.parts import Part, text_scale
from app.ui.live.rows import RowList
from app.ui.live.scene import NoteLine, Panel, PanelScene, RowRole
from app.ui.live.step_page import StepPage
from app.ui.live.story_page import StoryPage
from app.ui.live.wording import capital, first_move, kind_word
from app.ui.type_scale import TextRole
from app.ui.widgets import PanelLook, ScrollColumn, Variant, WrappingLabel
from app.ui.words import ui_lang

ACTION_OF: dict[Panel, Action] = {
    Panel.OBJECTIONS: Action.OBJECTION_BOARD,
    Panel.STORIES: Action.STORY,
    Panel.QUESTIONS: Action.QUESTIONS,
    Panel.CUSTOMER: Action.CUSTOMER,
    Panel.NEXT_STEP: Action.NEXT_STEP,
    Panel.NOTES: Action.NOTE,
    Panel.REWORD: Action.REWORD,
    Panel.MORE: Action.MORE,
}

_SEARCHED = (Panel.OBJECTIONS, Panel.QUESTIONS)
_SEARCH_BESIDE_FROM = 480
_ROWS_AHEAD = 24
_STORIES_AHEAD = 3


class PanelHost(Part):
    """Shows one panel at a time. Pages are made when they are first opened, so that a call starts quickly."""

    searched = Signal(str)
    search_entered = Signal()
    digit_pressed = Signal(int)
    row_moved = Signal(int)
    row_picked = Signal(object)
    reworded = Signal(str)

    def __init__(self, keys: KeyMap, step_page: StepPage, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, keys, parent)
        self._scene: PanelScene | None = None
        self._strip = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.heading = WrappingLabel(role=TextRole.LABEL, parent=self)
        self.close_button = ActionButton(Action.BACK, keys, Variant.QUIET, parent=self)
        self.dial = ActionButton(Action.DIAL, keys, parent=self)
        self.search = SearchField(self)
        self.rows = RowList(keys, self, searched=True)
        self.stories = StoryPage(keys, self)
        self.customer = CustomerCard(self)
        self.note = NoteBox(keys, self)
        self.words = KeyField(self)
        self.words_hint = WrappingLabel(role=TextRole.NOTE, parent=self)
        self.step = step_page
        self.more = MorePage(keys, self)
        self.note.heading.hide()
        self.adopt(self.close_button, self.dial)
        self._connect()
        self._lay_out()
        self.retranslate()

    def _connect(self) -> None:
        self.search.typed.connect(self.searched)
        self.search.entered.connect(self.search_entered)
        self.search.digit_pressed.connect(self.digit_pressed)
        self.search.moved.connect(self.row_moved)
        self.rows.picked.connect(self.row_picked)
        self.stories.picked.connect(self.row_picked)
        self.stories.acted.connect(self.acted)
        self.words.entered.connect(self._reword)

    def _lay_out(self) -> None:
        self._top = QGridLayout()
        self._top.setSpacing(8)
        self._top.setColumnStretch(1, 1)
        self._top.addWidget(self.heading, 0, 0)
        self.customer.add_act(self.dial)
        self._top.addWidget(self.close_button, 0, 2, Qt.AlignmentFlag.AlignRight)
        self._search_beside: bool | None = None
        self._place_search(beside=True)
        self.pages = QStackedWidget(self)
        self.pages.setMinimumHeight(24)
        self._page_of: dict[Panel, QWidget] = {
            Panel.OBJECTIONS: self.rows,
            Panel.QUESTIONS: self.rows,
            Panel.STORIES: self.stories,
            Panel.CUSTOMER: self.customer,
            Panel.NEXT_STEP: self.step,
            Panel.NOTES: _scrolling(self.note, self),
            Panel.REWORD: self._reword_page(),
            Panel.MORE: self.more,
        }
        for page in dict.fromkeys(self._page_of.values()):
            self.pages.addWidget(page)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(16, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addLayout(self._top)
        self._column.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search field goes under the heading where large text leaves no room beside it."""
        super().resizeEvent(event)
        self._place_search(beside=self._strip or self.width() >= _SEARCH_BESIDE_FROM * text_scale(self))

    def set_strip(self, *, strip: bool) -> None:
        """The strip has no height for a heading; the field's own words say what it is."""
        if strip != self._strip:
            self.step.set_strip(strip=strip)
        self._strip = strip
        self._column.setContentsMargins(*((12, 4, 8, 4) if strip else (16, 8, 12, 12)))
        self._show_heading()

    def _show_heading(self) -> None:
        own_heading = self._scene is not None and self._scene.panel is Panel.NEXT_STEP
        self.heading.setVisible(not own_heading and not self._strip)
        self.close_button.setVisible(not own_heading)
        searched = self._scene is not None and self._scene.panel in _SEARCHED
        beside = self._strip and not searched
        down, aside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.RightToLeft
        self._column.setDirection(aside if beside else down)

    def _place_search(self, *, beside: bool) -> None:
        if beside == self._search_beside:
            return
        self._search_beside = beside
        self._top.removeWidget(self.search)
        if beside:
            self._top.addWidget(self.search, 0, 1)
        else:
            self._top.addWidget(self.search, 1, 0, 1, 3)

    def _reword_page(self) -> QWidget:
        page = ScrollColumn(self)
        page.column.addWidget(self.words_hint)
        page.column.addWidget(self.words)
        page.column.addStretch(1)
        return page

    def make_ahead(self) -> Iterator[None]:
        """Makes what the first opening of each panel would have to wait for, a little at a step."""
        yield from self.rows.make_ahead(_ROWS_AHEAD)
        yield from self.stories.list.make_ahead(_STORIES_AHEAD)
        yield from self.customer.make_ahead()

    def hasHeightForWidth(self) -> bool:
        """It takes what the line leaves; Qt need not ask every page for its height."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Small windows scroll inside the panel."""
        return QSize(160, 96)

    def show_panel(self, scene: PanelScene | None, prompt: Prompt, note: NoteLine) -> None:
        """Shows the panel; hidden when there is none."""
        self.setVisible(scene is not None)
        before, self._scene = self._scene, scene
        self.step.follow(prompt, is_open=scene is not None and scene.panel is Panel.NEXT_STEP)
        if scene is None:
            return
        if before is None or before.panel is not scene.panel:
            self.pages.setCurrentWidget(self._page_of[scene.panel])
            self.words.clear()
            self._word_page(scene)
        elif before.branch != scene.branch:
            self._word_heading(scene)
        self.search.show_text(scene.query)
        self._fill(scene, prompt, note)

    def _fill(self, scene: PanelScene, prompt: Prompt, note: NoteLine) -> None:
        match scene.panel:
            case Panel.OBJECTIONS | Panel.QUESTIONS:
                plain = scene.panel is Panel.OBJECTIONS and not scene.query and not scene.branch
                self.rows.show_rows(scene.rows, scene.current, abreast=plain)
            case Panel.STORIES:
                self.stories.show_panel(scene)
            case Panel.CUSTOMER:
                self.customer.show_prompt(prompt)
                self.dial.setVisible(bool(prompt.terms.number or prompt.lead.phone))
            case Panel.NOTES:
                self.note.show_notes(note, prompt.notes)
            case Panel.MORE:
                self.more.show_prompt(prompt)
            case Panel.NEXT_STEP | Panel.REWORD:
                return

    def set_keys(self, keys: KeyMap) -> None:
        """The keys were changed."""
        self.rows.keys = keys
        self.stories.list.keys = keys
        self.note.set_keys(keys)
        self.more.set_keys(keys)
        super().set_keys(keys)

    def retranslate(self) -> None:
        """Sets the words."""
        self.close_button.say(self.tr("Close"))
        self.words_hint.setText(self.tr("What did you say instead? It goes to whoever writes the playbook."))
        self.words.set_words(self.tr("My words were…"), "⏎", self.tr("My words"))
        for page in (self.rows, self.stories.list, self.stories, self.customer):
            page.retranslate()
        if self._scene is not None:
            self._word_page(self._scene)

    def _word_page(self, scene: PanelScene) -> None:
        self._word_heading(scene)
        self._show_heading()
        self.search.setVisible(scene.panel in _SEARCHED)
        placeholder = (
            self.tr("What do they object? A few letters…")
            if scene.panel is Panel.OBJECTIONS
            else self.tr("Find a question: a few letters…")
        )
        self.search.set_words(placeholder, "⏎")

    def _word_heading(self, scene: PanelScene) -> None:
        words = ACTIONS[ACTION_OF[scene.panel]].words.in_lang(ui_lang())
        if scene.branch == RowRole.REST:
            words = self.tr("The others by category")
        elif scene.branch:
            move = first_move(scene.branch)
            words = capital(kind_word(scene.branch))
            words = f"{words} → {move}" if move else words
        self.heading.setText(words)
        self.setAccessibleName(words)

    def _reword(self) -> None:
        self.reworded.emit(self.words.text())


def _scrolling(page: QWidget, parent: QWidget) -> ScrollColumn:
    scroll = ScrollColumn(parent)
    scroll.column.addWidget(page)
    scroll.column.addStretch(1)
    return scroll
