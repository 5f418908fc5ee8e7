"""Looks at the whole vault beside the window and mends what can be made again. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.casework import erasing, health
from kimdesk.casework.erasing import Removed
from kimdesk.casework.health import Checked, Finding
from kimdesk.casework.ways import Session
from kimdesk.domain.changes import Changes
from kimdesk.ui.tasks import Job

if TYPE_CHECKING:
    from kimdesk.ui.screens.settings.around import Around

Doing = Literal["", "check", "repair", "erase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckState:
    """One moment: what runs and how far, when the last check was, and what it found (None before one ran here).

    `removed` are files without use that still lie in the vault.
    """

    doing: Doing = ""
    share: float = 0.0
    last: Checked | None = None
    findings: tuple[Finding, ...] | None = None
    removed: Removed = field(default_factory=Removed)

    @property
    def mendable(self) -> bool:
        """Tell whether a repair would help: nothing is damaged, something can be made again."""
        found = self.findings or ()
        return health.mendable(found) and not health.is_damaged(found)


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: CheckState) -> None:
        """Show a moment."""
        ...

    def say_stopped(self, *, repairing: bool) -> None:
        """Say that nothing was changed, or that what was mended by then stays."""
        ...

    def say_erased(self, files: int) -> None:
        """Say how many files are gone for good."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class CheckPresenter:
    """One check or repair at a time; what is typed is stored beside both."""

    def __init__(self, context: Around, view: View) -> None:
        self._context = context
        self._desk: Session = context.desk
        self._view = view
        self._job: Job | None = None
        self.state = CheckState()

    def opened(self) -> None:
        """Show when the last check was, and what has been removed since."""
        self._context.runner.run(
            lambda _steps: (health.last_check(self._desk), erasing.removed(self._desk)),
            lambda found: self._show(last=found[0], removed=found[1]),
            failed=self._view.fail,
        )

    def check(self) -> None:
        """Look at all of the vault."""
        self._begin("check")

    def repair(self) -> None:
        """Mend what can be made again, then look once more."""
        self._begin("repair")

    def erase(self) -> None:
        """Erase removed files for good; the caller has asked."""
        if self.state.doing:
            return
        self._show(doing="erase", share=0.0)
        self._job = self._context.runner.run(
            lambda steps: erasing.erase(self._desk, at_once=True, progress=steps),
            self._erased,
            failed=self._broken,
            progress=self._grows,
            lane="long",
        )

    def _erased(self, files: int) -> None:
        self._end()
        self.opened()
        self._view.say_erased(files)

    def stop(self) -> None:
        """Stop what is running."""
        if self._job is not None:
            self._job.cancel()
        doing = self.state.doing
        self._end()
        if doing == "erase":
            self.opened()
        else:
            self._view.say_stopped(repairing=doing == "repair")

    def _begin(self, doing: Doing) -> None:
        if self.state.doing:
            return
        self._show(doing=doing, share=0.0)
        self._job = self._context.runner.run(
            lambda steps: self._work(doing, steps),
            self._done,
            failed=self._broken,
            progress=self._grows,
            lane="long",
        )

    def _work(self, doing: Doing, steps: Progress) -> tuple[Finding, ...]:
        look = health.repair_open if doing == "repair" else health.check_open
        found = look(self._desk, steps)
        health.note_check(self._desk, found)
        return found

    def _grows(self, done: int, total: int) -> None:
        self._show(share=done / max(total, 1))

    def _done(self, found: tuple[Finding, ...]) -> None:
        repaired = self.state.doing == "repair"
        self._end(findings=found)
        self.opened()
        if repaired:
            self._context.tell(Changes(kinds=frozenset({"case"})))

    def _broken(self, error: KimError) -> None:
        self._end()
        self._view.fail(error)

    def _end(self, **changes: object) -> None:
        self._job = None
        self._show(doing="", share=0.0, **changes)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)
