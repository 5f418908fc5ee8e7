"""What stands at the edges of every page: title, case number, confidentiality, page number, and what the paper is."""

from __future__ import annotations

from kimdesk.documents.blocks import Document, Framed, Paragraph, Run, text
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.lines import Line, prepare
from kimdesk.documents.engine.look import (
    DIM,
    FOOTER_LINE,
    HEADER_LINE,
    INK,
    LANDSCAPE,
    LEFT,
    LINE_COLOUR,
    MM,
    PORTRAIT,
    RIGHT,
    Paper,
)  # fmt: skip
from kimdesk.text.direction import way_of
from kimdesk.text.shaping import Faces

SIZE = 8.5
MARK_SIZE = 10.0
MARK_BASE = 10.5 * MM
"""Baseline of the mark on following pages, from the upper edge of the paper."""
Placed = tuple[Line, float, float]


def marking(mark: str) -> Framed:
    """Return the mark as it stands above the first page's content."""
    return Framed(blocks=(Paragraph(runs=text(mark, bold=True), style="lead"),))


def draw_edges(canvas: TaggedCanvas, tree: Document, faces: Faces, page: tuple[int, int]) -> None:
    """Draw header and footer of a page (number, of how many) as artifacts.

    From right to left where the document runs so; a first page with a letterhead has no header, its case number
    stands at the foot.
    """
    frame, (number, total) = tree.frame, page
    paper = LANDSCAPE if tree.landscape else PORTRAIT
    end = paper.width - RIGHT
    lettered = number == 1 and (tree.letterhead is not None or tree.is_letter)
    counted = frame.page_of.format(page=number, pages=total)
    foot = f"{frame.foot} · {frame.right}" if lettered else frame.foot
    lines = [*_pair((foot, counted), FOOTER_LINE, end, (tree.language, faces))]
    if not lettered:
        top = paper.height - HEADER_LINE
        lines += _pair((frame.left, frame.right), top + 5, end, (tree.language, faces))
        canvas.artifact(f"{LINE_COLOUR} RG 0.6 w {LEFT:.2f} {top:.2f} m {end:.2f} {top:.2f} l S", "Pagination")
    canvas.artifact(canvas.text(lines, SIZE, DIM), "Pagination")
    if tree.mark and number > 1:
        _mark(canvas, tree, faces, paper)


def _pair(words: tuple[str, str], y: float, end: float, how: tuple[str, Faces]) -> list[Placed]:
    """Return a text at either end of a line, exchanged where the language runs from right to left."""
    language, faces = how
    first, last = (_line(word, faces, language) for word in words)
    left, right = (last, first) if way_of(language) == "rtl" else (first, last)
    return [(left, LEFT, y), (right, end - right.width * SIZE / 1000, y)]


def _mark(canvas: TaggedCanvas, tree: Document, faces: Faces, paper: Paper) -> None:
    line = _line(tree.mark, faces, tree.language, bold=True)
    width, y = line.width * MARK_SIZE / 1000, paper.height - MARK_BASE
    x = (paper.width - width) / 2
    canvas.artifact(canvas.text([(line, x, y)], MARK_SIZE, INK), "Pagination")
    canvas.artifact(f"{INK} RG 1.1 w {x - 7:.2f} {y - 5:.2f} {width + 14:.2f} {MARK_SIZE + 7:.2f} re S", "Pagination")


def _line(words: str, faces: Faces, language: str, *, bold: bool = False) -> Line:
    return break_lines(prepare((Run(words, bold),), faces, language), 1e9, faces, divide=False)[0]
