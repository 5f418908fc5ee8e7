"""The one window of the program: the unlock screen and the desk take turns in it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kimdesk.ui.widgets.brand import PRODUCT

ROOMY = QSize(1440, 860)
"""A screen with less room than this is filled by the window."""
USUAL = QSize(1366, 820)


class Frame(QStackedWidget):
    """Holds one screen at a time; its title names no one, its place is remembered."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._covered: QWidget | None = None
        self.setWindowTitle(PRODUCT)

    def appear(self, remembered: str = "") -> None:
        """Show the window where it was last, or where it fits: on a small screen it takes all there is."""
        if self.isVisible():
            return
        if remembered and self.restoreGeometry(QByteArray.fromBase64(remembered.encode("ascii", "ignore"))):
            self.show()
            return
        room = self.screen().availableGeometry()
        self.resize(USUAL.boundedTo(room.size()))
        if room.width() < ROOMY.width() or room.height() < ROOMY.height():
            self.showMaximized()
        else:
            self.move(room.center() - self.rect().center())
            self.show()

    def place(self) -> str:
        """Return where the window is, as text to remember."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def turn_to(self, screen: QWidget) -> None:
        """Show another screen; the one before is gone."""
        old = self.currentWidget()
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def cover(self, cover: QWidget) -> None:
        """Show the cover alone: what was there leaves the window, and with it every tree of names."""
        self._covered = self.currentWidget()
        if self._covered is not None:
            self.removeWidget(self._covered)
            self._covered.setParent(None)
        self.addWidget(cover)
        self.setCurrentWidget(cover)

    def uncover(self) -> None:
        """Show again what was covered; the cover is gone."""
        screen, self._covered = self._covered, None
        if screen is not None:
            self.turn_to(screen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything typed be stored; never ask."""
        self.closing.emit()
        super().closeEvent(event)
