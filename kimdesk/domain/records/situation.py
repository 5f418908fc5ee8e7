"""How a family lives, each with its history: residence, livelihood, work, health cover, school, housing."""

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
    note,
    number,
    parent,
    record,
)
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "free_movement", "Freizügigkeit", "Free movement", sort_by=("since",), category="status")
class FreeMovement(Record):
    """Why an EU citizen may live here, over time: a reason, not a title (§§ 2, 4a, 5 FreizügG/EU)."""

    person: RecordId = parent("person")
    reason: Code = choice("Grund", "Reason", S.STATUS, codes="eu_reason", figure=True)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)
    registered_on: dt.date | None = day("Angemeldet am", "Registered on", S.STATUS)
    proof: str | None = line("Womit belegt", "How proven", S.STATUS)
    card_until: dt.date | None = day("Aufenthaltskarte gültig bis", "Residence card valid until", S.STATUS)
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)


@record(RECORDS, "residence_title", "Aufenthaltstitel", "Residence title", sort_by=("valid_from",), category="status")
class ResidenceTitle(Record):
    """A title, permission or toleration of a third-country national (AufenthG, AsylG); no document number."""

    person: RecordId = parent("person")
    title: Code = choice("Titel", "Title", S.STATUS, codes="residence_title", figure=True)
    valid_from: dt.date | None = day("gültig ab", "valid from", S.STATUS)
    valid_until: dt.date | None = day("gültig bis", "valid until", S.STATUS)
    applied_on: dt.date | None = day("Verlängerung beantragt am", "Extension applied for on", S.STATUS)
    office: str | None = line("Ausländerbehörde", "Immigration office", S.STATUS)
    work_permitted: Code | None = choice("Arbeit erlaubt", "Work permitted", S.STATUS, codes="work_permission")
    conditions: str | None = note("Nebenbestimmungen", "Conditions", S.STATUS)
    residence_rule_until: dt.date | None = day("Wohnsitzregelung bis", "Residence rule until", S.STATUS)
    passport_until: dt.date | None = day("Pass gültig bis", "Passport valid until", S.STATUS)
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)


@record(RECORDS, "livelihood", "Lebensunterhalt", "Livelihood", sort_by=("since",), category="status")
class Livelihood(Record):
    """What a person lives on and under which legal sphere, over time; a new row is a change of legal sphere."""

    person: RecordId = parent("person")
    benefit_regime: Code | None = choice("Rechtskreis", "Legal sphere", S.STATUS, codes="benefit_regime", figure=True)
    income: Code | None = choice("Einkommen", "Income", S.STATUS, codes="income_kind", figure=True)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)
    approved_until: dt.date | None = day("Bewilligt bis", "Approved until", S.STATUS)
    office: str | None = line("Stelle", "Office", S.STATUS)
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)


@record(RECORDS, "health_insurance", "Krankenversicherung", "Health insurance", sort_by=("since",), category="status")
class HealthInsurance(Record):
    """How a person is insured against illness, over time."""

    person: RecordId = parent("person")
    kind: Code = choice("Art", "Kind", S.STATUS, codes="insurance_kind", figure=True)
    fund: str | None = line("Krankenkasse", "Health fund", S.STATUS)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)


@record(RECORDS, "employment", "Arbeit", "Employment", sort_by=("since",), category="status")
class Employment(Record):
    """A job of a person, over time."""

    person: RecordId = parent("person")
    occupation: str | None = line("Tätigkeit", "Occupation", S.STATUS, find=Find.WORDS)
    employer: str | None = line("Arbeitgeber", "Employer", S.STATUS)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)
    hours: int | None = number("Stunden in der Woche", "Hours a week", S.STATUS)
    probation_until: dt.date | None = day("Probezeit bis", "Probation until", S.STATUS)
    fixed_until: dt.date | None = day("Befristet bis", "Fixed term until", S.STATUS)
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)


@record(RECORDS, "schooling", "Schule und Kita", "School and day-care", sort_by=("since",), category="status")
class Schooling(Record):
    """A place in school or day-care, over time; also one that is only asked for."""

    person: RecordId = parent("person")
    school_form: Code = choice("Schulform", "Kind of school", S.STATUS, codes="school_form", figure=True)
    name: str | None = line("Name der Einrichtung", "Name", S.STATUS, find=Find.WORDS)
    level: str | None = line("Klasse oder Gruppe", "Class or group", S.STATUS, max_length=60)
    waitlisted_on: dt.date | None = day("Vorgemerkt am", "Pre-registered on", S.STATUS)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)
    initial_support: Code | None = choice("Erstförderung", "Initial German support", S.STATUS, codes="yes_no")
    initial_support_since: dt.date | None = day("Erstförderung seit", "Initial support since", S.STATUS)
    measles_proof: Code | None = choice("Masernschutz nachgewiesen", "Measles proof", S.STATUS, codes="yes_no")
    education_package: Code | None = choice(
        "Bildung und Teilhabe beantragt", "Education package applied for", S.STATUS, codes="yes_no"
    )
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)


@record(RECORDS, "housing", "Wohnen", "Housing", sort_by=("since",), category="status")
class Housing(Record):
    """Where and how the family lives, over time."""

    case: RecordId = parent("case")
    kind: Code = choice("Wohnform", "Kind of housing", S.STATUS, codes="housing_kind", figure=True)
    since: PartialDate | None = day("seit", "since", S.STATUS, partial=True)
    until: PartialDate | None = day("bis", "until", S.STATUS, partial=True)
    persons: int | None = number("Personen", "Persons", S.STATUS)
    rooms: int | None = number("Zimmer", "Rooms", S.STATUS)
    square_metres: int | None = number("Fläche in m²", "Area in m²", S.STATUS)
    warm_rent: int | None = number("Warmmiete in Euro", "Rent with heating in euros", S.STATUS)
    contract: Code | None = choice("Schriftlicher Mietvertrag", "Written contract", S.STATUS, codes="yes_no")
    landlord_confirmation_on: dt.date | None = day(
        "Wohnungsgeberbestätigung vom", "Landlord's confirmation of", S.STATUS
    )
    notice_until: dt.date | None = day("Gekündigt zum", "Notice given for", S.STATUS)
    eviction_risk: Code | None = choice("Räumung droht", "Risk of eviction", S.STATUS, codes="yes_no")
    housing_permit: Code | None = choice("Wohnberechtigungsschein", "Social housing permit", S.STATUS, codes="yes_no")
    defects: str | None = note("Mängel", "Defects", S.CONFIDED)
