"""Running text becomes lines: tokens with their bidi levels, greedy breaking, visual order per line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kimdesk.documents.blocks import Run
from kimdesk.text.bidi import levels, needs_bidi, reorder
from kimdesk.text.cleaning import clean, glue
from kimdesk.text.shaping import Faces, Word, letters

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
    """Tokens in visual order; width without the space at its end."""

    tokens: tuple[Token, ...]
    width: float


def tokens(runs: Sequence[Run], faces: Faces, language: str) -> list[Token]:
    """Return the tokens of a paragraph in logical order."""
    pieces = [(glue(clean(run.text)), run.bold) for run in runs]
    whole = "".join(text for text, _ in pieces)
    depth = levels(whole) if needs_bidi(whole) else None
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
    return found


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


def break_lines(found: list[Token], width: float, faces: Faces, language: str) -> list[Line]:
    """Break tokens into lines of at most `width` (1/1000 of the font size); nothing ever sticks out."""
    lines: list[Line] = []
    current: list[Token] = []
    used = 0.0
    for unit, unit_width in _units(found, width, faces, language):
        if unit[0].text == "\n":
            lines.append(_line(current))
            current, used = [], 0.0
            continue
        reserve = faces.word("-", language=language).width if unit[-1].text[-1] == SOFT_HYPHEN else 0
        if current and used + unit_width + reserve > width and not unit[0].space:
            lines.append(_line(_hyphenated(current, faces, language)))
            current, used = [], 0.0
        if unit[0].space and not current:
            continue
        current.extend(unit)
        used += unit_width
    if current or not lines:
        lines.append(_line(current))
    return lines


def _units(found: list[Token], width: float, faces: Faces, language: str) -> Iterator[tuple[list[Token], float]]:
    """Yield tokens that stay together, cut where one is wider than a whole line."""
    unit: list[Token] = []
    total = 0.0
    for token, following in zip(found, [*found[1:], None], strict=True):
        unit.append(token)
        total += token.word.width
        if following is not None and not token.breaks_after and following.text[0] not in " \n":
            continue
        if total <= width:
            yield unit, total
        else:
            for one in unit:
                yield from _cut(one, width, faces, language)
        unit, total = [], 0.0


def _cut(token: Token, width: float, faces: Faces, language: str) -> Iterator[tuple[list[Token], float]]:
    """Yield an endless word in parts that fit, never between a letter and its accents."""
    if token.word.width <= width or token.level & 1:
        yield [token], token.word.width
        return
    part, used = "", 0.0
    for letter in letters(token.text):
        own = faces.word(letter, bold=token.bold, language=language).width * 1.1
        if part and used + own > width:
            yield _single(part, token.bold, faces, language)
            part, used = "", 0.0
        part += letter
        used += own
    if part:
        yield _single(part, token.bold, faces, language)


def _single(part: str, bold: bool, faces: Faces, language: str) -> tuple[list[Token], float]:  # noqa: FBT001
    word = faces.word(part, bold=bold, language=language)
    return [Token(part, word, bold=bold)], word.width


def _hyphenated(logical: list[Token], faces: Faces, language: str) -> list[Token]:
    """Return a line that ends inside a word with the hyphen it needs there."""
    last = logical[-1]
    if last.text[-1] != SOFT_HYPHEN:
        return logical
    return [*logical, Token(SOFT_HYPHEN, faces.word("-", bold=last.bold, language=language))]


def _line(logical: list[Token]) -> Line:
    """Return a line in visual order; the space at its end stays as a glyph, or words run together when copied."""
    visible = sum(token.word.width for token in logical)
    if logical and logical[-1].space:
        visible -= logical[-1].word.width
    depth = [token.level for token in logical]
    if not any(depth):
        return Line(tuple(logical), visible)
    if logical[-1].space:
        depth[-1] = 0
    return Line(tuple(logical[i] for i in reorder(depth)), visible)
