"""Makes backups, lists them and tries them out, beside the window. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.casework import backups
from kimdesk.casework.backups import BackupInfo, BackupState
from kimdesk.casework.ways import Session
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.settings.state import SettingsState, Work
from kimdesk.ui.tasks import Job

if TYPE_CHECKING:
    from kimdesk.ui.screens.settings.around import Around

POST = Changes(kinds=frozenset({"post"}))
"""What a backup changes for other screens."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: SettingsState) -> None:
        """Show a moment."""
        ...

    def ask_place(self) -> None:
        """Ask where backups go."""
        ...

    def ask_drill(self, backup: BackupInfo) -> None:
        """Ask for the passphrase with which a backup is tried out."""
        ...

    def say_backed_up(self) -> None:
        """Say that a backup is made and verified."""
        ...

    def say_drilled(self, backup: BackupInfo) -> None:
        """Say that everything came back out of a backup."""
        ...

    def say_stopped(self) -> None:
        """Say that nothing was kept of what was stopped."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class _Found:
    standing: BackupState
    rows: tuple[BackupInfo, ...]


class BackupPresenter:
    """One piece of long work at a time; it can be stopped."""

    def __init__(self, context: Around, view: View) -> None:
        self._context = context
        self._desk: Session = context.desk
        self._view = view
        self._job: Job | None = None
        self._wanted = False
        self.state = SettingsState(day=self._desk.today, practice=self._desk.practice)

    def opened(self) -> None:
        """Look at the place anew."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Look again after a backup."""
        if not changes.kinds or changes.touches("post"):
            self._load()

    def _load(self) -> None:
        self._context.runner.run(lambda _steps: self._look(), self._found, failed=self._not_found)

    def _look(self) -> _Found:
        standing = backups.state(self._desk)
        if standing.place is None or not standing.reachable:
            return _Found(standing, ())
        return _Found(standing, backups.existing(self._desk, standing.place))

    def _found(self, found: _Found) -> None:
        self._show(standing=found.standing, rows=found.rows)
        wanted, self._wanted = self._wanted, False
        if wanted:
            self.back_up()

    def _not_found(self, error: KimError) -> None:
        self._wanted = False
        self._view.fail(error)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    # the place and the backup -------------------------------------------------

    def choose_place(self, folder: Path) -> None:
        """Let backups go to a folder from now on."""
        self._context.runner.run(
            lambda _steps: backups.choose_place(self._desk, folder),
            lambda _none: self._context.tell(POST),
            failed=self._view.fail,
        )

    def back_up(self) -> None:
        """Back up to the chosen place, as soon as it is known; ask for one where there is none."""
        if self.state.work:
            return
        if self.state.standing is None:
            self._wanted = True
            return
        place = self.state.standing.place
        if place is None:
            self._view.ask_place()
            return
        self._begin("backup")
        self._job = self._context.runner.run(
            lambda steps: backups.back_up(self._desk, place, steps),
            self._backed_up,
            failed=self._broken,
            progress=self._grows,
            lane="long",
        )

    def look_elsewhere(self, folder: Path) -> None:
        """Offer to try out a backup that lies anywhere, for example the one the provider keeps."""
        self._context.runner.run(
            lambda _steps: backups.read_backup(folder), self._view.ask_drill, failed=self._view.fail, lane="side"
        )

    def drill(self, backup: BackupInfo, secret: str) -> None:
        """Try a backup out with the passphrase or code of that time."""
        if self.state.work:
            return
        desk, near = self._desk, self._desk.info.folder.parent
        self._begin("drill")
        self._job = self._context.runner.run(
            lambda steps: backups.drill(desk.services, backup.folder, near, secret, steps),
            self._drilled,
            failed=self._broken,
            progress=self._grows,
            lane="side",
        )

    def stop(self) -> None:
        """Stop what is running; nothing half made stays."""
        if self._job is not None:
            self._job.cancel()
        self._end()
        self._view.say_stopped()
        self._context.tell(POST)

    def _begin(self, work: Work) -> None:
        self._show(work=work, share=0.0)

    def _end(self) -> None:
        self._job = None
        self._show(work="", share=0.0)

    def _grows(self, done: int, total: int) -> None:
        self._show(share=done / max(total, 1))

    def _backed_up(self, _made: BackupInfo) -> None:
        self._end()
        self._view.say_backed_up()
        self._context.tell(POST)

    def _drilled(self, backup: BackupInfo) -> None:
        self._end()
        self._view.say_drilled(backup)

    def _broken(self, error: KimError) -> None:
        self._end()
        self._view.fail(error)
        self._context.tell(POST)
