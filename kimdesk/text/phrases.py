"""The fixed sentences of documents, per language; a missing key is an error, never another language's words.

Each language is a folder `resources/phrases/<code>` of TOML files; `documents.toml` beside them says which words a
document needs. What a named person outside has reviewed lies in the vault and is laid over the shipped words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, cast

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.text.direction import OwnWords, Way, isolated, script_of_language
from kimdesk.text.plurals import plural_category

COMMAS = {"Arab": "،", "Ethi": "፣"}
COLONS = {"am": "፦", "ti": "፦", "fr": "\u00a0:"}
Review = Literal["reviewed", "draft"]
OTHER = "other"
GERMAN = "de"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence, or one per CLDR plural category, and whether a named person outside has read it."""

    forms: Mapping[str, str]
    review: Review

    @property
    def text(self) -> str:
        """The sentence; of a phrase with a number, its form for any number."""
        return self.forms[OTHER]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What documents say in one language: everything, or the words of one document."""

    language: str
    name: str
    direction: Way
    table: Mapping[str, Phrase]
    tag: str = ""
    """The language as BCP 47 tag, for readers of the file."""
    script: str = "Latn"

    def say(self, key: str, /, **params: str | int) -> str:
        """Return a phrase with its parameters filled in, each in its own order; KeyError where the language lacks it.

        OwnWords are part of the sentence: what is foreign in them is isolated already.
        Where the language has several forms, the number `n` chooses (CLDR plural rules).
        """
        own = {
            name: value if isinstance(value, int | OwnWords) else isolated(value, self.direction)
            for name, value in params.items()
        }
        return self._form(key, params).format(**own)

    def _form(self, key: str, params: Mapping[str, str | int]) -> str:
        forms = self.table[key].forms
        if len(forms) == 1:
            return forms[OTHER]
        return forms.get(plural_category(self.language, cast("int", params["n"])), forms[OTHER])

    def listed(self, items: Iterable[str]) -> str:
        """Return items one after another with the script's comma, each in its own order."""
        comma = COMMAS.get(script_of_language(self.language), ",")
        return f"{comma} ".join(isolated(item, self.direction) for item in items)

    def label(self, words: str) -> str:
        """Return words that say what follows, with the language's colon."""
        return words + COLONS.get(self.language, ":")

    def drafts(self) -> bool:
        """Tell whether any of these phrases still waits for its review."""
        return any(phrase.review == "draft" for phrase in self.table.values())


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Words a person outside has entered for one phrase, and the German they stood beside."""

    german: Mapping[str, str]
    forms: Mapping[str, str]
    review: Review
    reviewer: str = ""
    day: str = ""
    """When it was reviewed, as ISO date."""


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The shipped words with those laid over them that a vault holds: language → key → words."""

    overlay: Mapping[str, Mapping[str, Reviewed]] = field(default_factory=dict)

    def load(self, language: str, document: str | None = None) -> Phrases:
        """Return a language's phrases, or those of one document.

        Raises UserProblem document.language_not_yet where the language is not there, document.not_in_language where it
        lacks words the document needs.
        """
        shipped = load_phrases(language)
        if document is not None and self.lacking(language, document):
            raise UserProblem("document.not_in_language", language=shipped.name, document=document)
        own = self.overlay.get(language, {})
        table = {
            key: _laid_over(shipped.table.get(key), own.get(key), german)
            for key, german in load_phrases(GERMAN).table.items()
            if (key in shipped.table or key in own) and (document is None or needed(key, document))
        }
        return replace(shipped, table=table)

    def lacking(self, language: str, document: str) -> tuple[str, ...]:
        """Return the phrases a language would still need for a document."""
        own = self.overlay.get(language, {})
        return tuple(key for key in lacking(language, document) if key not in own)

    def languages_for(self, document: str) -> tuple[str, ...]:
        """Return the languages a document can be printed in."""
        return tuple(language for language in shipped_languages() if not self.lacking(language, document))


SHIPPED = Phrasebook()


def _laid_over(shipped: Phrase | None, own: Reviewed | None, german: Phrase) -> Phrase:
    """Return the reviewed words; where the German has changed since, they are a draft once more."""
    if own is None:
        assert shipped is not None
        return shipped
    return Phrase(own.forms, own.review if own.german == german.forms else "draft")


def shipped_languages() -> tuple[str, ...]:
    """Return the languages that have words at all."""
    return tuple(sorted(path.parent.name for path in resource("phrases").glob("*/words.toml")))


@cache
def load_phrases(language: str) -> Phrases:
    """Return the shipped phrases of a language; UserProblem document.language_not_yet where there are none."""
    if language not in shipped_languages():
        raise UserProblem("document.language_not_yet", language=language)
    meta: dict[str, str] = {}
    raw_table: dict[str, Any] = {}
    for path in sorted(resource("phrases", language).glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        meta |= raw.pop("meta", {})
        for key, value in _leaves(raw):
            if key in raw_table:
                raise ValueError(f"{language}: {key} occurs twice")
            raw_table[key] = value
    table = {key: _phrase(value, cast("Review", meta["review"])) for key, value in raw_table.items()}
    direction = cast("Way", meta["direction"])
    return Phrases(language, meta["name"], direction, table, tag=meta["tag"], script=meta["script"])


@cache
def tag_of(language: str) -> str:
    """Return a language as BCP 47 tag, for readers of a file; a code we have no phrases for is its own."""
    return load_phrases(language).tag if language in shipped_languages() else language


def _leaves(raw: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (whole key, sentence or table of a sentence)."""
    for key, value in raw.items():
        if isinstance(value, str) or not {"text", "plural"}.isdisjoint(value):
            yield before + key, value
        else:
            yield from _leaves(value, f"{before}{key}.")


def _phrase(value: str | dict[str, Any], review: Review) -> Phrase:
    if isinstance(value, str):
        return Phrase({OTHER: value}, review)
    return Phrase(value.get("plural") or {OTHER: value["text"]}, value.get("review", review))


@dataclass(frozen=True, slots=True)
class _Documents:
    """What documents.toml says."""

    every: tuple[str, ...]
    stock: tuple[str, ...]
    desk: frozenset[str]
    needs: Mapping[str, tuple[str, ...]]
    legal: frozenset[str]


@cache
def _documents() -> _Documents:
    raw = tomllib.loads(resource("phrases", "documents.toml").read_text("utf-8"))
    return _Documents(
        every=tuple(raw["every"]),
        stock=tuple(raw["stock"]),
        desk=frozenset(raw["desk"]),
        needs={name: tuple(tables) for name, tables in raw["needs"].items()},
        legal=frozenset(raw["legal"]),
    )


def documents() -> tuple[str, ...]:
    """Return the names of all documents that have words."""
    return tuple(_documents().needs)


def for_families(document: str) -> bool:
    """Tell whether families read a document; papers of the desk exist in German and English only."""
    return document not in _documents().desk


def needed(key: str, document: str) -> bool:
    """Tell whether a document uses a phrase: by its table, or by its own name."""
    found = _documents()
    wanted = (*found.every, *found.needs[document], f"document.{document}")
    return any(key == name or key.startswith(f"{name}.") for name in wanted)


@cache
def lacking(language: str, document: str) -> tuple[str, ...]:
    """Return the phrases a language would still need for a document, measured by the German ones."""
    own = load_phrases(language).table
    return tuple(key for key in load_phrases(GERMAN).table if key not in own and needed(key, document))


def documents_in(language: str) -> tuple[str, ...]:
    """Return the documents a language can print."""
    return tuple(name for name in documents() if not lacking(language, name))


def languages_for(document: str) -> tuple[str, ...]:
    """Return the languages a document can be printed in."""
    return tuple(language for language in shipped_languages() if not lacking(language, document))


def stock(language: str, kind: Literal["standard_measure", "standard_goal"]) -> dict[str, str]:
    """Return the usual measures or goals in a language: key → words; empty where it has none."""
    table = load_phrases(language).table
    return {key: phrase.text for key, phrase in table.items() if key.startswith(f"{kind}.")}


def nobody_signs(document: str, voices: tuple[Phrases, ...]) -> bool:
    """Tell whether a document is printed as "Entwurf – nicht unterschreiben", without a line to sign.

    That is so for consent, release and information sheet while one of its languages waits for its review
    (protection.md); then it has to stand beside the German: UserProblem document.draft_beside_german.
    """
    waiting = [voice for voice in voices if voice.drafts()]
    if document not in _documents().legal or not waiting:
        return False
    if GERMAN not in {voice.language for voice in voices}:
        raise UserProblem("document.draft_beside_german", language=waiting[0].name)
    return True
