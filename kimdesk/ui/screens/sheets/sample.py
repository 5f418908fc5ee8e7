"""Recovery sheets for the gallery: no vault behind them."""

from __future__ import annotations

import datetime as dt

from kimdesk.ui.screens.sheets.presenter import SheetsPresenter
from kimdesk.ui.screens.sheets.state import SheetRow, SheetsState
from kimdesk.ui.screens.sheets.view import SheetDialog, SheetsView
from kimdesk.ui.shell.screen import Context, Screen

_ROWS = (
    SheetRow(short_name="a", label="Laptop 2"),
    SheetRow(short_name="b", label="Laptop 3", since=dt.date(2026, 5, 7), where="Stahlschrank, Fach 2"),
    SheetRow(short_name="c", label="Laptop Rathaus", since=dt.date(2026, 6, 1), where="Rathaus, Personalstelle"),
)


class Show:
    """A gateway that keeps nothing."""

    def __init__(self, rows: tuple[SheetRow, ...]) -> None:
        self._rows = rows

    def load(self) -> SheetsState:
        """Return three desks, or none."""
        return SheetsState(rows=self._rows, loaded=True)

    def take(self, short_name: str, where: str) -> None:
        """Note nothing."""

    def give_back(self, short_name: str) -> None:
        """Note nothing."""


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, nobody."""
    view = SheetsView()
    presenter = SheetsPresenter(Show(() if state == "nobody" else _ROWS), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    return Screen("sheets", view, presenter)


def make_form(_context: Context, _state: str) -> Screen:
    """Return the question where a sheet lies."""
    return Screen("sheets_where", SheetDialog(None, _ROWS[0]))
