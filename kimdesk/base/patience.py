"""Waiting after wrong guesses: whoever stands at the keyboard cannot try one word after another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

WAITS: Final = (0, 0, 1, 2, 4, 8, 16, 30)
"""Seconds to wait after the first, second … wrong guess in a row; then always the last."""


class Patience:
    """Counts wrong guesses in a row within this process and says how long to wait; safe from any thread.

    `now` tells seconds that only grow; tests give their own. Guessing at a copied vault file is slowed by the key
    derivation, not by this.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._guard = threading.Lock()
        self._wrong = 0
        self._until = 0.0

    @property
    def wrong(self) -> int:
        """How many guesses in a row were wrong."""
        return self._wrong

    def remaining(self) -> float:
        """Return how many seconds are still to wait; 0 where one may guess."""
        with self._guard:
            return max(0.0, self._until - self._now())

    def failed(self) -> None:
        """Note a wrong guess."""
        with self._guard:
            self._wrong += 1
            self._until = self._now() + WAITS[min(self._wrong, len(WAITS)) - 1]

    def succeeded(self) -> None:
        """Begin anew after a right guess."""
        with self._guard:
            self._wrong = 0
            self._until = 0.0
