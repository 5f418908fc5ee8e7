"""Linking: referrals, case conferences, appointments."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
    Find,
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
_ONLY_WITH_DE = "Alle anderen sehen diesen Eintrag nie: nicht gedruckt, nicht auf dem Bildschirm."
_ONLY_WITH_EN = "Nobody else ever sees this entry, neither printed nor on screen."


@record(RECORDS, "referral", "Vermittlung", "Referral", sort_by=("date",), discuss_only="discuss_only_with")
class Referral(Record):
    """Linking a family with a service, and what became of it."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    partner: RecordId | None = link("Stelle", "Partner", S.GENERAL, target="partner")
    partner_name: str | None = line("Stelle (frei)", "Partner (free text)", S.GENERAL)
    partner_type: Code | None = choice("Art der Stelle", "Kind of body", S.GENERAL, codes="partner_type", figure=True)
    persons: frozenset[RecordId] = many("Für wen", "For whom", S.IDENTITY, target="person")
    domain: Code | None = choice("Lebensbereich", "Life domain", S.GENERAL, codes="life_domain", figure=True)
    concern: str | None = line("Anliegen", "Concern", S.GENERAL, find=Find.WORDS, max_length=500)
    state: Code | None = choice("Stand", "State", S.GENERAL, codes="referral_state", figure=True)
    state_on: dt.date | None = day("Stand vom", "State of", S.GENERAL)
    accompanied: Code | None = choice("Begleitet", "Accompanied", S.GENERAL, codes="yes_no")
    hand_on: Code | None = choice(
        "Begleitung geht dorthin über", "Support is handed on there", S.GENERAL, codes="yes_no", figure=True
    )
    consent: RecordId | None = link("Einwilligung", "Consent", S.GENERAL, target="consent")
    result: str | None = note("Was daraus wurde", "What came of it", S.CONFIDED)
    discuss_only_with: frozenset[RecordId] = many(
        "Nur besprechen mit",
        "Discuss only with",
        S.CONFIDED,
        target="person",
        help_de=_ONLY_WITH_DE,
        help_en=_ONLY_WITH_EN,
    )


@record(
    RECORDS, "case_conference", "Fallkonferenz", "Case conference", sort_by=("date",), discuss_only="discuss_only_with"
)
class CaseConference(Record):
    """A talk of several bodies about one family, with the family and its consent."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    time: str | None = line("Uhrzeit", "Time", S.GENERAL, max_length=20)
    place: str | None = line("Ort", "Place", S.GENERAL)
    occasion: str | None = line("Anlass", "Occasion", S.GENERAL, max_length=500)
    agenda: str | None = note("Themen", "Agenda", S.GENERAL)
    minutes: str | None = note("Protokoll", "Minutes", S.CONFIDED)
    interpreter: str | None = line("Mündlich übertragen durch", "Interpreted by", S.IDENTITY)
    interpreter_of_age: Code | None = age_answer(machinery=True)
    discuss_only_with: frozenset[RecordId] = many(
        "Nur besprechen mit",
        "Discuss only with",
        S.CONFIDED,
        target="person",
        help_de=_ONLY_WITH_DE,
        help_en=_ONLY_WITH_EN,
    )


@record(RECORDS, "conference_participant", "Teilnahme", "Participant", sort_by=("name",))
class ConferenceParticipant(Record):
    """Somebody invited to a case conference; bodies take part only with a consent."""

    case_conference: RecordId = parent("case_conference")
    name: str | None = line("Name oder Stelle", "Name or body", S.IDENTITY)
    person: RecordId | None = link("Person der Familie", "Person of the case", S.IDENTITY, target="person")
    partner: RecordId | None = link("Stelle", "Partner", S.GENERAL, target="partner")
    function: str | None = line("Aufgabe", "Function", S.GENERAL)
    consent: RecordId | None = link("Einwilligung", "Consent", S.GENERAL, target="consent")
    attended: Code | None = choice("War dabei", "Attended", S.GENERAL, codes="yes_no")


@record(RECORDS, "appointment", "Termin", "Appointment", sort_by=("date",), discuss_only="discuss_only_with")
class Appointment(Record):
    """Something at a day and time: a visit, a meeting at an office."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL)
    time: str | None = line("Uhrzeit", "Time", S.GENERAL, max_length=20)
    title: str = line("Was", "What", S.GENERAL, find=Find.WORDS)
    place: str | None = line("Ort", "Place", S.REACH)
    persons: frozenset[RecordId] = many("Wer", "Who", S.IDENTITY, target="person")
    partner: RecordId | None = link("Stelle", "Partner", S.GENERAL, target="partner")
    form: Code | None = choice("Kontaktform", "Form of contact", S.GENERAL, codes="contact_form")
    interpreter: RecordId | None = link("Sprachmittlung", "Interpreter", S.IDENTITY, target="interpreter")
    state: Code | None = choice("Stand", "State", S.GENERAL, codes="appointment_state")
    minutes: int | None = number("Dauer in Minuten", "Duration in minutes", S.GENERAL)
    discuss_only_with: frozenset[RecordId] = many(
        "Nur besprechen mit",
        "Discuss only with",
        S.CONFIDED,
        target="person",
        help_de=_ONLY_WITH_DE,
        help_en=_ONLY_WITH_EN,
    )
