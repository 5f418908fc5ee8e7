"""Invented languages for the engine: the German sentences in letters of another script, with the same places to fill.

They make every script and both directions testable whatever translations are there; nobody can read them.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from kimdesk.documents.voices import Voices
from kimdesk.text.direction import way_of
from kimdesk.text.phrases import Phrase, Phrases, load_phrases

LATIN = "abcdefghijklmnopqrstuvwxyzäöüß"
LETTERS = {
    "ar": "ابجدهفقحيكلمنوصعرستثخذضظغةىئزش",
    "ckb": "ابجدەفقحیکڵمنۆپعرستثخذێڤغةیئزش",
    "he": "אבגדהוזחטיכלמנסעפצקרשתםןףץךאבג",
    "hi": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशसह",
    "ti": "ሀለሐመሠረሰሸቀበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰ",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâî",
    "uk": "абвгдежзийклмнопрстуфхцчшщьюяєіїґ",
}
_PLACE = re.compile(r"(\{\w+\})")


def disguised(text: str, language: str) -> str:
    """Return a text in the letters of a language; places in braces stay."""
    table = str.maketrans(LATIN, LETTERS[language][: len(LATIN)])
    return "".join(part if _PLACE.fullmatch(part) else part.lower().translate(table) for part in _PLACE.split(text))


@cache
def pseudo(language: str) -> Phrases:
    """Return everything documents say in an invented language."""
    german = load_phrases("de").table
    table = {key: Phrase({"other": disguised(phrase.text, language)}, "draft") for key, phrase in german.items()}
    return Phrases(language, language, way_of(language), table)


def beside_german(language: str) -> Voices:
    """Return German with an invented language beside it."""
    return Voices((load_phrases("de"), pseudo(language)))


LIKE = {"Arab": "ar", "Cyrl": "uk", "Deva": "hi", "Ethi": "ti", "Hebr": "he", "Latn": "tr"}
"""Script -> the invented language that stands in for free text in any language of that script."""


V = TypeVar("V")


def translated(value: V, language: str) -> V:
    """Return any view with every translation in it, and every name in its own script, in an invented language."""
    if isinstance(value, tuple):
        return tuple(translated(each, language) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        own = getattr(value, field.name)
        told = _ORIGINAL.sub("", field.name) or "text"
        changed[field.name] = (
            translated(own, language) if told == field.name else _in_letters(getattr(value, told), language) or own
        )
    return replace(value, **changed)


_ORIGINAL = re.compile(r"_?translation$|_native$")


def _in_letters(original: Any, language: str) -> Any:
    if isinstance(original, tuple):
        return tuple(disguised(each, language) for each in original)
    return disguised(original, language) if original else original
