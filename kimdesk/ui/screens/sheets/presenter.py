"""Recovery sheets and shares: what lies here, and giving a share to whoever is known to ask. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.ui.screens.sheets.state import Request, SheetsState
from kimdesk.ui.shell.reloading import Reloads
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

    def write_card(self, label: str, path: Path) -> None:
        """Write this holder's card; raises KimError."""
        ...

    def read(self, path: Path) -> Request:
        """Read a request for a share; raises KimError."""
        ...

    def give(self, request: Path, words: str, reason: str, path: Path) -> None:
        """Write the share for a request whose words were heard; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: SheetsState) -> None:
        """Show a moment."""
        ...

    def ask_words(self, request: Request) -> None:
        """Ask for the words heard and the reason."""
        ...

    def show_card_written(self) -> None:
        """Say that the card is written."""
        ...

    def show_given(self) -> None:
        """Say that the share is written."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class SheetsPresenter(Reloads):
    """Keeps the list of sheets and gives shares."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._request = Path()

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

    # shares ---------------------------------------------------------------

    def write_card(self, label: str, path: Path) -> None:
        """Write this holder's card for a desk."""
        self._runner.run(
            lambda _steps: self._gateway.write_card(label, path),
            lambda _none: self._view.show_card_written(),
            failed=self._view.show_error,
        )

    def read(self, path: Path) -> None:
        """Read a request and ask for its words."""
        self._request = path
        self._runner.run(lambda _steps: self._gateway.read(path), self._view.ask_words, failed=self._view.show_error)

    def give(self, words: str, reason: str, path: Path) -> None:
        """Give the share, if these are the words of the request."""
        request = self._request
        self._runner.run(
            lambda _steps: self._gateway.give(request, words, reason, path), self._given, failed=self._view.show_error
        )

    def _given(self, _none: None) -> None:
        self._view.show_given()
        self.reload()
