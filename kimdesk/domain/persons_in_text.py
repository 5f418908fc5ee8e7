"""Looks for known people in a text that shall name nobody; finds known names, proves nothing about unknown ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kimdesk.domain.names import fold, words

SHORTEST = 3
_ENDINGS = ("", "s", "es", "a", "as", "n", "en")
_MARKS = re.compile(r"[\W_]+")


def names_found(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the given names that occur in a text, in any script, spelling and with a German ending, each once.

    Names of fewer than three letters are not looked for; every part of a double name is.
    """
    said = set(words(text))
    parts = {part for name in names if name for part in words(name) if len(part) >= SHORTEST}
    return tuple(sorted(part for part in parts if any(part + ending in said for ending in _ENDINGS)))


def case_numbers_found(text: str, case_numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the case numbers that occur in a text, however they are punctuated."""
    squeezed = _squeezed(text)
    return tuple(sorted(number for number in set(case_numbers) if _squeezed(number) and _squeezed(number) in squeezed))


def _squeezed(text: str) -> str:
    return _MARKS.sub("", fold(text))
