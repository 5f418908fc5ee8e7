"""Files dropped from the desktop: over any part of a screen, with a frame that shows that they will be taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.theme.tokens import CARD_PADDING


def files_of(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


class FileDrop(QObject):
    """Lets files of any kind be dropped on a widget; `dropped` tells them, what they are is found out elsewhere."""

    dropped = Signal(tuple)
    hovering = Signal(bool)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take part in the drag."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)  # noqa: FBT003 - a Qt signal
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not files_of(event.mimeData()):
            return False
        event.acceptProposedAction()
        self.hovering.emit(True)  # noqa: FBT003 - a Qt signal
        return True

    def _drop(self, event: QDropEvent) -> bool:
        files = files_of(event.mimeData())
        self.hovering.emit(False)  # noqa: FBT003 - a Qt signal
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # the files stay where they are
        event.accept()
        self.dropped.emit(files)
        return True


class DropArea(QFrame):
    """A place that looks as if things could be dropped on it: a dashed frame, accented while something hovers."""

    def __init__(self) -> None:
        super().__init__()
        self._marked = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING)
        self.box.setSpacing(8)

    def set_marked(self, marked: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show that a drop would land here."""
        self._marked = marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the frame."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("accent" if self._marked else "control"), 2 if self._marked else look.palette.line_width)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(look.color("accent_soft" if self._marked else "surface"))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
