"""A cautious estimate of how hard a passphrase is to guess, for German, English and other words.

Libraries of the zxcvbn kind know English word lists only and count German words as random letters, which
flatters them; this estimate counts every run of letters as a word, known or not, and so errs downwards.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final, Protocol

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_HUMP: Final = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_DATE: Final = re.compile(r"(19|20)\d\d|[0-3]\d[01]\d((19|20)?\d\d)?")
_RISING: Final = "01234567890"
_FALLING: Final = "09876543210"
_SEPARATORS: Final = " -_.,!?"
_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertzuiopü",
    "qwertyuiop",
    "asdfghjklöä",
    "yxcvbnm",
    "zxcvbnm",
)
_COMMON: Final = re.compile(
    "passwort|password|kennwort|kennsatz|passphrase|geheim|geheimnis|hallo|hello|sommer|winter|herbst|frühling|schatz"
    "|liebe|familie|integration|migration|stadt|kreis|jugendamt|ausländerbehörde|beratung|kommune|kommunales|login"
    "|management|casemanagement|kimdesk|desk|tresor|vault|admin|administrator|test|start|willkommen|welcome"
    "|computer|internet|büro|arbeit|montag|freitag|januar|deutschland|fu(ss|ß)ball|schalke|borussia|köln|dortmund"
    "|essen|düsseldorf|duisburg|bochum|münster|bielefeld|correct|horse|battery|staple"
)

_FILLERS: Final = re.compile(
    "ich|du|er|sie|es|wir|ihr|und|oder|aber|der|die|das|den|dem|des|ein|eine|einen|ist|bin|sind|hat|habe|haben"
    "|mein|meine|dein|mit|von|vom|zu|zum|zur|im|in|am|an|auf|aus|bei|für|nicht|sehr|immer|alle|the|and|my|is|of|to|you"
)


class Strength(Protocol):
    """Judges a passphrase; another estimate can take this one's place."""

    def __call__(self, passphrase: str, /) -> float:
        """Return the guessing entropy in bits."""
        ...


def normalized(passphrase: str) -> str:
    """Return one spelling of what keyboards type differently: composed signs, plain blanks (RFC 8265)."""
    blanks = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", blanks)


def estimate_bits(passphrase: str, /) -> float:
    """Return a lower estimate of the guessing entropy in bits; repeated parts count next to nothing."""
    text = normalized(passphrase)
    seen: set[str] = set()
    total = 0.0
    for chunk in _TOKEN.findall(text):
        for token in _HUMP.split(chunk):
            known = token.casefold()
            total += 0.5 if known in seen else _bits_of(token)
            seen.add(known)
    return round(min(total, len(set(text)) * math.log2(96)), 1)


def _bits_of(token: str) -> float:
    if token.isdigit():
        return _digit_bits(token)
    if not token.isalpha():
        return 1.5 if token in _SEPARATORS else 4.5
    return _letter_bits(token)


def _digit_bits(digits: str) -> float:
    if digits in _RISING or digits in _FALLING or _DATE.fullmatch(digits):
        return min(6.0, 2.0 * len(digits))
    if len(digits) == 2 and digits <= "31":  # half of a date
        return 3.0
    return len(set(digits)) * 3.0


def _letter_bits(letters: str) -> float:
    word = letters.casefold()
    if _FILLERS.fullmatch(word):
        return 1.5
    if len(word) < 4:
        return len(set(word)) * 3.5
    if _COMMON.fullmatch(word) or any(word in row or word[::-1] in row for row in _ROWS):
        return 4.0
    # ten bits: one word out of a list of a thousand; long compounds have more than one root
    return min(10.0 + max(0, len(word) - 5), len(set(word)) * 3.5)
