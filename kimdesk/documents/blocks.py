"""What a document says, without any layout: a closed set of frozen blocks, readable as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from kimdesk.text.direction import without_controls

Style = Literal["title", "section", "body", "lead", "small", "label", "code", "cell"]
"""title and section look like headings and are none: the same heading in the second language."""
Marker = Literal["dot", "number", "box"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. `field` names where the text comes from, for messages; it is never printed."""

    runs: tuple[Run, ...]
    style: Style = "body"
    language: str | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 3; levels are never skipped."""

    level: int
    text: str
    language: str | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list; markers are dots, numbers or empty boxes to tick by hand."""

    items: tuple[Paragraph, ...]
    marker: Marker = "dot"
    language: str | None = None

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code with the words a screen reader says instead; `size` in millimetres."""

    text: str
    alt: str
    size: float

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    blocks: tuple[Paragraph | Bullets, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row (or none), relative column widths, optionally first cells as row headers."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_heads: bool = False
    framed: bool = True

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return tuple(part for row in (self.head, *self.rows) for cell in row for part in cell.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Columns of blocks beside each other for looks only, such as a text and its translation."""

    columns: tuple[tuple[Paragraph | Heading | Bullets | QrCode, ...], ...]
    widths: tuple[float, ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return tuple(part for column in self.columns for part in column)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLines:
    """Lines to write on, side by side; each with its label in every language of the document."""

    fields: tuple[tuple[Paragraph, ...], ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return tuple(label for labels in self.fields for label in labels)


@dataclass(frozen=True, slots=True)
class Gap:
    """Vertical space in points."""

    height: float

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return ()


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if they fit on one."""

    blocks: tuple[Block, ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return self.blocks


Block = Paragraph | Heading | Bullets | Table | Beside | SignatureLines | QrCode | Gap | Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands at the edges of every page; `page_of` holds {page} and {pages}."""

    left: str
    right: str
    foot: str
    page_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document in one or two languages; text without a language of its own is in the first."""

    title: str
    languages: tuple[str, ...]
    created: dt.date
    author: str
    frame: Frame
    blocks: tuple[Block, ...]

    @property
    def language(self) -> str:
        """The document's own language."""
        return self.languages[0]


def text(value: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Return runs of one weight."""
    return (Run(value, bold),)


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph | Heading]:
    """Yield everything with text in reading order."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield block
        else:
            yield from paragraphs(block.parts)


def plain(block: Paragraph | Heading) -> str:
    """Return the text of a paragraph or heading, without the invisible signs that keep names in their order."""
    return without_controls(block.text if isinstance(block, Heading) else "".join(run.text for run in block.runs))


def with_texts(tree: Document, change: Callable[[str], str]) -> Document:
    """Return a document with every text in it changed."""
    frame = replace(tree.frame, **{part: change(getattr(tree.frame, part)) for part in ("left", "right", "foot")})
    blocks = tuple(_changed(block, change) for block in tree.blocks)
    return replace(tree, title=change(tree.title), author=change(tree.author), frame=frame, blocks=blocks)


def _changed(part: Any, change: Callable[[str], str]) -> Any:
    """Return a block, or a part of one, with its texts changed; whatever it is made of."""
    if isinstance(part, Run):
        return replace(part, text=change(part.text))
    if isinstance(part, Heading):
        return replace(part, text=change(part.text))
    if isinstance(part, tuple):
        return tuple(_changed(one, change) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{item.name: _changed(getattr(part, item.name), change) for item in fields(part)})
    return part


def to_text(tree: Document) -> str:
    """Return the document as lines of plain text in reading order."""
    return "\n".join(plain(block) for block in paragraphs(tree.blocks))
