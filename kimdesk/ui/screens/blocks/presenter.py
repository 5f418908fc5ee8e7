"""The provider's text blocks: written, changed, removed, given out as a file. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kimdesk.base.errors import KimError
from kimdesk.domain.block_file import Block
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.blocks.state import BlocksState
from kimdesk.ui.tasks import Runner

SUFFIX = ".toml"


class Gateway(Protocol):
    """What the screen needs of the provider; called beside the window."""

    def load(self) -> BlocksState:
        """Return all blocks."""
        ...

    def keep(self, key: str, block: Block) -> None:
        """Keep a block, a new one without a key; raises KimError."""
        ...

    def remove(self, key: str) -> None:
        """Take a block away; raises KimError."""
        ...

    def write(self, path: Path) -> int:
        """Write the file for the desks; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the screen."""

    def show_state(self, state: BlocksState) -> None:
        """Show a moment."""
        ...

    def say_written(self, count: int) -> None:
        """Say that the file is written."""
        ...

    def show_error(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class BlocksPresenter:
    """Keeps the list of text blocks."""

    def __init__(self, gateway: Gateway, runner: Runner, view: View) -> None:
        self._gateway, self._runner, self._view = gateway, runner, view

    def opened(self) -> None:
        """Load when the screen is shown."""
        self.reload()

    def refresh(self, changes: Changes) -> None:
        """Load anew when blocks changed elsewhere."""
        if changes.touches("text_block"):
            self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        self._runner.run(lambda _steps: self._gateway.load(), self._view.show_state, failed=self._view.show_error)

    def keep(self, key: str, block: Block) -> None:
        """Keep a block."""
        self._act(lambda: self._gateway.keep(key, block))

    def remove(self, key: str) -> None:
        """Take a block away."""
        self._act(lambda: self._gateway.remove(key))

    def _act(self, work: Callable[[], None]) -> None:
        self._runner.run(lambda _steps: work(), lambda _none: self.reload(), failed=self._view.show_error)

    def write(self, path: Path) -> None:
        """Write the file for the desks."""
        target = path if path.suffix else path.with_suffix(SUFFIX)
        self._runner.run(
            lambda _steps: self._gateway.write(target), self._view.say_written, failed=self._view.show_error
        )
