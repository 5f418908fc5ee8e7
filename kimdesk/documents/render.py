"""Any block tree becomes a finished PDF, or a clear refusal before anything is laid out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Document, charts, paragraphs, plain
from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.edges import draw_edges, marking
from kimdesk.documents.engine.finish import finish
from kimdesk.documents.engine.layout import Layout
from kimdesk.documents.engine.letter import HEAD, HEAD_TOP, letterhead_foot, letterhead_top
from kimdesk.documents.engine.look import BOTTOM, LANDSCAPE, LEFT, NORMAL, PORTRAIT, TOP, Look, Sheet, for_letter
from kimdesk.documents.engine.pages import Page, fill_pages
from kimdesk.documents.engine.structure import Element
from kimdesk.text.coverage import missing, named
from kimdesk.text.shaping import Faces

FOOT_RISE = 6.0
"""How far the letterhead's foot stands above the page's own."""
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
    frame, head = tree.frame, tree.letterhead
    edges = [tree.title, tree.author, frame.left, frame.right, frame.foot, tree.mark, *(head.texts if head else ())]
    texts = [("", edge) for edge in edges] + [(block.field, plain(block)) for block in paragraphs(tree.blocks)]
    texts += [(chart.picture.title, word) for chart in charts(tree.blocks) for word in chart.picture.texts]
    for field, text in texts:
        found = missing(text, faces)
        if found:
            points = sorted({point for word in found for point in word.code_points})
            shown = ", ".join(map(named, points[:SHOWN_CHARACTERS]))
            raise UserProblem("document.unprintable", characters=shown, field=field or "–")


def render(tree: Document, *, faces: Faces, look: Look = NORMAL, limit: int = 0) -> Pdf | None:
    """Return the PDF, or None where it would need more than `limit` pages (0: any number).

    Raises UserProblem document.unprintable before layout if a character cannot be printed,
    document.image_unreadable and document.address_too_long.
    """
    check_printable(tree, faces)
    canvas = TaggedCanvas(tree.language)
    look = for_letter(look) if tree.is_letter else look
    paper = LANDSCAPE if tree.landscape else PORTRAIT
    canvas.setPageSize((paper.width, paper.height))
    pages = _laid_out(tree, Layout(look, faces, tree.language, paper), canvas.root)
    if limit and len(pages) > limit:
        return None
    for number, page in enumerate(pages, start=1):
        for strip, top in page:
            strip.draw(canvas, LEFT, top)
        draw_edges(canvas, tree, faces, (number, len(pages)))
        canvas.showPage()
    data = finish(canvas.finish(), tree)
    return Pdf(data, len(pages), tree.languages, hashlib.sha256(data).hexdigest())


def _laid_out(tree: Document, layout: Layout, root: Element) -> list[Page]:
    """Return the pages with letterhead, mark and content in the order in which they are read."""
    head = letterhead_top(tree.letterhead, layout.flow, root) if tree.letterhead else None
    marked = layout.strips((marking(tree.mark),), root) if tree.mark else []
    strips = layout.strips(tree.blocks, root)
    foot = letterhead_foot(tree.letterhead, layout.flow, root) if tree.letterhead else None
    first = Sheet(
        top=HEAD if head or tree.is_letter else TOP,
        bottom=BOTTOM + (foot.height if foot else 0.0),
        paper=layout.paper,
    )
    strips = [*strips[:1], *marked, *strips[1:]] if tree.is_letter else [*marked, *strips]
    pages = fill_pages(strips, first, sparing=layout.look.sparing)
    if head:
        pages[0].append((head, layout.paper.height - HEAD_TOP))
    if foot:
        pages[0].append((foot, BOTTOM + foot.height - FOOT_RISE))
    return pages
