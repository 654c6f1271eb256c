"""The top of the live window: who is on the line, whether all is saved, the clock, and the end of the call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.call.people import LeadCard
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part, text_scale
from app.ui.live.scene import Layout, Times
from app.ui.live.wording import clock_text, short_time
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, PanelLook, PlainLabel, WrappingLabel

_GAP = 3
"""Place of the gap: after the name and the two chips."""
_NAME_WIDTH = 280
_MARGINS = {Layout.FULL: (18, 8, 18, 8), Layout.COMPACT: (14, 6, 8, 6), Layout.STRIP: (14, 4, 8, 4)}


class Header(Part):
    """Name, company and role, source chips; saved or saving; the clock; End call."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.BAR_TOP, keys, parent)
        self._lead = LeadCard()
        self._stripped = False
        self._chips_shown = self._gap_shown = True
        self._saved, self._troubled = True, False
        self._layout_now = Layout.FULL
        self._times = Times(0, 0, held=False)
        self.name = WrappingLabel(role=TextRole.STRONG, parent=self)
        self.where = WrappingLabel(role=TextRole.NOTE, parent=self)
        self.source, self.page = Chip(parent=self), Chip(parent=self)
        self.gap = Chip(look=ChipLook.MOOD, parent=self)
        self.saving = PlainLabel(role=TextRole.SAVED, parent=self)
        self.clock = PlainLabel(role=TextRole.CLOCK, parent=self)
        self.end = ActionButton(Action.END, keys, parent=self)
        self.adopt(self.end)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(self), QWidget(self)
        left, right = QHBoxLayout(self._left), QHBoxLayout(self._right)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.where)
        left.addLayout(who)
        for chip in (self.source, self.page):
            left.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        left.addStretch(1)
        right.addStretch(1)
        for part in (self.gap, self.saving, self.clock, self.end):
            right.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for row in (left, right):
            row.setContentsMargins(0, 0, 0, 0)
        self._rows = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._right, 0)

    def set_layout(self, layout: Layout, *, roomy: bool, narrow: bool) -> None:
        """Full, or slim; ``roomy``: the source chips have room; ``narrow``: even name and clock need a row each.

        The strip has one row whatever happens; where it is narrow, the clock tells of a gap to the pointer only.
        """
        self._layout_now = layout
        self._gap_shown = not (narrow and layout is Layout.STRIP)
        narrow = narrow and layout is not Layout.STRIP
        slim = layout is not Layout.FULL
        self._box.setContentsMargins(*_MARGINS[layout])
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._box.setSpacing(2 if narrow else 14)
        for row in self._rows:
            row.setSpacing(8 if slim else 14)
        self.where.setVisible(not slim and bool(self.where.whole_text()))
        self._rows[0].setStretch(0, 1 if slim else 0)
        self._rows[0].setStretch(_GAP, 0 if slim else 1)
        self._widen_name()
        self._chips_shown = roomy and not slim
        self._show_chips()
        self._rows[1].removeWidget(self.gap)
        row, place = (self._rows[0], 3) if narrow else (self._rows[1], 1)
        row.insertWidget(place, self.gap, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_lead(self, lead: LeadCard, *, stripped: bool) -> None:
        """Shows who is on the line; a stripped screen keeps the name only."""
        if (lead, stripped) == (self._lead, self._stripped):
            return
        self._lead, self._stripped = lead, stripped
        self.name.setText(lead.display)
        company = lead.company if lead.company != lead.display else ""
        self.where.setText(" · ".join(part for part in (company, lead.role) if part))
        self.where.setVisible(self._layout_now is Layout.FULL and bool(self.where.whole_text()))
        self.source.setText(" · ".join(part for part in (lead.source, lead.campaign) if part))
        self.page.setText(lead.page)
        self._show_chips()
        self._widen_name()

    @property
    def needed_width(self) -> int:
        """How wide it has to be for all that it shows in the strip, in pixels."""
        parts = [self.saving, self.clock, self.end, *([self.gap] if not self.gap.isHidden() else [])]
        margins, gap = self._box.contentsMargins(), self._rows[1].spacing()
        inside = self.name.minimumWidth() + sum(part.sizeHint().width() + gap for part in parts)
        return inside + self._box.spacing() + margins.left() + margins.right()

    def spell_end(self, *, spelled: bool) -> None:
        """Names the end of the call in words, or by its key alone where even these have no room."""
        self.end.spell(spelled=spelled or not self.end.key())
        self.end.setToolTip("" if spelled else self.end.words())

    def _widen_name(self) -> None:
        """Keeps name and company on one line each where there is room."""
        if self._layout_now is Layout.COMPACT:
            least = 0
        else:
            shown = (self.name, self.where) if self._layout_now is Layout.FULL else (self.name,)
            widest = max(label.fontMetrics().horizontalAdvance(label.whole_text()) for label in shown)
            least = min(widest + 4, round(_NAME_WIDTH * text_scale(self)))
        for label in (self.name, self.where):
            label.setMinimumWidth(least)

    def _show_chips(self) -> None:
        for chip in (self.source, self.page):
            chip.setVisible(self._chips_shown and not self._stripped and bool(chip.text()))

    def show_saved(self, *, saved: bool, troubled: bool = False) -> None:
        """Acknowledged on disk, on the way there, or kept from it for now."""
        if (saved, troubled) != (self._saved, self._troubled):
            self._saved, self._troubled = saved, troubled
            self._word_saving()

    def show_times(self, times: Times) -> None:
        """The call's clock, and beside it a gap left by a crash."""
        text = clock_text(times.call_ms)
        if text != self.clock.text():
            self.clock.setText(text)
        if times.gap_ms != self._times.gap_ms:
            self._times = times
            self._word_times()

    def retranslate(self) -> None:
        """Sets the words."""
        slim = self._layout_now is not Layout.FULL
        self.end.say(self.tr("End") if slim else self.tr("End call"))
        self.end.setAccessibleDescription(self.tr("Closes the line; the outcome comes next."))
        self.clock.setAccessibleName(self.tr("Time in the call"))
        self._word_saving()
        self._word_times()

    def _word_saving(self) -> None:
        slim = self._layout_now is not Layout.FULL
        waiting = self.tr("Not saved yet") if self._troubled else self.tr("Saving…")
        whole = self.tr("✓ Saved") if self._saved else waiting
        short = "✓" if self._saved else "…"
        self.saving.setText(short if slim else whole)
        self.saving.setAccessibleName(whole)

    def _word_times(self) -> None:
        self.gap.setText(self.tr("gap %1").replace("%1", short_time(self._times.gap_ms)))
        self.gap.setToolTip(self.tr("The call went on after a break that does not count as talk."))
        self.clock.setToolTip(self.gap.text() if self._times.gap_ms else "")
        self.gap.setVisible(self._times.gap_ms > 0 and self._gap_shown)
