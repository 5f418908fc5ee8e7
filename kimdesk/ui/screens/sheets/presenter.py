"""Recovery sheets: entered when they come, taken off when they go. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.sheets.state import SheetsState
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the screen needs of the provider; called beside the window."""

    def load(self) -> SheetsState:
        """Return every desk with its sheet."""
        ...

    def take(self, short_name: str, where: str) -> None:
        """Note that a sheet lies here; raises KimError."""
        ...

    def give_back(self, short_name: str) -> None:
        """Note that it does not any more; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: SheetsState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class SheetsPresenter:
    """Keeps the list of sheets."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view

    def opened(self) -> None:
        """Load when the screen is shown."""
        self.reload()

    def refresh(self, changes: Changes) -> None:
        """Load anew when somebody was let in or shut out."""
        if changes.touches("post"):
            self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        self._runner.run(lambda _steps: self._gateway.load(), self._view.show_state, failed=self._view.show_error)

    def take(self, short_name: str, where: str) -> None:
        """Note that a sheet lies here."""
        self._act(lambda: self._gateway.take(short_name, where))

    def give_back(self, short_name: str) -> None:
        """Note that it does not any more."""
        self._act(lambda: self._gateway.give_back(short_name))

    def _act(self, work: Callable[[], None]) -> None:
        self._runner.run(lambda _steps: work(), lambda _none: self.reload(), failed=self._view.show_error)
