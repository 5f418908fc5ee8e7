"""Consents and releases from confidentiality: one record per person, scope, recipient and purpose."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Code, Record, Sensitivity, choice, day, line, link, many, parent, record
from kimdesk.domain.interpreting import age_answer
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "consent", "Einwilligung", "Consent", sort_by=("given_on",), subject="person", category="identity")
class Consent(Record):
    """What one person allowed: to whom, for what, which kinds of data."""

    case: RecordId = parent("case")
    person: RecordId = link("Person", "Person", S.IDENTITY, target="person")
    scope: Code = choice("Wofür", "Scope", S.GENERAL, codes="consent_scope")
    recipient: str | None = line(
        "An wen",
        "Recipient",
        S.IDENTITY,
        help_de="Genau diese Stelle oder Person; für andere gilt die Einwilligung nicht.",
        help_en="Exactly this body or person; the consent covers nobody else.",
    )
    purpose: Code | None = choice("Zweck", "Purpose", S.GENERAL, codes="purpose")
    categories: frozenset[Code] = many("Welche Angaben", "Which data", S.GENERAL, codes="data_category")
    direction: Code | None = choice("Richtung", "Direction", S.GENERAL, codes="direction")
    basis: Code | None = choice("Rechtsgrundlage", "Legal basis", S.GENERAL, codes="legal_basis")
    form: Code | None = choice("Form", "Form", S.GENERAL, codes="consent_form")
    explained_by: str | None = line("Erklärt durch", "Explained by", S.IDENTITY)
    explained_in: Code | None = choice("Erklärt auf", "Explained in", S.GENERAL, codes="language")
    interpreter: str | None = line("Mündlich übertragen durch", "Interpreted by", S.IDENTITY)
    interpreter_of_age: Code | None = age_answer(machinery=True)
    read_aloud: Code | None = choice("Vorgelesen", "Read aloud", S.GENERAL, codes="yes_no")
    repeated: Code | None = choice("In eigenen Worten wiederholt", "Repeated in own words", S.GENERAL, codes="yes_no")
    witness: str | None = line("Zeugin oder Zeuge", "Witness", S.IDENTITY)
    guardian: RecordId | None = link("Eingewilligt durch", "Given by", S.IDENTITY, target="person")
    second_guardian: RecordId | None = link("und durch", "and by", S.IDENTITY, target="person")
    text_version: str | None = line("Textfassung", "Text version", S.GENERAL)
    text_hash: str | None = line("Prüfsumme des Textes", "Hash of the text", S.GENERAL, machinery=True)
    pdf: str | None = line("Fertiges PDF", "Final PDF", S.GENERAL, machinery=True)
    information_on: dt.date | None = day(
        "Informationsblatt übergeben am", "Information sheet handed over on", S.GENERAL
    )
    given_on: dt.date | None = day("Gegeben am", "Given on", S.GENERAL)
    valid_until: dt.date | None = day("Gültig bis", "Valid until", S.GENERAL)
    withdrawn_on: dt.date | None = day("Widerrufen am", "Withdrawn on", S.GENERAL)
    withdrawn_how: str | None = line("Widerrufen wie", "How withdrawn", S.GENERAL)
