"""Laid-out content: strips across the page, made of cells, made of chunks; strips are what pages are filled with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from kimdesk.documents.engine.canvas import TaggedCanvas
from kimdesk.documents.engine.lines import Line
from kimdesk.documents.engine.look import LINE_COLOUR, TextLook
from kimdesk.documents.engine.structure import Element

BASELINE = 0.85
"""Height of the letters' line below the top of a line, in parts of the size."""


class Chunk(Protocol):
    """Something with a height that can be drawn, and perhaps cut in two."""

    @property
    def height(self) -> float:
        """Height in points, with the space before it."""
        ...

    def cut(self, room: float) -> tuple[Chunk, Chunk] | None:
        """Return two parts of which the first fits into `room`, or None."""
        ...

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""
        ...


@dataclass(frozen=True, slots=True)
class TextChunk:
    """Lines of one paragraph in a column of `width`. `element` None draws them as page furniture.

    `indent` is the space at the side where lines start: left, or right where `mirrored`.
    """

    element: Element | None
    lines: tuple[Line, ...]
    look: TextLook
    width: float
    before: float = 0
    indent: float = 0
    mirrored: bool = False

    @property
    def height(self) -> float:
        """Height in points, with the space before it."""
        return self.before + self.look.leading * len(self.lines)

    def cut(self, room: float) -> tuple[Chunk, Chunk] | None:
        """Return two parts with at least two lines each, or None."""
        fitting = int((room - self.before) / self.look.leading)
        fitting = min(fitting, len(self.lines) - 2)
        if fitting < 2:
            return None
        return replace(self, lines=self.lines[:fitting]), replace(self, lines=self.lines[fitting:], before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the lines as one piece of tagged content."""
        look = self.look
        base = top - self.before - (look.leading - look.below - look.size) / 2 - BASELINE * look.size
        places = ((line, x + self._start(line), base - k * look.leading) for k, line in enumerate(self.lines))
        code = canvas.text(places, look.size, look.colour)
        if self.element is None:
            canvas.artifact(code)
        else:
            canvas.tagged(self.element, code)

    def _start(self, line: Line) -> float:
        """Return where a line's left end stands, from the left edge of the column."""
        scale = self.look.size / 1000
        if not self.mirrored:
            return self.indent - line.hanging * scale
        return self.width - self.indent - (line.width + line.hanging) * scale


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height; `rule` draws a line at its foot, as wide as given."""

    height: float
    rule: float = 0
    colour: str = LINE_COLOUR
    weight: float = 0.6

    def cut(self, room: float) -> None:  # noqa: ARG002 - the protocol's signature
        """Space is never cut."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the line, if any."""
        if self.rule:
            y = top - self.height
            canvas.artifact(f"{self.colour} RG {self.weight:g} w {x:.2f} {y:.2f} m {x + self.rule:.2f} {y:.2f} l S")


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure drawn by a function of canvas and lower left corner, which returns page code.

    `element` None is for what only decorates the words beside it.
    """

    element: Element | None
    width: float
    height: float
    code: Callable[[TaggedCanvas, float, float], str]
    shift: float = 0
    """How far from the left edge of its column it stands."""

    def cut(self, room: float) -> None:  # noqa: ARG002 - the protocol's signature
        """A picture is never cut."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the figure and tell the structure tree where it stands."""
        x, y = x + self.shift, top - self.height
        code = self.code(canvas, x, y)
        if self.element is None:
            canvas.artifact(code)
            return
        box = f"{x:.2f} {y:.2f} {x + self.width:.2f} {top:.2f}"
        self.element.attributes = f"<</O /Layout /BBox [{box}] /Placement /Block>>"
        canvas.tagged(self.element, code)


@dataclass(frozen=True, slots=True)
class Row:
    """A chunk with its marker at the left: a list item."""

    body: TextChunk
    marker: TextChunk | None
    box: float = 0
    """Side of a box drawn as marker or around it, 0 for none."""

    @property
    def height(self) -> float:
        """Height in points, with the space before it."""
        return self.body.height

    def cut(self, room: float) -> tuple[Chunk, Chunk] | None:
        """Cut the text; the marker stays with its first part."""
        parts = self.body.cut(room)
        if parts is None:
            return None
        first, rest = parts
        assert isinstance(first, TextChunk)
        return replace(self, body=first), rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw marker and text."""
        look = self.body.look
        if self.marker is not None:
            replace(self.marker, before=self.body.before).draw(canvas, x, top)
        if self.box:
            y = top - self.body.before - look.leading / 2 - self.box / 2 - 0.3
            left = x + self.body.width - self.box - 0.5 if self.body.mirrored else x + 0.5
            canvas.artifact(f"{look.colour} RG 0.8 w {left:.2f} {y:.2f} {self.box:.2f} {self.box:.2f} re S")
        self.body.draw(canvas, x, top)


@dataclass(frozen=True, slots=True)
class Column:
    """One cell: where it starts from the text's left edge, its width with padding, and what it holds.

    `pad_x` is the space left of the content, `pad_y` that above and below it.
    """

    x: float
    width: float
    chunks: tuple[Chunk, ...]
    pad_x: float = 0
    pad_y: float = 0

    @property
    def height(self) -> float:
        """Height in points with padding."""
        return sum(chunk.height for chunk in self.chunks) + 2 * self.pad_y

    def cut(self, room: float) -> tuple[Column, Column] | None:
        """Return what fits into `room` and the rest (either may be empty), or None if not even padding fits."""
        left = room - 2 * self.pad_y
        if left < 0:
            return None
        for k, chunk in enumerate(self.chunks):
            if chunk.height <= left:
                left -= chunk.height
                continue
            parts = chunk.cut(left)
            head = (*self.chunks[:k], parts[0]) if parts else self.chunks[:k]
            tail = (parts[1], *self.chunks[k + 1 :]) if parts else self.chunks[k:]
            return replace(self, chunks=head), replace(self, chunks=tail)
        return self, replace(self, chunks=())

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw what the column holds, from its upper edge down."""
        y = top - self.pad_y
        for chunk in self.chunks:
            chunk.draw(canvas, left + self.x + self.pad_x, y)
            y -= chunk.height


@dataclass(frozen=True, slots=True)
class Group:
    """Columns beside each other within one column."""

    columns: tuple[Column, ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return max(column.height for column in self.columns)

    def cut(self, room: float) -> tuple[Chunk, Chunk] | None:
        """Return two groups of which the first fits into `room`, or None where nothing would be won."""
        pairs = cut_columns(self.columns, room)
        if pairs is None:
            return None
        return Group(tuple(first for first, _ in pairs)), Group(tuple(rest for _, rest in pairs))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the columns with their upper edges at one height."""
        for column in self.columns:
            column.draw(canvas, x, top)


def cut_columns(columns: tuple[Column, ...], room: float) -> list[tuple[Column, Column]] | None:
    """Return what fits of each column and its rest, or None where nothing would be won or a column would stay empty."""
    parts = [column.cut(room) for column in columns]
    pairs = [part for part in parts if part is not None]
    if len(pairs) < len(parts):
        return None
    if not any(first.chunks for first, _ in pairs) or not any(rest.chunks for _, rest in pairs):
        return None
    if any(not first.chunks and rest.chunks for first, rest in pairs):
        return None
    return pairs


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of the page from edge to edge. `header` repeats on top of the next page if the page ends before it.

    `keep_next`: what follows stands on the same page; where that is `loose` it need not, if much would stay empty.
    One that `turns` stands nowhere itself: what follows begins a page.
    """

    columns: tuple[Column, ...]
    before: float = 0
    keep_next: bool = False
    loose: bool = False
    turns: bool = False
    fill: str = ""
    framed: bool = False
    edge: str = LINE_COLOUR
    header: Strip | None = field(default=None, repr=False)

    @property
    def height(self) -> float:
        """Height in points without the space before it."""
        return max((column.height for column in self.columns), default=0)

    def cut(self, room: float) -> tuple[Strip, Strip] | None:
        """Return two strips of which the first fits into `room`, or None where nothing would be won."""
        pairs = cut_columns(self.columns, room)
        if pairs is None:
            return None
        first, rest = tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
        return replace(self, columns=first, keep_next=False), replace(self, columns=rest, before=0.0)

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw fill, frame and cells with the upper left corner at (left, top)."""
        height = self.height
        self._box(canvas, left, top - height, height)
        for column in self.columns:
            column.draw(canvas, left, top)

    def _box(self, canvas: TaggedCanvas, left: float, bottom: float, height: float) -> None:
        if not self.framed:
            return
        boxes = [f"{left + c.x:.2f} {bottom:.2f} {c.width:.2f} {height:.2f} re" for c in self.columns]
        shapes = " ".join(boxes)
        if self.fill:
            canvas.artifact(f"{self.fill} rg {shapes} f")
        canvas.artifact(f"{self.edge} RG {1.1 if self.edge != LINE_COLOUR else 0.6} w {shapes} S")
