"""The columns of the caseload."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.caseload import CaseRow
from kimdesk.ui.screens.families.state import SOON
from kimdesk.ui.widgets.dates import short_day
from kimdesk.ui.widgets.paged import Cell, Column
from kimdesk.ui.widgets.tags import ALARM_ICONS

Row = CaseRow | None


def due_cell(due: dt.date | None, today: dt.date) -> Cell:
    """Return the next deadline as people say it: red today and before, amber within two weeks."""
    if due is None:
        return Cell(text="—", dim=True)
    if due > today + SOON:
        return Cell(text=short_day(due, today))
    if due > today:
        word = (
            QCoreApplication.translate("Families", "morgen")
            if due == today + dt.timedelta(days=1)
            else short_day(due, today)
        )
        return Cell(text=word, tone="amber", tag=True)
    word = QCoreApplication.translate("Families", "heute") if due == today else short_day(due, today)
    return Cell(text=word, tone="red", tag=True, icon=ALARM_ICONS["red"])


def columns(reference: Reference, lang: Lang, today: dt.date) -> Sequence[Column[Row]]:
    """Return the columns in the language spoken now."""

    def name(row: Row) -> Cell:
        both = " · ".join(part for part in (row.label, row.native) if part) if row else ""
        return Cell(text=both, strong=True)

    def phase(row: Row) -> Cell:
        word = reference.label("phase", row.phase, lang) if row else ""
        return Cell(text=word or "—", tone="accent", tag=True) if word else Cell(text="—", dim=True)

    longest = max((entry.label(lang) for entry in reference["phase"].entries), key=len)
    return (
        Column[Row](
            key="case_number",
            title=QCoreApplication.translate("Families", "Fallnummer"),
            cell=lambda row: Cell(text=row.case_number if row else "", dim=True),
            sample="KD-2026-0017",
            sort="case_number",
            drop=2,
        ),
        Column[Row](
            key="label",
            title=QCoreApplication.translate("Families", "Familie"),
            cell=name,
            sample="Kovalenko · Кова",
            stretch=3,
            sort="label",
        ),
        Column[Row](
            key="place",
            title=QCoreApplication.translate("Families", "Ort"),
            cell=lambda row: Cell(text=reference.label("municipality", row.place, lang) if row else ""),
            sample="Ibbenbüren",
            stretch=1,
            sort="place",
            drop=3,
        ),
        Column[Row](
            key="phase",
            title=QCoreApplication.translate("Families", "Phase"),
            cell=phase,
            sample=longest,
            tag=True,
            sort="phase",
            drop=1,
        ),
        Column[Row](
            key="next_due",
            title=QCoreApplication.translate("Families", "nächste Frist"),
            cell=lambda row: due_cell(row.next_due, today) if row else Cell(text=""),
            sample="24.11.2026",
            sort="next_due",
        ),
        Column[Row](
            key="last_contact",
            title=QCoreApplication.translate("Families", "letzter Kontakt"),
            cell=lambda row: Cell(text=short_day(row.last_contact, today) if row else "", dim=True),
            sample="24.11.2026",
            sort="last_contact",
            drop=4,
        ),
    )
