"""The provider's text blocks for the gallery: no vault behind them."""

from __future__ import annotations

from pathlib import Path

from kimdesk.domain.block_file import Block
from kimdesk.ui.screens.blocks.presenter import BlocksPresenter
from kimdesk.ui.screens.blocks.state import BlockRow, BlocksState
from kimdesk.ui.screens.blocks.view import BlockDialog, BlocksView
from kimdesk.ui.shell.screen import Context, Screen

_ROWS = (
    BlockRow(key="a", title="Freiwillig", text="{vorname} weiß: Die Begleitung ist freiwillig und kostet nichts."),
    BlockRow(key="b", title="Kita-Platz", text="Platz bei der Kita angefragt, Antwort bis {datum}.", topic="education"),
    BlockRow(key="c", title="Wohnung", text="Wohnungsamt angerufen, Rückruf zugesagt.", topic="housing"),
)


class Show:
    """A gateway that keeps nothing."""

    def __init__(self, rows: tuple[BlockRow, ...]) -> None:
        self._rows = rows

    def load(self) -> BlocksState:
        """Return three blocks, or none."""
        return BlocksState(rows=self._rows, loaded=True)

    def keep(self, key: str, block: Block) -> None:
        """Keep nothing."""

    def remove(self, key: str) -> None:
        """Remove nothing."""

    def write(self, path: Path) -> int:  # noqa: ARG002 - as the Protocol names it
        """Write nothing."""
        return len(self._rows)


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, nothing, written."""
    view = BlocksView(context.desk.reference, context.desk.today)
    presenter = BlocksPresenter(Show(() if state == "nothing" else _ROWS), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    if state == "written":
        view.say_written(len(_ROWS))
    return Screen("blocks", view, presenter)


def make_form(context: Context, _state: str) -> Screen:
    """Return the form of one block."""
    return Screen("blocks_form", BlockDialog(None, context.desk.reference, context.desk.today, _ROWS[1]))
