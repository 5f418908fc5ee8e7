"""The fixed sentences of documents, per language; a missing key is an error, never another language's words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.text.direction import Way, isolated, script_of_language

COMMAS = {"Arab": "،", "Ethi": "፣"}
Review = Literal["reviewed", "draft"]


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
    direction: Way
    table: dict[str, Phrase]

    def say(self, key: str, /, **params: str | int) -> str:
        """Return a phrase with its parameters filled in, each in its own order; KeyError where it is missing."""
        own = {
            name: isolated(value, self.direction) if isinstance(value, str) else value for name, value in params.items()
        }
        return self.table[key].text.format(**own)

    def listed(self, items: Iterable[str]) -> str:
        """Return items one after another with the script's comma, each in its own order."""
        comma = COMMAS.get(script_of_language(self.language), ",")
        return f"{comma} ".join(isolated(item, self.direction) for item in items)

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
    return Phrases(language, meta["name"], meta["direction"], table)


def _phrase(value: str | dict[str, str], review: Review) -> Phrase:
    if isinstance(value, str):
        return Phrase(value, review)
    return Phrase(value["text"], cast("Review", value.get("review", review)))
