"""Before a visit: reads the briefing, opens the note on safety when asked, goes on to the visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import preparing, visits
from kimdesk.casework.preparing import Preparation
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.visit_prepare.state import PrepareState

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: PrepareState) -> None:
        """Show the briefing."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class PreparePresenter:
    """Listens to the screen; holds one family."""

    def __init__(self, context: Context, case: RecordId, view: View) -> None:
        self._context = context
        self._desk = context.desk
        self._case = case
        self._view = view
        self._found: Preparation | None = None
        self._open = False

    def opened(self) -> None:
        """Show the briefing."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._case in changes.cases or changes.touches("interpreter"):
            self._load()

    def leave(self) -> None:
        """Close what is not for every eye."""
        self._open = False
        self._show()

    def _load(self) -> None:
        self._context.runner.run(
            lambda _steps: preparing.prepare(self._desk, self._case),
            self._loaded,
            failed=self._view.fail,
            lane="query",
        )

    def _loaded(self, found: Preparation) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        safety = found.briefing.safety or ""
        self._view.show_state(
            PrepareState(
                label=found.label,
                briefing=replace(found.briefing, safety=None),
                notes=found.notes,
                interpreters=found.interpreters,
                has_safety=bool(safety.strip()),
                safety=safety if self._open else None,
            )
        )

    def flip_safety(self) -> None:
        """Open the note on safety, or close it."""
        self._open = not self._open
        self._show()

    def cover(self) -> None:
        """Cover the screen; what was opened is closed again afterwards."""
        self.leave()
        self._context.cover()

    def write(self) -> None:
        """Begin the visit and write along."""
        self._context.runner.run(
            lambda _steps: visits.begin(self._desk, self._case),
            lambda contact: self._context.go("visit", contact.hex()),
            failed=self._view.fail,
        )

    def back(self) -> None:
        """Go back to the family."""
        self._context.go("family_overview", self._case.hex())
