"""The one window: a place for a banner and one screen at a time, its size and place remembered. Knows no screen's inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QStyle, QVBoxLayout, QWidget

from app.ui.preferences import Preferences
from app.ui.widgets import Panel, PanelLook

if TYPE_CHECKING:
    from app.ui.pop_bar import PopBar
    from app.ui.widgets import Banner

FULL_SIZE = QSize(1180, 760)
COMPACT_SIZE = QSize(420, 760)
STRIP_HEIGHT = 220
_BAR_HEIGHT = 52
_STILL_NARROW = 600


class _FirstPaint(QObject):
    """Waits for the window's first painting."""

    painted = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells of the first paint once it is over, and looks no more."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self.painted.emit()


class _Blank(Panel):
    """The first picture: the start screen's surfaces, before there is anything on them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top, middle, bottom = Panel(PanelLook.BAR_TOP), QHBoxLayout(), Panel(PanelLook.BAR_BOTTOM)
        top.setFixedHeight(_BAR_HEIGHT)
        bottom.setFixedHeight(_BAR_HEIGHT)
        for look, share in ((PanelLook.SIDE_LEFT, 26), (PanelLook.PLAIN, 46), (PanelLook.SIDE_RIGHT, 28)):
            middle.addWidget(Panel(look), share)
        column.addWidget(top)
        column.addLayout(middle, 1)
        column.addWidget(bottom)


class _OneScreen(QStackedWidget):
    """As small as the screen in sight allows; those behind it do not count."""

    def sizeHint(self) -> QSize:
        """What the screen in sight wants."""
        screen = self.currentWidget()
        return super().sizeHint() if screen is None else screen.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the screen in sight needs."""
        screen = self.currentWidget()
        return super().minimumSizeHint() if screen is None else screen.minimumSizeHint()


class Frame(QMainWindow):
    """The window. ``painted`` comes once, after the first picture is on the screen; ``closing`` before it goes."""

    painted = Signal()
    closing = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._full_geometry = QByteArray()
        self._narrow = False
        self._banner: Banner | None = None
        self._pop_bar: PopBar | None = None
        self._stack = _OneScreen()
        self._blank: QWidget | None = _Blank()
        self._stack.addWidget(self._blank)
        ground = Panel(PanelLook.GROUND)
        self._column = column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(ground)
        self.setWindowTitle("Callcue")
        self.setMinimumSize(320, STRIP_HEIGHT)
        self._first_paint = _FirstPaint(self)
        self._first_paint.painted.connect(self.painted)
        ground.installEventFilter(self._first_paint)
        self._place()

    @property
    def pop_bar(self) -> PopBar:
        """The bar that tells who rings; made when first wanted."""
        if self._pop_bar is None:
            from app.ui.pop_bar import PopBar

            self._pop_bar = PopBar()
            self._column.insertWidget(0, self._pop_bar)
        return self._pop_bar

    @property
    def banner(self) -> Banner:
        """The sentence above the screen; made when first wanted."""
        if self._banner is None:
            from app.ui.widgets import Banner

            self._banner = Banner()
            self._column.insertWidget(self._column.indexOf(self._stack), self._banner)
        return self._banner

    def _place(self) -> None:
        kept = QByteArray.fromBase64(self._preferences.settings.window.encode("ascii", "ignore"))
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(self._fitting(FULL_SIZE))

    def _fitting(self, size: QSize) -> QSize:
        screen: QScreen | None = self.screen()
        return size.boundedTo(screen.availableSize() - self._border()) if screen is not None else size

    def _border(self) -> QSize:
        """What the desktop puts around the window; before it is shown only the title bar can be guessed."""
        if self.isVisible():
            return self.frameGeometry().size() - self.size()
        return QSize(0, self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))

    def show_screen(self, screen: QWidget) -> None:
        """Puts ``screen`` in the window; the one before stays unless ``drop_screen`` takes it away."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        blank, self._blank = self._blank, None
        if blank is not None:
            self.drop_screen(blank)
        screen.setFocus()

    def come_forward(self) -> None:
        """Shows the window before all others; only when somebody asked for it."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def drop_screen(self, screen: QWidget) -> None:
        """Takes ``screen`` out for good."""
        self._stack.removeWidget(screen)
        screen.deleteLater()

    def current_screen(self) -> QWidget | None:
        """The screen in the window."""
        return self._stack.currentWidget()

    # --- shapes during a call ---

    def shape_full(self) -> None:
        """The whole window, as it was before it was made small."""
        if not self._narrow:
            return
        if self.width() <= _STILL_NARROW:
            self._preferences.change(compact_window=self._geometry_text())
        self._narrow = False
        self._stay_on_top(on_top=False)
        if self._full_geometry.isEmpty() or not self.restoreGeometry(self._full_geometry):
            self.resize(self._fitting(FULL_SIZE))

    def shape_compact(self) -> None:
        """A narrow window above all others."""
        self._become_narrow(COMPACT_SIZE)
        kept = QByteArray.fromBase64(self._preferences.settings.compact_window.encode("ascii", "ignore"))
        if not kept.isEmpty() and self.restoreGeometry(kept) and self.width() > _STILL_NARROW:
            self.resize(self._fitting(COMPACT_SIZE))

    def shape_strip(self) -> None:
        """A low window across the screen above all others."""
        screen = self.screen()
        width = screen.availableSize().width() if screen is not None else FULL_SIZE.width()
        self._become_narrow(QSize(width, STRIP_HEIGHT))

    def _become_narrow(self, size: QSize) -> None:
        if not self._narrow:
            self._full_geometry = self.saveGeometry()
            self._narrow = True
        self._stay_on_top(on_top=self._preferences.settings.compact_on_top)
        if self.isMaximized() or self.isFullScreen():
            self.showNormal()
        self.resize(self._fitting(size))

    def _stay_on_top(self, *, on_top: bool) -> None:
        from PySide6.QtCore import Qt

        handle = self.windowHandle()
        if handle is not None:
            # On the native window, so that the frame is not taken down and put up again in the middle of a call.
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)

    def _geometry_text(self) -> str:
        return self.saveGeometry().toBase64().toStdString()

    def geometry_to_keep(self) -> str:
        """Place and size of the whole window, for the settings."""
        kept = self._full_geometry if self._narrow else self.saveGeometry()
        return kept.toBase64().toStdString()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks nothing: a call under way can be gone on with at the next start."""
        self.closing.emit()
        super().closeEvent(event)
