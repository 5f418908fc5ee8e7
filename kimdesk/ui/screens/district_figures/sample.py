"""The district's figures for the gallery: no vault behind them."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.figures import Period, Table
from kimdesk.ui import i18n
from kimdesk.ui.screens.district_figures.presenter import FiguresPresenter
from kimdesk.ui.screens.district_figures.state import Offered, Shown, Split
from kimdesk.ui.screens.district_figures.view import FiguresView
from kimdesk.ui.shell.screen import Context, Screen

_OFFERED = (
    Offered(period=Period(start=dt.date(2026, 10, 1), end=dt.date(2026, 10, 31)), desks=14),
    Offered(period=Period(start=dt.date(2026, 7, 1), end=dt.date(2026, 9, 30)), desks=16),
)
_ALL = (
    Table(number="F1", cells=(("start", 402), ("new", 31), ("closed", 24), ("end", 409))),
    Table(number="F2", cells=(("0–2", 61), ("3–5", 88), ("6–9", 104), ("10–15", 131), ("16–17", 37), ("18–26", 166),
                              ("27–44", 498), ("45–64", 173), ("other", 9))),
    Table(number="F7", cells=(("home_visit", 212), ("office", 388), ("phone", 520), ("other", 17))),
    Table(number="F9", cells=(("assessment", 71), ("clarification", 96), ("monitoring", 104), ("planning", 88),
                              ("other", 50))),
)  # fmt: skip
_PLACES = (("05566076", 118), ("05566028", 91), ("05566012", 70), ("05566068", 34), ("other", 96))
_PROVIDERS = (("Musterträger e. V.", 171), ("Stadt Rheine", 118), ("other", 120))


class Show:
    """A gateway with invented figures."""

    def periods(self) -> tuple[Offered, ...]:
        """Return two periods."""
        return _OFFERED

    def figures(self, period: Period, split: Split) -> tuple[Shown, ...]:  # noqa: ARG002 - as the Protocol names it
        """Return four figures."""
        if split == "all":
            return tuple(Shown(table=table, desks=14 if table.number == "F1" else 11) for table in _ALL)
        cells = _PLACES if split == "place" else _PROVIDERS
        return tuple(Shown(table=Table(number=table.number, cells=cells), desks=14) for table in _ALL[:3])


class Nothing(Show):
    """A gateway that has no figures yet."""

    def periods(self) -> tuple[Offered, ...]:
        """Return no period."""
        return ()


def make(context: Context, state: str) -> Screen:
    """Return the figures in one of their states: all, place, nothing."""
    view = FiguresView(context.desk.reference, i18n.language())
    presenter = FiguresPresenter(Nothing() if state == "nothing" else Show(), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    if state == "place":
        presenter.split("place")
    return Screen("district_figures", view, presenter)
