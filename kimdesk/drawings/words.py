"""The words of pictures and of the sentences that stand for them, from resources/texts/pictures.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Literal

from kimdesk.base.resources import resource
from kimdesk.text.bidi import needs_bidi

PictureLanguage = Literal["de", "en"]


@cache
def picture_words() -> dict[str, dict[str, str]]:
    """Return key -> language -> text as written in pictures.toml."""
    found: dict[str, dict[str, str]] = tomllib.loads(resource("texts", "pictures.toml").read_text("utf-8"))
    return found


def isolated(name: str) -> str:
    """Return a name that keeps its own direction within a sentence (UAX #9, FSI and PDI), if it needs that."""
    return f"\u2068{name}\u2069" if needs_bidi(name) else name


class Words:
    """Says things in one language; a key without words is a bug and raises KeyError."""

    def __init__(self, language: PictureLanguage) -> None:
        self.language = language

    def say(self, key: str, /, **params: str | int) -> str:
        """Return a text with its parameters filled in."""
        return picture_words()[key][self.language].format(**params)

    def count(self, key: str, number: int, /, **params: str | int) -> str:
        """Return the text for one (`key.one`) or several (`key.many`); {n} is the number."""
        return self.say(f"{key}.one" if number == 1 else f"{key}.many", n=self.number(number), **params)

    def number(self, number: int) -> str:
        """Return a small number as a word."""
        key = f"number.{number}"
        return self.say(key) if key in picture_words() else str(number)

    def figure(self, number: int) -> str:
        """Return a number in digits, thousands apart."""
        return f"{number:,}".replace(",", self.say("thousands"))

    def listed(self, parts: Sequence[str]) -> str:
        """Return “a, b and c”."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("list.last", rest=", ".join(parts[:-1]), last=parts[-1])
