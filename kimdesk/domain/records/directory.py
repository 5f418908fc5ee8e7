"""The directory: partners and interpreters; belongs to no case."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Code, Find, Record, Sensitivity, choice, day, line, many, note, parent, record
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "partner", "Partner", "Partner", sort_by=("name",))
class Partner(Record):
    """A body or service in the directory; belongs to no case."""

    name: str = line("Name", "Name", S.GENERAL, find=Find.NAME)
    partner_type: Code | None = choice("Art der Stelle", "Kind of body", S.GENERAL, codes="partner_type", figure=True)
    municipality: Code | None = choice("Ort", "Municipality", S.GENERAL, codes="municipality")
    address: str | None = line("Anschrift", "Address", S.GENERAL, find=Find.WORDS)
    phone: str | None = line("Telefon", "Phone", S.GENERAL, find=Find.NUMBER)
    email: str | None = line("E-Mail", "E-mail", S.GENERAL)
    website: str | None = line("Internetseite", "Website", S.GENERAL)
    opening_hours: str | None = line("Öffnungszeiten", "Opening hours", S.GENERAL)
    languages: frozenset[Code] = many("Sprachen", "Languages", S.GENERAL, codes="language")
    topics: frozenset[Code] = many("Themen", "Topics", S.GENERAL, codes="life_domain")
    offers: str | None = note("Angebote", "Offers", S.GENERAL)
    good_to_know: str | None = note(
        "Gut zu wissen",
        "Good to know",
        S.GENERAL,
        help_de="Ohne Angaben über Familien.",
        help_en="Without anything about families.",
    )
    inactive_since: dt.date | None = day("Nicht mehr aktiv seit", "No longer active since", S.GENERAL)


@record(RECORDS, "partner_person", "Ansprechperson", "Contact person", sort_by=("name",))
class PartnerPerson(Record):
    """Somebody who works at a partner."""

    partner: RecordId = parent("partner")
    name: str = line("Name", "Name", S.IDENTITY, find=Find.NAME)
    function: str | None = line("Aufgabe", "Function", S.GENERAL)
    phone: str | None = line("Telefon", "Phone", S.REACH, find=Find.NUMBER)
    email: str | None = line("E-Mail", "E-mail", S.REACH)


@record(RECORDS, "interpreter", "Sprachmittler/in", "Interpreter", sort_by=("name",))
class Interpreter(Record):
    """Somebody who interprets; grown-ups only. Belongs to no case."""

    name: str = line("Name", "Name", S.IDENTITY, find=Find.NAME)
    languages: frozenset[Code] = many("Sprachen", "Languages", S.GENERAL, codes="language")
    pool: str | None = line("Pool oder Dienst", "Pool or service", S.GENERAL)
    phone: str | None = line("Telefon", "Phone", S.REACH, find=Find.NUMBER)
    confidentiality_on: dt.date | None = day(
        "Verschwiegenheit unterschrieben am", "Confidentiality signed on", S.GENERAL
    )
    of_age: Code | None = choice(
        "Mindestens 18 Jahre",
        "At least 18 years old",
        S.GENERAL,
        codes="yes_no",
        help_de="Kinder und Jugendliche dolmetschen nicht.",
        help_en="Children and young people do not interpret.",
    )
    remark: str | None = line("Anmerkung", "Remark", S.GENERAL)
