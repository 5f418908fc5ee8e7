"""The answer to "what do you know about me?" (Art. 15 DSGVO), and the slip with which something is put right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kimdesk.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Gap,
    Heading,
    NewPage,
    Paragraph,
    Run,
    Table,
    Together,
)
from kimdesk.documents.information import PURPOSES, points
from kimdesk.documents.papers import OPEN, beside, cell, labels, paper, part, ruled_part, table
from kimdesk.documents.voices import WRITTEN_IN, Voices, as_written, german_date
from kimdesk.domain import law
from kimdesk.domain.access import HIDDEN, AccessSection
from kimdesk.domain.views.access import AccessView, CorrectionView, GivenLine

SHORT, SHORT_VALUE = 16, 90
"""Up to so many facts, each of so many letters, a record is told in a few lines."""
ASKED = (("where", 1), ("wrong", 1), ("right", 1), ("missing", 1), ("erase", 1), ("statement", 3))
"""What the slip asks, with lines to write on."""


def access(view: AccessView, voices: Voices) -> Document:
    """Return what is stored, as it is written; what is about other people is blacked out. The slip is its last page."""
    slip = (NewPage(), voices.section("document.correction"), *_slip(view.person, view.phone, voices))
    return paper(view, voices, "document.access", (*_access(view, voices), *slip))


def correction(view: CorrectionView, voices: Voices) -> Document:
    """Return the slip alone."""
    return paper(view, voices, "document.correction", tuple(_slip(view.person, view.phone, voices)))


def _access(view: AccessView, voices: Voices) -> Iterator[Block]:
    yield beside(voices, lambda _k, voice: _person(view.person, voice.label(voice.say("label.person")), voice.language))
    yield voices.line("access.lead", law=law.citations(view.regime).access)
    yield voices.line("access.as_of", date=view.date, style="small")
    yield from ruled_part(voices, "access.identity", 1)
    yield from part(voices, "access.why", *points(voices, *PURPOSES))
    source = [as_written(view.source, field="Vermittelt durch")] if view.source else []
    yield from part(voices, "access.source", voices.line("access.source_self"), *source)
    yield voices.section("access.given_to")
    yield _given(view.given, voices) if view.given else voices.line("access.given_to_none")
    yield from part(voices, "access.until", voices.line("information.retention_years", n=view.years))
    cited = law.citations(view.regime)
    complaint = voices.line("information.complaint_at", authority=view.authority or OPEN, law=cited.complaint)
    yield from part(voices, "information.complaint", voices.line("access.rights", phone=view.phone), complaint)
    yield from _stored(view, voices)


def _person(name: str, label: str, language: str) -> Paragraph:
    return Paragraph(runs=(Run(f"{label} "), Run(name, bold=True)), language=language, field="Name")


def _given(lines: tuple[GivenLine, ...], voices: Voices) -> Table:
    head = [voices.joined(key) for key in ("access.when", "access.what", "label.recipient")]
    rows = [(cell(german_date(line.date)), cell(line.what), cell(line.recipient, field="An wen")) for line in lines]
    return table(voices.first, head, rows, (3, 5, 5))


def _stored(view: AccessView, voices: Voices) -> Iterator[Block]:
    """Yield what is stored, kind by kind; labels and values are German, as they were written."""
    notes = (voices.line(f"access.{key}", style="small") for key in ("stored_as", "others_hidden"))
    above: tuple[Block, ...] = (voices.section("access.stored"), *notes)
    for title, sections in groupby(view.sections, key=lambda each: each.title):
        first, *others = (_record(section, voices) for section in sections)
        yield Together((*above, Heading(level=3, text=title), first))
        yield from others
        above = ()
    if above:
        yield Together((*above, voices.line("access.empty")))


def _record(section: AccessSection, voices: Voices) -> Block:
    """Return a record: in a few lines where it is short, as a table where it says more."""
    hidden = f"[{voices.first.say('access.hidden')}]"
    return _table(section, hidden) if len(section.lines) > SHORT or _long(section) else _lines(section, hidden)


def _long(section: AccessSection) -> bool:
    return any("\n" in value or len(value) > SHORT_VALUE for _label, value in section.lines)


def _lines(section: AccessSection, hidden: str) -> Bullets:
    runs: list[Run] = []
    for label, value in section.lines:
        runs += [Run(f"{' · ' if runs else ''}{label}: "), Run(value.replace(HIDDEN, hidden), bold=True)]
    return Bullets(items=(Paragraph(runs=tuple(runs), language=WRITTEN_IN, field=section.title),))


def _table(section: AccessSection, hidden: str) -> Table:
    rows = tuple(
        (_label(label), Cell(tuple(as_written(line, style="cell", field=label) for line in _said(value, hidden))))
        for label, value in section.lines
    )
    return Table(head=(), rows=rows, widths=(1, 2), row_heads=True)


def _label(words: str) -> Cell:
    return Cell((as_written(words, style="label"),))


def _said(value: str, hidden: str) -> list[str]:
    return [line for line in value.replace(HIDDEN, hidden).splitlines() if line.strip()]


def _slip(person: str, phone: str, voices: Voices) -> Iterator[Block]:
    yield voices.line("correction.lead", phone=phone)
    yield beside(
        voices, lambda _k, voice: _person(person or OPEN, voice.label(voice.say("label.person")), voice.language)
    )
    *asked, last = (ruled_part(voices, f"correction.{key}", lines) for key, lines in ASKED)
    for blocks in asked:
        yield from blocks
    yield Together((*last, Gap(4), voices.line("correction.answer"), labels(voices, "label.date", "label.name")))
