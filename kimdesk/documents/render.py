"""Any block tree becomes a finished PDF, or a clear refusal before anything is laid out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Document, Run, paragraphs, plain
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.finish import finish
from kimdesk.documents.engine.layout import Layout
from kimdesk.documents.engine.lines import prepare
from kimdesk.documents.engine.look import (
    DIM,
    FOOTER_LINE,
    HEADER_LINE,
    LEFT,
    LINE_COLOUR,
    NORMAL,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    Look,
)  # fmt: skip
from kimdesk.documents.engine.pages import fill_pages
from kimdesk.text.coverage import missing, named
from kimdesk.text.direction import way_of
from kimdesk.text.shaping import Faces

EDGE_SIZE = 8.5
SHOWN_CHARACTERS = 5


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file in memory."""

    data: bytes
    pages: int
    languages: tuple[str, ...]
    sha256: str


def check_printable(tree: Document, faces: Faces) -> None:
    """Raise UserProblem document.unprintable naming characters and field, never the words they stand in."""
    edges = (tree.title, tree.author, tree.frame.left, tree.frame.right, tree.frame.foot)
    texts = [("", edge) for edge in edges] + [(block.field, plain(block)) for block in paragraphs(tree.blocks)]
    for field, text in texts:
        found = missing(text, faces)
        if found:
            points = sorted({point for word in found for point in word.code_points})
            shown = ", ".join(map(named, points[:SHOWN_CHARACTERS]))
            raise UserProblem("document.unprintable", characters=shown, field=field or "–")


def render(tree: Document, *, faces: Faces, look: Look = NORMAL, limit: int = 0) -> Pdf | None:
    """Return the PDF, or None where it would need more than `limit` pages (0: any number).

    Raises UserProblem document.unprintable before layout if a character cannot be printed.
    """
    check_printable(tree, faces)
    canvas = TaggedCanvas(tree.language)
    strips = Layout(look, faces, tree.language).strips(tree.blocks, canvas.root)
    pages = fill_pages(strips)
    if limit and len(pages) > limit:
        return None
    for number, page in enumerate(pages, start=1):
        for strip, top in page:
            strip.draw(canvas, LEFT, top)
        _edges(canvas, tree, faces, number, len(pages))
        canvas.showPage()
    data = finish(canvas.finish(), tree)
    return Pdf(data, len(pages), tree.languages, hashlib.sha256(data).hexdigest())


def _edges(canvas: TaggedCanvas, tree: Document, faces: Faces, number: int, total: int) -> None:
    """Draw header and footer of a page as artifacts; from right to left where the document runs so."""
    frame = tree.frame
    top, foot = PAGE_HEIGHT - HEADER_LINE, FOOTER_LINE
    right = PAGE_WIDTH - RIGHT
    mirrored = way_of(tree.language) == "rtl"
    texts = (
        (frame.left, top + 5, mirrored),
        (frame.right, top + 5, not mirrored),
        (frame.foot, foot, mirrored),
        (frame.page_of.format(page=number, pages=total), foot, not mirrored),
    )
    lines = []
    for text, y, ends in texts:
        line = break_lines(prepare((Run(text),), faces, tree.language), 1e9, faces)[0]
        lines.append((line, right - line.width * EDGE_SIZE / 1000 if ends else LEFT, y))
    canvas.artifact(canvas.text(lines, EDGE_SIZE, DIM), "Pagination")
    canvas.artifact(f"{LINE_COLOUR} RG 0.6 w {LEFT:.2f} {top:.2f} m {right:.2f} {top:.2f} l S", "Pagination")
