"""The floor under the plan PDF: the same lines, broken beforehand, on a bare ReportLab canvas with its own fonts.

`python -m tests.benchmarks.plan_floor` prints both and their ratio.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
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
from kimdesk.documents.plan import plan
from kimdesk.documents.render import render
from kimdesk.documents.voices import load_voices
from kimdesk.text.shaping import Faces, load_faces
from tests.documents.every import LONG, LONG_TRANSLATION
from tests.documents.pseudo import translated
from tests.documents.samples import long_plan

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


def main() -> None:
    """Print how long the full plan takes in two languages, and how many times the floor that is; fonts warm."""
    faces = load_faces()
    register_fonts()
    for other in ("bg", "ar"):
        view = long_plan(5, 8, LONG, LONG_TRANSLATION)
        tree = plan(view if other == "bg" else translated(view, other), load_voices(("de", other), "plan"), "full")
        lines = broken_beforehand(tree, faces)
        ours, floor = least(lambda tree=tree: render(tree, faces=faces)), least(lambda lines=lines: floor_pdf(lines))
        sys.stdout.write(f"de+{other}, {len(lines)} pages: {ours:.1f} ms, floor {floor:.1f} ms, {ours / floor:.2f} x\n")


def least(work: Callable[[], object], times: int = 15) -> float:
    """Return the processor time of the fastest of some runs, in milliseconds."""
    found = []
    for _ in range(times + 1):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return 1000 * min(found[1:])


if __name__ == "__main__":
    main()
