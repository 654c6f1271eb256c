"""The parts of the live window and how they stand in its three shapes: full, compact, strip."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGridLayout,
    QHBoxLayout,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.keys import KeyMap
from app.ui.live.arrangement import Arrangement
from app.ui.live.ask_bar import AskBar
from app.ui.live.fitting import GAP, WHOLE, Form, Ruler, Words
from app.ui.live.footer import Footer
from app.ui.live.header import Header
from app.ui.live.hint_bar import HintBar
from app.ui.live.key_sheet import KeySheet
from app.ui.live.mood_bar import MoodBar
from app.ui.live.objection_pane import ObjectionHead, ObjectionSteps, Results
from app.ui.live.open_objections import OpenObjections
from app.ui.live.panel_host import PanelHost
from app.ui.live.parts import Part, text_scale
from app.ui.live.question_card import QuestionCard
from app.ui.live.rail import Rail
from app.ui.live.scene import Layout, Scene, Times
from app.ui.live.segments import Segments
from app.ui.live.side_column import SideColumn
from app.ui.live.speech import SpeechPane
from app.ui.live.state_bars import Corner, HoldBar, TroubleBar
from app.ui.live.step_page import StepPage
from app.ui.live.story_strip import StoryStrip
from app.ui.live.tone_row import ToneRow
from app.ui.type_scale import SIZES, TextRole
from app.ui.widgets import Panel, PanelLook, ScrollColumn

_RAIL_WIDTH = 196
_SIDE_WIDTH = 300
_LINE_SHARE, _LINE_SHARE_UNDER_PANEL = 0.6, 0.45
"""How much of the middle the words may take, alone and while a panel is open under them."""
_SMALLER = (TextRole.SAY_COMPACT, TextRole.STRONG)
"""How the words may shrink for their answers to be in sight."""
_ARMS_LENGTH = 30
"""Pixels under which they never shrink for that: about the size of the line at 100 %, read at arm's length."""
_SCROLL_BAR = 12
_AROUND_BESIDE, _AROUND_BESIDE_NARROW = 16, 13
_ANY_HEIGHT = 16_777_215
"""Qt's own "no limit" (QWIDGETSIZE_MAX)."""


class _Centre(Panel):
    """The middle. What is higher than the room scrolls, so nobody need ask how high it is at some width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells that there is other room now."""
        super().resizeEvent(event)
        self.resized.emit()

    def hasHeightForWidth(self) -> bool:
        """Qt would lay everything out several times over to find a height that nothing uses."""
        return False


class LiveWindow(QWidget):
    """Everything that is seen in a call. Holds no truth: it shows scenes."""

    def __init__(self, keys: KeyMap, step_page: StepPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement(Layout.FULL, rail=True, side=True)
        self._scene: Scene | None = None
        self._scale = 0.0
        self.header = Header(keys, self)
        self.hold_bar, self.trouble_bar = HoldBar(keys, self), TroubleBar(self)
        self.segments = Segments(self)
        self.rail, self.side = Rail(keys, self), SideColumn(keys, self)
        self.head, self.tone, self.speech = (
            ObjectionHead(keys, self),
            ToneRow(keys, self),
            SpeechPane(keys, self),
        )
        self.steps, self.results = ObjectionSteps(keys, self), Results(keys, self)
        self.ask, self.card = AskBar(keys, self), QuestionCard(keys, self)
        self.open_objections, self.story = OpenObjections(keys, self), StoryStrip(keys, self)
        self.footer, self.moods, self.hint = Footer(keys, self), MoodBar(keys, self), HintBar(keys, self)
        self._form = WHOLE
        self.panel = PanelHost(keys, step_page, self)
        self._lay_out()
        self._centre.resized.connect(self._fit_line)
        for area in (self._said, self._work):
            area.verticalScrollBar().rangeChanged.connect(self._offer_further)
        self.corner, self.key_sheet = Corner(keys, self), KeySheet(keys, self)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts with buttons."""
        return (
            self.header,
            self.hold_bar,
            self.rail,
            self.head,
            self.tone,
            self.speech,
            self.steps,
            self.ask,
            self.card,
            self.open_objections,
            self.story,
            self.results,
            self.hint,
            self.footer,
            self.panel,
            self.side,
            self.moods,
            self.corner,
            self.key_sheet,
        )

    # -- how it stands -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._rail_area = _column(self.rail, PanelLook.SIDE_LEFT, self)
        self._side_area = _column(self.side, PanelLook.SIDE_RIGHT, self)
        self._centre = _Centre(PanelLook.GROUND, self)
        self._said, self._work = ScrollColumn(self._centre, gap=14), ScrollColumn(self._centre)
        for part in (self.head, self.tone, self.speech, self.steps):
            self._said.column.addWidget(part)
        for area in (self._said, self._work):
            area.column.addStretch(1)
        self._working, self._work_column = self._working_parts()
        self._bottom, self._bottom_column = self._bottom_parts()
        self._beside = QWidget(self._centre)
        self._beside_row = QHBoxLayout(self._beside)
        self._beside_row.setContentsMargins(0, 0, 0, 0)
        self._beside_row.setSpacing(12)
        self._grid = QGridLayout(self._centre)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail_area)
        middle.addWidget(self._centre, 1)
        middle.addWidget(self._side_area)
        self._root = QGridLayout(self)
        self._root.setContentsMargins(0, 0, 0, 0)
        self._root.setSpacing(0)
        for at, bar in enumerate((self.hold_bar, self.trouble_bar, self.segments), start=1):
            self._root.addWidget(bar, at, 0, 1, 2)
        self._root.addLayout(middle, 4, 0, 1, 2)
        self._root.setRowStretch(4, 1)
        self._root.setColumnStretch(0, 1)
        self._resting_parts = (self.rail, self.head, self.steps, self.results, self.footer, self.tone)
        self._resting_layouts = (
            self._root,
            self._grid,
            self._said.column,
            self._work.column,
            self._work_column,
            self._bottom_column,
            self._beside_row,
            *(layout for part in self._resting_parts if (layout := part.layout()) is not None),
        )
        self._stand(self.arrangement)

    def _working_parts(self) -> tuple[QWidget, QVBoxLayout]:
        working = QWidget(self._centre)
        column = QVBoxLayout(working)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.ask, self.card, self.open_objections, self.story):
            column.addWidget(part)
        return working, column

    def _bottom_parts(self) -> tuple[QWidget, QVBoxLayout]:
        bottom = QWidget(self._centre)
        column = QVBoxLayout(bottom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.footer)
        return bottom, column

    def _stand(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        strip = arrangement.layout is Layout.STRIP
        self._stand_bars(strip=strip)
        self._stand_centre(strip=strip)
        slim = arrangement.layout is not Layout.FULL
        margins = (14, 4, 12, 4) if strip else (16, 10, 16, 12) if slim else (30, 22, 30, 22)
        self._grid.setContentsMargins(*margins)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4 if strip else 8 if slim else 12)
        self._said.column.setSpacing(8 if slim else 16)
        self._tell_shape(slim=slim)
        self._show_areas()

    def _stand_bars(self, *, strip: bool) -> None:
        """The strip has one bar: who is on the line, then the moods; elsewhere the moods are at the bottom."""
        for bar in (self.header, self.moods):
            self._root.removeWidget(bar)
        self._root.addWidget(self.header, 0, 0, 1, 1 if strip else 2)
        self._root.addWidget(self.moods, 0 if strip else 5, 1 if strip else 0, 1, 1 if strip else 2)
        self.moods.set_look(PanelLook.BAR_TOP if strip else PanelLook.BAR_BOTTOM)

    def _stand_centre(self, *, strip: bool) -> None:
        """One under the other, or in the strip side by side: what to say, what to pick, how to go on."""
        for part in (self._said, self._work, self.panel, self._bottom, self._beside):
            self._grid.removeWidget(part)
        self._stand_around_line(strip=strip)
        for column in (self._said.column, self._work.column):
            column.removeWidget(self._working)
        column = self._work.column if strip else self._said.column
        column.insertWidget(column.count() - 1, self._working)
        for column in (self._work_column, self._bottom_column):
            column.removeWidget(self.results)
        if strip or self.arrangement.narrow:
            self._work_column.insertWidget(0, self.results)
        else:
            self._bottom_column.addWidget(self.results)
        if strip:
            self._stand_side_by_side()
        else:
            for row, part in enumerate((self._said, self.panel, self._bottom)):
                self._grid.addWidget(part, row, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if strip else 0)
        self._work_column.removeWidget(self.footer.objection)
        if strip and self.arrangement.narrow:  # under the buttons there, the tone stands in its way
            self._work_column.insertWidget(0, self.footer.objection, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.footer.give_back_objection()
        self.footer.set_shape(upright=strip, terse=self.arrangement.narrow)

    def _stand_side_by_side(self) -> None:
        """The strip. What stands under the words goes under the buttons where text is so large that lines are dear."""
        narrow = self.arrangement.narrow
        rows = 2 if narrow else 1
        self._grid.addWidget(self._said, 0, 0, rows, 1)
        self._grid.addWidget(self._work, 0, 1, rows, 1)
        self._grid.addWidget(self.panel, 0, 1, rows, 2)
        self._grid.addWidget(self._bottom, 0, 2, 1 if narrow else 2, 1)
        self._grid.addWidget(self._beside, 1, 2 if narrow else 0, 1, 1 if narrow else 2)

    def _stand_around_line(self, *, strip: bool) -> None:
        """In the strip the way back, the tone and the hint share one line under the words; elsewhere they have rows."""
        for part in (self.head, self.tone, self.hint, self.card.count):
            for layout in (self._said.column, self._beside_row, self._bottom_column, self._work_column):
                layout.removeWidget(part)
        if strip:
            self._stand_in_one_line()
            return
        self._said.column.insertWidget(0, self.head)
        self._said.column.insertWidget(1, self.tone)
        self._bottom_column.insertWidget(0, self.hint)

    def _stand_in_one_line(self) -> None:
        if self.arrangement.narrow:
            self._beside_row.addWidget(self.tone, 1)
            self._beside_row.addWidget(self.head, 0)
            self._work_column.insertWidget(0, self.hint)
            return
        for part, stretch in ((self.head, 0), (self.tone, 1), (self.hint, 2)):
            self._beside_row.addWidget(part, stretch)
        self._beside_row.addWidget(self.card.count, 0)

    def _tell_shape(self, *, slim: bool) -> None:
        arrangement, strip = self.arrangement, self.arrangement.layout is Layout.STRIP
        self.header.set_layout(arrangement.layout, roomy=arrangement.side, narrow=arrangement.narrow)
        self.panel.set_strip(strip=strip)
        self._tell_room()
        self.head.set_shape(strip=strip, terse=arrangement.narrow)
        self.tone.set_slim(slim=slim, one_word=strip and arrangement.narrow)
        self.ask.set_short(short=arrangement.narrow)
        self.hint.set_short(short=strip or (slim and self._scale > 1))
        around = _AROUND_BESIDE_NARROW if arrangement.narrow else _AROUND_BESIDE
        self._beside.setFixedHeight(self.fontMetrics().height() + around)
        self.steps.set_named(named=not (strip and arrangement.narrow))
        self.card.set_shape(
            slim=slim, strip=strip, counted=strip and not arrangement.narrow, headed=not arrangement.narrow
        )

    def _tell_room(self) -> None:
        """In the strip the moods have what the name, the clock and the end of the call leave."""
        arrangement = self.arrangement
        self.header.spell_end(spelled=True)
        beside = self.header.needed_width if arrangement.layout is Layout.STRIP else 0
        self.moods.set_layout(arrangement.layout, side_shown=arrangement.side, room=self.width() - beside)
        self.header.spell_end(
            spelled=arrangement.layout is not Layout.STRIP
            or self.moods.sizeHint().width() <= self.width() - beside
        )
        self.panel.more.set_layout(arrangement.layout, legend=not self.moods.form.spelled)

    def _show_areas(self) -> None:
        scene, arrangement = self._scene, self.arrangement
        stripped = scene is not None and scene.prompt.stripped
        panel = scene is not None and scene.panel is not None
        strip = arrangement.layout is Layout.STRIP
        self._rail_area.setVisible(arrangement.rail and not stripped)
        self._side_area.setVisible(arrangement.side and not stripped)
        self.segments.setVisible(not arrangement.rail and not stripped and not strip)
        self._work.setVisible(strip and not panel)
        self._beside.setVisible(strip and not panel)
        self._working.setVisible(strip or not panel)
        self._bottom.setVisible(not panel)
        rows = (1, 0) if strip else (4, 5 if panel else 0)
        for at, stretch in enumerate(rows):
            self._grid.setRowStretch(at, stretch)

    # -- what is out of sight ------------------------------------------------------------------------------------

    def see_more(self) -> None:
        """A page further in what is too high for its room; from its end back to the top."""
        bar = next((bar for bar in self._bars() if bar.maximum() > 0), None)
        if bar is None:
            return
        page = max(1, bar.pageStep() - self.fontMetrics().height())
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + page)

    def _bars(self) -> tuple[QScrollBar, ...]:
        """The bars that a key may move now, the likeliest first."""
        if self._scene is not None and self._scene.panel is not None:
            areas = self.panel.findChildren(QAbstractScrollArea)
            return tuple(area.verticalScrollBar() for area in areas if area.isVisible())
        strip = self.arrangement.layout is Layout.STRIP
        shown = (self._work, self._said) if strip else (self._said,)
        return tuple(area.verticalScrollBar() for area in shown)

    def _offer_further(self) -> None:
        """Less than a margin out of sight is nothing to read."""
        self.footer.offer_further(wanted=self._said.verticalScrollBar().maximum() > 2 * GAP)

    @property
    def said_area(self) -> QWidget:
        """Where the spoken line stands."""
        return self._said.viewport()

    @property
    def note_in_sight(self) -> bool:
        """Whether the note line stands at the side, so that it needs no panel."""
        stripped = self._scene is not None and self._scene.prompt.stripped
        return self.arrangement.side and not stripped

    def arrange(self) -> bool:
        """Fits the parts to the present size and text; tells whether anything moved."""
        scale = text_scale(self)
        arrangement = Arrangement.for_size(self.size(), scale)
        if (arrangement, scale) == (self.arrangement, self._scale):
            return False
        self._scale = scale
        self._rail_area.setFixedWidth(round(_RAIL_WIDTH * scale))
        self._side_area.setFixedWidth(round(_SIDE_WIDTH * scale))
        self._stand(arrangement)
        if self._scene is not None:
            self._show_prompt(self._scene)
        self._place_corner()
        return True

    def hasHeightForWidth(self) -> bool:
        """The window takes the room that it is given."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The strip and the compact window may be small; what does not fit scrolls."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the overlays at their places."""
        super().resizeEvent(event)
        self._place_overlays()

    def _place_overlays(self) -> None:
        room = self.rect()
        if self.arrangement.layout is not Layout.STRIP:
            room.setTop(self._centre.geometry().top())
            room.setBottom(self.moods.geometry().top())
        self.key_sheet.setGeometry(room.adjusted(8, 8, -8, -8))
        self.key_sheet.fit(self.key_sheet.width() - 40)
        self._place_corner()

    def _place_corner(self) -> None:
        centre, corner = self._centre.geometry(), self.corner
        corner.set_terse(terse=self.arrangement.narrow)
        widest = max(160, centre.width() - 24)
        size = corner.sizeHint().boundedTo(QSize(widest, 400))
        height = (
            max(corner.heightForWidth(size.width()), size.height())
            if corner.hasHeightForWidth()
            else size.height()
        )
        corner.resize(size.width(), height)
        taken = (
            self._bottom.height() + 16
            if self._bottom.isVisible() and self.arrangement.layout is not Layout.STRIP
            else 8
        )
        bottom = centre.bottom() - self._grid.contentsMargins().bottom() - taken
        corner.move(centre.right() - size.width() - 12, bottom - height)

    # -- what it shows -----------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        """Shows the scene; each part leaves alone what has not changed.

        Qt lays everything out anew at each single part that comes up; here that waits until all of them are there, and
        begins at the outside: what stands in a scrolling part would else be laid out for the room of the scene before.
        """
        away = tuple(part for part in self._resting_parts if not part.isVisible())
        for layout in self._resting_layouts:
            layout.setEnabled(False)
        try:
            self._show_all(scene)
            self._fit_line()
        finally:
            for layout in self._resting_layouts:
                layout.setEnabled(True)
            self._grid.activate()
            self._wake(away)
        if not self.corner.isHidden():
            self._place_corner()

    def _wake(self, parts: tuple[Part, ...]) -> None:
        """Has ``parts`` that came up lay themselves out once more, after what stands in them told its size.

        Qt swallows the wish of a part out of sight, and would only fulfil it on showing, while its layout rests.
        """
        for part in parts:
            if part.isVisible():
                QCoreApplication.postEvent(part, QEvent(QEvent.Type.LayoutRequest))

    # -- the line stays in sight -----------------------------------------------------------------------------------

    def _fit_line(self) -> None:
        """Gives the line the roomiest form that leaves it in sight, whatever panel is open and however large text is."""
        scene = self._scene
        if scene is None:
            return
        strip, panel = self.arrangement.layout is Layout.STRIP, scene.panel is not None
        width, height = self._room_for_line(strip=strip, panel=panel)
        words, ruler = self._words_of(scene, width, strip=strip), Ruler(self.font(), text_scale(self))
        inside = width if scene.prompt.objection is None else self.steps.words_width(width)
        if strip or panel:
            form = ruler.form_for(words, inside, height)
        else:
            bare = replace(words, do="", guide="", tone_height=0)
            form = replace(ruler.form_for(bare, inside, height), extras=True, tone=True, guide=True)
            form = self._with_answers(form, words, ruler, width)
        self._take_form(form, scene, strip=strip)
        if scene.prompt.objection is not None:
            self.steps.set_only_current(only=self._one_step(scene, ruler, width))
        self._hold_line(0 if strip or not panel else min(height, ruler.needed(words, form, inside) + GAP))

    def _with_answers(self, form: Form, words: Words, ruler: Ruler, width: int) -> Form:
        """The form with as many hints around the line as leave its answers in sight.

        Wide windows have room for that unless the offer to ask for the step stands between the line and its answers.
        """
        scene, card, ask = self._scene, self.card.layout(), self.ask.layout()
        asking = not self.ask.isHidden()
        if (self.arrangement.side and not asking) or scene is None or card is None or ask is None:
            return form
        room = self._room_over_buttons() - 2 * GAP
        if scene.prompt.question is None:
            if not self.arrangement.narrow or scene.prompt.objection is None:
                return form
            forms = (replace(form, extras=False), *_in_less_size(form, ruler))
            inside = self.steps.words_width(width)
            return next((one for one in forms if ruler.needed(words, one, inside) <= room), forms[-1])
        room -= card.totalHeightForWidth(width + _SCROLL_BAR)
        if not self.arrangement.side:
            forms = (*_with_fewer_hints(form), *_in_less_size(form, ruler))
            form = next((one for one in forms if ruler.needed(words, one, width) <= room), forms[-1])
        if asking:
            room -= ask.totalHeightForWidth(width + _SCROLL_BAR) + GAP
            forms = _with_fewer_hints(form)
            form = next((one for one in forms if ruler.needed(words, one, width) <= room), forms[-1])
        return form

    def _one_step(self, scene: Scene, ruler: Ruler, width: int) -> bool:
        """Whether an objection shows its current step alone, because all four would push it out of sight."""
        if scene.panel is not None or scene.prompt.stripped or self.arrangement.one_step:
            return True
        around = _height_at(self.head, width) + _height_at(self.tone, width) + 2 * self._said.column.spacing()
        return self.steps.needed(ruler, width) > self._room_over_buttons() - GAP - around

    def _room_over_buttons(self) -> int:
        """How high the middle is above the buttons at its foot."""
        margins = self._grid.contentsMargins()
        return self._centre.height() - margins.top() - margins.bottom() - self._bottom.sizeHint().height()

    def _hold_line(self, height: int) -> None:
        """Keeps just this much room for the line; 0, or no room at all, leaves it to the layout."""
        height = max(0, height)
        if height != self._said.minimumHeight():
            self._said.setMinimumHeight(height)
            self._said.setMaximumHeight(height or _ANY_HEIGHT)

    def _room_for_line(self, *, strip: bool, panel: bool) -> tuple[int, int]:
        margins = self._grid.contentsMargins()
        width = self._centre.width() - margins.left() - margins.right()
        height = self._centre.height() - margins.top() - margins.bottom()
        if not strip:
            return width - _SCROLL_BAR, round(height * (_LINE_SHARE_UNDER_PANEL if panel else _LINE_SHARE))
        under = not panel and not self.arrangement.narrow
        beside = self._beside.height() + self._grid.verticalSpacing() if under else 0
        gaps = 2 * self._grid.horizontalSpacing()
        return (width - self._buttons_width() - gaps) // 2 - _SCROLL_BAR, height - beside

    def _buttons_width(self) -> int:
        """How wide the strip's last column is, reckoned from what stands in it: Qt will only know after laying it out."""
        footer = self.footer.maximumWidth()
        if not self.arrangement.narrow:
            return footer
        back = self.head.back
        way_back = 0 if back.isHidden() else back.sizeHint().width() + self._beside_row.spacing()
        return max(footer, self.tone.word.sizeHint().width() + way_back)

    def _words_of(self, scene: Scene, width: int, *, strip: bool) -> Words:
        prompt = scene.prompt
        around = 0 if strip else _height_at(self.tone, width)
        if not strip and (prompt.objection is not None or prompt.crumbs):
            around += _height_at(self.head, width) + self._said.column.spacing()
        around += 0 if strip else self._said.column.spacing() - GAP
        if prompt.objection is None:
            return replace(self.speech.measured, tone_height=around)
        large, look = self.steps.current()
        return Words(
            large,
            look=look,
            do=prompt.speech.do,
            tone_height=around,
            fixed_height=self.steps.name_height(width),
        )

    def _take_form(self, form: Form, scene: Scene, *, strip: bool) -> None:
        self._form = form
        self.speech.set_form(form)
        slim = self.arrangement.layout is not Layout.FULL
        roomy = form.large is TextRole.CUE
        usual = TextRole.SAY_MIDDLE if strip else TextRole.SAY_COMPACT if slim else TextRole.SAY
        fits_usual = roomy or SIZES[form.large] > SIZES[usual]
        self.steps.set_large(usual if fits_usual else form.large)
        self.steps.set_extras(extras=form.extras)
        self.tone.setVisible(form.tone or strip)
        prompt = scene.prompt
        self.head.setVisible((form.tone or strip) and (prompt.objection is not None or bool(prompt.crumbs)))

    def _show_all(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is None or before.prompt.lead != scene.prompt.lead:
            self.header.show_lead(scene.prompt.lead, stripped=scene.prompt.stripped)
            self._tell_room()
        if before is None or before.prompt != scene.prompt or (before.panel is None) != (scene.panel is None):
            self._show_prompt(scene)
        if before is None or before.prompt.speech.text != scene.prompt.speech.text:
            for area in (self._said, self._work):
                area.verticalScrollBar().setValue(0)
        self.header.show_saved(saved=scene.saved, troubled=scene.trouble is not None)
        self.trouble_bar.show_trouble(scene.trouble)
        self.card.show_question(scene.prompt.question, scene.answer_draft, stripped=scene.prompt.stripped)
        self.ask.show_ask(scene.prompt.ask, scene.ask_digits, scene.prompt.lang)
        self.side.note.show_notes(scene.note, scene.prompt.notes)
        self.side.show_chips(scene.chips)
        self.panel.note.show_chips(scene.chips)
        self.panel.show_panel(scene.panel, scene.prompt, scene.note)
        if before is None or before.notice != scene.notice:
            self.corner.show_notice(scene.notice)
            self.corner.raise_()
        if self.key_sheet.isHidden() == scene.key_sheet:
            self.key_sheet.setVisible(scene.key_sheet)
            self._place_overlays()
            self.key_sheet.raise_()

    def show_times(self, times: Times) -> None:
        """Shows the clocks."""
        self.header.show_times(times)
        self.rail.show_stage_time(times.stage_ms)
        self.hold_bar.show_held(held=times.held)

    def _show_prompt(self, scene: Scene) -> None:
        prompt = scene.prompt
        slim = self.arrangement.layout is not Layout.FULL
        self.header.show_lead(prompt.lead, stripped=prompt.stripped)
        self.rail.show_rail(prompt.rail)
        self.rail.show_facts(prompt.captured)
        self.segments.show_rail(prompt.rail)
        self.head.show_way(prompt.objection, prompt.crumbs, prompt.lang)
        self.tone.show_tone(prompt.tone)
        self.tone.show_drive(prompt.drive, locked=prompt.push_locked, stripped=prompt.stripped)
        self.speech.setVisible(prompt.objection is None)
        if prompt.objection is None:
            self.speech.show_speech(prompt.speech, prompt.help, prompt.lang, stripped=prompt.stripped)
        self.steps.show_objection(prompt.objection, prompt.speech.do)
        self.results.show_objection(prompt.objection)
        self.open_objections.show_prompt(prompt)
        self.story.show_prompt(prompt, wanted=not self.arrangement.side)
        self.hint.show_prompt(prompt)
        self.footer.show_prompt(prompt, slim=slim)
        self.side.show_prompt(prompt)
        self.moods.show_mood(prompt.mood, tapped=prompt.mood_tapped)
        self.moods.show_state(prompt.help, held=prompt.clocks.held)
        self.moods.strip(stripped=prompt.stripped)
        self._show_areas()


def _height_at(part: QWidget, width: int) -> int:
    """How high ``part`` stands in ``width`` pixels."""
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _with_fewer_hints(form: Form) -> tuple[Form, ...]:
    """The form as it is, without the guide, and without anything beside the words."""
    return form, replace(form, guide=False), replace(form, extras=False)


def _in_less_size(form: Form, ruler: Ruler) -> tuple[Form, ...]:
    """The bare words in every smaller size that can be read at arm's length."""
    at = _SMALLER.index(form.large) + 1 if form.large in _SMALLER else 0
    return tuple(
        replace(form, extras=False, large=large, under=form.under and TextRole.BODY)
        for large in _SMALLER[at:]
        if SIZES[large] * ruler.scale >= _ARMS_LENGTH
    )


def _column(part: Part, look: PanelLook, parent: QWidget) -> Panel:
    area = Panel(look, parent)
    inside = QVBoxLayout(area)
    inside.setContentsMargins(0, 0, 0, 0)
    scroll = ScrollColumn(area)
    scroll.column.addWidget(part)
    inside.addWidget(scroll)
    scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
    return area
