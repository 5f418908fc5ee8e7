"""Pictures speak German and English alike, and no words lie about unused."""

from __future__ import annotations

import re
import string

import pytest

from kimdesk.drawings.words import Words, picture_words
from tests.support.tree import sentences, sources

SAID = {
    text
    for source in sources("kimdesk")
    if source.path.startswith("kimdesk/drawings/")
    for _, text in sentences(source)
}
MADE = [
    re.compile(re.escape(text).replace(r"\{\}", "[a-z_]+"))
    for text in SAID
    if re.match("[a-z]+[.]", text) and "{}" in text
]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same_with_the_same_placeholders() -> None:
    for key, texts in picture_words().items():
        assert set(texts) == {"de", "en"}, key
        assert placeholders(texts["de"]) == placeholders(texts["en"]), key
        assert all(text.strip() == text != "" for text in texts.values()), key


def test_every_word_is_used() -> None:
    for key in picture_words():
        stem = re.sub(r"\.(one|many)$", "", key)
        made = any(pattern.fullmatch(key) for pattern in MADE)
        assert made or {key, stem} & SAID or key.startswith("number."), key


def test_lists_end_with_and() -> None:
    words = Words("de")
    assert words.listed([]) == ""
    assert words.listed(["Elena"]) == "Elena"
    assert words.listed(["Elena", "Georgi", "Ivan"]) == "Elena, Georgi und Ivan"


def test_a_missing_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words("en").say("comparison.nothing_of_the_kind")
