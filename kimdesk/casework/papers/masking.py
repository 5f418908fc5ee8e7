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
    known = name_words(desk)

    def hide(found: re.Match[str]) -> str:
        word = found[0]
        return HIDDEN if not word[0].islower() and _is_name(fold(word), known) else word

    return lambda text: _WORD.sub(hide, _NUMBER.sub(HIDDEN, text))


def _is_name(word: str, known: frozenset[str]) -> bool:
    return any(word.endswith(ending) and word[: len(word) - len(ending)] in known for ending in _ENDINGS)
