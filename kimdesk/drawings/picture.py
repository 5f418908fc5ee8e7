"""What drawing something gives: the drawing, what it says in words, and where its elements lie."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from kimdesk.drawings.ink import PRINT, Ink
from kimdesk.drawings.words import PictureLanguage
from kimdesk.text.shaping import Faces

STEP = 12.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is drawn: fonts, colours, language of its words, and how many times as large as usual these are."""

    faces: Faces
    ink: Ink = PRINT
    language: PictureLanguage = "de"
    letters: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """Where an element lies, in points from the upper left corner, and what a screen reader calls it."""

    key: str
    name: str
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Table:
    """The same content as a table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A finished picture. `texts` is every word drawn: paper checks them before it prints.

    `step` is how far one step moves an element that can be moved, in points.
    `sentences` say in full what the picture shows, for those who cannot see it.
    """

    title: str
    drawing: Drawing
    sentences: tuple[str, ...]
    texts: tuple[str, ...]
    areas: tuple[Area, ...] = ()
    table: Table | None = None
    step: float = STEP

    @property
    def alt(self) -> str:
        """The sentences as running text, for a PDF's alternative text and for screen readers."""
        return " ".join((f"{self.title}.", *self.sentences))

    @property
    def width(self) -> float:
        """Width in points."""
        return float(self.drawing.width)

    @property
    def height(self) -> float:
        """Height in points."""
        return float(self.drawing.height)
