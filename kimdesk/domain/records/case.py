"""The case, the people in it and how they belong together."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
    Find,
    Merge,
    PartialDate,
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
from kimdesk.domain.pseudonyms import month, year_band
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "case", "Fall", "Case", sort_by=("case_number",))
class Case(Record):
    """One person or family that is accompanied."""

    case_number: str = line(
        "Fallnummer", "Case number", S.GENERAL, find=Find.NUMBER, max_length=32, merge=Merge.PROVIDER
    )
    municipality: Code | None = choice("Ort", "Municipality", S.GENERAL, codes="municipality", figure=True)
    first_contact: dt.date | None = day("Erster Kontakt", "First contact", S.GENERAL, pseudonym=month)
    access_route: Code | None = choice("Zugangsweg", "Access route", S.GENERAL, codes="access_route", figure=True)
    phase: Code | None = choice("Phase", "Phase", S.GENERAL, codes="phase", figure=True)
    closed_on: dt.date | None = day("Abgeschlossen am", "Closed on", S.GENERAL, pseudonym=month)
    closing_reason: Code | None = choice(
        "Abschlussgrund", "Closing reason", S.GENERAL, codes="closing_reason", figure=True
    )
    concern: str | None = note("Anliegen in eigenen Worten", "Concern in their own words", S.CONFIDED, group="intake")
    wish: str | None = note("Wunsch der Familie", "The family's wish", S.CONFIDED, group="overview")
    strengths: str | None = note("Stärken", "Strengths", S.CONFIDED, group="overview")
    safety_note: str | None = note(
        "Sicherheit",
        "Safety",
        S.CONFIDED,
        group="overview",
        help_de="Was man vor einem Besuch wissen muss, zum Beispiel „vorher anrufen“.",
        help_en="What one must know before a visit, for example “call first”.",
    )
    restricted: Code | None = choice("Gesperrt (Art. 18 DSGVO)", "Restricted (Art. 18 GDPR)", S.GENERAL, codes="yes_no")
    owner: str | None = line(
        "Fallführung (Gerät)", "Case lead (device)", S.GENERAL, merge=Merge.PROVIDER, machinery=True
    )
    epoch: int | None = number("Übergabestand", "Hand-over epoch", S.GENERAL, merge=Merge.PROVIDER, machinery=True)


@record(
    RECORDS,
    "person",
    "Person",
    "Person",
    sort_by=("family_name", "given_name"),
    one_of=("family_name", "given_name"),
)
class Person(Record):
    """Someone who belongs to the case."""

    case: RecordId = parent("case")
    given_name: str | None = line("Vorname", "Given name", S.IDENTITY, find=Find.NAME)
    family_name: str | None = line("Nachname", "Family name", S.IDENTITY, find=Find.NAME)
    given_name_native: str | None = line(
        "Vorname in eigener Schrift", "Given name in own script", S.IDENTITY, find=Find.NAME
    )
    family_name_native: str | None = line(
        "Nachname in eigener Schrift", "Family name in own script", S.IDENTITY, find=Find.NAME
    )
    birth_name: str | None = line("Geburtsname", "Birth name", S.IDENTITY, find=Find.NAME)
    role: Code | None = choice("Rolle in der Familie", "Role in the family", S.IDENTITY, codes="family_role")
    in_household: Code | None = choice("Lebt im Haushalt", "Lives in the household", S.IDENTITY, codes="yes_no")
    birth_date: PartialDate | None = day(
        "Geburtsdatum",
        "Date of birth",
        S.IDENTITY,
        partial=True,
        pseudonym=year_band,
        figure=True,
        help_de="Auch nur Monat oder Jahr, geschätzt mit „~“: 03.1991, 1991, ~1991.",
        help_en="Month or year alone is fine, “~” means estimated: 03.1991, 1991, ~1991.",
    )
    gender: Code | None = choice("Geschlecht", "Gender", S.IDENTITY, codes="gender", figure=True)
    nationalities: frozenset[Code] = many(
        "Staatsangehörigkeiten", "Nationalities", S.STATUS, codes="country", figure=True
    )
    residence_status: Code | None = choice(
        "Aufenthalt", "Residence status", S.STATUS, codes="residence_status", figure=True
    )
    languages: frozenset[Code] = many("Spricht", "Speaks", S.IDENTITY, codes="language")
    reads: frozenset[Code] = many("Liest", "Reads", S.IDENTITY, codes="language")
    german_level: Code | None = choice("Deutsch (GER)", "German (CEFR)", S.IDENTITY, codes="german_level", figure=True)
    interpreter_needed: Code | None = choice(
        "Sprachmittlung nötig", "Interpreter needed", S.IDENTITY, codes="yes_no", figure=True
    )
    situation: str | None = line(
        "Arbeit, Schule, Kita", "Work, school, day-care", S.STATUS, find=Find.WORDS, group="situation"
    )
    phone: str | None = line("Telefon", "Phone", S.REACH, find=Find.NUMBER, group="reach")
    email: str | None = line("E-Mail", "E-mail", S.REACH, group="reach")
    address: str | None = line("Anschrift", "Address", S.REACH, find=Find.WORDS, group="reach")
    protected_address: Code | None = choice(
        "Anschrift geschützt",
        "Protected address",
        S.REACH,
        codes="yes_no",
        group="reach",
        help_de="Auskunftssperre: Anschrift, Telefon, Schule und Kita sehen nur genannte Stellen.",
        help_en="Address, phone, school and day-care are never passed on except to recipients named.",
    )
    health_note: str | None = note("Gesundheit", "Health", S.SPECIAL, consent="special_categories", group="health")
    protection_note: str | None = note("Kinderschutz", "Child protection", S.PROTECTED, find=None, machinery=True)
    merged_into: RecordId | None = link(
        "Zusammengeführt mit", "Merged into", S.GENERAL, target="person", machinery=True
    )


@record(RECORDS, "relation", "Beziehung", "Relation", sort_by=("relation",))
class Relation(Record):
    """How one person of the case belongs to another."""

    case: RecordId = parent("case")
    person: RecordId = link("Person", "Person", S.IDENTITY, target="person")
    other: RecordId = link("Bezugsperson", "Other person", S.IDENTITY, target="person")
    relation: Code = choice("Beziehung", "Relation", S.IDENTITY, codes="relation")
