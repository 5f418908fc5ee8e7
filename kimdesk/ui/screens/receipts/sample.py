"""Receipts for the gallery: no vault behind them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.ui.screens.receipts.presenter import ReceiptsPresenter
from kimdesk.ui.screens.receipts.state import Earlier, Waiting, Written
from kimdesk.ui.screens.receipts.view import ReceiptsView
from kimdesk.ui.shell.screen import Context, Screen

_WAITING = (
    Waiting(label="Laptop 3", bundles=1, last_seq=14),
    Waiting(label="Laptop Greven", bundles=2, last_seq=7),
    Waiting(label="Laptop Rathaus", bundles=1, last_seq=9),
)
_EARLIER = (
    Earlier(label="Laptop 3", seq=13, day=dt.date(2026, 10, 22)),
    Earlier(label="Laptop Rathaus", seq=8, day=dt.date(2026, 10, 22)),
)


class Show:
    """A gateway that writes nothing."""

    def __init__(self, state: str) -> None:
        self._state = state

    def load(self) -> tuple[tuple[Waiting, ...], tuple[Earlier, ...]]:
        """Return three devices, or none."""
        if self._state == "nobody":
            return (), ()
        return (() if self._state == "written" else _WAITING), _EARLIER

    def write(self, folder: Path) -> tuple[Written, ...]:  # noqa: ARG002 - as the Protocol names it
        """Return what would have been written."""
        names = ("kim-7f3a10c2.kimb", "kim-0b94e7d1.kimb", "kim-a2c6f815.kimb")
        return tuple(
            Written(label=each.label, seq=each.last_seq, name=name) for each, name in zip(_WAITING, names, strict=True)
        )


def make(context: Context, state: str) -> Screen:
    """Return receipts in one of their states: waiting, written, nobody."""
    view = ReceiptsView()
    presenter = ReceiptsPresenter(Show(state), context.runner, view, tell=lambda: None)
    view.attach(presenter)
    presenter.opened()
    if state == "written":
        presenter.write(Path())
    return Screen("receipts", view, presenter)
