"""Shows a picture from memory: as wide as there is room, never smaller than can be read, larger on demand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy

from kimdesk.drawings.picture import Picture
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.drawing_sheet import DrawingSheet

LEAST, MOST = 1.05, 1.7
"""Pixels per point at 100 % font scale: below, 9-point names could not be read; above, they would shout."""
SLOWER = 0.75
"""Large type makes a picture large more slowly, as long as that keeps it from being wider than the window."""
ZOOMS = (0.5, 0.7, 0.85, 1.0, 1.25, 1.6, 2.0, 2.8)


class DrawingView(QScrollArea):
    """A picture with its sentences as accessible description.

    Its elements can be chosen with the arrow keys or the mouse and opened with Enter or a double click. If `movable`,
    Shift with the arrow keys (or the space bar, arrows, Enter) or dragging moves the chosen one by steps of the
    picture's grid; the picture itself changes only when the next one is shown. The view is as high as the picture.
    `ground_opened` tells where a double click hit nothing, in points of the picture.
    """

    element_chosen = Signal(str)
    element_opened = Signal(str)
    element_moved = Signal(str, int, int)
    ground_opened = Signal(float, float)

    def __init__(self, *, movable: bool = False) -> None:
        self._zoom = 1.0
        super().__init__()
        self.sheet = DrawingSheet(movable=movable)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.opened.connect(self.element_opened)
        self.sheet.moved.connect(self.element_moved)
        self.sheet.ground_opened.connect(self.ground_opened)
        self.sheet.installEventFilter(self)
        self.setWidget(self.sheet)
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture drawn with the stand-in colours of `drawings.ink.ROLES`."""
        self.sheet.show_picture(picture)
        self._fit()

    def chosen(self) -> str:
        """Return the key of the chosen element, or an empty text."""
        return self.sheet.key

    def choose(self, key: str) -> None:
        """Choose an element, as a list beside the picture does; an unknown key chooses none."""
        known = self.sheet.picture is not None and any(area.key == key for area in self.sheet.picture.areas)
        self.sheet.choose(key if known else "")

    def zoom(self, steps: int) -> None:
        """Make the picture larger or smaller by steps; 0 goes back to the whole width."""
        at = min(max(ZOOMS.index(self._zoom) + steps, 0), len(ZOOMS) - 1)
        self._zoom = ZOOMS[at] if steps else 1.0
        self._fit()

    def scale(self) -> float:
        """Return the pixels per point in use."""
        picture = self.sheet.picture
        if picture is None:
            return 1.0
        font = current().scale
        room = self.viewport().width() / picture.width
        least = LEAST * (1 + (font - 1) * SLOWER)
        return min(max(room, least), MOST * font) * self._zoom

    def sizeHint(self) -> QSize:
        """Return the picture's size with the room of a scroll bar where it is wider than the view."""
        size = self.sheet.size()
        wider = size.width() > self.viewport().width()
        return QSize(size.width(), size.height() + (self.horizontalScrollBar().sizeHint().height() if wider else 0))

    def _fit(self) -> None:
        self.sheet.set_scale(self.scale())
        self.setFixedHeight(self.sizeHint().height())

    def _on_chosen(self, key: str) -> None:
        area = self.sheet.area()
        if area is not None:
            at = self.sheet.box(area).center().toPoint()
            self.ensureVisible(at.x(), at.y(), 80, 80)
        self.element_chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font scale."""
        if event.type() == QEvent.Type.StyleChange and self.widget() is not None:
            self._fit()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page; with Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl with plus, minus and 0 zoom."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
            key = Qt.Key(event.key())
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in steps:
                self.zoom(steps[key])
                return True
        return super().eventFilter(watched, event)
