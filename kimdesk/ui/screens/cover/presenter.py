"""Taking the cover off: a right entry shows the window again, the fifth wrong one locks the vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.casework.covering import TRIES
from kimdesk.ui.screens.cover.state import CoverState
from kimdesk.ui.tasks import Runner


class Secret(Protocol):
    """What is asked for and whether an entry fits."""

    @property
    def asks(self) -> str:
        """Return "pin", "passphrase" or ""."""
        ...

    def try_pin(self, pin: str) -> None:
        """Accept the PIN; raises KimError."""
        ...

    def try_passphrase(self, passphrase: str) -> None:
        """Accept the passphrase; raises KimError."""
        ...

    def waiting(self) -> int:
        """Return how many seconds are to wait."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: CoverState) -> None:
        """Show a moment."""
        ...


class CoverPresenter:
    """Takes entries, tries them beside the window; `opened` gets what was asked for, `lock` ends it."""

    def __init__(
        self, secret: Secret, runner: Runner, view: View, *, opened: Callable[[str], None], lock: Callable[[], None]
    ) -> None:
        self._secret = secret
        self._runner = runner
        self._view = view
        self._opened = opened
        self.lock = lock
        self.state = CoverState(asks=secret.asks, left=TRIES)

    def begin(self) -> None:
        """Show the cover as it lies there first."""
        self._show(wait=self._secret.waiting() if self.state.asks == "passphrase" else 0)

    def enter(self, text: str) -> None:
        """Try an entry."""
        if self.state.busy:
            return
        asks = self.state.asks
        if not asks:
            self._opened(asks)
            return
        attempt = self._secret.try_pin if asks == "pin" else self._secret.try_passphrase
        self._show(busy=True)
        self._runner.run(lambda _steps: attempt(text), lambda _none: self._right(), failed=self._wrong, lane="side")

    def _right(self) -> None:
        self._show(busy=False)
        self._opened(self.state.asks)

    def _wrong(self, error: KimError) -> None:
        guessed = isinstance(error, UserProblem) and error.code != "vault.wait"
        left = self.state.left - (1 if guessed else 0)
        if left <= 0:
            self.lock()
            return
        wait = self._secret.waiting() if self.state.asks == "passphrase" else 0
        self._show(busy=False, left=left, error=error, wait=wait)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **{"error": None, "wait": 0, **changes})  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)
