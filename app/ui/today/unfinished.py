"""A bar with the newest unfinished call, for a window so narrow that the list of calls lies below the fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.ports import CallStatus
from app.ui.today.scene import CallRow
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, TurningRow, Variant, WrappingLabel

_ROOM_FOR_WORDS = 60


class UnfinishedPanel(Panel):
    """A call that was cut off, and the two buttons that end it well."""

    go_on_wanted = Signal(object)
    finish_wanted = Signal(object)

    def __init__(self, look: PanelLook, parent: QWidget | None = None, *, wrap: bool = False) -> None:
        """``wrap``: words of the buttons may take several lines."""
        super().__init__(look, parent)
        self._call: CallRow | None = None
        self._go_on = KeyButton(variant=Variant.PRIMARY, wrap=wrap)
        self._finish = KeyButton(wrap=wrap)
        self._go_on.clicked.connect(self._go_on_clicked)
        self._finish.clicked.connect(self._finish_clicked)

    def buttons(self) -> FlowLayout:
        """Both, side by side where there is room."""
        row = FlowLayout()
        row.addWidget(self._go_on)
        row.addWidget(self._finish)
        return row

    def show_buttons(self, call: CallRow, key: str) -> None:
        """Offers what can be done with ``call``; ``key`` goes on with it, or finishes its record once the line is closed."""
        self._call = call
        talking = call.status is CallStatus.LIVE
        self._go_on.setVisible(talking and not call.elsewhere)
        self._finish.setVisible(not call.elsewhere)
        self._go_on.set_words(self.tr("Go on"), key if talking else "")
        self._finish.set_words(self.tr("Finish the record"), "" if talking else key)
        self._finish.set_variant(Variant.PLAIN if talking else Variant.PRIMARY)

    def _go_on_clicked(self) -> None:
        if self._call is not None:
            self.go_on_wanted.emit(self._call.call)

    def _finish_clicked(self) -> None:
        if self._call is not None:
            self.finish_wanted.emit(self._call.call)


class UnfinishedBar(UnfinishedPanel):
    """One call cut off, in as few lines as there can be: whose it was, and the buttons that end it well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.BAR_TOP, parent)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 6, 10, 6)
        turning = TurningRow(_ROOM_FOR_WORDS)
        inside.addWidget(turning)
        self._who = WrappingLabel(role=TextRole.STRONG)
        turning.row.addWidget(self._who, 1)
        turning.row.addLayout(self.buttons())
        self._key = ""

    def show_call(self, call: CallRow | None, key: str) -> None:
        """Shows ``call``; ``key`` is the key that goes on with it, or finishes its record when the line is closed."""
        self._call, self._key = call, key
        if call is None:
            return
        self._who.setText(self.tr("Unfinished: %1").replace("%1", call.customer))
        self.show_buttons(call, key)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_call(self._call, self._key)
        super().changeEvent(event)
