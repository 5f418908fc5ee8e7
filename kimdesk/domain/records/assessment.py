"""The assessment over life domains, and the network map."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
    Record,
    Sensitivity,
    choice,
    day,
    line,
    link,
    many,
    note,
    number,
    parent,
    record,
)
from kimdesk.domain.interpreting import age_answer
from kimdesk.domain.pseudonyms import month
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "assessment", "Assessment", "Assessment", sort_by=("date",), freezes="completed_on")
class Assessment(Record):
    """One look at the whole situation on one day; several over time are compared."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    participants: frozenset[RecordId] = many("Beteiligte", "Participants", S.IDENTITY, target="person")
    interpreter: str | None = line("Mündlich übertragen durch", "Interpreted by", S.IDENTITY)
    interpreter_of_age: Code | None = age_answer(machinery=True)
    summary: str | None = note("Zusammenfassung", "Summary", S.CONFIDED)
    completed_on: dt.date | None = day("Fertig am", "Completed on", S.GENERAL, machinery=True)


@record(
    RECORDS,
    "domain_rating",
    "Lebensbereich",
    "Life domain",
    sort_by=("domain",),
    frozen_by="assessment",
)
class DomainRating(Record):
    """One life domain in one assessment: both views, rated 0 to 5 (0 not discussed, 1 acute, 5 independent)."""

    assessment: RecordId = parent("assessment")
    domain: Code = choice("Lebensbereich", "Life domain", S.GENERAL, codes="life_domain", figure=True)
    client_rating: Code | None = choice(
        "Bewertung der Familie", "The family's rating", S.STATUS, codes="rating", figure=True
    )
    own_rating: Code | None = choice("Meine Bewertung", "My rating", S.STATUS, codes="rating", figure=True)
    client_view: str | None = note("Sicht der Familie", "The family's view", S.CONFIDED)
    own_view: str | None = note("Meine Sicht", "My view", S.CONFIDED)
    situation: str | None = note("Situation", "Situation", S.CONFIDED)
    resources: str | None = note("Ressourcen", "Resources", S.CONFIDED)
    need: str | None = note("Bedarf", "Need", S.CONFIDED)
    priority: Code | None = choice("Dringlichkeit", "Priority", S.GENERAL, codes="priority")
    next_step: str | None = line("Nächster Schritt", "Next step", S.CONFIDED, max_length=500)


@record(RECORDS, "network_contact", "Netzwerk", "Network", sort_by=("sector",), category="contacts")
class NetworkContact(Record):
    """Someone around the family: in one of four sectors, close, middle or loose; never judged."""

    case: RecordId = parent("case")
    name: str = line(
        "Vorname, Rolle oder Stelle",
        "First name, role or office",
        S.IDENTITY,
        max_length=80,
        help_de="Kein Nachname nötig: „Tante in Gronau“, „Trainer“, „Frau K., Kita“.",
        help_en="No family name needed: “aunt in Gronau”, “coach”, “Ms K., day-care”.",
    )
    sector: Code = choice("Bereich", "Sector", S.IDENTITY, codes="network_sector")
    horizon: Code = choice("Nähe", "Closeness", S.IDENTITY, codes="network_horizon")
    person: RecordId | None = link("Person der Familie", "Person of the case", S.IDENTITY, target="person")
    partner: RecordId | None = link("Stelle", "Partner", S.IDENTITY, target="partner")
    note: str | None = note("Anmerkung", "Remark", S.CONFIDED)
    place: int | None = number("Platz auf der Karte", "Place on the map", S.GENERAL, machinery=True)


@record(RECORDS, "network_tie", "Verbindung", "Tie", category="contacts")
class NetworkTie(Record):
    """Two people of the network who know each other."""

    case: RecordId = parent("case")
    one: RecordId = link("von", "from", S.IDENTITY, target="network_contact")
    other: RecordId = link("zu", "to", S.IDENTITY, target="network_contact")
