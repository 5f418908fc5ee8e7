"""Python's cyclic garbage is collected on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A window that is gone often is part of a cycle (it is
connected to its own methods), and Qt allows a widget to be destroyed on the window's thread only: a lane that collects
one corrupts memory while the window paints. So while lanes exist, automatic collection is off and a timer of the
window's thread does the same work (decision 6).
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 150


class GarbageKeeper(QObject):
    """Collects garbage on the thread it was made on, until `end`; one for each runner, any number at a time."""

    _at_work: ClassVar[int] = 0
    _before: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._ended = False
        if not GarbageKeeper._at_work:
            GarbageKeeper._before = gc.isenabled()
        GarbageKeeper._at_work += 1
        gc.disable()
        self.settle()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def settle(self) -> None:
        """Look through nothing that is there now again: modules and code stay for life and take 90 ms each time."""
        gc.freeze()

    def look(self) -> None:
        """Collect what Python itself would have collected by now, at most once: young garbage often, old rarely."""
        due = -1
        for generation, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if made <= most or not most:
                break
            due = generation
        if due >= 0:
            gc.collect(due)

    def end(self) -> None:
        """Leave collecting as it was before once no lane is at work; a second call does nothing."""
        if self._ended:
            return
        self._ended = True
        self._timer.stop()
        GarbageKeeper._at_work -= 1
        if not GarbageKeeper._at_work:
            gc.unfreeze()
            if GarbageKeeper._before:
                gc.enable()
