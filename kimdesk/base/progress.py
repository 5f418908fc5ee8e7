"""Progress and cancel of long work as plain objects, without any window."""

from __future__ import annotations

import threading
from collections.abc import Callable

from kimdesk.base.errors import Cancelled

Report = Callable[[int, int], None]


class Cancel:
    """A flag that asks running work to stop at its next step."""

    def __init__(self) -> None:
        self._flag = threading.Event()

    def request(self) -> None:
        """Ask the work to stop."""
        self._flag.set()

    def requested(self) -> bool:
        """Tell whether the work was asked to stop."""
        return self._flag.is_set()


class Progress:
    """Counts steps of one job; `step` reports them and raises Cancelled where stopping was asked for."""

    def __init__(self, report: Report | None = None, cancel: Cancel | None = None) -> None:
        self._report = report
        self._cancel = cancel or Cancel()

    def step(self, done: int, total: int) -> None:
        """Report `done` of `total`; raises Cancelled."""
        if self._cancel.requested():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)


SILENT = Progress()
