"""What stands above each other in one column: text, lists and pictures become chunks; makes their elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kimdesk.documents.blocks import (
    Bullets,
    Chart,
    Flowing,
    Handwriting,
    Heading,
    Paragraph,
    Photo,
    Pictured,
    QrCode,
    Run,
)
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.figures import drawing_code
from kimdesk.documents.engine.handwriting import handwriting_code
from kimdesk.documents.engine.images import fitted, image_code, read_image
from kimdesk.documents.engine.lines import prepare
from kimdesk.documents.engine.look import MM, ROOM, Look, TextLook, for_language
from kimdesk.documents.engine.qr import qr_code
from kimdesk.documents.engine.strips import Chunk, Column, Group, Picture, Row, TextChunk
from kimdesk.documents.engine.structure import RIGHT_TO_LEFT, Element
from kimdesk.drawings.pictograms import SIDE, draw_pictogram
from kimdesk.text.direction import way_of
from kimdesk.text.sentences import one_a_line
from kimdesk.text.shaping import Faces

PICTOGRAM_SIZE = 3.0
"""Side of a pictogram, in sizes of the running text."""
SIGNS = {"dot": "•", "ticked": "×"}
SIGNS_IN_BOXES = frozenset({"box", "ticked"})


@dataclass(frozen=True, slots=True)
class Flow:
    """Makes chunks with one look, one set of faces and the document's own language."""

    look: Look
    faces: Faces
    language: str
    room: float = ROOM

    @property
    def mirrored(self) -> bool:
        """Whether the document runs from right to left."""
        return way_of(self.language) == "rtl"

    def chunks(self, blocks: Sequence[Flowing], parent: Element, width: float) -> tuple[Chunk, ...]:
        """Return the chunks of blocks; their elements become kids of `parent`."""
        made: dict[type, Callable[[Any, Element, float], Iterator[Chunk]]] = {
            Paragraph: self._paragraphs, Heading: self._heading, Bullets: self._bullets, QrCode: self._qr,
            Photo: self._photo, Chart: self._chart, Pictured: self._pictured,
        }  # fmt: skip
        found = [chunk for block in blocks for chunk in made[type(block)](block, parent, width)]
        gap = self.look.paragraph_gap
        return tuple(
            replace(chunk, before=chunk.before + gap) if k and isinstance(chunk, TextChunk) else chunk
            for k, chunk in enumerate(found)
        )

    def foreign(self, language: str | None) -> str | None:
        """Return a language that an element has to name, None where it is the document's own."""
        return None if language == self.language else language

    def text(
        self, runs: tuple[Run, ...], look: TextLook, element: Element | None, width: float,
        indent: float = 0, *, language: str | None = None,
    ) -> TextChunk:  # fmt: skip
        """Return text broken into lines of a width."""
        own = language or self.language
        look = for_language(look, own)
        room = (width - indent) * 1000 / look.size
        if self.look.sentence_a_line:
            runs = tuple(replace(run, text=one_a_line(run.text)) for run in runs)
        lines = break_lines(prepare(runs, self.faces, own), room, self.faces, divide=self.look.divides)
        turned = way_of(own) == "rtl"
        if turned and element is not None and not element.attributes:
            element.attributes = RIGHT_TO_LEFT
        return TextChunk(element, tuple(lines), look, width, look.before, indent, turned or self.mirrored)

    def paragraph(self, block: Paragraph, element: Element | None, width: float, indent: float = 0) -> TextChunk:
        """Return a paragraph as content of an element."""
        look = self.look.styles[block.style]
        runs = tuple(Run(run.text, run.bold or look.bold) for run in block.runs)
        return self.text(runs, look, element, width, indent, language=block.language)

    def handwriting(self, block: Handwriting, parent: Element, width: float, height: float) -> Picture:
        """Return a signature that fills a height."""
        wide = min(width, 75 * MM)

        def code(_: TaggedCanvas, x: float, y: float) -> str:
            return handwriting_code(block.strokes, (wide, height), (x, y))

        return Picture(_figure(block.alt, parent), wide, height, code, self._shift(width, wide))

    def photo(self, block: Photo, parent: Element, width: float) -> Picture:
        """Return an image as large as its box and the width allow."""
        image = read_image(block.data, block.alt)
        wide, high = fitted(image, min(width, block.width * MM), min(self.room, block.height * MM))

        def code(canvas: TaggedCanvas, x: float, y: float) -> str:
            return image_code(canvas, image, (x, y, wide, high))

        return Picture(_figure(block.alt, parent), wide, high, code, self._shift(width, wide))

    def _shift(self, width: float, own: float) -> float:
        return width - own if self.mirrored else 0.0

    def _paragraphs(self, block: Paragraph, parent: Element, width: float) -> Iterator[Chunk]:
        yield self.paragraph(block, Element("P", parent, self.foreign(block.language)), width)

    def _heading(self, block: Heading, parent: Element, width: float) -> Iterator[Chunk]:
        look = self.look.headings[block.level - 1]
        element = Element(f"H{block.level}", parent, self.foreign(block.language))
        yield self.text((Run(block.text, look.bold),), look, element, width, language=block.language)

    def _bullets(self, block: Bullets, parent: Element, width: float) -> Iterator[Chunk]:
        outer = Element("L", parent, self.foreign(block.language))
        numbering = "Decimal" if block.marker == "number" else "Disc"
        outer.attributes = f"<</O /List /ListNumbering /{numbering}>>"
        for k, item in enumerate(block.items):
            look = self.look.styles[item.style]
            row = Element("LI", outer)
            marker = None
            if block.marker != "box":
                sign = f"{k + 1}." if block.marker == "number" else SIGNS[block.marker]
                marker = self.text((Run(sign),), look, Element("Lbl", row), width, language=item.language)
            body = Element("LBody", row, self.foreign(item.language))
            text = replace(self.paragraph(item, body, width, 1.6 * look.size), before=2 if k else 0)
            yield Row(text, marker, look.size * 0.72 if block.marker in SIGNS_IN_BOXES else 0)

    def _qr(self, block: QrCode, parent: Element, width: float) -> Iterator[Chunk]:
        side = block.size * MM
        yield Picture(_figure(block.alt, parent), side, side, qr_code(block.text, side), self._shift(width, side))

    def _photo(self, block: Photo, parent: Element, width: float) -> Iterator[Chunk]:
        yield self.photo(block, parent, width)

    def _chart(self, block: Chart, parent: Element, width: float) -> Iterator[Chunk]:
        picture = block.large if block.large is not None and self.look.most_enlarged > 1 else block.picture
        wide = min(width, block.width * MM or width, self.room * picture.width / picture.height) * self.look.pictures
        scale = min(wide / picture.width, max(self.look.most_enlarged, block.grows))
        size = picture.width * scale, picture.height * scale

        def code(canvas: TaggedCanvas, x: float, y: float) -> str:
            return drawing_code(picture.drawing, canvas, scale, self.faces, (x, y))

        yield Picture(_figure(picture.alt, parent), *size, code, self._shift(width, size[0]))

    def _pictured(self, block: Pictured, parent: Element, width: float) -> Iterator[Chunk]:
        outer = Element("Div", parent)
        side = PICTOGRAM_SIZE * self.look.styles["body"].size
        left, gap = max(side, min(width / 4, 2.4 * side)), self.look.cell_x
        drawing = draw_pictogram(block.pictogram)

        def code(canvas: TaggedCanvas, x: float, y: float) -> str:
            return drawing_code(drawing, canvas, side / SIDE, self.faces, (x, y))

        turned = self.mirrored or way_of(block.word.language or self.language) == "rtl"
        sign = Picture(None, side, side, code, left - side if turned else 0.0)
        word = self.chunks((block.word,), outer, left)
        body = self.chunks(block.body, outer, width - left - gap)
        first, second = (width - left, 0.0) if turned else (0.0, left + gap)
        yield Group((Column(first, left, (sign, *word)), Column(second, width - left - gap, body)))


def _figure(alt: str, parent: Element) -> Element:
    element = Element("Figure", parent)
    element.alt = alt
    return element
