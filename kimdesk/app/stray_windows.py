"""Finds parts that become windows of their own for a blink: they flicker and take the keys from the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    """Hears every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what is shown as a plain window; dialogs, menus and tips are meant to be windows."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowFlags() & Qt.WindowType.WindowType_Mask
            if kind == Qt.WindowType.Window:
                self.shown.append((type(watched).__name__, watched.accessibleName()))
        return False


@contextmanager
def stray_windows(app: QApplication) -> Iterator[list[tuple[str, str]]]:
    """Collect class and accessible name of every plain window shown meanwhile.

    A widget that is made visible before it has a place in a parent is such a window until it gets one.
    """
    watch = _Watch()
    app.installEventFilter(watch)
    try:
        yield watch.shown
    finally:
        app.removeEventFilter(watch)
