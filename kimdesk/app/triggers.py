"""What locks an open vault from outside the window: lid, suspend, session lock, user switch, a clock that jumped."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Sequence
from typing import Final, Literal, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)
Reason = Literal["suspend", "lid", "session", "switch", "clock"]
Lock = Callable[[Reason], None]
LOOK_EVERY_MS: Final = 5_000
JUMP_SECONDS: Final = 30.0


class Trigger(Protocol):
    """Listens to one part of the system; `start` is given what locks."""

    def start(self, lock: Lock) -> None:
        """Listen from now on; where the system offers nothing to listen to, do nothing."""
        ...

    def stop(self) -> None:
        """Listen no more; may be called twice."""
        ...


class ClockTrigger(QObject):
    """Locks where time went by that this process did not live through: the laptop slept, or its clock was set.

    `wall` gives seconds of the calendar, `lived` seconds that only grow; on some systems the latter stand still in
    sleep and on others they do not, so both a gap between them and a gap between two looks count.
    """

    def __init__(self, wall: Callable[[], float] = time.time, lived: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._wall = wall
        self._lived = lived
        self._lock: Lock | None = None
        self._last = (0.0, 0.0)
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_EVERY_MS)
        self._tick.timeout.connect(self.look)

    def start(self, lock: Lock) -> None:
        """Compare the clocks from now on."""
        self._lock = lock
        self._last = (self._wall(), self._lived())
        self._tick.start()

    def stop(self) -> None:
        """Compare them no more."""
        self._tick.stop()

    def look(self) -> None:
        """Compare the clocks once."""
        before, self._last = self._last, (self._wall(), self._lived())
        wall, lived = self._last[0] - before[0], self._last[1] - before[1]
        slept = max(wall, lived) - LOOK_EVERY_MS / 1000 > JUMP_SECONDS
        if self._lock is not None and (slept or abs(wall - lived) > JUMP_SECONDS):
            self._lock("clock")


def system_triggers(window: QWidget) -> Sequence[Trigger]:
    """Return what this system offers; `window` receives Windows' messages."""
    found: list[Trigger] = [ClockTrigger()]
    if sys.platform == "win32":
        from kimdesk.app.triggers_windows import Native, WindowsTrigger  # noqa: PLC0415 - Windows only

        found.append(WindowsTrigger(int(window.winId()), Native()))
    elif sys.platform == "linux":
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux only, after the first paint

        from kimdesk.app.triggers_linux import LogindTrigger, ScreenSaverTrigger  # noqa: PLC0415 - as above

        found.append(LogindTrigger(QDBusConnection.systemBus()))
        found.append(ScreenSaverTrigger(QDBusConnection.sessionBus()))
    return found
