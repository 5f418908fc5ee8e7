"""Running text becomes tokens: shaped words and spaces with their bidi levels, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kimdesk.documents.blocks import Run
from kimdesk.text.bidi import levels, needs_bidi
from kimdesk.text.cleaning import clean, glue
from kimdesk.text.direction import base_way, is_control, way_of
from kimdesk.text.shaping import Faces, Word

SOFT_HYPHEN = "\u00ad"
_PARTS = re.compile(r" +|\n|[^ \n]+")
_INNER = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])|(?<=[\u200b\u00ad])(?=.)")
_HAS_INNER = re.compile(r"[-/\u200b\u00ad]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space or a hard break (empty text); width in 1/1000 of the font size."""

    text: str
    word: Word
    level: int = 0
    bold: bool = False
    breaks_after: bool = True

    @property
    def space(self) -> bool:
        """Whether the token is white space."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class Line:
    """Tokens in visual order; width without the space at its end, which in right-to-left text hangs out at the left."""

    tokens: tuple[Token, ...]
    width: float
    hanging: float = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph ready for breaking: its tokens in reading order, language and base level (1: right to left)."""

    tokens: list[Token]
    language: str
    base: int = 0


def prepare(runs: Sequence[Run], faces: Faces, language: str) -> Text:
    """Return the tokens of a paragraph in reading order."""
    pieces, depth, base = _with_levels([(clean(run.text), run.bold) for run in runs], language)
    found: list[Token] = []
    offset = 0
    for text, bold in pieces:
        for start, part in _parts(text):
            for at, same, level in _directions(part, offset + start, depth):
                final = at + len(same) == offset + start + len(part)
                word = faces.word(same, bold=bold, rtl=bool(level & 1), language=language)
                may = final and _may_break(part, text[start + len(part) :])
                found.append(Token(same, word, level, bold, may))
        offset += len(text)
    return Text(found, language, base)


Pieces = list[tuple[str, bool]]


def _with_levels(pieces: Pieces, language: str) -> tuple[Pieces, list[int] | None, int]:
    """Return texts with glued numbers, a level for each character where any runs from right to left, and the base."""
    whole = "".join(text for text, _ in pieces)
    mixed = way_of(language) == "rtl" or needs_bidi(whole)
    pieces = [(glue(text, rtl=mixed), bold) for text, bold in pieces]
    if not mixed:
        return pieces, None, 0
    whole = "".join(text for text, _ in pieces)
    way = base_way(whole, language)
    depth = iter(levels(whole, way))
    drawn: Pieces = []
    kept: list[int] = []
    for text, bold in pieces:
        pairs = [(char, level) for char, level in zip(text, depth, strict=False) if not is_control(char)]
        drawn.append(("".join(char for char, _ in pairs), bold))
        kept += [level for _, level in pairs]
    return drawn, kept, int(way == "rtl")


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield spaces, hard breaks and unbreakable parts of words with where they start."""
    for match in _PARTS.finditer(text):
        part, start = match[0], match.start()
        if not _HAS_INNER.search(part):
            yield start, " " if part[0] == " " else part
            continue
        cuts = [0, *(cut.end() for cut in _INNER.finditer(part)), len(part)]
        for begin, end in pairwise(cuts):
            yield start + begin, part[begin:end]


def _may_break(part: str, rest: str) -> bool:
    """Tell whether a line may end after a part; at the end of a run the next one decides by its own space."""
    return part[0] in " \n" or (bool(rest) and rest[0] not in " \n")


def _directions(part: str, start: int, depth: list[int] | None) -> Iterator[tuple[int, str, int]]:
    """Yield stretches of one embedding level."""
    if depth is None:
        yield start, part, 0
        return
    begin = 0
    for i in range(1, len(part) + 1):
        if i == len(part) or depth[start + i] != depth[start + begin]:
            yield start + begin, part[begin:i], depth[start + begin]
            begin = i
