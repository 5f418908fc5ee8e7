"""The fixed parts of a first page by DIN 5008, form B: letterhead, address window, information block, fold marks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Letterhead, LetterTop, Paragraph, Run, text
from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.flow import Flow
from kimdesk.documents.engine.look import LINE_COLOUR, MM, NORMAL, PAGE_HEIGHT, WIDTH
from kimdesk.documents.engine.strips import Chunk, Column, Space, Strip, TextChunk
from kimdesk.documents.engine.structure import Element
from kimdesk.text.phrases import GERMAN

HEAD = 45 * MM
"""Height of the letterhead, from the upper edge of the paper."""
HEAD_TOP = 11 * MM
WINDOW_WIDTH = 80 * MM
NOTES = 17.7 * MM
"""Upper part of the address field: notes, and the sender's line at its foot."""
ADDRESS = 27.3 * MM
INFO_LEFT, INFO_WIDTH, INFO_TOP = 100 * MM, 65 * MM, 5 * MM
BODY = 98.46 * MM
"""Where the letter's text begins, from the upper edge of the paper."""
FOLDS, HOLE = (105 * MM, 210 * MM), 148.5 * MM
LOGO_WIDTH = 62 * MM


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks for folding and punching at the left edge of the paper, wherever the chunk stands."""

    height: float = 0

    def cut(self, room: float) -> None:  # noqa: ARG002 - the protocol's signature
        """Marks are never cut."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:  # noqa: ARG002 - the protocol's signature
        """Draw short lines for folding and a longer one for the hole punch."""
        marks = [(height, 4 * MM) for height in FOLDS] + [(HOLE, 6 * MM)]
        lines = [
            f"{5 * MM:.2f} {PAGE_HEIGHT - y:.2f} m {5 * MM + long:.2f} {PAGE_HEIGHT - y:.2f} l" for y, long in marks
        ]
        canvas.artifact(f"{LINE_COLOUR} RG 0.4 w {' '.join(lines)} S")


def letter_top(block: LetterTop, flow: Flow, parent: Element) -> Strip:
    """Return the part between letterhead and text; raises UserProblem document.address_too_long.

    The address is written as the post reads it: from the left and in one size, whatever the letter looks like.
    """
    outer = Element("Div", parent)
    address = _address(block, _plain(flow), Element("Div", outer, flow.foreign(GERMAN)))
    info = flow.chunks(block.info, Element("Div", outer), INFO_WIDTH)
    left = Column(0, WINDOW_WIDTH, (Marks(), *address))
    right = Column(INFO_LEFT, INFO_WIDTH, (Space(INFO_TOP), *info))
    rest = Column(0, 0, (Space(BODY - HEAD),))
    return Strip((left, right, rest))


def _address(block: LetterTop, flow: Flow, parent: Element) -> tuple[Chunk, ...]:
    notes = [Paragraph(runs=text(note), style="fine") for note in block.notes]
    sender = Paragraph(runs=text(block.sender), style="fine")
    above = _tight(flow.chunks((*notes, sender), parent, WINDOW_WIDTH))
    lines = [Paragraph(runs=text(line)) for line in block.address]
    below = _tight(flow.chunks(lines, parent, WINDOW_WIDTH))
    high, low = sum(chunk.height for chunk in above), sum(chunk.height for chunk in below)
    if high > NOTES or low > ADDRESS:
        raise UserProblem("document.address_too_long", lines=len(block.address))
    return (Space(NOTES - high), *above, Space(2, rule=WINDOW_WIDTH, weight=0.4), Space(2), *below)


def _tight(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """Return lines without space between them."""
    return tuple(replace(chunk, before=0.0) if isinstance(chunk, TextChunk) else chunk for chunk in chunks)


def _plain(flow: Flow) -> Flow:
    """Return what sets German text in ordinary size: the post and the provider stay what they are in every letter."""
    return Flow(NORMAL, flow.faces, GERMAN)


def letterhead_top(head: Letterhead, flow: Flow, parent: Element) -> Strip:
    """Return the head of a first page: the provider's name and lines, and its logo at the other side."""
    outer = Element("Div", parent, flow.foreign(GERMAN))
    flow = _plain(flow)
    name = Paragraph(runs=(Run(head.name, bold=True),), style="lead")
    lines = [Paragraph(runs=text(line), style="fine") for line in head.lines]
    left = _tight(flow.chunks((name, *lines), outer, WIDTH - LOGO_WIDTH))
    columns = [Column(0, WIDTH - LOGO_WIDTH, left)]
    if head.logo is not None:
        picture = flow.photo(head.logo, outer, LOGO_WIDTH)
        columns.append(Column(WIDTH - picture.width, picture.width, (replace(picture, shift=0.0),)))
    return Strip(tuple(columns))


def letterhead_foot(head: Letterhead, flow: Flow, parent: Element) -> Strip | None:
    """Return what stands at the foot of a first page, None where there is nothing."""
    lines = [line for line in (*head.foot, head.funding) if line]
    if not lines:
        return None
    outer = Element("Div", parent, flow.foreign(GERMAN))
    chunks = _tight(_plain(flow).chunks([Paragraph(runs=text(line), style="fine") for line in lines], outer, WIDTH))
    return Strip((Column(0, WIDTH, (Space(3, rule=WIDTH), Space(3), *chunks)),))
