"""A button that looks like a search field and opens the box behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box


class SearchButton(QAbstractButton):
    """Shows a magnifier, what can be looked for, and the key."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__()
        self._key = key
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a field."""
        return QSize(current().px(426), current().control())

    def minimumSizeHint(self) -> QSize:
        """Give way where the bar is narrow."""
        return QSize(current().px(60), current().control())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.setMaximumWidth(current().px(426))
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw field, magnifier, words and key."""
        look, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() or self.underMouse() else "control"
        width = look.palette.focus_width if self.hasFocus() else look.palette.line_width
        box(painter, area, Skin("raised", edge, ""), tokens.RADIUS_CONTROL, width)
        size = look.px(16)
        icons.paint(painter, "search", QRectF(11, area.center().y() - size / 2, size, size), "dim")
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.color("dim"))
        taken = painter.fontMetrics().horizontalAdvance(self._key) + 22
        if area.width() > 2 * taken + size:
            painter.drawText(area.adjusted(0, 0, -12, 0), _RIGHT, self._key)
        else:
            taken = 0
        painter.setFont(look.font())
        room = area.adjusted(11 + size + 9, 0, -taken - 8, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _LEFT, shown)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
