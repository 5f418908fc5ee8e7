"""Agreements with a body about lists without names: without one no such list leaves (protection.md, Figures)."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.declare import Record, Sensitivity, day, line, record
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "agreement", "Vereinbarung", "Agreement", sort_by=("signed_on",))
class Agreement(Record):
    """What was agreed on in writing with a body about a case list without names; belongs to no case."""

    recipient: str = line("Mit wem", "With whom", S.GENERAL)
    reference: str = line(
        "Aktenzeichen oder Ablage",
        "Reference or place of filing",
        S.GENERAL,
        help_de="Woran die unterschriebene Vereinbarung wiedergefunden wird.",
        help_en="How the signed agreement can be found again.",
    )
    signed_on: dt.date = day("Unterschrieben am", "Signed on", S.GENERAL)
    valid_until: dt.date | None = day("Gültig bis", "Valid until", S.GENERAL)
    ended_on: dt.date | None = day("Beendet am", "Ended on", S.GENERAL)
