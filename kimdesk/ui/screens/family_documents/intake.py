"""Files on their way in: one after the other, contents beside the window, records on the vault's lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kimdesk.base.errors import Cancelled, KimError
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework import attaching
from kimdesk.casework.attaching import Added, Taken
from kimdesk.ui.screens.family_documents.state import Outcome

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context
    from kimdesk.ui.tasks import Job

Done = Callable[[Sequence[Added], Outcome], None]
Failed = Callable[[KimError], None]
Show = Callable[[str, int, int], None]
"""A file's name, how much of it is done, and of how much; an empty name: nothing is under way."""


class Intake:
    """Files waiting to be taken in: contents go in beside the window, records on the vault's lane."""

    def __init__(self, context: Context, case: RecordId, show: Show, done: Done) -> None:
        self._context, self._case, self._show, self._done = context, case, show, done
        self._waiting: list[Path] = []
        self._added: list[Added] = []
        self._failed: list[tuple[Path, KimError]] = []
        self._job: Job | None = None
        self._busy = False
        self._unchanged = False

    @property
    def refused(self) -> tuple[Path, ...]:
        """Files that were refused because their traces cannot be removed."""
        return tuple(path for path, error in self._failed if error.code in attaching.STAYS)

    @property
    def on_card(self) -> tuple[Added, ...]:
        """What was taken in last and still lies on a card or stick."""
        return tuple(each for each in self._added if each.source is not None and each.source.portable)

    def add(self, paths: Sequence[Path], *, unchanged: bool) -> None:
        """Let files wait; begins at once where nothing is under way."""
        if self._busy:
            self._waiting += paths
            return
        self._busy = True
        self._waiting, self._added, self._failed, self._unchanged = [*paths], [], [], unchanged
        self._next()

    def cancel(self) -> None:
        """Stop; what is complete stays."""
        if self._job is not None:
            self._job.cancel()
            self._waiting.clear()
            self._finish()

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        path = self._waiting.pop(0)
        desk, unchanged = self._context.desk, self._unchanged

        def work(steps: Progress) -> Taken:
            taken = attaching.take_in(desk, path, unchanged=unchanged, progress=steps)
            try:
                steps.step(1, 1)
            except Cancelled:
                attaching.forget(desk, taken)
                raise
            return taken

        def failed(error: KimError) -> None:
            self._failed.append((path, error))
            self._next()

        self._show(path.name, 0, 1)
        job = self._context.runner.run(
            work,
            lambda taken: self._enter(taken, failed),
            failed=failed,
            progress=lambda done, total: self._show(path.name, done, total),
            lane="side",
        )
        if self._busy:
            self._job = job

    def _enter(self, taken: Taken, failed: Failed) -> None:
        def entered(added: Added) -> None:
            self._added.append(added)
            self._next()

        desk = self._context.desk
        self._context.runner.run(lambda _steps: attaching.enter(desk, self._case, taken), entered, failed=failed)

    def _finish(self) -> None:
        self._busy, self._job = False, None
        self._show("", 0, 0)
        self._done(
            self._added,
            Outcome(
                added=tuple(each.record.hex() for each in self._added),
                failed=tuple((path.name, error) for path, error in self._failed),
                on_card=len(self.on_card),
                cleaned=sum(each.cleaned for each in self._added),
                may_stay_as_they_are=bool(self.refused),
            ),
        )
