"""Facts in one line: what does not fit is counted, and shown when asked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.surfaces import Flow

GAP = 8


class RowTags(QWidget):
    """The facts about a family, the most urgent first: large letters take no second line before somebody asks."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._parts: tuple[QWidget, ...] = ()
        self._flow = Flow()
        self.more = Chip("")
        self.more.setAccessibleName(name)
        self.more.toggled.connect(lambda _on: self._fit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._flow)

    def refill(self, *parts: QWidget) -> None:
        """Show other facts."""
        self.more.setParent(self)  # kept while the others go
        self._parts = parts
        self._flow.refill(*parts, self.more)
        self._fit()

    def _fit(self) -> None:
        """Show what fits into the first line, everything where that was asked for."""
        widths = [part.sizeHint().width() + GAP for part in self._parts]
        fits = sum(widths) - GAP <= self.width()
        count = len(widths)
        if not fits and not self.more.isChecked():
            room = self.width() - self.more.sizeHint().width()
            count = max(1, sum(1 for at in range(len(widths)) if sum(widths[: at + 1]) <= room))
        for at, part in enumerate(self._parts):
            part.setVisible(at < count)
        hidden = len(self._parts) - count
        self.more.setText(self.tr("+ %n weitere", "", hidden) if hidden else self.tr("weniger"))
        self.more.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
