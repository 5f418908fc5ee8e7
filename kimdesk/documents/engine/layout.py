"""Blocks become strips across the page: places columns and cells; makes the elements of the structure tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Cell,
    Flowing,
    Framed,
    Gap,
    Heading,
    LetterTop,
    NewPage,
    SignatureLines,
    Table,
    Together,
)
from kimdesk.documents.engine.flow import Flow
from kimdesk.documents.engine.letter import letter_top
from kimdesk.documents.engine.look import ACCENT_SOFT, INK, PORTRAIT, Look, Paper
from kimdesk.documents.engine.strips import Chunk, Column, Space, Strip, TextChunk
from kimdesk.documents.engine.structure import Element
from kimdesk.text.shaping import Faces

COLUMN_GAP = 14.0
HEAD_CELL = "<</O /Table /Scope /{}>>"


@dataclass(frozen=True)
class Layout:
    """Turns blocks into strips with one look, one set of faces and the document's own language."""

    look: Look
    faces: Faces
    language: str
    paper: Paper = PORTRAIT

    @cached_property
    def flow(self) -> Flow:
        """What makes the content of columns."""
        return Flow(self.look, self.faces, self.language, self.paper.room)

    def strips(self, blocks: Iterable[Block], parent: Element) -> list[Strip]:
        """Return the strips of blocks in order; their elements become kids of `parent`."""
        made: dict[type, Callable[[Any, Element], list[Strip]]] = {
            Gap: self._gap, NewPage: self._new_page, Together: self._together, Table: self._table, Beside: self._beside,
            SignatureLines: self._signatures, Framed: self._framed, LetterTop: self._letter,
        }  # fmt: skip
        return [strip for block in blocks for strip in made.get(type(block), self._flowing)(block, parent)]

    def _gap(self, block: Gap, parent: Element) -> list[Strip]:  # noqa: ARG002 - one signature for all
        return [Strip((Column(0, self.paper.across, (Space(block.height),)),))]

    def _new_page(self, block: NewPage, parent: Element) -> list[Strip]:  # noqa: ARG002 - one signature for all
        return [Strip((), turns=True)]

    def _together(self, block: Together, parent: Element) -> list[Strip]:
        signed = any(isinstance(each, SignatureLines) for each in block.blocks)
        return together(self.strips(block.blocks, parent), firmly=signed)

    def _letter(self, block: LetterTop, parent: Element) -> list[Strip]:
        return [letter_top(block, self.flow, parent)]

    def _flowing(self, block: Flowing, parent: Element) -> list[Strip]:
        chunks = self.flow.chunks((block,), parent, self.paper.across)
        if isinstance(block, Heading):
            return [Strip((Column(0, self.paper.across, chunks),), self.look.block_gap, keep_next=True)]
        return [Strip((Column(0, self.paper.across, (chunk,)),), self.look.paragraph_gap) for chunk in chunks]

    def _framed(self, block: Framed, parent: Element) -> list[Strip]:
        pad = self.look.cell_x
        chunks = self.flow.chunks(block.blocks, Element("Div", parent), self.paper.across - 2 * pad)
        return [Strip((Column(0, self.paper.across, chunks, pad, pad),), self.look.block_gap, framed=True, edge=INK)]

    def _table(self, block: Table, parent: Element) -> list[Strip]:
        table = Element("Table", parent)
        total = sum(block.widths)
        widths = [self.paper.across * share / total for share in block.widths]
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
            element = Element("TH" if heads else "TD", row, self.flow.foreign(cell.language))
            element.attributes = HEAD_CELL.format(scope) if heads else ""
            room = width - (2 * pad_x or COLUMN_GAP)
            chunks = self.flow.chunks(cell.blocks, element, room)
            columns.append(self._placed(Column(x, width, chunks, pad_x, pad_y), room))
            x += width
        fill = ACCENT_SOFT if scope == "Column" else ""
        return Strip(tuple(columns), framed=block.framed, fill=fill)

    def _placed(self, column: Column, room: float) -> Column:
        """Return a column where it stands when columns follow each other from the document's own side."""
        if not self.flow.mirrored:
            return column
        return replace(column, x=self.paper.across - column.x - column.width, pad_x=column.width - room - column.pad_x)

    def _beside(self, block: Beside, parent: Element) -> list[Strip]:
        outer = Element("Div", parent)
        total, count = sum(block.widths), len(block.columns)
        columns, x = [], 0.0
        for k, (blocks, share) in enumerate(zip(block.columns, block.widths, strict=True)):
            width = self.paper.across * share / total
            room = width - (COLUMN_GAP if k < count - 1 else 0)
            columns.append(self._placed(Column(x, width, self.flow.chunks(blocks, outer, room)), room))
            x += width
        headed = any(isinstance(one, Heading) for blocks in block.columns for one in blocks)
        gap = self.look.block_gap if headed else self.look.paragraph_gap
        return [Strip(tuple(columns), gap, keep_next=headed)]

    def _signatures(self, block: SignatureLines, parent: Element) -> list[Strip]:
        outer = Element("Div", parent)
        width = self.paper.across / len(block.fields)
        written = (*block.signed, *(None,) * (len(block.fields) - len(block.signed)))
        columns = []
        for k, (labels, ink) in enumerate(zip(block.fields, written, strict=True)):
            room = width - (COLUMN_GAP if k < len(block.fields) - 1 else 0)
            height = self.look.signature
            rule: tuple[Chunk, ...] = (Space(height, rule=room, colour=INK),)
            if ink is not None:
                picture = self.flow.handwriting(ink, outer, room, 1.3 * height)
                rule = (Space(4), picture, Space(2, rule=room, colour=INK))
            labelled = self.flow.chunks(labels, outer, room)
            columns.append(self._placed(Column(k * width, width, (*rule, Space(3), *labelled)), room))
        return [Strip(tuple(columns))]


def together(strips: list[Strip], *, firmly: bool = False) -> list[Strip]:
    """Return strips that stay on one page if they fit on one, and what is signed in any case.

    Where much of the page would stay empty they may be parted, but neither behind the first nor before the last one.
    """
    ends = {0, len(strips) - 2} if len(strips) > 3 else {0}
    kept = [
        strip if strip.keep_next else replace(strip, keep_next=True, loose=not firmly and k not in ends)
        for k, strip in enumerate(strips[:-1])
    ]
    return [*(replace(strip, loose=False) for strip in kept), *strips[-1:]] if firmly else [*kept, *strips[-1:]]


def _furniture(strip: Strip) -> Strip:
    """Return a strip that looks the same and is no content: for the repeated header of a table."""
    columns = tuple(
        replace(column, chunks=tuple(replace(c, element=None) for c in column.chunks if isinstance(c, TextChunk)))
        for column in strip.columns
    )
    return replace(strip, columns=columns, before=0.0, header=None)
