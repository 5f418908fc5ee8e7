"""Structural observations: where the system gets stuck, without any person."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.declare import Code, Record, Sensitivity, choice, day, note, record
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "structural_observation", "Strukturbeobachtung", "Structural observation", sort_by=("date",))
class StructuralObservation(Record):
    """One place where the system gets stuck; belongs to no case and names nobody."""

    date: dt.date = day("Datum", "Date", S.GENERAL)
    topic: Code = choice("Thema", "Topic", S.GENERAL, codes="life_domain", figure=True)
    actor_type: Code | None = choice("Welche Stelle", "Kind of body", S.GENERAL, codes="partner_type", figure=True)
    frequency: Code | None = choice("Wie oft", "How often", S.GENERAL, codes="frequency", figure=True)
    description: str = note("Wo hakt es im System?", "Where does the system get stuck?", S.GENERAL)
    proposal: str | None = note("Vorschlag", "Proposal", S.GENERAL)
    municipality: Code | None = choice(
        "Ort",
        "Municipality",
        S.GENERAL,
        codes="municipality",
        help_de="Wird nur weitergegeben, wenn dort mindestens fünf Familien mit diesem Thema leben.",
        help_en="Passed on only where at least five families of this topic live there.",
    )
    answer: str | None = note("Antwort der Lenkungsgruppe", "The steering group's answer", S.GENERAL)
    answered_on: dt.date | None = day("Beantwortet am", "Answered on", S.GENERAL)
