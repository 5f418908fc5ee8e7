"""The case: how it came, which phases it went through, how it ends."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
    Find,
    Merge,
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
from kimdesk.domain.pseudonyms import month
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "case", "Fall", "Case", sort_by=("case_number",), category="identity", ended_by="handed_on")
class Case(Record):
    """One person or family that is accompanied."""

    case_number: str = line(
        "Fallnummer", "Case number", S.GENERAL, find=Find.NUMBER, max_length=32, merge=Merge.PROVIDER
    )
    municipality: Code | None = choice("Ort", "Municipality", S.GENERAL, codes="municipality", figure=True)
    first_contact: dt.date | None = day("Erster Kontakt", "First contact", S.GENERAL, pseudonym=month)
    access_route: Code | None = choice("Zugangsweg", "Access route", S.GENERAL, codes="access_route", figure=True)
    referred_by: str | None = line("Vermittelt durch", "Referred by", S.IDENTITY, group="intake")
    urgency: Code | None = choice("Dringlichkeit", "Urgency", S.GENERAL, codes="priority", group="intake")
    existing_helpers: str | None = note("Wer schon hilft", "Who helps already", S.CONFIDED, group="intake")
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
    retention_until: dt.date | None = day("Löschen am", "To be deleted on", S.GENERAL, machinery=True)
    hold_reason: str | None = line(
        "Nicht löschen, weil",
        "Not to be deleted because",
        S.CONFIDED,
        group="closing",
        help_de="Mit einem Grund bleibt die Akte auch nach Ablauf der Frist.",
        help_en="With a reason the record stays beyond its retention period.",
    )
    merged_into: RecordId | None = link("Zusammengeführt mit", "Merged into", S.GENERAL, target="case", machinery=True)
    split_from: RecordId | None = link("Getrennt von", "Split from", S.PROTECTED, target="case", machinery=True)
    restricted: Code | None = choice("Gesperrt (Art. 18 DSGVO)", "Restricted (Art. 18 GDPR)", S.GENERAL, codes="yes_no")
    owner: str | None = line(
        "Fallführung (Gerät)", "Case lead (device)", S.GENERAL, merge=Merge.PROVIDER, machinery=True
    )
    handed_to: str | None = line("Übergeben an", "Handed over to", S.IDENTITY, machinery=True)
    handed_on: dt.date | None = day("Übergeben am", "Handed over on", S.GENERAL, machinery=True)
    epoch: int | None = number("Übergabestand", "Hand-over epoch", S.GENERAL, merge=Merge.PROVIDER, machinery=True)


@record(RECORDS, "phase_step", "Phase", "Phase", sort_by=("date",))
class PhaseStep(Record):
    """One step of the case through its phases; steps may go back."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    phase: Code = choice("Phase", "Phase", S.GENERAL, codes="phase", figure=True)
    reason: str | None = line("Warum", "Why", S.CONFIDED)


@record(RECORDS, "intake", "Aufnahme", "Intake", sort_by=("date",))
class Intake(Record):
    """The five access criteria of case management and what was decided."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    complex_need: Code | None = choice(
        "Mehrere Anliegen, die zusammenhängen", "Complex need", S.GENERAL, codes="criterion"
    )
    several_providers: Code | None = choice(
        "Mehrere Stellen sind beteiligt", "Several providers involved", S.GENERAL, codes="criterion"
    )
    regular_routes_fail: Code | None = choice(
        "Die üblichen Wege reichen hier nicht", "Regular routes do not work", S.GENERAL, codes="criterion"
    )
    resources_lacking: Code | None = choice(
        "Die eigenen Kräfte reichen gerade nicht", "Own resources are lacking", S.GENERAL, codes="criterion"
    )
    family_agrees: Code | None = choice("Die Familie möchte das", "The family agrees", S.GENERAL, codes="criterion")
    reasons: str | None = note("Begründung", "Reasons", S.CONFIDED)
    outcome: Code | None = choice("Ergebnis", "Outcome", S.GENERAL, codes="intake_outcome", figure=True)
    referred_to: str | None = line("Weitervermittelt an", "Referred on to", S.GENERAL)


@record(RECORDS, "closing", "Abschluss", "Closing", sort_by=("date",), freezes="completed_on")
class Closing(Record):
    """What a closing report says; the case itself carries reason and day."""

    case: RecordId = parent("case")
    date: dt.date | None = day("Abschlussgespräch am", "Closing talk on", S.GENERAL, pseudonym=month)
    summary: str | None = note("Was erreicht wurde", "What was reached", S.CONFIDED)
    feedback: str | None = note("Rückmeldung der Familie", "The family's feedback", S.CONFIDED)
    satisfaction: Code | None = choice(
        "Wie zufrieden ist die Familie?", "How satisfied is the family?", S.GENERAL, codes="satisfaction", figure=True
    )
    handed_to: str | None = line("Wer weiter begleitet", "Who goes on", S.GENERAL)
    partner: RecordId | None = link("Stelle", "Partner", S.GENERAL, target="partner")
    open_deadlines: str | None = note(
        "Offene Termine und wer auf sie achtet", "Open dates and who watches them", S.CONFIDED
    )
    running_referrals: str | None = note("Laufende Vermittlungen", "Referrals still running", S.CONFIDED)
    documents_returned: Code | None = choice(
        "Unterlagen zurückgegeben", "Documents returned", S.GENERAL, codes="yes_no"
    )
    findings: str | None = note("Was das System lernen kann", "What the system can learn", S.CONFIDED)
    aftercare_on: dt.date | None = day("Nachsorge am", "After-care on", S.GENERAL)
    completed_on: dt.date | None = day("Fertig am", "Completed on", S.GENERAL, machinery=True)


@record(RECORDS, "protection_entry", "Kinderschutz", "Child protection", sort_by=("date",))
class ProtectionEntry(Record):
    """Child protection: opens with the passphrase again and leaves three ways only (§ 4 KKG, § 8a SGB VIII)."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.PROTECTED)
    children: frozenset[RecordId] = many("Um wen es geht", "Who it is about", S.PROTECTED, target="person")
    observed: str | None = note("Was ich gesehen habe", "What I saw", S.PROTECTED, find=None)
    said: str | None = note("Was gesagt wurde", "What was said", S.PROTECTED, find=None)
    assessment: str | None = note("Einschätzung", "Assessment", S.PROTECTED, find=None)
    agreed: str | None = note("Was vereinbart ist", "What was agreed", S.PROTECTED, find=None)
    consulted_on: dt.date | None = day("Beraten mit Fachkraft am", "Adviser consulted on", S.PROTECTED)
    consulted_whom: str | None = line("Insoweit erfahrene Fachkraft", "Child-protection adviser", S.PROTECTED)
    told_family: Code | None = choice(
        "Mit der Familie besprochen", "Discussed with the family", S.PROTECTED, codes="yes_no"
    )
    not_told_reason: str | None = note("Nicht besprochen, weil", "Not discussed because", S.PROTECTED, find=None)
    notified_on: dt.date | None = day("Jugendamt informiert am", "Youth office informed on", S.PROTECTED)
    notified_whom: str | None = line("Wer im Jugendamt", "Who at the youth office", S.PROTECTED)
    handed_on: dt.date | None = day("Mit dem Fall übergeben am", "Handed over with the case on", S.PROTECTED)
    handed_whom: str | None = line("Übergeben an", "Handed over to", S.PROTECTED)
    handed_reason: str | None = line("Übergeben, weil", "Handed over because", S.PROTECTED)
