"""Where German words may be divided: words of the field at their joints, all others by patterns (Liang's algorithm).

Only German is divided: its compounds need it. Turkish has no patterns we trust, right-to-left scripts are never
divided, and in the other languages words are short enough for our columns.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kimdesk.base.resources import resource

LEFT = RIGHT = 3
"""Fewest letters before and after a division."""
JOINT = "·"
_ENDINGS = frozenset(("", "n", "en", "s", "es", "e", "er", "ern", "in", "innen", "nen"))
_WORD = re.compile(r"^([^\w\s]*)([^\W\d_]+)([^\w\s]*)$")


@lru_cache(maxsize=4096)
def divisions(token: str, language: str) -> tuple[int, ...]:
    """Return the places at which a word may be divided, counted in its characters, punctuation around it included.

    Empty for other languages, for short words, and for whatever is not a plain word (`88-12345`, `E-Mail`).
    """
    match = _WORD.match(token) if language.split("-", maxsplit=1)[0] == "de" else None
    if match is None or len(match[2]) < LEFT + RIGHT or (len(match[2]) > 1 and match[2].isupper()):
        return ()
    before, word = len(match[1]), match[2]
    return tuple(before + place for place in _places(word.lower()) if LEFT <= place <= len(word) - RIGHT)


def _places(word: str) -> tuple[int, ...]:
    listed = _joints()
    for end in range(len(word), LEFT + RIGHT - 1, -1):
        if word[end:] in _ENDINGS and word[:end] in listed:
            return listed[word[:end]]
    return _by_patterns(word)


def _by_patterns(word: str) -> tuple[int, ...]:
    patterns, longest = _patterns()
    edged = f".{word}."
    found = [0] * (len(edged) + longest + 1)
    for start in range(len(edged)):
        for end in range(start + 1, min(start + longest, len(edged)) + 1):
            values = patterns.get(edged[start:end])
            if values is None:
                continue
            for at, value in enumerate(values, start):
                found[at] = max(found[at], value)
    return tuple(at - 1 for at in range(2, len(word) + 1) if found[at] % 2)


@cache
def _joints() -> dict[str, tuple[int, ...]]:
    """Return the listed words in small letters with the places of their joints."""
    found = {}
    for line in resource("hyphenation", "de_words.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        parts = line.lower().split(JOINT)
        found["".join(parts)] = tuple(sum(map(len, parts[:k])) for k in range(1, len(parts)))
    return found


@cache
def _patterns() -> tuple[dict[str, tuple[int, ...]], int]:
    """Return letters -> values between them, and the length of the longest."""
    found: dict[str, tuple[int, ...]] = {}
    for line in resource("hyphenation", "de.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            row, *words = line.split(" ")
            found.update(dict.fromkeys(words, tuple(map(int, row))))
    return found, max(map(len, found))
