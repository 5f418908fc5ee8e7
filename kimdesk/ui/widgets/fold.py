"""A line that opens what belongs to it: an arrow and a text that gives way to narrow places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kimdesk.ui import privacy
from kimdesk.ui.theme import icons, tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box, ring
from kimdesk.ui.widgets.layouts import follow_width
from kimdesk.ui.widgets.lines import broken

_END = 8


class FoldButton(QAbstractButton):
    """Shows a line, in narrow places two, and shortens what is longer; a screen reader says the whole."""

    def __init__(self, *, touch: bool = False, most_lines: int = 2) -> None:
        super().__init__()
        self._touch = touch
        self._most = most_lines
        self._open = False
        self.setProperty("elides", True)  # noqa: FBT003 - Qt's way
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self, QSizePolicy.Policy.Expanding)

    def say(self, text: str, name: str) -> None:
        """Show a line; `name` is what a screen reader says."""
        self.setText(text)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Turn the arrow."""
        self._open = is_open
        self.updateGeometry()
        self.update()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one control's height."""
        return QSize(current().px(220), current().control(touch=self._touch))

    def minimumSizeHint(self) -> QSize:
        """Let long lines be shortened."""
        return QSize(current().px(80), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Tell that narrow places need a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        lines = self._lines(width - self._indent() - _END)
        return self.sizeHint().height() + (len(lines) - 1) * self._line()

    def _indent(self) -> int:
        return 6 + current().px(tokens.ICON) + 8

    def _line(self) -> int:
        return QFontMetrics(current().font()).lineSpacing()

    def _lines(self, width: int) -> list[str]:
        font = current().font(weight=600 if self._open else 400)
        return broken(privacy.mask(self.text()), font, width, self._most)

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
        box(painter, area, Skin(fill, "", ""), tokens.RADIUS_CONTROL)
        if self.hasFocus():
            ring(painter, area)
        size = look.px(tokens.ICON)
        arrow = "chevron-down" if self._open else "chevron-right"
        icons.paint(painter, arrow, QRectF(6, area.center().y() - size / 2, size, size), "accent")
        painter.setFont(look.font(weight=600 if self._open else 400))
        painter.setPen(look.color("text"))
        room = area.adjusted(self._indent(), 0, -_END, 0)
        lines = self._lines(int(room.width()))
        top = room.center().y() - len(lines) * self._line() / 2
        for at, line in enumerate(lines):
            place = QRectF(room.left(), top + at * self._line(), room.width(), self._line())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line)
