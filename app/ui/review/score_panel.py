"""The right of the review desk: the scorecard to mark, broken rules, feedback, the sum with its formula, and sending."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.review.sampling import Why
from app.review.scoring import FORMULA, Basis
from app.ui.keys import Action, KeyMap
from app.ui.review.criterion_row import CriterionRow
from app.ui.review.draft_state import DraftState
from app.ui.review.fail_row import FailRow
from app.ui.review.feedback_box import FeedbackBox
from app.ui.review.risk_words import risk_words
from app.ui.review.ruling_row import RulingRow
from app.ui.review.score_scene import ScoreScene, SendState
from app.ui.review.sheet import Lack, Missing, Sheet
from app.ui.review.step_words import review_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    Rule,
    ScrollColumn,
    Variant,
    WrappingLabel,
    taken_out,
)
from app.ui.words import percent, ui_lang, ui_locale

_MOST_SEED = 999_999
_FRAME = 24
"""What a line of text needs beside its text, in pixels."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_OVER = f"{_NO_BREAK}÷{_NO_BREAK}"


class _SeedLine(QLineEdit):
    """As wide as the largest seed."""

    def sizeHint(self) -> QSize:
        """Room for its digits and for the frame."""
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(str(_MOST_SEED)) + _FRAME)
        return size


class ScorePanel(Panel):
    """Shows a ``ScoreScene``."""

    basis_chosen = Signal(object)
    marked = Signal(str, object)
    reason_given = Signal(str, str)
    cause_named = Signal(str, str)
    na_reason_given = Signal(str, str)
    proof_wanted = Signal(str)
    rule_broken = Signal(str, bool)
    rule_quoted = Signal(str, str)
    rule_moment_wanted = Signal(str)
    draw_wanted = Signal(int)
    queued_wanted = Signal()
    send_wanted = Signal()
    ruled = Signal(int, object, str)
    fail_read = Signal(int, bool, str)
    draft_thrown = Signal()
    draft_wanted = Signal()
    history_wanted = Signal()
    moment_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_RIGHT, parent)
        self._scene = ScoreScene()
        self._built_for = ""
        self._rows: dict[str, CriterionRow] = {}
        self._sections: list[tuple[PlainLabel, tuple[str, ...], str]] = []
        self._fails: dict[str, FailRow] = {}
        self._rulings: list[RulingRow] = []
        self._rulings_part = QWidget(self)
        self._rulings_part.hide()
        self._rulings_box = QVBoxLayout(self._rulings_part)
        self._rulings_box.setContentsMargins(0, 0, 0, RHYTHM)
        self._rulings_box.setSpacing(RHYTHM)
        self._earlier = WrappingLabel(role=TextRole.NOTE)
        self._history = KeyButton(variant=Variant.QUIET)
        self._history.clicked.connect(self.history_wanted)
        self.feedback = FeedbackBox(self)
        self._title = PlainLabel(role=TextRole.HEADING)
        self._card = WrappingLabel(role=TextRole.NOTE)
        self._heard, self._record = KeyButton(), KeyButton()
        self._why = WrappingLabel(role=TextRole.NOTE)
        self._marks = ScrollColumn(gap=0)
        self._marks.column.addWidget(self._rulings_part)
        self._marks.column.addStretch(1)
        self._empty, self._room = WrappingLabel(role=TextRole.BODY), QWidget()
        self._ways_on = QWidget()
        self._fail_head = PlainLabel(role=TextRole.LABEL, parent=self)
        for part in (self.feedback, self._fail_head):
            part.hide()
        self._total, self._sum = PlainLabel(role=TextRole.BODY), PlainLabel(role=TextRole.CLOCK)
        self._formula = WrappingLabel(role=TextRole.NOTE)
        self._state = WrappingLabel(role=TextRole.ALARM)
        self._send = KeyButton(variant=Variant.PRIMARY)
        self._draw, self._next = KeyButton(), KeyButton()
        self._keys = KeyMap()
        self._draft = WrappingLabel(role=TextRole.NOTE)
        self._anew, self._others = KeyButton(variant=Variant.QUIET), KeyButton()
        self._seed_name, self._seed = PlainLabel(role=TextRole.NOTE), _SeedLine("1")
        self._seed_name.setBuddy(self._seed)
        self._seed.setValidator(QIntValidator(1, _MOST_SEED, self._seed))
        self._queue = WrappingLabel(role=TextRole.NOTE)
        self._lay_out()
        self._heard.clicked.connect(self._choose_heard)
        self._record.clicked.connect(self._choose_record)
        self._send.clicked.connect(self.send_wanted)
        self._draw.clicked.connect(self._draw_pressed)
        self._next.clicked.connect(self.queued_wanted)
        self._anew.clicked.connect(self.draft_thrown)
        self._others.clicked.connect(self.draft_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        basis = QHBoxLayout()
        basis.setSpacing(4)
        basis.addWidget(self._heard, 1)
        basis.addWidget(self._record, 1)
        column.addWidget(self._title)
        column.addWidget(self._card)
        column.addLayout(basis)
        column.addWidget(self._why)
        column.addWidget(self._earlier)
        column.addWidget(self._history, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._empty)
        column.addWidget(self._marks, 1)
        column.addWidget(self._room, 1)
        column.addWidget(Rule())
        total = QHBoxLayout()
        total.addWidget(self._total, 1)
        total.addWidget(self._sum)
        column.addLayout(total)
        column.addWidget(self._formula)
        column.addWidget(self._state)
        kept = QHBoxLayout()
        kept.addWidget(self._draft, 1)
        kept.addWidget(self._anew)
        column.addLayout(kept)
        column.addWidget(self._send)
        column.addWidget(self._queue)
        flow = FlowLayout(self._ways_on, gap=4)
        for part in (self._seed_name, self._seed, self._draw, self._next, self._others):
            flow.addWidget(part)
        column.addWidget(self._ways_on)
        self._column = column

    # --- showing ---

    def show_scene(self, scene: ScoreScene) -> None:
        """Shows ``scene``."""
        self._scene = scene
        sheet = scene.sheet
        for part in (
            self._heard,
            self._record,
            self._total,
            self._sum,
            self._formula,
            self._send,
        ):
            part.setVisible(sheet is not None)
        self._marks.setVisible(sheet is not None or bool(scene.waiting))
        self._empty.setVisible(sheet is None)
        self._room.setVisible(self._marks.isHidden())
        self._empty.setText(self._empty_words(scene))
        self._show_queue(scene)
        simple = sheet is not None and sheet.simple
        own = sheet is not None and sheet.own
        for widget in (self._queue, self._seed_name, self._seed, self._draw):
            widget.setVisible(not simple)
        self._next.setVisible(not simple and bool(scene.left))
        self._show_draft(scene, simple=simple)
        self._title.setText(self._title_words(own=own, simple=simple))
        self._send.set_words(self._send_words(own=own, simple=simple))
        if sheet is None:
            self._card.setText("")
            self._state.setVisible(False)
            self._hide_rows()
            self._show_waiting(scene)
            self._place_ways_on(under_marks=False, simple=simple)
            return
        is_other = self._built_for != f"{sheet.card.revision} {sheet.simple}"
        if is_other:
            self._build(sheet)
        self._place_ways_on(under_marks=True, simple=simple)
        if is_other:
            self._order_tabs()
        self._show_waiting(scene)
        self._show_sheet(scene, sheet)

    def _place_ways_on(self, *, under_marks: bool, simple: bool) -> None:
        """What leads to other calls stands after the marks, which need the room; at the bottom where there are none."""
        marks, focus = self._marks.column, QApplication.focusWidget()
        layout = marks if under_marks else self._column
        if layout.indexOf(self._ways_on) < 0:
            held = focus is not None and self._ways_on.isAncestorOf(focus)
            layout.insertWidget(marks.count() - 1 if under_marks else layout.count(), self._ways_on)
            if held and under_marks:
                self.take_caret()
        self._ways_on.setVisible(not simple)

    def _hide_rows(self) -> None:
        """Leaves what others wait for alone, where there is nothing to mark."""
        labels = [label for label, _, _ in self._sections]
        for part in (*self._rows.values(), *self._fails.values(), *labels, self._fail_head, self.feedback):
            part.hide()

    def _show_sheet(self, scene: ScoreScene, sheet: Sheet) -> None:
        self._card.setText(self._card_words(sheet))
        for button in (self._heard, self._record):
            button.setVisible(not sheet.own)
        self._heard.set_variant(Variant.TAB_ON if sheet.basis is Basis.HEARD else Variant.TAB)
        self._record.set_variant(Variant.TAB_ON if sheet.basis is Basis.RECORD_ONLY else Variant.TAB)
        self._heard.setAccessibleDescription("✓" if sheet.basis is Basis.HEARD else "")
        self._record.setAccessibleDescription("✓" if sheet.basis is Basis.RECORD_ONLY else "")
        lacks = scene.lacks if scene.tried else ()
        rated = {one.id for one in sheet.rows}
        for name, row in self._rows.items():
            row.setVisible(name in rated)
            if name in rated:
                row.show_sheet(sheet, lacks)
        for label, criteria, _ in self._sections:
            label.setVisible(any(name in rated for name in criteria))
        self._fail_head.setVisible(bool(self._fails))
        for fail in self._fails.values():
            fail.show()
            fail.show_sheet(sheet, lacks)
        self.feedback.setVisible(not sheet.simple)
        self.feedback.offer(scene.choices)
        self.feedback.show_feedback(sheet.feedback, lacks)
        self._show_sum(sheet)
        self._state.setVisible(bool(self._state_words(scene)))
        self._state.setText(self._state_words(scene))
        self._state.set_role(TextRole.NOTE if scene.state is SendState.SENT else TextRole.ALARM)
        self._send.setEnabled(scene.state is not SendState.SENDING and scene.state is not SendState.SENT)

    def _build(self, sheet: Sheet) -> None:
        """Makes the rows of another card."""
        self._built_for = f"{sheet.card.revision} {sheet.simple}"
        self._rows, self._fails, self._sections = {}, {}, []
        column = self._marks.column
        for part in (self.feedback, self._fail_head, self._rulings_part, self._ways_on):
            part.setParent(self)
        for part in taken_out(column):
            part.deleteLater()
        column.addWidget(self._rulings_part)
        for section in sheet.card.sections:
            label = PlainLabel(section.title.in_lang(ui_lang()), TextRole.LABEL)
            self._sections.append((label, tuple(one.id for one in section.criteria), section.id))
            column.addSpacing(6)
            column.addWidget(label)
            for criterion in section.criteria:
                row = CriterionRow(criterion)
                row.offer_choices(sheet)
                row.marked.connect(self.marked)
                row.reason_given.connect(self.reason_given)
                row.cause_named.connect(self.cause_named)
                row.na_reason_given.connect(self.na_reason_given)
                row.proof_wanted.connect(self.proof_wanted)
                row.stepped.connect(self._step)
                self._rows[criterion.id] = row
                column.addWidget(row)
        self._build_fails(sheet)
        column.addWidget(self.feedback)
        column.addStretch(1)

    def _order_tabs(self) -> None:
        """Tab goes down the panel as it is read, whenever its parts were made."""
        parts = (
            *(self._heard, self._record, self._history, self._rulings_part),
            *self._rows.values(),
            *self._fails.values(),
            *(self.feedback, self._ways_on, self._anew, self._send),
        )
        stops = [stop for part in parts for stop in _stops(part)]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _build_fails(self, sheet: Sheet) -> None:
        column = self._marks.column
        column.addSpacing(6)
        column.addWidget(self._fail_head)
        for rule in sheet.card.auto_fails if not sheet.simple else ():
            row = FailRow(rule)
            row.broken.connect(self._break_rule)
            row.quoted.connect(self.rule_quoted)
            row.moment_wanted.connect(self.rule_moment_wanted)
            self._fails[rule.id] = row
            column.addWidget(row)

    def _show_sum(self, sheet: Sheet) -> None:
        found = sheet.score
        self._total.setText(self.tr("Score") if sheet.basis is Basis.HEARD else self.tr("Record index"))
        self._sum.setText("—" if found.percent is None else f"{found.percent:.0f}")
        number = ui_locale().toString
        sums = f"{number(found.earned, 'g', 4)} ÷ {number(found.applicable, 'g', 4)}"
        words = FORMULA if found.percent is None else f"{FORMULA} = 100 × {sums}".replace(" ÷ ", _OVER)
        if found.percent is None:
            share = self.tr("Not scored: under %1 % of the weight applies or is marked.").replace(
                "%1", f"{sheet.card.scored_from:g}"
            )
            words = f"{share}\n{words}"
        if sheet.fails:
            words = (
                self.tr("A rule was broken; a second reader must confirm it. The score stays.") + f"\n{words}"
            )
        self._formula.setText(words)

    def _show_draft(self, scene: ScoreScene, *, simple: bool) -> None:
        words = {
            DraftState.NONE: "",
            DraftState.KEPT: self.tr("Draft, kept until you send it."),
            DraftState.NOT_KEPT: self.tr("The draft cannot be kept now; it is still here."),
        }
        said = "" if scene.sheet is None else words[scene.draft]
        self._draft.setText(said)
        self._draft.setVisible(bool(said))
        self._anew.setVisible(bool(said))
        self._others.setVisible(not simple and scene.others > 0)
        self._others.set_words(self.tr("%n other draft(s)", "", scene.others), "D")

    def _title_words(self, *, own: bool, simple: bool) -> str:
        if own:
            return self.tr("Rate yourself first")
        return self.tr("Mark blind") if simple else self.tr("Review")

    def _send_words(self, *, own: bool, simple: bool) -> str:
        if own:
            return self.tr("Show the trainer's marks")
        return self.tr("Keep the marks, next") if simple else self.tr("Send, next")

    def _show_waiting(self, scene: ScoreScene) -> None:
        while len(self._rulings) < len(scene.waiting):
            row = RulingRow()
            row.ruled.connect(self.ruled)
            row.fail_read.connect(self.fail_read)
            row.moment_wanted.connect(self.moment_wanted)
            self._rulings.append(row)
            self._rulings_box.addWidget(row)
            self._order_tabs()
        if any(self._holds_focus(row) for row in self._rulings[len(scene.waiting) :]):
            self.take_caret()
        for place, row in enumerate(self._rulings):
            row.setVisible(place < len(scene.waiting))
            if place < len(scene.waiting):
                row.show_waiting(scene.waiting[place])
        self._rulings_part.setVisible(bool(scene.waiting))
        earlier = [one for one in scene.reviews if not one.draft.own]
        own = scene.sheet is not None and scene.sheet.own
        for part in (self._earlier, self._history):
            part.setVisible(bool(earlier) and not own)
        told = self.tr("Earlier: %1")
        self._earlier.setText("\n".join(told.replace("%1", review_words(one)) for one in earlier))

    @staticmethod
    def _holds_focus(row: RulingRow) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and row.isVisible() and row.isAncestorOf(focus)

    def _show_queue(self, scene: ScoreScene) -> None:
        queue = scene.queue
        self._next.setVisible(bool(scene.left))
        if queue is None:
            self._queue.setText(self.tr("No queue is drawn yet."))
        else:
            words = self.tr("%n call(s) left in the queue", "", scene.left)
            seed = self.tr("seed %1, %2 % at random").replace("%1", str(queue.seed))
            self._queue.setText(f"{words} · {seed.replace('%2 %', percent(queue.random_share))}")
            if not self._seed.hasFocus():
                self._seed.setText(str(queue.seed))
        queued = scene.queued
        self._why.setVisible(queued is not None)
        if queued is not None:
            random = self.tr("In the queue by chance: it counts for averages.")
            flagged = self.tr("In the queue for its risk (%1): it never enters averages.")
            flagged = flagged.replace("%1", risk_words(queued.risks))
            self._why.setText(random if queued.why is Why.RANDOM else flagged)

    # --- words ---

    def _card_words(self, sheet: Sheet) -> str:
        lang = ui_lang()
        count = self.tr("%n criterion(s)", "", len(sheet.rows))
        version = self.tr("version %1").replace("%1", sheet.card.version)
        keys = self.tr("keys 0 1 2 −, ↑ ↓").replace(" ", _NO_BREAK)
        return f"{sheet.card.title.in_lang(lang)}, {version} · {count} · {keys}"

    def _empty_words(self, scene: ScoreScene) -> str:
        if scene.card_fault is not None:
            return self.tr("The scorecard cannot be used: %1").replace(
                "%1", scene.card_fault.in_lang(ui_lang())
            )
        if scene.no_card:
            return self.tr(
                "No scorecard fits this call. Look into the folder “scorecards” beside the playbooks."
            )
        return self.tr("Open a call to score it.")

    def _state_words(self, scene: ScoreScene) -> str:
        if scene.state is SendState.NOT_KEPT:
            return self.tr("The review could not be kept now. It is still here; send it again in a moment.")
        if scene.state is SendState.SENT:
            return self.tr("Sent.")
        if scene.tried and scene.lacks:
            return self.tr("%n thing(s) missing before it can be sent.", "", len(scene.lacks))
        return ""

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight, with the caret."""
        target: QWidget = self.feedback
        if lack.of in self._rows:
            target = self._rows[lack.of]
            self._rows[lack.of].take_caret(lack.what)
        elif lack.of in self._fails:
            target = self._fails[lack.of]
            self._fails[lack.of].take_caret()
        elif lack.what in (Missing.STRENGTH, Missing.CHANGE, Missing.PLAN_DATE):
            self.feedback.take_caret(lack.what)
        self._bring_into_sight(target)

    def take_caret(self) -> None:
        """Puts the focus on the first criterion."""
        first = next((row for row in self._rows.values() if not row.isHidden()), None)
        if first is not None:
            first.take_caret(Missing.MARK)
            self._bring_into_sight(first)

    def _step(self, criterion: str, by: int) -> None:
        """From one criterion to the next, by key."""
        shown = [name for name, row in self._rows.items() if not row.isHidden()]
        place = shown.index(criterion) + by
        if 0 <= place < len(shown):
            row = self._rows[shown[place]]
            row.take_caret(Missing.MARK)
            self._bring_into_sight(row)

    def _bring_into_sight(self, row: QWidget) -> None:
        """As much of it as there is room for, what has the focus before all else; once more when all is laid out."""
        self._marks.ensureWidgetVisible(row, 0, 2 * RHYTHM)
        QTimer.singleShot(0, self, self._follow_focus)

    def _follow_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._marks.isAncestorOf(focus):
            self._marks.ensureWidgetVisible(focus, 0, 4 * RHYTHM)

    # --- presses ---

    def _break_rule(self, rule: str, broken: bool) -> None:  # noqa: FBT001 - a signal's value
        """The line for its quote opens under the rule, where it is seen."""
        self.rule_broken.emit(rule, broken)
        self._bring_into_sight(self._fails[rule])

    def _choose_heard(self) -> None:
        self.basis_chosen.emit(Basis.HEARD)

    def _choose_record(self) -> None:
        self.basis_chosen.emit(Basis.RECORD_ONLY)

    def _draw_pressed(self) -> None:
        self.draw_wanted.emit(int(self._seed.text() or "1"))

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._heard.set_words(self.tr("Heard"))
        self._heard.setToolTip(self.tr("You heard the call or its recording: everything is rated."))
        self._record.set_words(self.tr("Record only"))
        self._record.setToolTip(
            self.tr("You saw the record only: what needs hearing is left out, and the two are never mixed.")
        )
        self._fail_head.setText(self.tr("Broken rules, apart from the score"))
        self._send.set_words(self.tr("Send, next"), self._keys.cap(Action.SEND_REVIEW, ui_lang()))
        self._draw.set_words(self.tr("Draw a queue"))
        self._draw.setToolTip(
            self.tr("From the calls found on the left; the same seed draws the same calls.")
        )
        self._anew.set_words(self.tr("Start anew"))
        self._history.set_words(self.tr("History of the marks"), self._keys.cap(Action.HISTORY, ui_lang()))
        self._next.set_words(self.tr("Next in the queue"), self._keys.cap(Action.QUEUE, ui_lang()))
        self._seed_name.setText(self.tr("Seed"))
        self._seed.setAccessibleName(self.tr("Seed of the queue"))
        self._seed.setToolTip(self.tr("The same seed draws the same calls."))
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._scene.sheet is not None:
            titles = {one.id: one.title.in_lang(ui_lang()) for one in self._scene.sheet.card.sections}
            for label, _, section in self._sections:
                label.setText(titles.get(section, label.text()))
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in ``part``, but for the inner parts that Qt makes of its own widgets."""
    found = (part, *part.findChildren(QWidget))
    return [
        one
        for one in found
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.objectName().startswith("qt_")
        and one.window() is part.window()
    ]
