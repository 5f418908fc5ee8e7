"""Which window an open vault gets: a desk its own, an office and a provider theirs."""

from __future__ import annotations

from typing import Protocol

from kimdesk.app.authority_window import AuthorityWindow
from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.clock import Clock
from kimdesk.casework.desk import Desk
from kimdesk.office.authority import AuthoritySession
from kimdesk.store.session import Session
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import Runner


class VaultWindow(Protocol):
    """The composition behind one open vault."""

    window: MainWindow

    def open_first(self) -> None:
        """Show the first screen."""
        ...


def window_for(vault: Session, runner: Runner, clock: Clock, *, demo: bool = False) -> DeskWindow | AuthorityWindow:
    """Return the window of an open vault; raises TypeError for one of no known kind."""
    if isinstance(vault, Desk):
        return DeskWindow(vault, runner, clock, demo=demo)
    if isinstance(vault, AuthoritySession):
        return AuthorityWindow(vault, runner, clock)
    raise TypeError(type(vault).__name__)
