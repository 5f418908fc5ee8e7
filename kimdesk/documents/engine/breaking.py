"""Breaks a paragraph's tokens into lines, greedily, and puts each line's tokens into visual order (UAX #9, L2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kimdesk.documents.engine.lines import SOFT_HYPHEN, Line, Text, Token
from kimdesk.text.bidi import reorder
from kimdesk.text.hyphenation import divisions
from kimdesk.text.shaping import Faces, letters

FIXED_SPACE = "\u00a0"
Unit = tuple[list[Token], float]
"""Tokens that stay together, and their width."""


RAGGED = 0.12
"""A word is only divided where the line would otherwise stay emptier than this part of its width."""


def break_lines(text: Text, width: float, faces: Faces, *, divide: bool = True) -> list[Line]:
    """Return lines of at most `width` (1/1000 of the font size); nothing ever sticks out.

    With `divide` German words may be hyphenated, never the last one of a paragraph.
    """
    return _Breaker(text, width, faces, divide).lines()


@dataclass(frozen=True, slots=True)
class _Breaker:
    text: Text
    width: float
    faces: Faces
    divide: bool

    def lines(self) -> list[Line]:
        found: list[Line] = []
        current: list[Token] = []
        used = 0.0
        for unit, own in self._units():
            if unit[0].text == "\n":
                found.append(self._line(current))
                current, used = [], 0.0
                continue
            rest, width = unit, own
            if current and used + own + self._reserve(unit) > self.width and not unit[0].space:
                head, rest = self._divided(unit, self.width - used)
                found.append(self._line(self._hyphenated([*current, *head])))
                current, used = [], 0.0
                width = rest[0].word.width if head else own
            if current or not rest[0].space:
                current.extend(rest)
                used += width
        if current or not found:
            found.append(self._line(current))
        return found

    def _divided(self, unit: list[Token], room: float) -> tuple[list[Token], list[Token]]:
        """Return the part of a word that still fits into `room` and the rest; nothing and all where it stays whole."""
        token = unit[0]
        whole: tuple[list[Token], list[Token]] = [], unit
        if not self.divide or len(unit) > 1 or token is self.text.tokens[-1] or room < RAGGED * self.width:
            return whole
        for place in reversed(self._divisions(token)):
            head = self._drawn(token, token.text[:place] + SOFT_HYPHEN)
            if head.word.width + self._reserve([head]) <= room:
                return [head], [self._drawn(token, token.text[place:])]
        return whole

    def _reserve(self, unit: list[Token]) -> float:
        """Return the room that a hyphen needs if the line ends after a unit."""
        return self._drawn(unit[-1], "-").word.width if unit[-1].text[-1] == SOFT_HYPHEN else 0.0

    def _units(self) -> Iterator[Unit]:
        """Yield tokens that stay together, cut where one is wider than a whole line."""
        found = self.text.tokens
        unit: list[Token] = []
        total = 0.0
        for token, following in zip(found, [*found[1:], None], strict=False):
            unit.append(token)
            total += token.word.width
            if following is not None and not token.breaks_after and following.text[0] not in " \n":
                continue
            if total <= self.width:
                yield unit, total
            else:
                for one in unit:
                    yield from self._cut(one)
            unit, total = [], 0.0

    def _cut(self, token: Token) -> Iterator[Unit]:
        """Yield a word that is too wide in parts that fit: at fixed spaces, where it may be divided, or anywhere."""
        if token.word.width <= self.width:
            yield [token], token.word.width
            return
        if FIXED_SPACE in token.text.strip(FIXED_SPACE):
            yield from self._unglued(token)
            return
        places = [0, *self._divisions(token), len(token.text)]
        for start, end in pairwise(places):
            part = token.text[start:end] + (SOFT_HYPHEN if end < len(token.text) else "")
            yield from self._cut_anywhere(self._drawn(token, part))

    def _unglued(self, token: Token) -> Iterator[Unit]:
        """Yield words that should stay together and are too wide for that, with spaces between them that may break."""
        first, *others = token.text.strip(FIXED_SPACE).split(FIXED_SPACE)
        for part in others:
            longer = self._drawn(token, f"{first}{FIXED_SPACE}{part}")
            if longer.word.width <= self.width:
                first = longer.text
                continue
            yield from self._cut(self._drawn(token, first))
            yield self._single(token, " ")
            first = part
        yield from self._cut(self._drawn(token, first))

    def _cut_anywhere(self, token: Token) -> Iterator[Unit]:
        """Yield a part of a word in pieces that fit, never between a letter and its accents."""
        if token.word.width <= self.width:
            yield [token], token.word.width
            return
        part, used = "", 0.0
        for letter in letters(token.text):
            own = self._drawn(token, letter).word.width * 1.1
            if part and used + own > self.width:
                yield self._single(token, part)
                part, used = "", 0.0
            part += letter
            used += own
        if part:
            yield self._single(token, part)

    def _divisions(self, token: Token) -> tuple[int, ...]:
        return () if token.level & 1 else divisions(token.text, self.text.language)

    def _single(self, token: Token, part: str) -> Unit:
        one = self._drawn(token, part)
        return [one], one.word.width

    def _drawn(self, like: Token, text: str) -> Token:
        """Return another text drawn as a token is: same weight and direction."""
        word = self.faces.word(text, bold=like.bold, rtl=bool(like.level & 1), language=self.text.language)
        return Token(text, word, like.level, like.bold)

    def _hyphenated(self, logical: list[Token]) -> list[Token]:
        """Return a line that ends inside a word with the hyphen it needs there."""
        last = logical[-1]
        if last.text[-1] != SOFT_HYPHEN:
            return logical
        return [*logical, replace(self._drawn(last, "-"), text=SOFT_HYPHEN)]

    def _line(self, logical: list[Token]) -> Line:
        """Return a line in visual order; the space at its end stays as a glyph, or words run together when copied."""
        visible = sum(token.word.width for token in logical)
        trailing = logical[-1].word.width if logical and logical[-1].space else 0.0
        depth = [token.level for token in logical]
        if not any(depth):
            return Line(tuple(logical), visible - trailing)
        if trailing:
            depth[-1] = self.text.base
        hanging = trailing if self.text.base else 0.0
        return Line(tuple(logical[i] for i in reorder(depth)), visible - trailing, hanging)
