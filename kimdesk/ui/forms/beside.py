"""What was said the last time, beside the form of today; above it where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.labels import Paragraph

WIDE = 600
"""Pixels at 100 % from which both stand side by side."""


class Beside(QWidget):
    """A form with a remark that only reads."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self.remark = Paragraph("", "small")
        self._frame = QFrame()
        self._frame.setProperty("role", "raised")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.remark)
        inner.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.BottomToTop, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(form, 5)
        self._box.addWidget(self._frame, 3, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str) -> None:
        """Show a remark, or none."""
        self.remark.set_body(text)
        self._frame.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """Need the width of the form: the remark moves above it."""
        return QSize(self._form.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction."""
        super().resizeEvent(event)
        wide = event.size().width() >= current().px(WIDE)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop)
