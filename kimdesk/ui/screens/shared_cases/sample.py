"""Shared cases for the gallery: an invented family, no vault behind it."""

from __future__ import annotations

import datetime as dt

from kimdesk.ui.screens.shared_cases.presenter import SharedPresenter
from kimdesk.ui.screens.shared_cases.state import CaseRow, Part, Withdrawn
from kimdesk.ui.screens.shared_cases.view import SharedView
from kimdesk.ui.shell.screen import Context, Screen

_CASES = (
    CaseRow(key="1", label="Dimitrova", case_number="KD-2026-0017", desk="Laptop 3",
            purpose="Unterstützung im Einzelfall", until=dt.date(2027, 5, 31)),
    CaseRow(key="2", label="", case_number="KD-2026-0031", desk="Laptop Rathaus", purpose="Fallkonferenz"),
)  # fmt: skip
_PARTS = (
    Part(kind="Fall", records=((("Fallnummer", "KD-2026-0017"), ("Ort", "Ochtrup"), ("Phase", "Planung")),)),
    Part(
        kind="Person",
        records=(
            (("Vorname", "Elena"), ("Nachname", "Dimitrova"), ("Nachname in eigener Schrift", "Димитрова"),
             ("Geburtsdatum", "1991"), ("Spricht", "Bulgarisch, Türkisch")),
            (("Vorname", "Ivan"), ("Nachname", "Dimitrov"), ("Geburtsdatum", "2021")),
        ),
    ),
    Part(kind="Ziel", records=((("Lebensbereich", "Wohnen"), ("Termin", "26.02.2027")),)),
)  # fmt: skip
_WITHDRAWN = (Withdrawn(desk="Laptop 2", on=dt.date(2026, 11, 9), done=dt.date(2026, 11, 16), deleted=23),)


class Show:
    """A gateway with two invented cases."""

    def __init__(self, *, empty: bool) -> None:
        self._empty = empty

    def cases(self) -> tuple[CaseRow, ...]:
        """Return two cases."""
        return () if self._empty else _CASES

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return the first case in full."""
        return _PARTS if key == "1" else _PARTS[:1]

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Return one withdrawal."""
        return _WITHDRAWN


def make(context: Context, state: str) -> Screen:
    """Return shared cases in one of their states: reading, nobody."""
    view = SharedView()
    presenter = SharedPresenter(Show(empty=state == "nobody"), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    return Screen("shared_cases", view, presenter)
