"""Drags things over a widget and lets go, as a desktop would tell it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_COPY = Qt.DropAction.CopyAction


def of_files(*files: Path) -> QMimeData:
    """Return what a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def hover(widget: QWidget, data: QMimeData) -> bool:
    """Drag something over the middle of a widget; tells whether it would be taken."""
    event = QDragEnterEvent(widget.rect().center(), _COPY, data, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def leave(widget: QWidget) -> None:
    """Drag it away again."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, *files: Path) -> None:
    """Drag files over the middle of a widget and let go; AssertionError where they would not be taken."""
    data = of_files(*files)
    assert hover(widget, data)
    QApplication.sendEvent(widget, QDropEvent(widget.rect().center(), _COPY, data, _LEFT, _NONE))
