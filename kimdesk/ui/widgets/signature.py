"""A field to sign in with mouse, finger or pen; it keeps places only, no pressure and no time (protection.md)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Skin, box

Stroke = list[tuple[float, float]]
LEAST = 3
"""Points that make a stroke worth keeping as a signature; a single tap is none."""


class SignaturePad(QWidget):
    """Takes strokes; Backspace takes the last one back, Delete clears. Beside it stand ways that need no hand."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._strokes: list[Stroke] = []
        self._drawing = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)  # noqa: FBT003 - touches come as mouse
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def strokes(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Return what was drawn, each stroke as places from the upper left corner."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def is_signed(self) -> bool:
        """Tell whether there is more than a tap."""
        return any(len(stroke) >= LEAST for stroke in self._strokes)

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        """Take everything away."""
        self._strokes.clear()
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Return room for a name."""
        return QSize(current().px(480), current().px(150))

    def minimumSizeHint(self) -> QSize:
        """Never be too small to sign in."""
        return QSize(current().px(240), current().px(120))

    # drawing --------------------------------------------------------------

    def _begin(self, at: QPointF) -> None:
        self._drawing = True
        self._strokes.append([(at.x(), at.y())])

    def _go_on(self, at: QPointF) -> None:
        if self._drawing and QRectF(self.rect()).contains(at):
            self._strokes[-1].append((at.x(), at.y()))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """End it."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a pen as it writes; its pressure is not looked at."""
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back or clear by key."""
        if event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the field, its line and the strokes."""
        look, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() else "control"
        width = look.palette.focus_width if self.hasFocus() else look.palette.line_width
        box(painter, area, Skin("surface", edge, ""), tokens.RADIUS_CONTROL, width)
        painter.setPen(QPen(look.color("dim"), 1))
        low = area.bottom() - look.px(30)
        painter.drawLine(QPointF(area.left() + 20, low), QPointF(area.right() - 20, low))
        pen = QPen(look.color("text"), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            path = QPainterPath(QPointF(*stroke[0]))
            for place in stroke[1:]:
                path.lineTo(QPointF(*place))
            painter.drawPath(path)
