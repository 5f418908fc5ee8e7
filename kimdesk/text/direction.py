"""Which way a language runs, and how a piece of foreign text keeps its own order inside a sentence (UAX #9)."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal
from unicodedata import bidirectional

from kimdesk.text.bidi import needs_bidi

Way = Literal["ltr", "rtl"]

SCRIPTS = {
    **dict.fromkeys(("ar", "azb", "ckb", "fa", "ps", "prs", "sd", "ug", "ur"), "Arab"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("am", "ti"), "Ethi"),
    **dict.fromkeys(("hi", "mr", "ne"), "Deva"),
    **dict.fromkeys(("bg", "mk", "ru", "uk", "be"), "Cyrl"),
    "el": "Grek",
}
"""Language -> the script it is printed in, where that is not Latin; a tag may name another one (sr-Cyrl, az-Arab)."""
RIGHT_TO_LEFT = frozenset(("Arab", "Hebr"))
_OPENING, _CLOSING = "\u2068", "\u2069"
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MOSTLY = 3
"""A text of a left-to-right language is ordered from the right if it has this many times as many such letters."""


class OwnWords(str):
    """Words put together in a sentence's own language: they run its way, whatever letter they begin with."""

    __slots__ = ()


@cache
def script_of_language(language: str) -> str:
    """Return the ISO 15924 tag of the script of a language, given as BCP 47 tag."""
    primary, *rest = language.split("-")
    named = next((part for part in rest if len(part) == 4 and part.istitle()), None)
    return named or SCRIPTS.get(primary, "Latn")


@cache
def way_of(language: str) -> Way:
    """Return the direction of a language, given as BCP 47 tag."""
    return "rtl" if script_of_language(language) in RIGHT_TO_LEFT else "ltr"


def base_way(text: str, language: str) -> Way:
    """Return the direction in which a paragraph is ordered: its language's, unless it is written in another script."""
    if way_of(language) == "rtl":
        return "rtl"
    if not needs_bidi(text):
        return "ltr"
    classes = [bidirectional(char) for char in text]
    right = classes.count("R") + classes.count("AL")
    return "rtl" if right >= MOSTLY * classes.count("L") and right else "ltr"


def isolated(text: str, way: Way = "ltr") -> str:
    """Return a name or other foreign piece so that it neither mixes with the text around it nor turns it over.

    `way` is the direction of the sentence; pieces that cannot do harm come back as they are.
    """
    if not text or (way == "ltr" and not needs_bidi(text)):
        return text
    return f"{_OPENING}{without_controls(text)}{_CLOSING}"


def without_controls(text: str) -> str:
    """Return a text without the invisible characters that steer its direction."""
    return text if text.isascii() else _CONTROLS.sub("", text)


def is_control(char: str) -> bool:
    """Tell whether a character only steers direction and is never drawn."""
    return _CONTROLS.match(char) is not None
