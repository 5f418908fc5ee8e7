"""One line of text as curves: for pictures, which have to look the same on screen and paper without any font."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from kimdesk.text.bidi import levels, needs_bidi, reorder
from kimdesk.text.cleaning import clean
from kimdesk.text.faces import Face
from kimdesk.text.shaping import Faces, Word

MOVE, LINE, CURVE, CLOSE = range(4)
"""What an operator does: it takes 2, 2, 6 (cubic Bézier) and 0 numbers."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed curves to be filled (non-zero winding); lengths in 1/1000 of the font size, y upward from the baseline."""

    operators: tuple[int, ...]
    numbers: tuple[float, ...]
    width: float


def line_width(text: str, faces: Faces, *, bold: bool = False, language: str = "de") -> float:
    """Return how wide one line of text is, in 1/1000 of the font size."""
    return sum(word.width for word in visual_words(text, faces, bold=bold, language=language))


def outline(text: str, faces: Faces, *, bold: bool = False, language: str = "de") -> Outline:
    """Return one line of text as curves; line breaks count as spaces, letters no face has become boxes."""
    operators: list[int] = []
    numbers: list[float] = []
    pen = 0.0
    for word in visual_words(text, faces, bold=bold, language=language):
        for piece in word.pieces:
            for glyph in piece.glyphs:
                kinds, values = _glyph(piece.face, glyph.number)
                operators += kinds
                dx, dy = pen + glyph.x, glyph.y
                numbers += [value + (dy if place & 1 else dx) for place, value in enumerate(values)]
                pen += glyph.advance
    return Outline(tuple(operators), tuple(numbers), pen)


def visual_words(text: str, faces: Faces, *, bold: bool = False, language: str = "de") -> list[Word]:
    """Return the words and spaces of one line from left to right; its first strong letter gives the direction."""
    text = " ".join(clean(text).split())
    if not needs_bidi(text):
        return [faces.word(part, bold=bold, language=language) for part in _parts(text)]
    depth = levels(text, "auto")
    cuts = [0, *(i for i in range(1, len(text)) if depth[i] != depth[i - 1] or " " in text[i - 1 : i + 1]), len(text)]
    parts = [(text[a:b], depth[a]) for a, b in pairwise(cuts)]
    order = reorder([level for _, level in parts])
    return [faces.word(parts[i][0], bold=bold, rtl=bool(parts[i][1] & 1), language=language) for i in order]


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for word in text.split(" "):
        parts += [word, " "]
    return [part for part in parts[:-1] if part]


@lru_cache(maxsize=4096)
def _glyph(face: Face, number: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return the curves of one glyph."""
    collected = _Curves(face.scale)
    face.font.draw_glyph(number, _FUNCTIONS, collected)
    return tuple(collected.operators), tuple(collected.numbers)


class _Curves:
    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.operators: list[int] = []
        self.numbers: list[float] = []

    def add(self, operator: int, *numbers: float) -> None:
        """Note one operator with its numbers in font units."""
        self.operators.append(operator)
        self.numbers += [number * self.scale for number in numbers]


def _functions() -> Any:
    """Return HarfBuzz's callbacks; it turns quadratic curves into cubic ones where no callback takes them."""
    made = hb.DrawFuncs()
    made.set_move_to_func(lambda x, y, curves: curves.add(MOVE, x, y))
    made.set_line_to_func(lambda x, y, curves: curves.add(LINE, x, y))
    made.set_cubic_to_func(lambda a, b, c, d, x, y, curves: curves.add(CURVE, a, b, c, d, x, y))
    made.set_close_path_func(lambda curves: curves.add(CLOSE))
    return made


_FUNCTIONS = _functions()
