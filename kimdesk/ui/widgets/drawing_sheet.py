"""The sheet a picture lies on: elements are chosen and moved by mouse and keyboard, always with a visible mark."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from kimdesk.drawings.ink import Ink
from kimdesk.drawings.picture import Area, Picture
from kimdesk.drawings.svg import to_svg
from kimdesk.ui.theme.look import Look, current
from kimdesk.ui.widgets.closed import is_closed

GRAB = 34.0
"""Least size of what can be hit, in pixels."""
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DROP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def screen_ink(look: Look) -> Ink:
    """Return the colours of pictures in a look."""
    own = look.palette
    return Ink(
        paper=own.surface,
        text=own.text,
        dim=own.dim,
        line=own.control,
        mark=own.accent,
        soft=own.accent_soft,
        weight=(1 + own.line_width) / 2,
    )


class DrawingSheet(QWidget):
    """Draws one picture at a scale. Keys and steps in signals are those of the picture's areas."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int, int)
    ground_opened = Signal(float, float)

    def __init__(self, *, movable: bool) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.key = ""
        self._movable = movable
        self._scale = 1.0
        self._carried: QPoint | None = None
        self._pressed: QPointF | None = None
        self._pixels: QPixmap | None = None
        self._renderer: QSvgRenderer | None = None
        self.setMouseTracking(True)

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; the chosen element stays chosen if it is still there."""
        self.picture = picture
        self._carried = self._pressed = self._pixels = self._renderer = None
        if self.area() is None:
            self.key = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if picture.areas else Qt.FocusPolicy.NoFocus)
        self._say()
        self.set_scale(self._scale)

    def set_scale(self, scale: float) -> None:
        """Draw at so many pixels per point."""
        self._scale = scale
        if self.picture is not None:
            self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the picture's size at this scale."""
        if self.picture is None:
            return QSize(0, 0)
        return QSize(round(self.picture.width * self._scale), round(self.picture.height * self._scale))

    def area(self) -> Area | None:
        """Return the chosen element."""
        areas = self.picture.areas if self.picture else ()
        return next((area for area in areas if area.key == self.key), None)

    def choose(self, key: str) -> None:
        """Choose an element and tell."""
        if key == self.key:
            return
        self.key = key
        self._say()
        self.update()
        if key:
            self.chosen.emit(key)

    def _say(self) -> None:
        """Let a screen reader say what the picture shows, and which element is chosen."""
        assert self.picture is not None
        area = self.area()
        self.setAccessibleName(f"{self.picture.title}: {area.name}" if area else self.picture.title)
        parts = [*self.picture.sentences]
        if self.picture.areas:
            parts.append(self.tr("Mit den Pfeiltasten wählen Sie ein Element."))
        if self.picture.areas and self._can_move():
            parts.append(self.tr("Mit Umschalt und den Pfeiltasten verschieben Sie es."))
        self.setAccessibleDescription(" ".join(parts))

    def _can_move(self) -> bool:
        return self._movable and not is_closed(self)

    def box(self, area: Area) -> QRectF:
        """Return where an element lies, in pixels, never too small to be hit."""
        box = QRectF(area.x, area.y, area.width, area.height)
        box = QRectF(box.topLeft() * self._scale, box.size() * self._scale)
        wide, high = max(0.0, GRAB - box.width()) / 2, max(0.0, GRAB - box.height()) / 2
        return box.adjusted(-wide, -high, wide, high)

    def _hit(self, at: QPointF) -> Area | None:
        """Return the element at a place: the one whose middle is nearest where several could be meant."""
        areas = self.picture.areas if self.picture else ()
        under = [area for area in areas if self.box(area).contains(at)]
        return min(under, key=lambda area: (self.box(area).center() - at).manhattanLength(), default=None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw picture, chosen element, what is carried, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), current().color("surface"))
        painter.drawPixmap(0, 0, self._drawn())
        area = self.area()
        if area is not None and (self.hasFocus() or self._carried is not None):
            self._frame(painter, self.box(area).adjusted(-3, -3, 3, 3), Qt.PenStyle.SolidLine)
            if self._carried is not None and self.picture is not None:
                by = QPointF(self._carried) * self.picture.step * self._scale
                self._frame(painter, self.box(area).translated(by), Qt.PenStyle.DashLine)
        elif area is not None:
            self._frame(painter, self.box(area).adjusted(-3, -3, 3, 3), Qt.PenStyle.DotLine)
        elif self.hasFocus():
            seen = QRectF(self.visibleRegion().boundingRect())  # the sheet may be larger than the place it scrolls in
            self._frame(painter, seen.adjusted(1, 1, -1, -1), Qt.PenStyle.SolidLine)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the frame of the focus around what is seen."""
        super().moveEvent(event)
        if self.hasFocus():
            self.update()

    def _frame(self, painter: QPainter, box: QRectF, style: Qt.PenStyle) -> None:
        painter.setPen(QPen(current().color("accent"), current().palette.focus_width, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)

    def _drawn(self) -> QPixmap:
        """Return the picture in pixels, drawn once for a size and theme."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._pixels is None or self._pixels.size() != size:
            self._pixels = QPixmap(size)
            self._pixels.fill(Qt.GlobalColor.transparent)
            if self.picture is not None and not size.isEmpty():
                if self._renderer is None:
                    svg = to_svg(self.picture, screen_ink(current()))
                    self._renderer = QSvgRenderer(QByteArray(svg.encode()))
                painter = QPainter(self._pixels)
                self._renderer.render(painter)
                painter.end()
            self._pixels.setDevicePixelRatio(ratio)
        return self._pixels

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._pixels = self._renderer = None
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show an element's full name where its label may be shortened."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = self._hit(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), area.name if area else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed."""
        area = self._hit(event.position())
        if event.button() == Qt.MouseButton.LeftButton and area is not None:
            self._pressed = event.position()
            self.choose(area.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the chosen element along, in steps."""
        pointing = self._hit(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
        if not self._can_move() or self._pressed is None or self.picture is None:
            return
        way = event.position() - self._pressed
        if self._carried is None and way.manhattanLength() < QApplication.startDragDistance():
            return
        step = self.picture.step * self._scale
        self._carried = QPoint(round(way.x() / step), round(way.y() / step))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Put down what was carried."""
        self._pressed = None
        self._drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is pressed twice, or tell where there is nobody."""
        area = self._hit(event.position())
        if area is not None:
            self.opened.emit(area.key)
        elif not is_closed(self):
            self.ground_opened.emit(event.position().x() / self._scale, event.position().y() / self._scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from element to element, or carry the chosen one."""
        if not self._key(Qt.Key(event.key()), shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, *, shift: bool) -> bool:
        """Tell whether a key means something here."""
        way = _WAYS.get(key)
        if way is not None:
            if self._can_move() and self.key and (shift or self._carried is not None):
                self._carry(*way)
            else:
                self._step(*way)
            return True
        if key == Qt.Key.Key_Escape and self._carried is not None:
            self._carried = None
        elif key == Qt.Key.Key_Space and self._can_move() and self.key and self._carried is None:
            self._carried = QPoint(0, 0)
        elif key in _DROP and self._carried is not None:
            self._drop()
        elif key in _DROP and self.key:
            self.opened.emit(self.key)
        else:
            return False
        self.update()
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Put down what Shift and the arrow keys carried."""
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            self._drop()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put back what was carried but not put down."""
        self._carried = None
        self.update()
        super().focusOutEvent(event)

    def _carry(self, dx: int, dy: int) -> None:
        self._carried = (self._carried or QPoint(0, 0)) + QPoint(dx, dy)
        self.update()

    def _drop(self) -> None:
        carried, self._carried = self._carried, None
        self.update()
        if carried is not None and not carried.isNull():
            self.moved.emit(self.key, carried.x(), carried.y())

    def _step(self, dx: int, dy: int) -> None:
        """Choose the nearest element in a direction; the first one where none is chosen."""
        areas = self.picture.areas if self.picture else ()
        here = self.area()
        if here is None:
            self.choose(areas[0].key if areas else "")
            return
        start = self.box(here).center()
        ways = [(area, self.box(area).center() - start) for area in areas if area is not here]
        ahead = [(area, way) for area, way in ways if way.x() * dx + way.y() * dy > 1]
        cost = [(hypot(way.x(), way.y()) + 2 * abs(way.x() * dy + way.y() * dx), area.key) for area, way in ahead]
        if cost:
            self.choose(min(cost)[1])
