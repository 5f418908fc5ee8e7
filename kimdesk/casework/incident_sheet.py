"""The sheet for data breaches; it needs no vault, because the vault may be what is lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.base.errors import Surroundings
from kimdesk.documents.api import Pdf, paper_pdf
from kimdesk.domain.views.assessing import IncidentView
from kimdesk.exchange.medium import watched, write_whole


def incident_sheet(day: dt.date, language: str = "de") -> Pdf:
    """Return the sheet in German or English."""
    view = IncidentView(
        case_number="", reader_initials="", family_name="", date=day, phone="", provider="", author="KIM Desk"
    )
    return paper_pdf("incident", view, languages=(language,))


def keep_incident_sheet(path: Path, day: dt.date, language: str = "de") -> Pdf:
    """Write the sheet where somebody chose; raises Surroundings(medium.exists) and what writing raises."""
    with watched():
        taken = path.exists()
    if taken:
        raise Surroundings("medium.exists")
    found = incident_sheet(day, language)
    write_whole(path, found.data)
    return found
