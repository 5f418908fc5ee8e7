"""Text in pictures: how wide it is, how it is broken into lines that fit, and its shape as one path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from reportlab.graphics.shapes import Path
from reportlab.lib.colors import HexColor

from kimdesk.text.bidi import needs_bidi
from kimdesk.text.cleaning import clean
from kimdesk.text.outlines import line_width, outline
from kimdesk.text.shaping import Faces, letters

LEADING = 1.3
"""Line pitch, and the height a line takes, in font sizes."""
BASELINE = 1.0
ELLIPSIS = "…"
ROOMY = 1.3
"""How much wider a label may be where that keeps a word whole."""
CURVES = ("points", "operators")
NON_ZERO: Final = 1
"""ReportLab's fill mode for glyphs, whose curves overlap."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label."""

    text: str
    size: float
    bold: bool = False
    dim: bool = False

    @property
    def height(self) -> float:
        """How much room the line takes."""
        return self.size * LEADING


@dataclass(frozen=True, slots=True)
class Label:
    """Lines below each other, with the room they take."""

    lines: tuple[Line, ...]
    width: float

    @property
    def height(self) -> float:
        """How much room the lines take."""
        return sum(line.height for line in self.lines)


class LetterPath(Path):
    """A line of text as curves that still knows its words, for paper that rather writes them with its own fonts.

    `x` and `baseline` are where the line starts, in the drawing's coordinates (y upward). The curves are made when
    somebody asks for them.
    """

    def __init__(self, line: Line, at: tuple[float, float], colour: str, letters: Lettering) -> None:
        self.line = line
        self.x, self.baseline = at
        self._letters = letters
        super().__init__(fillMode=NON_ZERO, fillColor=HexColor(colour), strokeColor=None)

    def __setattr__(self, name: str, value: object) -> None:
        """Take values as they are; ReportLab's check of every single number costs more than all the rest."""
        if name not in CURVES:
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> object:
        """Make the curves, ReportLab's `points` and `operators`, when they are asked for."""
        if name not in CURVES:
            raise AttributeError(name)
        own = self._letters
        shape = outline(self.line.text, own.faces, bold=self.line.bold, language=own.language)
        factor = self.line.size / 1000
        points = [0.0] * len(shape.numbers)
        points[::2] = [self.x + number * factor for number in shape.numbers[::2]]
        points[1::2] = [self.baseline + number * factor for number in shape.numbers[1::2]]
        object.__setattr__(self, "points", points)
        object.__setattr__(self, "operators", list(shape.operators))
        return object.__getattribute__(self, name)


class Lettering:
    """Measures, breaks and draws text with a set of faces."""

    def __init__(self, faces: Faces, language: str) -> None:
        self.faces = faces
        self.language = language

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of one line in points."""
        return line_width(text, self.faces, bold=bold, language=self.language) * size / 1000

    def label(self, *lines: Line) -> Label:
        """Return lines that already fit as a label."""
        width = max((self.width(line.text, line.size, bold=line.bold) for line in lines), default=0.0)
        return Label(lines, width)

    def wrapped(self, line: Line, width: float, most: int) -> tuple[Line, ...]:
        """Break a text into at most `most` lines of a width in points; what is left over ends in an ellipsis."""
        lines: list[str] = []
        current = ""
        for part in self._parts(line, width):
            grown = f"{current} {part}" if current and not part.startswith("\0") else current + part.lstrip("\0")
            if current and self.width(grown, line.size, bold=line.bold) > width:
                lines.append(current)
                current = part.lstrip("\0")
            else:
                current = grown
        lines.append(current)
        if len(lines) > most:
            lines = [*lines[: most - 1], self._shortened(" ".join(lines[most - 1 :]), line, width)]
        return tuple(Line(text, line.size, line.bold, line.dim) for text in lines if text)

    def roomy(self, line: Line, width: float) -> float:
        """Return a width that spares words a little too long for the wanted one from being torn."""
        words = (self.width(word, line.size, bold=line.bold) for word in clean(line.text).split())
        return max((wide for wide in words if width < wide <= width * ROOMY), default=width) + 0.01

    def _parts(self, line: Line, width: float) -> Iterator[str]:
        """Yield words; those wider than a line in even pieces, of which all but the first begin with a NUL."""
        for word in clean(line.text).split():
            whole = self.width(word, line.size, bold=line.bold)
            if whole <= width:
                yield word
                continue
            hyphen = "-" if word.isalpha() and not needs_bidi(word) else ""
            room = width - self.width(hyphen, line.size, bold=line.bold)
            even = min(room, whole / ceil(whole / room) * 1.04)
            piece, glue = "", ""
            for letter in letters(word):
                if piece and self.width(piece + letter, line.size, bold=line.bold) > even:
                    yield glue + piece + hyphen
                    piece, glue = "", "\0"
                piece += letter
            yield glue + piece

    def _shortened(self, text: str, line: Line, width: float) -> str:
        found = letters(text)
        while found and self.width("".join(found).rstrip() + ELLIPSIS, line.size, bold=line.bold) > width:
            found.pop()
        return "".join(found).rstrip() + ELLIPSIS

    def path(self, line: Line, x: float, baseline: float, colour: str) -> LetterPath:
        """Return one line as a filled path; x is its left end, y grows upward."""
        return LetterPath(line, (x, baseline), colour, self)
