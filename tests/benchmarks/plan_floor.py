"""The floor under the plan PDF: the same lines, broken beforehand, on a bare ReportLab canvas with its own fonts."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kimdesk.base.resources import resource
from kimdesk.documents.blocks import Document
from kimdesk.documents.engine.layout import Layout
from kimdesk.documents.engine.look import LEFT, NORMAL
from kimdesk.documents.engine.pages import fill_pages
from kimdesk.documents.engine.structure import Element
from kimdesk.text.shaping import Faces

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one weight with the left end of its baseline, in points."""

    x: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass
class _Recorder:
    """Stands in for the canvas and keeps what would be drawn."""

    found: list[Stretch] = field(default_factory=list)

    def text(self, lines, size, colour):
        for line, start, y in lines:
            x = start
            for token in line.tokens:
                self._add(Stretch(x, y, size, token.bold, token.text))
                x = x + token.word.width * size / 1000
        return ""

    def _add(self, new):
        last = self.found[-1] if self.found else None
        if last is not None and (last.y, last.size, last.bold) == (new.y, new.size, new.bold) and last.x < new.x:
            self.found[-1] = replace(last, text=last.text + new.text)
        else:
            self.found.append(new)

    def tagged(self, element, code):
        pass

    def artifact(self, code, kind=""):
        pass


def broken_beforehand(tree: Document, faces: Faces) -> list[list[Stretch]]:
    """Return the lines of every page as our own layout breaks them."""
    strips = Layout(NORMAL, faces, tree.language).strips(tree.blocks, Element("Document", None))
    pages = []
    for page in fill_pages(strips):
        recorder = _Recorder()
        for strip, top in page:
            strip.draw(recorder, LEFT, top)
        pages.append(recorder.found)
    return pages


def register_fonts() -> None:
    """Register the two faces with ReportLab, once per process."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


def floor_pdf(pages: list[list[Stretch]]) -> bytes:
    """Return a plain PDF of the lines: no tags, no shaping, no check, no metadata."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1, invariant=1)
    for page in pages:
        for stretch in page:
            canvas.setFont(BOLD if stretch.bold else REGULAR, stretch.size)
            canvas.drawString(stretch.x, stretch.y, stretch.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
