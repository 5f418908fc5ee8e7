"""A page that asks a presenter for everything: attached once, and a strip says what went wrong."""

from __future__ import annotations

from typing import Generic, TypeVar

from kimdesk.base.errors import KimError
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Page

P = TypeVar("P")


class AskingPage(Page, Generic[P]):
    """The ground of a screen whose events go to one presenter."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: P | None = None
        self.strip = Strip()
        self.remember: Remember = forget

    def attach(self, presenter: P) -> None:
        """Connect the presenter; once."""
        self._presenter = presenter

    @property
    def _asks(self) -> P:
        if self._presenter is None:
            raise RuntimeError("no presenter")
        return self._presenter

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
