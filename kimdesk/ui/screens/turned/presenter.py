"""The turned screen's doings: show it, and go back behind the cover, which asks for PIN or passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.casework import turning
from kimdesk.casework.turning import Turn
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.turned import TurnedPlan

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_plan(self, plan: TurnedPlan) -> None:
        """Show plan and appointments."""
        ...

    def fail(self, error: KimError) -> None:
        """Show nothing of the family and say why."""
        ...


class TurnedPresenter:
    """Nothing that is shown here can be changed, and only somebody who knows the secret gets away from it."""

    def __init__(self, context: Context, turn: Turn, view: View) -> None:
        self._context, self._turn, self._view = context, turn, view

    def opened(self) -> None:
        """Show what the person may see now."""
        self._context.runner.run(
            lambda _steps: turning.shown(self._context.desk, self._turn),
            self._view.show_plan,
            failed=self._view.fail,
            lane="query",
        )

    def refresh(self, changes: Changes) -> None:
        """Follow a change of this family."""
        if self._turn.case in changes.cases:
            self.opened()

    def back(self) -> None:
        """Put the cover on, and lay below it what the screen was turned away from: the plan, or the visit."""
        self._context.cover()
        if self._turn.visit is not None:
            self._context.go("visit", self._turn.visit.hex())
        else:
            self._context.go("family_plan", self._turn.case.hex())
