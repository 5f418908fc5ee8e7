"""Names across scripts and spellings: folded for sorting and for finding."""

from __future__ import annotations

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_DIGRAPHS = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_UMLAUT = re.compile("[äöü]")
_MARKS = re.compile("[\u0300-\u036f]")  # what Latin letters leave behind when decomposed
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def fold(text: str) -> str:
    """Return text as plain small Latin letters: Димитров → dimitrov, Groß → gross, Yıldız → yildiz."""
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_DIGRAPHS)
    if lowered.isascii():
        return lowered
    stripped = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    if not stripped.isascii():
        stripped = "".join(c for c in stripped if not unicodedata.combining(c))
    return stripped if stripped.isascii() else _latin(stripped)


def _latin(text: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - 4 ms that the first window need not wait for

    return anyascii(text).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of a text, letters and digits only."""
    return _WORD.findall(fold(text))


def search_terms(text: str) -> str:
    """Return what the index keeps of a text: every word folded, German umlauts also written out (ä, ae)."""
    if text.isascii():
        return " ".join(words(text))
    plain = words(text)
    lowered = unicodedata.normalize("NFKC", text).casefold()
    spelled = words(lowered.translate(_UMLAUTS)) if _UMLAUT.search(lowered) else []
    return " ".join(dict.fromkeys([*plain, *spelled]))


def sort_key(text: str) -> str:
    """Return the key by which a German list is ordered (DIN 5007-1: ä as a, ß as ss)."""
    return " ".join(words(text))


def initials(*names: str | None) -> str:
    """Return initials with dots: E. D."""
    return " ".join(f"{name.strip()[0].upper()}." for name in names if name and name.strip())
