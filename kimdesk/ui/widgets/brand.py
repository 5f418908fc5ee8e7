"""The product's name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.labels import Label

PRODUCT = "KIM Desk"


class Brand(QWidget):
    """The product's name: KIM in the accent colour."""

    def __init__(self, *, size: float = 14) -> None:
        super().__init__()
        self._size = size
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._kim = Label("KIM")
        self._desk = Label("Desk")
        box.addWidget(self._kim)
        box.addSpacing(4)
        box.addWidget(self._desk)
        box.addStretch(1)
        self.setAccessibleName(PRODUCT)
        self._dress()

    def _dress(self) -> None:
        look = current()
        for label, role in ((self._kim, "accent"), (self._desk, "text")):
            label.setFont(look.font(self._size, 700))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), look.color(role))
            label.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._dress)  # the labels are polished after this widget
