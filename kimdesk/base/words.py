"""German words that people read out: eight for a fingerprint, 11 bits each, 88 bits together."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Final

from kimdesk.base.resources import resource

COUNT: Final = 8
_BITS: Final = 11
_PREFIX: Final = 4
_SUM: Final = "c011644b"


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 words in the order the format fixes; raises RuntimeError if the file was changed."""
    raw = resource("words", "fingerprint.de.txt").read_bytes().replace(b"\r\n", b"\n")
    if not hashlib.sha256(raw).hexdigest().startswith(_SUM):
        raise RuntimeError("the word list is not the one of the format")
    return tuple(raw.decode("ascii").split())


def words_of(fingerprint: bytes) -> tuple[str, ...]:
    """Return the eight words of a SHA-256 fingerprint, from its first 88 bits."""
    bits = int.from_bytes(fingerprint[: COUNT * _BITS // 8], "big")
    shifts = range((COUNT - 1) * _BITS, -1, -_BITS)
    return tuple(word_list()[bits >> shift & (1 << _BITS) - 1] for shift in shifts)


def spoken(fingerprint: bytes) -> str:
    """Return the eight words as one line."""
    return " ".join(words_of(fingerprint))


def same_words(typed: str, fingerprint: bytes) -> bool:
    """Tell whether somebody typed these words; case, separators and everything after the fourth letter are free."""
    found = re.findall(r"[a-z]+", typed.casefold())
    return [word[:_PREFIX] for word in found] == [word[:_PREFIX] for word in words_of(fingerprint)]
