"""A vault that is open without its guards, before its new sheet is on paper, is locked when nobody is there."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kimdesk.ui.activity import Activity
from kimdesk.ui.shell.attention import COVER_AFTER, LOCK_AFTER

LOOK_EVERY_MS = 5_000


class Unattended(QObject):
    """Watches while `exposed` says that a key or a code is there and nothing covers it; `lock_asked` once it is due."""

    lock_asked = Signal()

    def __init__(self, exposed: Callable[[], bool], now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._exposed = exposed
        self._now = now
        self._touched = now()
        self._activity = Activity(self.touch, {})
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_EVERY_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._touched = self._now()

    def look(self) -> None:
        """Ask for the lock where nobody did anything for as long as cover and lock take together."""
        if not self._exposed():
            self.touch()
        elif self._now() - self._touched >= COVER_AFTER + LOCK_AFTER:
            self.lock_asked.emit()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._tick.stop()
        self._activity.stop()
