"""The devices of an office or a provider: lists them, lets in, moves, shuts out. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.ui.screens.devices.state import DevicesState, Request
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a desk belongs in the district's figures: a provider's name and a municipality's code, if known."""

    provider: str = ""
    place: str = ""


class Gateway(Protocol):
    """What the screen needs of the vault; called beside the window."""

    def load(self) -> DevicesState:
        """Return our words and everybody let in."""
        ...

    def read(self, path: Path) -> tuple[bytes, Request]:
        """Read a request; raises KimError."""
        ...

    def enrol(self, request: bytes, words: str, place: Place) -> bytes:
        """Let the device in whose words were heard and return its grant; raises KimError."""
        ...

    def save(self, grant: bytes, path: Path) -> None:
        """Write a grant; raises KimError."""
        ...

    def move(self, short_name: str, place: Place) -> None:
        """Say where a desk belongs; raises KimError."""
        ...

    def revoke(self, short_name: str) -> None:
        """Shut a device out; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: DevicesState) -> None:
        """Show a moment."""
        ...

    def ask_words(self, request: Request) -> None:
        """Ask for the words heard on the telephone."""
        ...

    def show_granted(self, words: str) -> None:
        """Show our own words to be read out, and offer to save the grant."""
        ...

    def show_saved(self) -> None:
        """Say that the grant is written."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong, where it was asked."""
        ...


class DevicesPresenter(Reloads):
    """Turns a request and eight words into a device that is let in."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View, *, tell: Callable[[], None]) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._tell = tell
        self._request = b""
        self._grant = b""
        self.state = DevicesState()

    def reload(self) -> None:
        """Read everybody anew."""
        self._runner.run(lambda _steps: self._gateway.load(), self._show, failed=self._view.show_error)

    def _show(self, state: DevicesState) -> None:
        self.state = state
        self._view.show_state(state)

    def read(self, path: Path) -> None:
        """Read a request and ask for the words."""
        self._runner.run(lambda _steps: self._gateway.read(path), self._was_read, failed=self._view.show_error)

    def _was_read(self, found: tuple[bytes, Request]) -> None:
        self._request, request = found
        self._view.ask_words(request)

    def enrol(self, words: str, place: Place) -> None:
        """Let the device in if these are its words."""
        request = self._request
        self._runner.run(
            lambda _steps: self._gateway.enrol(request, words, place), self._was_enrolled, failed=self._view.show_error
        )

    def _was_enrolled(self, grant: bytes) -> None:
        self._grant = grant
        self._view.show_granted(self.state.words)
        self._tell()

    def save(self, path: Path) -> None:
        """Write the grant for the device to take along."""
        grant = self._grant
        self._runner.run(
            lambda _steps: self._gateway.save(grant, path),
            lambda _none: self._view.show_saved(),
            failed=self._view.show_error,
        )

    def move(self, short_name: str, place: Place) -> None:
        """Say where a desk belongs."""
        self._act(lambda: self._gateway.move(short_name, place))

    def revoke(self, short_name: str) -> None:
        """Shut a device out."""
        self._act(lambda: self._gateway.revoke(short_name))

    def _act(self, work: Callable[[], None]) -> None:
        self._runner.run(lambda _steps: work(), lambda _none: self._tell(), failed=self._view.show_error)
