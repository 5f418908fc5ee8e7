"""Child protection on paper: a case without names for an adviser, and the notice to the youth office (§ 4 KKG)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kimdesk.documents.blocks import Block, Cell, Document, Framed, Paragraph, Run, Together, text
from kimdesk.documents.letters import letter_of
from kimdesk.documents.papers import cell, labels, listed, paper, part, ruled, ruled_part, table
from kimdesk.documents.voices import Voices, as_written, german_date, paragraph
from kimdesk.domain.values import show_partial
from kimdesk.domain.views.guarding import CaseSummaryView, YouthNoticeView
from kimdesk.domain.views.protection import ProtectedEntry, ProtectedPerson
from kimdesk.text.cldr import language_name
from kimdesk.text.phrases import Phrases

TOLD = (("cause", "assessment"), ("observed", "observed"), ("said", "said"), ("tried", "agreed"))
"""Parts of the summary and the fields of an entry they are made of."""


def case_summary(view: CaseSummaryView, voices: Voices) -> Document:
    """Return the case for an adviser; what is discussed is written on it by hand."""
    return paper(view, voices, "document.case_summary", tuple(_summary(view, voices)), named=False)


def _summary(view: CaseSummaryView, voices: Voices) -> Iterator[Block]:
    voice = voices.first
    yield Framed(blocks=(paragraph(voice.say("case_summary.lead"), voice),))
    yield from part(voices, "case_summary.household", _people(view.told.persons, voice))
    for key, name in TOLD:
        lines = [line for entry in view.told.entries for line in _dated(entry, getattr(entry, name))]
        yield from part(voices, f"case_summary.{key}", *lines)
    for key in ("protects", "burdens", "question"):
        yield from ruled_part(voices, f"case_summary.{key}", 2)
    result = (*ruled(2), labels(voices, "case_summary.adviser", "label.date"))
    yield Together((voices.section("case_summary.result"), *result))
    yield voices.line("case_summary.key_stays", style="small")
    yield as_written(", ".join(part for part in (view.author, view.provider, view.phone) if part), style="small")


def _people(persons: Iterable[ProtectedPerson], voice: Phrases) -> Block:
    """Return who lives there; whom it is about stands in bold."""
    rows = [
        (
            cell(each.name) if not each.concerned else _bold(each.name),
            cell(voice.say(f"family_role.{each.role}") if each.role else "", voice),
            cell(voice.say("case_summary.age", n=each.age) if each.age is not None else "", voice),
        )
        for each in persons
    ]
    return table(voice, [voice.say("label.person"), voice.say("label.role"), ""], rows, (4, 4, 4))


def _bold(words: str) -> Cell:
    return Cell((Paragraph(runs=text(words, bold=True), style="cell", language="de"),))


def _dated(entry: ProtectedEntry, words: str) -> Iterator[Block]:
    """Yield what an entry says, its day before it."""
    first, *others = [line for line in words.splitlines() if line.strip()] or [""]
    if first:
        runs = (Run(f"{german_date(entry.date)}: ", bold=True), Run(first))
        yield Paragraph(runs=runs, language="de", field="Kinderschutz")
        yield from (as_written(line, field="Kinderschutz") for line in others)


def youth_notice(view: YouthNoticeView, voices: Voices) -> Document:
    """Return the notice: only what the youth office needs to act."""
    subject = tuple(voice.say("youth_notice.subject") for voice in voices.all)
    return letter_of(view, voices, "youth_notice", subject, _notice(view, voices), _confirm(voices))


def _notice(view: YouthNoticeView, voices: Voices) -> Iterator[Block]:
    yield voices.line("youth_notice.lead")
    for key, concerned in (("child", True), ("guardians", False)):
        people = [each for each in view.told.persons if each.concerned is concerned]
        yield from part(voices, f"youth_notice.{key}", *listed([_person(each, view, voices.first) for each in people]))
    entries = view.told.entries
    cause = [line for each in entries for name in ("observed", "said", "assessment")
             for line in _dated(each, getattr(each, name))]  # fmt: skip
    yield from part(voices, "youth_notice.cause", *cause)
    offered = [line for each in entries for line in _dated(each, each.agreed)]
    yield from part(voices, "youth_notice.offered", *offered)
    advised = sorted({each.consulted_on for each in entries if each.consulted_on is not None})
    yield from part(voices, "youth_notice.advised", *(as_written(german_date(day)) for day in advised))
    yield from part(voices, "youth_notice.talked", *_told(entries, voices))
    yield Paragraph(runs=text(voices.first.say("youth_notice.urgent", phone=view.phone), bold=True))
    yield voices.line("youth_notice.necessary_only")


def _told(entries: Iterable[ProtectedEntry], voices: Voices) -> Iterator[Block]:
    """Yield whether the family knows, and if not why."""
    reasons = list(dict.fromkeys(each.not_told_reason for each in entries if each.told_family != "yes"))
    if not reasons:
        yield voices.line("youth_notice.told")
        return
    yield voices.line("youth_notice.not_told")
    yield from (as_written(reason, field="Nicht besprochen, weil") for reason in reasons if reason)


def _person(each: ProtectedPerson, view: YouthNoticeView, voice: Phrases) -> Paragraph:
    facts = [voice.say(f"family_role.{each.role}")] if each.role else []
    facts += [f"{voice.say('label.birth_date')} {show_partial(each.birth_date)}"] if each.birth_date else []
    facts += [words for name, words in view.custody if name == each.name]
    facts += [part for part in (each.address, each.phone) if part]
    facts += [language_name(code, voice.language) or code for code in each.languages]
    names = " · ".join(part for part in (each.name, each.name_native) if part)
    runs = (Run(names, bold=True), Run("".join(f", {fact}" for fact in facts)))
    return Paragraph(runs=runs, language="de", field="Person")


def _confirm(voices: Voices) -> Iterator[Block]:
    yield Together((voices.line("youth_notice.confirm"), labels(voices, "label.date", "label.name")))
