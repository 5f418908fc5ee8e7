"""The fixed sentences of documents, per language; a missing key is an error, never another language's words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource

Review = Literal["reviewed", "draft"]
ReadingDirection = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence and whether a named person outside has read it."""

    text: str
    review: Review


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything documents say in one language."""

    language: str
    name: str
    direction: ReadingDirection
    table: dict[str, Phrase]

    def say(self, key: str, /, **params: str | int) -> str:
        """Return a phrase with its parameters filled in; KeyError where the language lacks it."""
        return self.table[key].text.format(**params)

    def drafts(self) -> bool:
        """Tell whether any phrase of this language still waits for its review."""
        return any(phrase.review == "draft" for phrase in self.table.values())


def shipped_languages() -> tuple[str, ...]:
    """Return the languages that documents can be printed in."""
    return tuple(sorted(path.stem for path in resource("phrases").glob("*.toml")))


@cache
def load_phrases(language: str) -> Phrases:
    """Return the phrases of a language; UserProblem document.language_not_yet where there are none."""
    if language not in shipped_languages():
        raise UserProblem("document.language_not_yet", language=language)
    raw = tomllib.loads(resource("phrases", f"{language}.toml").read_text("utf-8"))
    meta = raw["meta"]
    table = {key: _phrase(value, meta["review"]) for key, value in raw["phrases"].items()}
    found = Phrases(language, meta["name"], meta["direction"], table)
    if found.direction != "ltr":
        raise UserProblem("document.language_not_yet", language=language)
    return found


def _phrase(value: str | dict[str, str], review: Review) -> Phrase:
    if isinstance(value, str):
        return Phrase(value, review)
    return Phrase(value["text"], cast("Review", value.get("review", review)))
