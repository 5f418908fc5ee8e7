"""Pages of the handbook on paper, for those who read no screen: data-protection officers, staff councils, IT."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from kimdesk.documents.blocks import Block, Bullets, Document, Frame, Heading, Paragraph, Run, Together
from kimdesk.documents.voices import Voices, german_date
from kimdesk.domain.handbook import HandbookPage, Part, Section


def handbook(pages: Sequence[HandbookPage], day: dt.date, voices: Voices) -> Document:
    """Return one page under its own title, or several under the handbook's."""
    voice = voices.first
    name = voice.say("document.handbook")
    alone = len(pages) == 1
    title = pages[0].title if alone else name
    blocks: list[Block] = [Heading(level=1, text=title)]
    for page in pages:
        blocks += [] if alone else [Heading(level=2, text=page.title)]
        blocks += [block for section in page.sections for block in _section(section, 2 if alone else 3)]
    return Document(
        title=f"KIM Desk · {title}",
        languages=(voice.language,),
        created=day,
        author="KIM Desk",
        frame=Frame(
            left=f"KIM Desk · {name}",
            right=german_date(day),
            foot=voice.say("handbook.foot"),
            page_of=voice.say("page.of", page="{page}", pages="{pages}"),
        ),
        blocks=tuple(blocks),
    )


def _section(section: Section, level: int) -> Iterator[Block]:
    """Yield a section; its heading never stands alone at the foot of a page."""
    head = (Heading(level=level, text=section.heading),) if section.heading else ()
    first, *others = _blocks(section.parts)
    yield Together((*head, first)) if head else first
    yield from others


def _blocks(parts: Sequence[Part]) -> Iterator[Block]:
    for kind, group in groupby(parts, key=lambda part: part.kind):
        lines = tuple(_paragraph(part) for part in group)
        if kind == "text":
            yield from lines
        else:
            yield Bullets(items=lines, marker="number" if kind == "step" else "dot")


def _paragraph(part: Part) -> Paragraph:
    return Paragraph(runs=tuple(Run(text, strong) for text, strong in part.words))
