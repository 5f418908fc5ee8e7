"""Shared cases, to be read. Knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.ui.screens.shared_cases.state import CaseRow, Listed, Part, SharedState, Withdrawn
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the screen needs of the office; called beside the window."""

    def cases(self) -> tuple[CaseRow, ...]:
        """Return the shared cases."""
        ...

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return one case as people read it; nothing if it is not shared any more."""
        ...

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Return the withdrawals carried out."""
        ...

    def listed(self) -> tuple[tuple[Listed, ...], bool]:
        """Return the cases without names, and whether there are too few devices behind them to show any."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: SharedState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class SharedPresenter(Reloads):
    """Loads the cases and the one being read; a case withdrawn meanwhile disappears."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self.state = SharedState()

    def choose(self, key: str) -> None:
        """Read another case."""
        self.state = replace(self.state, chosen=key)
        self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        wanted = self.state.chosen
        self._runner.run(lambda _steps: self._load(wanted), self._show, failed=self._view.show_error)

    def _load(self, wanted: str) -> SharedState:
        cases = self._gateway.cases()
        keys = [each.key for each in cases]
        chosen = wanted if wanted in keys else next(iter(keys), "")
        parts = self._gateway.parts(chosen) if chosen else ()
        listed, too_few = self._gateway.listed()
        return SharedState(
            cases=cases,
            chosen=chosen,
            parts=parts,
            withdrawn=self._gateway.withdrawn(),
            listed=listed,
            too_few=too_few,
            loaded=True,
        )

    def _show(self, state: SharedState) -> None:
        self.state = state
        self._view.show_state(state)
