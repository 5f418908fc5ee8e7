"""Fills the history and puts former values back. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework import history
from kimdesk.casework.history import Step
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.family_history.state import HistoryState

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

AT_ONCE = 100


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: HistoryState) -> None:
        """Show a moment."""
        ...

    def say_put_back(self, field: str) -> None:
        """Say what stands again."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class HistoryPresenter:
    """Reads the whole history once it is asked for; shows it in pieces."""

    def __init__(self, context: Context, case: RecordId, view: View, lang: Lang) -> None:
        self._context, self._case, self._view, self._lang = context, case, view, lang
        self._steps: tuple[Step, ...] = ()
        self._kind = ""
        self._shown = AT_ONCE

    def opened(self) -> None:
        """Read the history."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Read again after a write in this family."""
        if self._case in changes.cases:
            self._load()

    def _load(self) -> None:
        desk = self._context.desk

        def took(steps: tuple[Step, ...]) -> None:
            self._steps = steps
            self._show()

        self._context.runner.run(
            lambda _steps: history.of_family(desk, self._case, self._lang), took, failed=self._view.fail, lane="query"
        )

    def _show(self) -> None:
        chosen = [step for step in self._steps if self._kind in {"", step.line.kind}]
        registry = self._context.desk.services.registry
        kinds = dict.fromkeys(step.line.kind for step in self._steps)
        self._view.show_state(
            HistoryState(
                steps=tuple(chosen[: self._shown]),
                kinds=tuple((name, registry[name].label(self._lang)) for name in kinds),
                kind=self._kind,
                more=max(0, len(chosen) - self._shown),
            )
        )

    # events ---------------------------------------------------------------

    def choose(self, kind: str) -> None:
        """Show one kind of record, or all."""
        self._kind, self._shown = kind, AT_ONCE
        self._show()

    def show_more(self) -> None:
        """Show the next piece."""
        self._shown += AT_ONCE
        self._show()

    def put_back(self, step: Step) -> None:
        """Put a former value back."""

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_put_back(step.line.field)

        self._context.runner.run(
            lambda _steps: history.put_back(self._context.desk, step.line), told, failed=self._view.fail
        )
