"""Recovery sheets for the gallery: no vault behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.sheets.dialogs import AnswerDialog, CardDialog, SheetDialog
from kimdesk.ui.screens.sheets.presenter import SheetsPresenter
from kimdesk.ui.screens.sheets.state import Given, Request, SheetRow, SheetsState
from kimdesk.ui.screens.sheets.view import SheetsView
from kimdesk.ui.shell.screen import Context, Screen

_ROWS = (
    SheetRow(short_name="a", label="Laptop 2"),
    SheetRow(short_name="b", label="Laptop 3", since=dt.date(2026, 5, 7), where="Stahlschrank, Fach 2"),
    SheetRow(short_name="c", label="Laptop Rathaus", since=dt.date(2026, 6, 1), where="Rathaus, Personalstelle"),
)
_WORDS = "fuchs leiter mond anker birne tisch regen wolke"
_REQUEST = Request(label="Tresor 3", day=dt.date(2026, 11, 20), ours=True)


class Show:
    """A gateway that keeps nothing."""

    def __init__(self, rows: tuple[SheetRow, ...]) -> None:
        self._rows = rows

    def load(self) -> SheetsState:
        """Return three desks, or none."""
        given = (Given(label="Tresor 2", day=dt.date(2026, 9, 14), reason="Passphrase vergessen, persönlich erkannt"),)
        return SheetsState(rows=self._rows, words=_WORDS, given=given if self._rows else (), loaded=True)

    def take(self, short_name: str, where: str) -> None:
        """Note nothing."""

    def give_back(self, short_name: str) -> None:
        """Note nothing."""

    def write_card(self, label: str, path: Path) -> None:
        """Write nothing."""

    def read(self, path: Path) -> Request:  # noqa: ARG002 - as the Protocol names it
        """Return a request."""
        return _REQUEST

    def give(self, request: Path, words: str, reason: str, path: Path) -> None:
        """Give nothing."""


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, nobody."""
    view = SheetsView()
    presenter = SheetsPresenter(Show(() if state == "nobody" else _ROWS), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    return Screen("sheets", view, presenter)


def make_form(_context: Context, state: str) -> Screen:
    """Return one of the questions: where, card, answer, foreign."""
    dialogs: dict[str, Callable[[], Dialog]] = {
        "where": lambda: SheetDialog(None, _ROWS[0]),
        "card": lambda: CardDialog(None, _WORDS),
        "answer": lambda: AnswerDialog(None, _REQUEST),
        "foreign": lambda: AnswerDialog(None, replace(_REQUEST, ours=False)),
    }
    return Screen("sheets_ask", dialogs[state]())
