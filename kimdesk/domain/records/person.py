"""The people of a case: who they are, how they are reached, how they belong together."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
    Find,
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
from kimdesk.domain.pseudonyms import year_band
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(
    RECORDS,
    "person",
    "Person",
    "Person",
    sort_by=("family_name", "given_name"),
    one_of=("family_name", "given_name"),
    category="identity",
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
    further_names: str | None = line("Weitere Namen", "Further names", S.IDENTITY, find=Find.NAME)
    patronymic: str | None = line("Vatersname", "Patronymic", S.IDENTITY, find=Find.NAME)
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
    birth_place: str | None = line("Geburtsort", "Place of birth", S.IDENTITY)
    birth_country: Code | None = choice("Geburtsland", "Country of birth", S.IDENTITY, codes="country")
    died_on: PartialDate | None = day("Verstorben am", "Died on", S.IDENTITY, partial=True)
    gender: Code | None = choice("Geschlecht", "Gender", S.IDENTITY, codes="gender", figure=True)
    marital_status: Code | None = choice("Familienstand", "Marital status", S.IDENTITY, codes="marital_status")
    custody: Code | None = choice("Sorgerecht", "Custody", S.IDENTITY, codes="custody")
    lives_in: Code | None = choice("Lebt in", "Lives in", S.IDENTITY, codes="country")
    full_name_reason: str | None = line(
        "Warum der volle Name nötig ist",
        "Why the full name is needed",
        S.CONFIDED,
        help_de="Wer nicht im Haushalt lebt, steht nur mit Vornamen oder Rolle hier, wenn kein Grund eingetragen ist.",
        help_en="Relatives outside the household are kept by first name or role unless a reason is given.",
    )
    nationalities: frozenset[Code] = many(
        "Staatsangehörigkeiten", "Nationalities", S.STATUS, codes="country", figure=True
    )
    residence_status: Code | None = choice(
        "Aufenthalt", "Residence status", S.STATUS, codes="residence_status", figure=True
    )
    entered_germany: PartialDate | None = day(
        "In Deutschland seit", "In Germany since", S.STATUS, partial=True, pseudonym=year_band, group="arrival"
    )
    entered_state: PartialDate | None = day(
        "In Nordrhein-Westfalen seit", "In North Rhine-Westphalia since", S.STATUS, partial=True, group="arrival"
    )
    entered_municipality: PartialDate | None = day(
        "Am Ort seit", "In the municipality since", S.STATUS, partial=True, group="arrival"
    )
    arrival_kind: Code | None = choice(
        "Weg nach Deutschland", "Kind of arrival", S.STATUS, codes="arrival_kind", group="arrival", figure=True
    )
    languages: frozenset[Code] = many("Spricht", "Speaks", S.IDENTITY, codes="language")
    reads: frozenset[Code] = many("Liest", "Reads", S.IDENTITY, codes="language")
    mother_tongue: Code | None = choice("Muttersprache", "Mother tongue", S.IDENTITY, codes="language")
    literacy: frozenset[Code] = many("Schreibt in", "Writes in", S.IDENTITY, codes="literacy")
    prefers_hearing: Code | None = choice("Hört lieber, als zu lesen", "Prefers hearing", S.IDENTITY, codes="yes_no")
    german_level: Code | None = choice("Deutsch (GER)", "German (CEFR)", S.IDENTITY, codes="german_level", figure=True)
    interpreter_needed: Code | None = choice(
        "Sprachmittlung nötig", "Interpreter needed", S.IDENTITY, codes="yes_no", figure=True
    )
    education_level: Code | None = choice("Schulbildung", "Education", S.STATUS, codes="education_level", figure=True)
    occupation: str | None = line("Beruf", "Occupation", S.STATUS, find=Find.WORDS, group="situation")
    situation: str | None = line(
        "Arbeit, Schule, Kita", "Work, school, day-care", S.STATUS, find=Find.WORDS, group="situation"
    )
    phone: str | None = line("Telefon", "Phone", S.REACH, find=Find.NUMBER, group="reach")
    messenger: str | None = line("Messenger", "Messenger", S.REACH, find=Find.NUMBER, group="reach")
    email: str | None = line("E-Mail", "E-mail", S.REACH, group="reach")
    reached_best: str | None = line("Am besten erreichbar", "Best way to reach", S.REACH, group="reach")
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
    capacity: Code | None = choice(
        "Kann selbst einwilligen",
        "Able to consent",
        S.IDENTITY,
        codes="capacity",
        group="capacity",
        help_de="Bei Minderjährigen: keine feste Altersgrenze, sondern ob die Person versteht, worum es geht.",
        help_en="For minors: no fixed age; what counts is whether the person understands what it is about.",
    )
    capacity_reason: str | None = line("Woran Sie das erkennen", "How you can tell", S.CONFIDED, group="capacity")
    capacity_on: dt.date | None = day("Eingeschätzt am", "Judged on", S.IDENTITY, group="capacity")
    genogram_dx: int | None = number("Genogramm: nach rechts", "Genogram: to the right", S.GENERAL, machinery=True)
    genogram_dy: int | None = number("Genogramm: nach unten", "Genogram: down", S.GENERAL, machinery=True)
    protection_note: str | None = note("Kinderschutz", "Child protection", S.PROTECTED, find=None, machinery=True)
    merged_into: RecordId | None = link(
        "Zusammengeführt mit", "Merged into", S.GENERAL, target="person", machinery=True
    )


@record(RECORDS, "relation", "Beziehung", "Relation", sort_by=("relation",), category="identity")
class Relation(Record):
    """How one person of the case belongs to another."""

    case: RecordId = parent("case")
    person: RecordId = link("Person", "Person", S.IDENTITY, target="person")
    other: RecordId = link("Bezugsperson", "Other person", S.IDENTITY, target="person")
    relation: Code = choice("Beziehung", "Relation", S.IDENTITY, codes="relation")
    since: PartialDate | None = day("seit", "since", S.IDENTITY, partial=True)
    until: PartialDate | None = day("bis", "until", S.IDENTITY, partial=True)


@record(RECORDS, "language_skill", "Sprachnachweis", "Language evidence", sort_by=("date",), category="identity")
class LanguageSkill(Record):
    """How well a person speaks, reads or writes one language, and how that is known (domain: GER, § 17 IntV)."""

    person: RecordId = parent("person")
    language: Code = choice("Sprache", "Language", S.IDENTITY, codes="language")
    skill: Code | None = choice("Fertigkeit", "Skill", S.IDENTITY, codes="language_skill")
    level: Code | None = choice("Niveau (GER)", "Level (CEFR)", S.IDENTITY, codes="german_level")
    evidence: Code | None = choice("Nachweis", "Evidence", S.IDENTITY, codes="language_evidence")
    date: dt.date | None = day("Datum", "Date", S.IDENTITY)
