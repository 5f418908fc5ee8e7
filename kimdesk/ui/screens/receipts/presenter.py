"""Receipts: who waits, and writing them. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.ui.screens.receipts.state import Earlier, ReceiptsState, Waiting, Written
from kimdesk.ui.shell.reloading import Reloads
from kimdesk.ui.tasks import Runner


class Gateway(Protocol):
    """What the screen needs of the office; called beside the window."""

    def load(self) -> tuple[tuple[Waiting, ...], tuple[Earlier, ...]]:
        """Return who waits, and the receipts written before, the latest first."""
        ...

    def write(self, folder: Path) -> tuple[Written, ...]:
        """Write a receipt for everybody who waits; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: ReceiptsState) -> None:
        """Show a moment."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class ReceiptsPresenter(Reloads):
    """Writes all receipts that are due into the folder chosen."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View, *, tell: Callable[[], None]) -> None:
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._tell = tell
        self.state = ReceiptsState()

    def reload(self) -> None:
        """Read anew who waits."""
        self._runner.run(lambda _steps: self._gateway.load(), self._loaded, failed=self._view.show_error)

    def _loaded(self, found: tuple[tuple[Waiting, ...], tuple[Earlier, ...]]) -> None:
        waiting, earlier = found
        self._show(waiting=waiting, earlier=earlier, loaded=True)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    def write(self, folder: Path) -> None:
        """Write every receipt that is due."""
        self._show(busy=True, written=())
        self._runner.run(lambda _steps: self._gateway.write(folder), self._written, failed=self._failed)

    def _written(self, found: tuple[Written, ...]) -> None:
        self._show(busy=False, written=found)
        self._tell()

    def _failed(self, error: KimError) -> None:
        self._show(busy=False)
        self._tell()  # some may be written; those that are not still wait
        self._view.show_error(error)
