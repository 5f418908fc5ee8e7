"""The support plan: versions with goals and measures; measures also stand alone as agreements."""

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


@record(RECORDS, "support_plan", "Unterstützungsplan", "Support plan", sort_by=("version",), freezes="signed_on")
class SupportPlan(Record):
    """One version of the plan; signing freezes it."""

    case: RecordId = parent("case")
    version: int = number("Version", "Version", S.GENERAL)
    date: dt.date | None = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    wish: str | None = note("Wunsch der Familie, in ihren Worten", "The family's wish, in its own words", S.GENERAL)
    wish_translation: str | None = note(
        "Der Wunsch in der Sprache der Familie", "The wish in the family's language", S.GENERAL
    )
    language: Code | None = choice("Zweite Sprache im Druck", "Second language in print", S.GENERAL, codes="language")
    participants: frozenset[RecordId] = many("Beteiligte", "Participants", S.IDENTITY, target="person")
    interpreter: str | None = line("Mündlich übertragen durch", "Interpreted by", S.IDENTITY)
    interpreter_of_age: Code | None = age_answer(machinery=True)
    review_date: dt.date | None = day(
        "Wir sprechen wieder über den Plan am", "We talk about the plan again on", S.GENERAL
    )
    signed_on: dt.date | None = day("Unterschrieben am", "Signed on", S.GENERAL, machinery=True, figure=True)
    signature_form: Code | None = choice(
        "Form der Zustimmung", "Form of agreement", S.GENERAL, codes="signature_form", machinery=True
    )
    not_signed_reason: str | None = line("Nicht unterschrieben, weil", "Not signed because", S.CONFIDED, machinery=True)
    pdf: str | None = line("Fertiges PDF", "Final PDF", S.GENERAL, machinery=True, max_length=200, after_freeze=True)


@record(RECORDS, "goal", "Ziel", "Goal", sort_by=("position",), frozen_by="plan")
class Goal(Record):
    """One goal of a plan, in the family's words and within its power."""

    plan: RecordId = parent("support_plan")
    position: int = number("Nummer", "Number", S.GENERAL, machinery=True)
    domain: Code | None = choice("Lebensbereich", "Life domain", S.GENERAL, codes="life_domain", figure=True)
    wording: str | None = line(
        "Was soll erreicht sein?", "What shall be reached?", S.GENERAL, find=Find.WORDS, max_length=500
    )
    wording_translation: str | None = line(
        "In der Sprache der Familie", "In the family's language", S.GENERAL, max_length=500
    )
    indicator: str | None = line("Woran merken wir es?", "How will we see it?", S.GENERAL, max_length=500)
    indicator_translation: str | None = line(
        "Woran merken wir es? In der Sprache der Familie",
        "How will we see it? In the family's language",
        S.GENERAL,
        max_length=500,
    )
    due: dt.date | None = day("bis", "by", S.GENERAL)
    priority: Code | None = choice("Dringlichkeit", "Priority", S.GENERAL, codes="priority")
    state: Code | None = choice("Stand", "State", S.GENERAL, codes="goal_state", figure=True, after_freeze=True)
    reached_on: dt.date | None = day("Erreicht am", "Reached on", S.GENERAL, after_freeze=True)
    attainment_note: str | None = line(
        "Was sich verändert hat", "What has changed", S.CONFIDED, max_length=500, after_freeze=True
    )
    carried_from: RecordId | None = link(
        "Übernommen aus", "Carried over from", S.GENERAL, target="goal", machinery=True
    )


@record(RECORDS, "measure", "Maßnahme", "Measure", sort_by=("position",), frozen_by="goal")
class Measure(Record):
    """Who does what until when; part of a goal, or an agreement made at a contact."""

    case: RecordId = parent("case")
    goal: RecordId | None = link("Ziel", "Goal", S.GENERAL, target="goal", machinery=True)
    contact: RecordId | None = link("Vereinbart bei", "Agreed at", S.GENERAL, target="contact", machinery=True)
    case_conference: RecordId | None = link(
        "Vereinbart in Fallkonferenz", "Agreed at case conference", S.GENERAL, target="case_conference", machinery=True
    )
    referral: RecordId | None = link("Zur Vermittlung", "Of referral", S.GENERAL, target="referral", machinery=True)
    position: int | None = number("Nummer", "Number", S.GENERAL, machinery=True)
    text: str | None = line("Was ist zu tun?", "What is to be done?", S.GENERAL, find=Find.WORDS, max_length=500)
    text_translation: str | None = line(
        "In der Sprache der Familie", "In the family's language", S.GENERAL, max_length=500
    )
    who: frozenset[Code] = many("Wer", "Who", S.GENERAL, codes="responsible")
    who_name: str | None = line("Name oder Stelle", "Name or office", S.IDENTITY)
    until: dt.date | None = day("bis", "until", S.GENERAL)
    state: Code | None = choice("Stand", "State", S.GENERAL, codes="measure_state", after_freeze=True)
    done_on: dt.date | None = day("Erledigt am", "Done on", S.GENERAL, after_freeze=True, machinery=True)
    carried_from: RecordId | None = link(
        "Übernommen aus", "Carried over from", S.GENERAL, target="measure", machinery=True
    )


@record(RECORDS, "plan_review", "Überprüfung", "Plan review", sort_by=("date",))
class PlanReview(Record):
    """A look back at a plan together with the family, whether it works."""

    case: RecordId = parent("case")
    plan: RecordId | None = link("Plan", "Plan", S.GENERAL, target="support_plan")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    participants: frozenset[RecordId] = many("Beteiligte", "Participants", S.IDENTITY, target="person")
    still_suitable: Code | None = choice(
        "Passt der Plan noch?", "Is the plan still suitable?", S.GENERAL, codes="yes_no"
    )
    result: str | None = note("Was wir besprochen haben", "What we talked about", S.CONFIDED)
    next_review: dt.date | None = day("Nächste Überprüfung", "Next review", S.GENERAL)
