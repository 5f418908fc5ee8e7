"""Who may be the same person: names compared across scripts and spellings. A hint for people, never a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from typing import Generic, TypeVar

from kimdesk.domain.names import words

T = TypeVar("T")

_MOST_WORDS = 6
_ALIKE = 0.6
_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("dsch|dzh|dj", "j"),
        ("tsch|sch|sh|ch|cz|tch", "s"),
        ("zh|kh|gh|th", "h"),
        ("ph|[vwf]", "f"),
        ("ck|[cqkg]x?", "k"),
        ("[zxs]+|ts|tz", "s"),
        ("[yj]", "j"),
        ("[td]", "t"),
        ("[pb]", "p"),
    )
)
_WEAK = re.compile("[aeiouhj]")
_TWICE = re.compile(r"(.)\1+")


@cache
def sound(word: str) -> str:
    """Return what is left of a folded word whoever wrote it down: dimitroff, dimitrov → tmtrf; mohammed, muhamad → mt.

    Vowels go unless they come first (all of those count alike), letters that transliterations confuse become one.
    """
    first = "a" if word[:1] in set("aeiou") else ""
    for pattern, letter in _SPELLINGS:
        word = pattern.sub(letter, word)
    return _TWICE.sub(r"\1", first + _WEAK.sub("", word)) or word


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person as the comparison needs them; `born` is a partial date or empty."""

    names: str = field(repr=False)
    born: str = field(default="", repr=False)

    def sounds(self) -> tuple[str, ...]:
        """Return the sounds of all names, sorted: the order in which people write them says nothing."""
        return tuple(sorted({sound(word) for word in words(self.names)[:_MOST_WORDS]}))


class Known(Generic[T]):
    """People to be found again; `alike` answers in the time of a look-up, however many there are."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], list[tuple[Named, T]]] = {}

    def add(self, person: Named, what: T) -> None:
        """Remember a person and what to tell of them."""
        for key in _keys(person):
            self._found.setdefault(key, []).append((person, what))

    def alike(self, person: Named) -> T | None:
        """Return what is known of someone who may be this person, or None.

        Two names in common and no birth dates that contradict each other; with a single name the same day of birth,
        or nothing else known of either.
        """
        for key in _keys(person):
            for other, what in self._found.get(key, ()):
                if not _contradict(person.born, other.born) and _spelled_alike(key, person, other):
                    return what
        return None


def _keys(person: Named) -> Iterator[tuple[str, ...]]:
    sounds = person.sounds()
    yield from combinations(sounds, 2)
    if len(sounds) == 1:
        yield sounds
    if len(person.born.rstrip("~")) == len("1991-03-14"):
        yield from ((each, person.born) for each in sounds)


def _spelled_alike(key: tuple[str, ...], one: Named, other: Named) -> bool:
    """Tell whether the words behind the same sounds look alike too: Omar and Umar do, Omar and Amira do not."""
    for each in key:
        pairs = [(a, b) for a in words(one.names) for b in words(other.names) if sound(a) == sound(b) == each]
        if pairs and not any(SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE for a, b in pairs):
            return False
    return True


def _contradict(one: str, other: str) -> bool:
    """Tell whether two partial dates cannot be the same day; estimates never contradict."""
    if "~" in one + other:
        return False
    length = min(len(one), len(other))
    return one[:length] != other[:length]
