from __future__ import annotations

import string

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.text.coverage import missing
from kimdesk.text.phrases import Phrases, load_phrases, shipped_languages
from kimdesk.text.shaping import Faces

LANGUAGES = shipped_languages()


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_german_english_and_bulgarian_are_there() -> None:
    assert {"de", "en", "bg"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_placeholders(language: str) -> None:
    german, other = load_phrases("de"), load_phrases(language)
    assert set(german.table) == set(other.table)
    for key, phrase in german.table.items():
        assert placeholders(phrase.text) == placeholders(other.table[key].text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_named_in_every_other(language: str) -> None:
    assert {f"language.{other}" for other in LANGUAGES} <= set(load_phrases(language).table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_printed(language: str, faces: Faces) -> None:
    for key, phrase in load_phrases(language).table.items():
        assert phrase.text.strip() == phrase.text != "", key
        assert missing(phrase.text, faces) == (), key


def test_only_german_and_english_count_as_reviewed() -> None:
    assert {language for language in LANGUAGES if not load_phrases(language).drafts()} == {"de", "en"}


def test_a_missing_phrase_is_an_error_and_never_another_languages_words() -> None:
    with pytest.raises(KeyError):
        Phrases("xx", "X", "ltr", {}).say("plan.goals")


@pytest.mark.parametrize("language", ["ar", "xx", "../de", ""])
def test_a_language_without_phrases_is_refused(language: str) -> None:
    with pytest.raises(UserProblem) as refused:
        load_phrases(language)
    assert refused.value.code == "document.language_not_yet"
