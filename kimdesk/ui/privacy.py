"""The privacy key: while it is on, every name in the window is an initial and three dots.

Widgets that show text pass it through `mask` and take `names_changed` to show it again; whoever draws by himself does
the same. What is stored and typed stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from PySide6.QtWidgets import QApplication

from kimdesk.domain.names import words

DOTS = "•••"
_LETTERS = r"[^\s\d.,;:!?()\[\]{}<>|/\\+*=#%&@_~^§€$\"'‘’‚“”„‹›«»·–—…•\-\u00a0\u2010\u2011\u200e\u200f\u2066-\u2069]+"
"""Compiled when names are hidden for the first time: the first window need not wait for it."""
_SHORT = 4


class _Names:
    """What is hidden now; None while nothing is."""

    words: frozenset[str] | None = None
    more: frozenset[str] = frozenset()
    """Words of names that are shown for a while and stand in no vault of ours."""


def also(texts: Iterable[str]) -> None:
    """Hide these names as well, until others are told or none: those a deputy sees, which stand in no vault here."""
    _Names.more = frozenset(word for text in texts for word in words(text))
    _spans.cache_clear()
    if hidden():
        _show_again()


def hidden() -> bool:
    """Tell whether names are hidden."""
    return _Names.words is not None


def hide(names: frozenset[str]) -> None:
    """Hide these names, folded words, in every window from now on."""
    _Names.words = names
    _spans.cache_clear()
    _show_again()


def show() -> None:
    """Show names again."""
    _Names.words = None
    _spans.cache_clear()
    _show_again()


def mask(text: str) -> str:
    """Return a text as it may be shown now: names become an initial and dots."""
    if _Names.words is None or not text:
        return text
    parts, end = [], 0
    for start, length in _spans(text):
        parts += [text[end : start + 1], DOTS]
        end = start + length
    return "".join((*parts, text[end:])) if parts else text


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand in a text: start and length of each word."""
    yield from _spans(text) if _Names.words is not None else ()


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    known = (_Names.words or frozenset()) | _Names.more
    found = (match for match in re.finditer(_LETTERS, text) if _is_name(match.group(), known))
    return tuple((match.start(), match.end() - match.start()) for match in found)


def _is_name(token: str, known: frozenset[str]) -> bool:
    """Tell whether a word is a name; a short one in small letters is not: “an” and “da” are words as well."""
    if token[0].islower() and len(token) < _SHORT:
        return False
    parts = words(token)
    if parts and all(part in known for part in parts):
        return True
    return token[-1] in "sS" and "".join(words(token[:-1])) in known  # Elenas Schwester


def _show_again() -> None:
    for widget in QApplication.allWidgets():
        changed = getattr(widget, "names_changed", None)
        if changed is not None:
            changed()
