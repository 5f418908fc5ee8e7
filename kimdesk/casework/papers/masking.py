"""Papers without names: known names and long numbers in free text become a dot-dot-dot."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kimdesk.casework.desk import Desk
from kimdesk.casework.names import name_words
from kimdesk.domain.names import fold

HIDDEN: Final = "…"
_ENDINGS: Final = ("", "s", "es", "n", "en")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\+?\d(?:[ /()-]?\d){4,}")
Mask = Callable[[str], str]


def mask_for(desk: Desk) -> Mask:
    """Return what hides every name the vault knows, in any case ending, and numbers long enough to be a phone's.

    It finds known names; a name nobody has entered anywhere stays.
    """
    return hiding(name_words(desk), HIDDEN)


def hiding(known: frozenset[str], sign: str, *, keep: Callable[[str], bool] = lambda _number: False) -> Mask:
    """Return what puts a sign in the place of these names and of long numbers, except those to keep."""

    def word(found: re.Match[str]) -> str:
        return sign if not found[0][0].islower() and _is_name(fold(found[0]), known) else found[0]

    def number(found: re.Match[str]) -> str:
        return found[0] if keep(found[0]) else sign

    return lambda text: _WORD.sub(word, _NUMBER.sub(number, text))


def _is_name(word: str, known: frozenset[str]) -> bool:
    return any(word.endswith(ending) and word[: len(word) - len(ending)] in known for ending in _ENDINGS)
