"""Keeps the windows of the program out of screenshots and shared screens, where the system allows it (Windows).

Source: Microsoft's page on SetWindowDisplayAffinity. Photographs of the screen are beyond any program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

EXCLUDED: Final = 0x11  # WDA_EXCLUDEFROMCAPTURE, Windows 10 2004 and newer
BLACK: Final = 0x01  # WDA_MONITOR, before
VISIBLE: Final = 0x00  # WDA_NONE

SetAffinity = Callable[[int, int], bool]
"""Tells the system what of a window (by its number) may be captured; False where it refuses."""


class CaptureGuard(QObject):
    """Excludes each window as one begins to work in it; `set_allowed` lifts that for all of them."""

    def __init__(self, set_affinity: SetAffinity | None) -> None:
        super().__init__()
        self._set = set_affinity
        self._allowed = False
        self._stopped = False
        app = cast("QGuiApplication", QGuiApplication.instance())
        app.focusWindowChanged.connect(self._see)
        self.look()

    @property
    def possible(self) -> bool:
        """Tell whether this system can keep windows out of pictures."""
        return self._set is not None

    def set_allowed(self, *, allowed: bool) -> None:
        """Let pictures be taken, or not."""
        self._allowed = allowed
        self.look()

    def stop(self) -> None:
        """Look after windows no more; those there are stay as they are."""
        if not self._stopped:
            self._stopped = True
            cast("QGuiApplication", QGuiApplication.instance()).focusWindowChanged.disconnect(self._see)

    def look(self) -> None:
        """Go through every window there is."""
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._see(window)

    def _see(self, window: QWindow | None) -> None:
        if window is None or self._set is None or not window.isTopLevel():
            return
        number = int(window.winId())
        if self._allowed:
            self._set(number, VISIBLE)
        elif not self._set(number, EXCLUDED):
            self._set(number, BLACK)


def native_affinity() -> SetAffinity | None:
    """Return how this system is told, None where it knows no such thing."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only
        from ctypes import wintypes  # noqa: PLC0415

        tell = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        return lambda number, affinity: bool(tell(wintypes.HWND(number), wintypes.DWORD(affinity)))
    return None
