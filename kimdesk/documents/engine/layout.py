"""Blocks become strips: breaks text into lines and places cells; makes the elements of the structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Gap,
    Heading,
    Paragraph,
    QrCode,
    Run,
    SignatureLines,
    Table,
    Together,
)
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.lines import prepare
from kimdesk.documents.engine.look import ACCENT_SOFT, INK, MM, WIDTH, Look, TextLook, for_language
from kimdesk.documents.engine.qr import qr_code
from kimdesk.documents.engine.strips import Chunk, Column, Picture, Row, Space, Strip, TextChunk
from kimdesk.documents.engine.structure import RIGHT_TO_LEFT, Element
from kimdesk.text.direction import way_of
from kimdesk.text.shaping import Faces

COLUMN_GAP = 14.0
HEAD_CELL = "<</O /Table /Scope /{}>>"


@dataclass(frozen=True, slots=True)
class Layout:
    """Turns blocks into strips with one look, one set of faces and the document's own language."""

    look: Look
    faces: Faces
    language: str

    @property
    def mirrored(self) -> bool:
        """Whether columns follow each other from the right."""
        return way_of(self.language) == "rtl"

    def strips(self, blocks: Iterable[Block], parent: Element) -> list[Strip]:
        """Return the strips of blocks in order; their elements become kids of `parent`."""
        found: list[Strip] = []
        for block in blocks:
            found += self._block(block, parent)
        return found

    def _block(self, block: Block, parent: Element) -> list[Strip]:
        match block:
            case Gap():
                return [Strip((Column(0, WIDTH, (Space(block.height),)),))]
            case Together():
                return together(self.strips(block.blocks, parent))
            case Table():
                return self._table(block, parent)
            case Beside():
                return [self._beside(block, parent)]
            case SignatureLines():
                return self._signatures(block, parent)
            case Heading():
                chunks = self._flow((block,), parent, WIDTH)
                gap = self.look.block_gap
                return [Strip((Column(0, WIDTH, chunks),), gap, keep_next=True)]
            case _:
                gap = self.look.paragraph_gap
                return [Strip((Column(0, WIDTH, (chunk,)),), gap) for chunk in self._flow((block,), parent, WIDTH)]

    def _flow(
        self, blocks: Sequence[Paragraph | Heading | Bullets | QrCode], parent: Element, width: float
    ) -> tuple[Chunk, ...]:
        """Return the chunks of blocks that stand above each other in one column."""
        found: list[Chunk] = []
        for block in blocks:
            match block:
                case Paragraph():
                    found.append(self._paragraph(block, Element("P", parent, self._foreign(block.language)), width))
                case Heading():
                    look = self.look.headings[block.level - 1]
                    element = Element(f"H{block.level}", parent, self._foreign(block.language))
                    found.append(self._text((Run(block.text, look.bold),), look, element, width))
                case Bullets():
                    found += self._bullets(block, parent, width)
                case QrCode():
                    found.append(self._qr(block, parent, width))
        gap = self.look.paragraph_gap
        return tuple(
            replace(chunk, before=chunk.before + gap) if k and isinstance(chunk, TextChunk) else chunk
            for k, chunk in enumerate(found)
        )

    def _qr(self, block: QrCode, parent: Element, width: float) -> Picture:
        element = Element("Figure", parent)
        element.alt = block.alt
        side = block.size * MM
        return Picture(element, side, side, qr_code(block.text, side), width - side if self.mirrored else 0.0)

    def _foreign(self, language: str | None) -> str | None:
        return None if language == self.language else language

    def _paragraph(self, block: Paragraph, element: Element, width: float, indent: float = 0) -> TextChunk:
        look = self.look.styles[block.style]
        runs = tuple(Run(run.text, run.bold or look.bold) for run in block.runs)
        return self._text(runs, look, element, width, indent, language=block.language)

    def _text(
        self, runs: tuple[Run, ...], look: TextLook, element: Element | None, width: float,
        indent: float = 0, *, language: str | None = None,
    ) -> TextChunk:  # fmt: skip
        own = language or self.language
        look = for_language(look, own)
        room = (width - indent) * 1000 / look.size
        lines = break_lines(prepare(runs, self.faces, own), room, self.faces, divide=self.look.divides)
        turned = way_of(own) == "rtl"
        if turned and element is not None and not element.attributes:
            element.attributes = RIGHT_TO_LEFT
        return TextChunk(element, tuple(lines), look, width, look.before, indent, turned or self.mirrored)

    def _bullets(self, block: Bullets, parent: Element, width: float) -> Iterator[Row]:
        outer = Element("L", parent, self._foreign(block.language))
        numbering = "Decimal" if block.marker == "number" else "Disc"
        outer.attributes = f"<</O /List /ListNumbering /{numbering}>>"
        for k, item in enumerate(block.items):
            look = self.look.styles[item.style]
            row = Element("LI", outer)
            marker = None
            if block.marker != "box":
                sign = f"{k + 1}." if block.marker == "number" else "•"
                marker = self._text((Run(sign),), look, Element("Lbl", row), width, language=item.language)
            body = Element("LBody", row, self._foreign(item.language))
            indent = 1.6 * look.size
            text = replace(self._paragraph(item, body, width, indent), before=2 if k else 0)
            yield Row(text, marker, look.size * 0.72 if block.marker == "box" else 0)

    def _table(self, block: Table, parent: Element) -> list[Strip]:
        table = Element("Table", parent)
        total = sum(block.widths)
        widths = [WIDTH * share / total for share in block.widths]
        gap = self.look.block_gap
        head = self._row(block.head, widths, table, block, "Column") if block.head else None
        rows = [self._row(row, widths, table, block, "Row" if block.row_heads else "") for row in block.rows]
        if head is None:
            return [replace(rows[0], before=gap), *rows[1:]] if rows else []
        repeated = _furniture(head)
        return [replace(head, before=gap, keep_next=True), *(replace(row, header=repeated) for row in rows)]

    def _row(self, cells: tuple[Cell, ...], widths: list[float], table: Element, block: Table, scope: str) -> Strip:
        row = Element("TR", table)
        columns, x = [], 0.0
        pad_x, pad_y = (self.look.cell_x, self.look.cell_y) if block.framed else (0.0, self.look.cell_y / 2)
        for k, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            heads = scope == "Column" or (scope == "Row" and k == 0)
            element = Element("TH" if heads else "TD", row, self._foreign(cell.language))
            element.attributes = HEAD_CELL.format(scope) if heads else ""
            room = width - (2 * pad_x or COLUMN_GAP)
            chunks = self._flow(cell.blocks, element, room)
            columns.append(self._placed(Column(x, width, chunks, pad_x, pad_y), room))
            x += width
        fill = ACCENT_SOFT if scope == "Column" else ""
        return Strip(tuple(columns), framed=block.framed, fill=fill)

    def _placed(self, column: Column, room: float) -> Column:
        """Return a column where it stands when columns follow each other from the document's own side."""
        if not self.mirrored:
            return column
        return replace(column, x=WIDTH - column.x - column.width, pad_x=column.width - room - column.pad_x)

    def _beside(self, block: Beside, parent: Element) -> Strip:
        outer = Element("Div", parent)
        total, count = sum(block.widths), len(block.columns)
        columns, x = [], 0.0
        for k, (blocks, share) in enumerate(zip(block.columns, block.widths, strict=True)):
            width = WIDTH * share / total
            room = width - (COLUMN_GAP if k < count - 1 else 0)
            columns.append(self._placed(Column(x, width, self._flow(blocks, outer, room)), room))
            x += width
        headed = any(isinstance(one, Heading) for blocks in block.columns for one in blocks)
        return Strip(tuple(columns), self.look.block_gap if headed else self.look.paragraph_gap, keep_next=headed)

    def _signatures(self, block: SignatureLines, parent: Element) -> list[Strip]:
        outer = Element("Div", parent)
        width = WIDTH / len(block.fields)
        columns = []
        for k, labels in enumerate(block.fields):
            room = width - (COLUMN_GAP if k < len(block.fields) - 1 else 0)
            rule = Space(self.look.signature, rule=room, colour=INK)
            flow = self._flow(labels, outer, room)
            columns.append(self._placed(Column(k * width, width, (rule, Space(3), *flow)), room))
        return [Strip(tuple(columns))]


def together(strips: list[Strip]) -> list[Strip]:
    """Return strips that stay on one page if they fit on one."""
    return [*(replace(strip, keep_next=True) for strip in strips[:-1]), *strips[-1:]]


def _furniture(strip: Strip) -> Strip:
    """Return a strip that looks the same and is no content: for the repeated header of a table."""
    columns = tuple(
        replace(column, chunks=tuple(replace(c, element=None) for c in column.chunks if isinstance(c, TextChunk)))
        for column in strip.columns
    )
    return replace(strip, columns=columns, before=0.0, header=None)
