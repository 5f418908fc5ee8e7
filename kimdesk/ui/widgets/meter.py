"""A bar that shows how much; its words stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box


class Meter(QWidget):
    """A thin bar from 0 to 1 in the colour of a tone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value = 0.0
        self._tone = "accent"
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: float, tone: str = "accent") -> None:
        """Show a share of the whole."""
        self._value, self._tone = value, tone
        self.setAccessibleDescription(f"{round(value * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's height."""
        return QSize(120, current().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        box(painter, area, Skin("raised", "control", ""), area.height() / 2)
        if self._value > 0:
            filled = QRectF(area.left(), area.top(), max(area.height(), area.width() * self._value), area.height())
            box(painter, filled, Skin(self._tone, "", ""), area.height() / 2)
