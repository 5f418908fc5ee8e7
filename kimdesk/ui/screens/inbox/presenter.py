"""The inbox: takes files in one after the other beside the window, collects verdicts. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.inbox.state import Contents, InboxState, Result
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Job, Runner


class Gateway(Protocol):
    """What the inbox needs of the office; called beside the window."""

    def load(self) -> Contents:
        """Return what is missing and what was refused."""
        ...

    def files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files meant: those given, and the bundles in folders given."""
        ...

    def judge(self, path: Path, progress: Progress) -> Result:
        """Take one file in; raises Cancelled."""
        ...

    def retry(self, n: int, progress: Progress) -> Result:
        """Try a kept bundle again; raises KimError, Cancelled."""
        ...

    def dismiss(self, n: int) -> None:
        """Take a refusal off the list and delete what was kept; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: InboxState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class InboxPresenter(Reloads):
    """Keeps the queue: each file is a piece of work of its own, so that others get a turn between two of them."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View, *, tell: Callable[[], None]) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._tell = tell
        self._queue: list[Path] = []
        self._job: Job | None = None
        self.state = InboxState()

    def reload(self) -> None:
        """Read anew what is missing and refused."""
        self._runner.run(lambda _steps: self._gateway.load(), self._loaded, failed=self._view.show_error)

    def _loaded(self, contents: Contents) -> None:
        self._show(contents=contents, loaded=True)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    # taking in ------------------------------------------------------------

    def take(self, paths: Sequence[Path]) -> None:
        """Take files in, one after the other; more may be added meanwhile."""
        self._runner.run(lambda _steps: self._gateway.files(paths), self._enqueue, failed=self._view.show_error)

    def _enqueue(self, files: tuple[Path, ...]) -> None:
        self._queue += files
        if self.state.busy:
            self._show(total=self.state.total + len(files))
            return
        self._show(busy=True, done=0, total=len(files), share=0.0, stopped=0, results=())
        self._next()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        path = self._queue.pop(0)
        self._job = self._runner.run(
            lambda steps: self._gateway.judge(path, steps), self._judged, failed=self._broke, progress=self._grows
        )

    def _grows(self, done: int, total: int) -> None:
        self._show(share=done / max(total, 1))

    def _judged(self, result: Result) -> None:
        self._show(done=self.state.done + 1, share=0.0, results=(*self.state.results, result))
        self._next()

    def _broke(self, error: KimError) -> None:
        """Our own disk fails: the rest would fail as well."""
        self._queue.clear()
        self._finish()
        self._view.show_error(error)

    def _finish(self) -> None:
        self._job = None
        self._show(busy=False, share=0.0)
        self._tell()

    def stop(self) -> None:
        """Take nothing more in; the file at work is left as if it had never been looked at."""
        left = self.state.total - self.state.done
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()
        self._show(stopped=left)
        self._finish()

    # what was refused -----------------------------------------------------

    def retry(self, n: int) -> None:
        """Try a kept bundle again."""
        self._runner.run(lambda steps: self._gateway.retry(n, steps), self._tried, failed=self._view.show_error)

    def _tried(self, result: Result) -> None:
        self._show(results=(result,), stopped=0)
        self._tell()

    def dismiss(self, n: int) -> None:
        """Take a refusal off the list."""
        self._runner.run(
            lambda _steps: self._gateway.dismiss(n), lambda _none: self._tell(), failed=self._view.show_error
        )
