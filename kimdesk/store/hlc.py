"""Hybrid logical clock: one rising integer per device, milliseconds << 16 | counter (Kulkarni et al. 2014)."""

from __future__ import annotations

from kimdesk.base.clock import Clock

SHIFT = 16


class HybridClock:
    """Gives revisions that never fall, whatever the wall clock does."""

    def __init__(self, clock: Clock, last: int) -> None:
        self._clock = clock
        self._last = last

    @property
    def last(self) -> int:
        """The last revision given."""
        return self._last

    def tick(self) -> int:
        """Return the next revision."""
        self._last = max(self._last + 1, self._clock.now_ms() << SHIFT)
        return self._last


def wall_ms(hlc: int) -> int:
    """Return the instant of a revision in milliseconds."""
    return hlc >> SHIFT
