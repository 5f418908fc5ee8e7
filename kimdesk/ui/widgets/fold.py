"""A line that opens what belongs to it: an arrow and a text that gives way to narrow places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box


class FoldButton(QAbstractButton):
    """Shows one line, shortened where the room does not do; a screen reader says the whole."""

    def __init__(self, *, touch: bool = False) -> None:
        super().__init__()
        self._touch = touch
        self._open = False
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, name: str) -> None:
        """Show a line; `name` is what a screen reader says."""
        self.setText(text)
        self.setAccessibleName(name)
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Turn the arrow."""
        self._open = is_open
        self.update()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return one control's height."""
        return QSize(current().px(220), current().control(touch=self._touch))

    def minimumSizeHint(self) -> QSize:
        """Let long lines be shortened."""
        return QSize(current().px(80), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and font scale."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw arrow, line and focus."""
        look, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "accent_soft" if self._open else ("raised" if self.underMouse() else "")
        edge = "accent" if self.hasFocus() else ""
        box(painter, area, Skin(fill, edge, ""), tokens.RADIUS_CONTROL, 2)
        size = look.px(tokens.ICON)
        arrow = "chevron-down" if self._open else "chevron-right"
        icons.paint(painter, arrow, QRectF(6, area.center().y() - size / 2, size, size), "accent")
        painter.setFont(look.font(weight=600 if self._open else 400))
        painter.setPen(look.color("text"))
        room = area.adjusted(6 + size + 8, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            privacy.mask(self.text()), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
