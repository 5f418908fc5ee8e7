"""The columns of the cases without names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import show_partial
from kimdesk.ui.screens.shared_cases.state import Listed
from kimdesk.ui.widgets.paged import Cell, Column


def columns(reference: Reference, lang: Lang) -> Sequence[Column[Listed]]:
    """Return the columns in the language spoken now."""

    def months(row: Listed) -> str:
        parts = [show_partial(each, lang) for each in (row.since, row.closed) if each]
        return " – ".join(parts)

    def topics(row: Listed) -> str:
        return ", ".join(sorted(reference.label("life_domain", each, lang) for each in row.domains))

    return (
        Column[Listed](
            key="mark",
            title=QCoreApplication.translate("SharedCases", "Kennung"),
            cell=lambda row: Cell(text=row.mark, dim=True),
            sample="0a1b2c",
        ),
        Column[Listed](
            key="phase",
            title=QCoreApplication.translate("SharedCases", "Phase"),
            cell=lambda row: Cell(text=reference.label("phase", row.phase, lang) if row.phase else "—"),
            sample="Vermittlung",
        ),
        Column[Listed](
            key="months",
            title=QCoreApplication.translate("SharedCases", "seit, bis"),
            cell=lambda row: Cell(text=months(row)),
            sample="03.2026 – 11.2026",
            drop=1,
        ),
        Column[Listed](
            key="persons",
            title=QCoreApplication.translate("SharedCases", "Personen"),
            cell=lambda row: Cell(text=str(row.persons)),
            sample="12",
            drop=2,
        ),
        Column[Listed](
            key="topics",
            title=QCoreApplication.translate("SharedCases", "Themen"),
            cell=lambda row: Cell(text=topics(row)),
            sample="Wohnen, Sprache",
            stretch=1,
            drop=3,
        ),
    )
