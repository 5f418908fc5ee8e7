from __future__ import annotations

from itertools import pairwise

import pytest

from kimdesk.base.resources import resource
from kimdesk.text.hyphenation import LEFT, RIGHT, divisions


def divided(word: str, language: str = "de") -> str:
    places = (0, *divisions(word, language), len(word))
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    "word",
    [
        "Schul-sozial-arbeiterin",
        "Schul-sozial-arbeiterinnen",
        "Schweige-pflichts-entbindung",
        "Wohn-berechtigungs-scheine",
        "Aufenthalts-erlaubnis",
        "„Mängel-anzeige“,",
        "Sprach-mittlerin",
    ],
)
def test_words_of_the_field_are_divided_at_their_joints(word: str) -> None:
    assert divided(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ["Leh-re-rin", "Wochen-ende", "Woh-nung", "Leh-rer-zim-mer", "Vor-mit-tag"])
def test_other_words_follow_the_patterns(word: str) -> None:
    assert divided(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "word", ["Urinstinkt", "abends", "Größe", "E-Mail", "88-12345", "SGB", "KD-2026-0017", "", "„“"]
)
def test_what_is_never_divided(word: str) -> None:
    assert divisions(word, "de") == ()


@pytest.mark.parametrize("language", ["tr", "ar", "en", "bg"])
def test_only_german_is_divided(language: str) -> None:
    assert divisions("Wohnberechtigungsschein", language) == ()


def test_easy_german_is_german() -> None:
    assert divided("Wohnberechtigungsschein", "de-x-easy") == "Wohn-berechtigungs-schein"


def test_every_listed_word_is_divided_as_listed() -> None:
    lines = resource("hyphenation", "de_words.txt").read_text("utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert len(words) == len({word.replace("·", "").lower() for word in words}) >= 200
    for word in words:
        parts = word.split("·")
        assert len(parts) > 1
        joined = "-".join(parts)
        if len(parts[0]) >= LEFT and len(parts[-1]) >= RIGHT:
            assert divided(word.replace("·", "")) == joined
