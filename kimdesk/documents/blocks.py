"""What a document says, without any layout: a closed set of frozen blocks, readable as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal

from kimdesk.drawings.picture import Picture
from kimdesk.text.direction import without_controls

Style = Literal["title", "section", "entry", "body", "lead", "small", "label", "code", "cell", "big", "fine"]
"""title, section and entry look like headings and are none: the same heading in the second language."""
Marker = Literal["dot", "number", "box", "ticked"]


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
    """A list; markers are dots, numbers, empty boxes to tick by hand, or ticked ones."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A raster image such as a logo: the file's bytes and the words instead of it; at most so large, in millimetres."""

    data: bytes = field(repr=False)
    alt: str
    width: float
    height: float

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing with its words; as wide as the column at most, smaller where `width` (millimetres) says so.

    `grows` is how many times its own size a small drawing may be, so that it can be read from afar. `large` is the same
    with larger letters, for documents in big type.
    """

    picture: Picture
    large: Picture | None = None
    width: float = 0
    grows: float = 1.0

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handwriting:
    """A signature made on the screen: strokes of places (y downward), nothing else, and the words instead of it."""

    strokes: tuple[tuple[tuple[float, float], ...], ...] = field(repr=False)
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """Text beside a pictogram with its word below; the sign alone never carries a meaning."""

    pictogram: str
    word: Paragraph
    body: tuple[Paragraph | Bullets, ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return (self.word, *self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """Blocks in a box, to be noticed."""

    blocks: tuple[Paragraph | Bullets, ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return self.blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTop:
    """The upper part of a letter by DIN 5008, form B: address window, information beside it, marks for folding.

    `sender` is the small line above the address, `info` what stands beside it, row by row.
    """

    sender: str
    address: tuple[str, ...]
    info: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        lines = (self.sender, *self.notes, *self.address)
        return (*(Paragraph(runs=text(line)) for line in lines if line), *self.info)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    blocks: tuple[Paragraph | Bullets | Pictured, ...]
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

    columns: tuple[tuple[Flowing, ...], ...]
    widths: tuple[float, ...]

    @property
    def parts(self) -> tuple[Block, ...]:
        """What the block holds, in reading order."""
        return tuple(part for column in self.columns for part in column)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLines:
    """Lines to write on, side by side; each with its label in every language of the document.

    `signed` holds what has been written on the screen already, None where nothing has.
    """

    fields: tuple[tuple[Paragraph, ...], ...]
    signed: tuple[Handwriting | None, ...] = ()

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
class NewPage:
    """What follows begins a page."""

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


Flowing = Paragraph | Heading | Bullets | QrCode | Photo | Chart | Pictured
"""What may stand in a column."""
Block = Flowing | Table | Beside | SignatureLines | Gap | NewPage | Together | Framed | LetterTop


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands at the edges of every page; `page_of` holds {page} and {pages}."""

    left: str
    right: str
    foot: str
    page_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What a provider prints at the top and foot of first pages: logo, name, lines below it, footer, funding notice."""

    name: str
    lines: tuple[str, ...] = ()
    logo: Photo | None = None
    foot: tuple[str, ...] = ()
    funding: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All its words."""
        return (self.name, *self.lines, *self.foot, self.funding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document in one or two languages; text without a language of its own is in the first.

    `mark` stands on every page, framed: what the paper is, where that is not what it looks like.
    `landscape`: the paper lies on its side, for pictures that are wide.
    """

    title: str
    languages: tuple[str, ...]
    created: dt.date
    author: str
    frame: Frame
    blocks: tuple[Block, ...]
    letterhead: Letterhead | None = None
    mark: str = ""
    landscape: bool = False

    @property
    def language(self) -> str:
        """The document's own language."""
        return self.languages[0]

    @property
    def is_letter(self) -> bool:
        """Whether it begins with the upper part of a letter."""
        return isinstance(self.blocks[0], LetterTop) if self.blocks else False


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


def charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    """Yield every chart."""
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        elif not isinstance(block, (Paragraph, Heading)):
            yield from charts(block.parts)


def plain(block: Paragraph | Heading) -> str:
    """Return the text of a paragraph or heading, without the invisible signs that keep names in their order."""
    return without_controls(block.text if isinstance(block, Heading) else "".join(run.text for run in block.runs))


def with_texts(tree: Document, change: Callable[[str], str]) -> Document:
    """Return a document with every text in it changed; pictures stay as they were drawn."""
    changed: Document = replace(_changed(tree, change), languages=tree.languages)
    return changed


def _changed(part: Any, change: Callable[[str], str]) -> Any:
    """Return a block, or a part of one, with its texts changed; whatever it is made of."""
    if isinstance(part, tuple):
        return tuple(_changed(one, change) for one in part)
    if isinstance(part, str):
        return change(part)
    if is_dataclass(part) and not isinstance(part, type):
        words = {
            item.name: _changed(getattr(part, item.name), change) for item in fields(part) if item.name not in NO_WORDS
        }
        return replace(part, **words)
    return part


NO_WORDS = frozenset(("style", "language", "field", "marker", "pictogram", "picture", "large", "strokes", "data"))
"""Fields whose text is never printed as it is."""


def to_text(tree: Document) -> str:
    """Return the document as lines of plain text in reading order."""
    return "\n".join(plain(block) for block in paragraphs(tree.blocks))
