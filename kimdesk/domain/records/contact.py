"""Contacts: home visits, talks, phone calls and what came of them."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import (
    Code,
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
from kimdesk.domain.interpreting import age_answer
from kimdesk.domain.pseudonyms import month
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(
    RECORDS,
    "contact",
    "Kontakt",
    "Contact",
    sort_by=("date",),
    discuss_only="discuss_only_with",
    freezes="completed_on",
    category="contacts",
)
class Contact(Record):
    """One contact with the family or about it; free text is confided (protection.md)."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL, pseudonym=month, figure=True)
    form: Code | None = choice("Kontaktform", "Form of contact", S.GENERAL, codes="contact_form", figure=True)
    minutes: int | None = number("Dauer in Minuten", "Duration in minutes", S.GENERAL, figure=True)
    travel_minutes: int | None = number("Fahrzeit in Minuten", "Travel in minutes", S.GENERAL, figure=True)
    effort_minutes: int | None = number(
        "Vor- und Nachbereitung in Minuten", "Preparation and follow-up in minutes", S.GENERAL, figure=True
    )
    place: str | None = line("Wo", "Place", S.REACH)
    occasion: str | None = line("Anlass", "Occasion", S.CONFIDED)
    present: frozenset[RecordId] = many("Dabei", "Present", S.IDENTITY, target="person")
    interpreting: Code | None = choice(
        "Sprachmittlung",
        "Interpreting",
        S.GENERAL,
        codes="interpreting",
        figure=True,
        help_de="Kinder und Jugendliche dolmetschen nicht.",
        help_en="Children and young people do not interpret.",
    )
    interpreter: str | None = line("Sprachmittlung durch", "Interpreted by", S.IDENTITY)
    interpreter_record: RecordId | None = link(
        "Sprachmittlung (Verzeichnis)", "Interpreter (directory)", S.IDENTITY, target="interpreter"
    )
    interpreter_accepted: Code | None = choice(
        "Familie ist mit der Person einverstanden", "The family accepts this person", S.GENERAL, codes="yes_no"
    )
    interpreter_known: Code | None = choice(
        "Mit der Familie verwandt oder bekannt", "Related to or known by the family", S.GENERAL, codes="yes_no"
    )
    interpreter_of_age: Code | None = age_answer()
    child_interpreted: Code | None = choice(
        "Nur ein Kind konnte übersetzen",
        "Only a child could translate",
        S.GENERAL,
        codes="yes_no",
        help_de="Wird nur festgehalten. Einwilligung, Plan und andere wichtige Papiere warten.",
        help_en="This is only noted. Consent, plan and other important papers wait.",
    )
    others_present: str | None = line("Außerdem dabei", "Also present", S.IDENTITY)
    voluntary: Code | None = choice(
        "Gesagt, dass der Besuch freiwillig ist", "Said that the visit is voluntary", S.GENERAL, codes="yes_no"
    )
    topics: frozenset[Code] = many("Themen", "Topics", S.GENERAL, codes="life_domain", figure=True)
    family_says: str | None = note("Was die Familie sagt", "What the family says", S.CONFIDED, merge=Merge.APPEND)
    observation: str | None = note("Was ich beobachte", "What I observe", S.CONFIDED, merge=Merge.APPEND)
    assessment: str | None = note("Meine Einschätzung", "My assessment", S.CONFIDED, merge=Merge.APPEND)
    seen: str | None = note("Gesehen und übergeben", "Seen and handed over", S.CONFIDED)
    next_appointment: dt.date | None = day("Nächster Termin", "Next appointment", S.GENERAL)
    corrects: RecordId | None = link("Berichtigt", "Corrects", S.GENERAL, target="contact", machinery=True)
    completed_on: dt.date | None = day("Abgeschlossen am", "Completed on", S.GENERAL, machinery=True)
    discuss_only_with: frozenset[RecordId] = many(
        "Nur besprechen mit",
        "Discuss only with",
        S.CONFIDED,
        target="person",
        after_freeze=True,
        help_de="Alle anderen sehen diesen Kontakt nie: nicht gedruckt, nicht auf dem Bildschirm.",
        help_en="Nobody else ever sees this contact, neither printed nor on screen.",
    )
