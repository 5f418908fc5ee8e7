"""A sheet to write on during a visit; what one thinks of it does not belong there."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Document, Heading, NewPage, Table
from kimdesk.documents.briefing import body
from kimdesk.documents.papers import boxes, cell, labels, paper, part, ruled_part
from kimdesk.documents.voices import Voices, paragraph
from kimdesk.domain.views.papers import VisitSheetView

AGREED_ROWS = 4
SPOKEN = (("visit_sheet.family_says", 5), ("visit_sheet.observed", 3))
SHORT = (("visit_sheet.seen", "visit_sheet.deadlines"), ("visit_sheet.structural", "visit_sheet.next"))


def visit_sheet(view: VisitSheetView, voices: Voices) -> Document:
    """Return the sheet, behind the briefing where it has one; in the first language only."""
    named = view.briefing is None or view.briefing.named
    front: tuple[Block, ...] = ()
    if view.briefing is not None:
        voice = voices.first
        head = Heading(level=2, text=voice.say("document.briefing"))
        front = (head, *body(view.briefing, voices), NewPage())
    return paper(view, voices, "document.visit_sheet", (*front, *_sheet(voices)), named=named)


def _sheet(voices: Voices) -> Iterator[Block]:
    voice = voices.first
    yield labels(voices, "label.date", "visit_sheet.start", "visit_sheet.end", "visit_sheet.occasion")
    yield labels(voices, "visit_sheet.present", "label.interpreter")
    yield from boxes(voices, "visit_sheet.voluntary", "visit_sheet.interpreter_accepted")
    for key, count in SPOKEN:
        yield from ruled_part(voices, key, count)
    yield from part(voices, "visit_sheet.agreed", _agreed(voices))
    for keys in SHORT:
        yield labels(voices, *keys)
    yield paragraph(voice.say("visit_sheet.assessment_later"), voice, style="small")
    yield paragraph(voice.say("visit_sheet.enter_and_destroy"), voice, style="small")


def _agreed(voices: Voices) -> Table:
    """Return an empty table; each row has a number so that readers of the file find something in it."""
    voice = voices.first
    head = tuple(cell(voice.say(key), voice) for key in ("plan.what", "plan.who", "plan.until"))
    blank = (cell("\n"), cell(""), cell(""))
    rows = tuple((cell(f"{k}.", voice), *blank[1:]) for k in range(1, AGREED_ROWS + 1))
    return Table(head=head, rows=rows, widths=(9, 4.2, 3.2))
