"""Hears every key, click and touch in any of the program's windows, above every dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

_DONE_BY_SOMEBODY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Activity(QObject):
    """Watches the windows one works in, not every widget: that would slow down every paint.

    `touched` is called at every key, click and touch. `keys` are those that work above every dialog as well, where
    the window's own actions rest.
    """

    def __init__(self, touched: Callable[[], None], keys: Mapping[str, Callable[[], None]]) -> None:
        super().__init__()
        self._touched = touched
        self._stopped = False
        self._keys = {QKeySequence(key): act for key, act in keys.items()}
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def stop(self) -> None:
        """Hear nothing any more; a second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.focusWindowChanged.disconnect(self._watch)
        for window in app.allWindows():
            window.removeEventFilter(self)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the event; swallow it where it is one of the keys."""
        if event.type() not in _DONE_BY_SOMEBODY:
            return False
        self._touched()
        act = self._meant(event) if isinstance(event, QKeyEvent) else None
        if act is not None:
            act()
        return act is not None

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        pressed: QKeyCombination = event.keyCombination()
        return self._keys.get(QKeySequence(pressed))
