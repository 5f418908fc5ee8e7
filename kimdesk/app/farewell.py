"""Quitting: the window goes first, then what is new is backed up, then the program ends. Locking never waits for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kimdesk.app.settling import settle
from kimdesk.casework import backups
from kimdesk.casework.ways import Session
from kimdesk.ui.screens.farewell.view import FarewellView
from kimdesk.ui.tasks import Job, Runner

LONGEST_MS: Final = 180_000
"""After so long the program ends without this backup, and Heute says so next time."""
SHOWN_AFTER_MS: Final = 400
"""Quicker than this nobody needs to be told."""


class Farewell(QObject):
    """One backup before the end; `ended` once the vault may be closed, whatever came of it."""

    ended = Signal()

    def __init__(self, vault: Session, runner: Runner) -> None:
        super().__init__()
        self._vault = vault
        self._runner = runner
        self._job: Job | None = None
        self._over = False
        self.view = FarewellView()
        self.view.stop_asked.connect(self.stop)
        self._show = self._timer(SHOWN_AFTER_MS, self.view.show)
        self._late = self._timer(LONGEST_MS, self.late)

    def _timer(self, after_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def begin(self) -> None:
        """Store what was typed, then back up what is new."""
        self._show.start()
        self._late.start()
        self._runner.run(lambda _steps: settle(self._vault), self._back_up, failed=self._end)

    def _back_up(self, _settled: object) -> None:
        if not self._over:
            self._job = self._runner.run(
                lambda steps: backups.back_up_at_the_end(self._vault, steps),
                self._end,
                failed=self._end,
                progress=lambda done, total: self.view.show_share(done / max(total, 1)),
                lane="long",
            )

    def late(self) -> None:
        """End without this backup and remember that it did not come to its end."""
        self._runner.run(lambda _steps: backups.miss(self._vault, "late"), self._end, failed=self._end)

    def stop(self) -> None:
        """End without this backup, as was asked; nothing half made stays."""
        self._end(None)

    def _end(self, _result: object) -> None:
        if not self._over:
            self.break_off()
            self.ended.emit()

    def break_off(self) -> None:
        """Show nothing and wait for nothing any more: the vault is being closed. May be called twice."""
        if self._over:
            return
        self._over = True
        if self._job is not None:
            self._job.cancel()
        self._show.stop()
        self._late.stop()
        self.view.hide()
        self.view.deleteLater()


def wanted(vault: Session) -> bool:
    """Tell whether quitting may have something to back up: whether a place was ever chosen. Looks at no place."""
    return not vault.practice and backups.place(vault) is not None
