"""Papers: signatures, what was given to whom, files kept with a case, text blocks."""

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
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "signature", "Unterschrift", "Signature", sort_by=("date",), subject="person", category="identity")
class Signature(Record):
    """One person's agreement to one document just shown or read out; strokes without pressure or timing."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL)
    person: RecordId | None = link("Person", "Person", S.IDENTITY, target="person")
    name: str | None = line("Wer", "Who", S.IDENTITY)
    plan: RecordId | None = link("Plan", "Plan", S.GENERAL, target="support_plan")
    consent: RecordId | None = link("Einwilligung", "Consent", S.GENERAL, target="consent")
    form: Code = choice("Form", "Form", S.GENERAL, codes="signature_form")
    not_signed_reason: str | None = line("Nicht unterschrieben, weil", "Not signed because", S.CONFIDED)
    witness: str | None = line("Zeugin oder Zeuge", "Witness", S.IDENTITY)
    explained_in: Code | None = choice("Erklärt auf", "Explained in", S.GENERAL, codes="language")
    interpreter: str | None = line("Mündlich übertragen durch", "Interpreted by", S.IDENTITY)
    strokes: str | None = note("Striche", "Strokes", S.SPECIAL, find=None, machinery=True, max_length=200_000)


@record(RECORDS, "handout", "Ausgehändigt", "Handed out", sort_by=("date",), category="identity")
class Handout(Record):
    """A document that left: what, to whom, for what; also what went to the wrong hands."""

    case: RecordId = parent("case")
    date: dt.date = day("Datum", "Date", S.GENERAL)
    document: Code = choice("Was", "What", S.GENERAL, codes="document_kind")
    recipient: str | None = line("An wen", "To whom", S.IDENTITY)
    persons: frozenset[RecordId] = many("Für wen", "For whom", S.IDENTITY, target="person")
    purpose: Code | None = choice("Zweck", "Purpose", S.GENERAL, codes="purpose")
    way: Code | None = choice("Wie", "How", S.GENERAL, codes="handout_way")
    languages: frozenset[Code] = many("Sprachen", "Languages", S.GENERAL, codes="language")
    pages: int | None = number("Seiten", "Pages", S.GENERAL)
    version: str | None = line("Fassung", "Version", S.GENERAL)
    sha256: str | None = line("Prüfsumme", "Checksum", S.GENERAL, machinery=True)
    plan: RecordId | None = link("Plan", "Plan", S.GENERAL, target="support_plan", machinery=True)
    contact: RecordId | None = link("Bei Kontakt", "At contact", S.GENERAL, target="contact", machinery=True)
    misdirected: Code | None = choice("In falsche Hände geraten", "Went to the wrong hands", S.GENERAL, codes="yes_no")


@record(RECORDS, "attachment", "Datei", "File", sort_by=("date",), discuss_only="discuss_only_with")
class Attachment(Record):
    """A file kept with the case, encrypted as a blob; its name is confided, and its content until somebody says else.

    `category` says which consent covers the content once `confidentiality` is „shareable".
    """

    case: RecordId = parent("case")
    title: str = line("Bezeichnung", "Title", S.CONFIDED)
    kind: Code | None = choice("Art", "Kind", S.GENERAL, codes="attachment_kind")
    date: dt.date | None = day("Datum", "Date", S.GENERAL)
    persons: frozenset[RecordId] = many("Betrifft", "Concerns", S.IDENTITY, target="person")
    category: Code | None = choice("Welche Angaben", "Which data", S.GENERAL, codes="data_category")
    confidentiality: Code | None = choice("Vertraulichkeit", "Confidentiality", S.GENERAL, codes="confidentiality")
    contact: RecordId | None = link("Bei Kontakt", "At contact", S.GENERAL, target="contact", machinery=True)
    remark: str | None = note("Anmerkung", "Remark", S.CONFIDED)
    blob: str | None = line("Gespeicherte Datei", "Stored file", S.GENERAL, machinery=True)
    media_type: str | None = line("Dateityp", "Media type", S.GENERAL, machinery=True)
    size: int | None = number("Größe in Byte", "Size in bytes", S.GENERAL, machinery=True)
    sha256: str | None = line("Prüfsumme", "Checksum", S.GENERAL, machinery=True)
    discuss_only_with: frozenset[RecordId] = many(
        "Nur besprechen mit", "Discuss only with", S.CONFIDED, target="person"
    )


@record(RECORDS, "text_block", "Textbaustein", "Text block", sort_by=("title",))
class TextBlock(Record):
    """A text used again and again; placeholders in braces. Belongs to no case and names nobody."""

    title: str = line("Kürzel", "Short name", S.GENERAL, max_length=60)
    text: str = note("Text", "Text", S.GENERAL)
    scope: Code | None = choice("Von wem", "From whom", S.GENERAL, codes="text_block_scope")
    topic: Code | None = choice("Thema", "Topic", S.GENERAL, codes="life_domain")
