"""Today's backup, made by itself while nobody types; whoever comes back comes first. Then old removed files go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kimdesk.base.errors import KimError
from kimdesk.casework import backups, erasing
from kimdesk.casework.backups import BackupInfo, BackupState
from kimdesk.casework.ways import Session
from kimdesk.domain.changes import Changes
from kimdesk.ui.tasks import Job, Runner

IDLE_AFTER: Final = 60.0
"""Seconds without a key, a click or a touch until a backup may begin."""
LOOK_EVERY_MS: Final = 15_000
PAUSE: Final = 3600.0
"""Seconds until the next try after one that failed; the failure has been said."""


class IdleBackup(QObject):
    """Looks again and again; `looked` carries how the backups stand, `made` news for the screens, `failed` an error.

    `idle` returns for how many seconds nobody has done anything, `now` seconds that only grow; `working` tells whether
    a backup is being made.
    """

    looked = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Session, runner: Runner, idle: Callable[[], float], now: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._idle = idle
        self._now = now
        self.working = False
        self._job: Job | None = None
        self._not_before = 0.0
        self._tidied: dt.date | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_EVERY_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def stop(self) -> None:
        """Look no more: the vault is being closed."""
        self._tick.stop()
        self.somebody_is_back()

    def look(self) -> None:
        """See how things stand: the day may have changed, the stick may be gone, a backup may be due."""
        if not self.working:
            self._runner.run(
                lambda _steps: backups.state(self._desk), self._stand, failed=lambda _error: None, lane="side"
            )

    def _stand(self, standing: BackupState) -> None:
        self.looked.emit(standing)
        if self._desk.practice or self.working or self._idle() < IDLE_AFTER or self._now() < self._not_before:
            return
        if standing.due and standing.reachable:
            self.working = True
            self._job = self._runner.run(
                lambda steps: backups.back_up_if_due(self._desk, steps), self._done, failed=self._broken, lane="long"
            )
        elif self._tidied != self._desk.today:
            self._tidied = self._desk.today
            self._runner.run(
                lambda _steps: erasing.erase(self._desk), lambda _gone: None, failed=self._broken, lane="long"
            )

    def somebody_is_back(self) -> None:
        """Stop at once, so that what is typed need not wait; nothing half made stays, the next quiet minute tries."""
        job, self._job = self._job, None
        if self.working and job is not None:
            self.working = False
            job.cancel()

    def _done(self, made: BackupInfo | None) -> None:
        self.working = False
        if made is not None:
            self.made.emit(Changes(kinds=frozenset({"post"})))

    def _broken(self, error: KimError) -> None:
        self.working = False
        self._not_before = self._now() + PAUSE
        self.failed.emit(error)
