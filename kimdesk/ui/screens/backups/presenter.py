"""Backups: entered from a medium, verified beside the window. Knows no widget."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.backups.state import BackupRow, BackupsState
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Job, Runner


class Gateway(Protocol):
    """What the screen needs of the provider; called beside the window."""

    def load(self) -> tuple[BackupRow, ...]:
        """Return the backups that came, the latest made first."""
        ...

    def take(self, place: Path) -> int:
        """Enter the backups at a place and return how many are new; raises KimError."""
        ...

    def verify(self, key: str, progress: Progress) -> None:
        """Read a whole backup and note whether it is what its manifest says; raises KimError, Cancelled."""
        ...

    def forget(self, key: str) -> None:
        """Take a backup off the list; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: BackupsState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class BackupsPresenter(Reloads):
    """Keeps the list of backups; one is verified at a time."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._job: Job | None = None
        self.state = BackupsState()

    def reload(self) -> None:
        """Read the list anew."""
        self._runner.run(
            lambda _steps: self._gateway.load(),
            lambda rows: self._show(rows=rows, loaded=True),
            failed=self._view.show_error,
        )

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    def take(self, place: Path) -> None:
        """Enter the backups at a place."""
        self._runner.run(lambda _steps: self._gateway.take(place), self._taken, failed=self._view.show_error)

    def _taken(self, added: int) -> None:
        self._show(added=added)
        self.reload()

    def verify(self, key: str) -> None:
        """Read a backup from its first byte to its last."""
        if self.state.verifying:
            return
        self._show(verifying=key, share=0.0, added=None)
        self._job = self._runner.run(
            lambda steps: self._gateway.verify(key, steps), self._verified, failed=self._broken, progress=self._grows
        )

    def _grows(self, done: int, total: int) -> None:
        self._show(share=done / max(total, 1))

    def _verified(self, _none: None) -> None:
        self._show(verifying="", share=0.0)
        self.reload()

    def _broken(self, error: KimError) -> None:
        self._show(verifying="", share=0.0)
        self.reload()
        self._view.show_error(error)

    def stop(self) -> None:
        """Stop verifying; nothing is noted."""
        if self._job is not None:
            self._job.cancel()
        self._show(verifying="", share=0.0)

    def forget(self, key: str) -> None:
        """Take a backup off the list."""
        self._runner.run(
            lambda _steps: self._gateway.forget(key), lambda _none: self.reload(), failed=self._view.show_error
        )
