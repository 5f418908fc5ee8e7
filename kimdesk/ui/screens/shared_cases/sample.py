"""Shared cases for the gallery: an invented family, no vault behind it."""

from __future__ import annotations

import datetime as dt

from kimdesk.ui import i18n
from kimdesk.ui.screens.shared_cases.presenter import SharedPresenter
from kimdesk.ui.screens.shared_cases.state import CaseRow, Listed, Part, Withdrawn
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
_LISTED = (
    Listed(mark="9f31c2", phase="assessment", since="2026-09", closed="", persons=4, domains=("housing", "language")),
    Listed(mark="41b07e", phase="monitoring", since="2026-03", closed="", persons=2, domains=("work",)),
    Listed(mark="c80d55", phase="closure", since="2025-11", closed="2026-10", persons=6, domains=("health", "finance")),
)


class Show:
    """A gateway with two invented cases."""

    def __init__(self, state: str) -> None:
        self._empty = state != "reading"
        self._listed = _LISTED if state in {"reading", "nameless"} else ()
        self._few = state == "few"

    def cases(self) -> tuple[CaseRow, ...]:
        """Return two cases."""
        return () if self._empty else _CASES

    def parts(self, key: str) -> tuple[Part, ...]:
        """Return the first case in full."""
        return _PARTS if key == "1" else _PARTS[:1]

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Return one withdrawal."""
        return _WITHDRAWN

    def listed(self) -> tuple[tuple[Listed, ...], bool]:
        """Return three cases without names, or say that there are too few devices."""
        return self._listed, self._few


def make(context: Context, state: str) -> Screen:
    """Return shared cases in one of their states: reading, nameless, nobody, few."""
    view = SharedView(context.desk.reference, i18n.language())
    presenter = SharedPresenter(Show(state), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    return Screen("shared_cases", view, presenter)
