"""When the window is covered and when the vault is locked, from the time alone; knows no Qt."""

from __future__ import annotations

from typing import Final, Literal

COVER_AFTER: Final = 120.0
"""Seconds without a key, a click or a touch until the window is covered."""
LOCK_AFTER: Final = 300.0
"""Seconds of cover until the vault is locked."""
VISIT_LOCK_AFTER: Final = 1800.0
"""The same during a visit, where the laptop lies on a sofa while one talks."""

Due = Literal["", "cover", "lock"]


class Attention:
    """Remembers when somebody last did something; times are seconds that only grow."""

    def __init__(self, now: float) -> None:
        self._touched = now
        self._covered: float | None = None

    @property
    def covered(self) -> bool:
        """Tell whether the window is covered."""
        return self._covered is not None

    def touch(self, now: float) -> None:
        """Note a key, a click or a touch; on the cover it changes nothing."""
        self._touched = now

    def idle(self, now: float) -> float:
        """Return for how many seconds nobody has done anything."""
        return now - self._touched

    def cover(self, now: float) -> None:
        """Note that the window is covered."""
        if self._covered is None:
            self._covered = now

    def uncover(self, now: float) -> None:
        """Note that the window is shown again."""
        self._covered = None
        self._touched = now

    def due(self, now: float, *, visiting: bool) -> Due:
        """Tell what is to be done now."""
        if self._covered is None:
            return "cover" if now - self._touched >= COVER_AFTER else ""
        longest = VISIT_LOCK_AFTER if visiting else LOCK_AFTER
        return "lock" if now - self._covered >= longest else ""
