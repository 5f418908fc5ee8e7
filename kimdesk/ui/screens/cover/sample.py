"""The cover for the gallery."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem
from kimdesk.ui.screens.cover.presenter import CoverPresenter
from kimdesk.ui.screens.cover.view import CoverView
from kimdesk.ui.shell.screen import Context, Screen


class Never:
    """A secret nobody knows."""

    def __init__(self, asks: str, wait: int = 0) -> None:
        self.asks = asks
        self._wait = wait

    def try_pin(self, pin: str) -> None:  # noqa: ARG002 - as the Protocol names it
        """Refuse."""
        raise UserProblem("pin.wrong")

    def try_passphrase(self, passphrase: str) -> None:  # noqa: ARG002 - as above
        """Refuse."""
        raise UserProblem("vault.wrong_passphrase")

    def waiting(self) -> int:
        """Return a wait."""
        return self._wait


def make(context: Context, state: str) -> Screen:
    """Return the cover in one of its states: pin, wrong, passphrase, wait, example."""
    asks = {"pin": "pin", "wrong": "pin", "example": ""}.get(state, "passphrase")
    view = CoverView(asks)
    secret = Never(asks, 4 if state == "wait" else 0)
    presenter = CoverPresenter(secret, context.runner, view, opened=lambda _asked: None, lock=lambda: None)
    presenter.begin()
    if state in {"wrong", "wait"}:
        presenter.enter("482915")
        presenter.enter("482915")
    elif state == "pin" and view.keypad is not None:
        view.keypad.edit.setText("48")
    view.setFocus()
    return Screen("cover", view, presenter)
