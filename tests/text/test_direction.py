from __future__ import annotations

import pytest

from kimdesk.text.direction import base_way, isolated, script_of_language, way_of, without_controls


@pytest.mark.parametrize(
    ("language", "way", "script"),
    [
        ("de", "ltr", "Latn"),
        ("tr", "ltr", "Latn"),
        ("ku", "ltr", "Latn"),
        ("sr", "ltr", "Latn"),
        ("sr-Cyrl", "ltr", "Cyrl"),
        ("de-simple", "ltr", "Latn"),
        ("ti", "ltr", "Ethi"),
        ("hi", "ltr", "Deva"),
        ("ar", "rtl", "Arab"),
        ("fa-AF", "rtl", "Arab"),
        ("ckb", "rtl", "Arab"),
        ("ps", "rtl", "Arab"),
        ("ur", "rtl", "Arab"),
        ("az-Arab", "rtl", "Arab"),
        ("he", "rtl", "Hebr"),
    ],
)
def test_every_language_has_a_direction_and_a_script(language: str, way: str, script: str) -> None:
    assert (way_of(language), script_of_language(language)) == (way, script)


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("Herr محمد kommt.", "de", "ltr"),
        ("المدرسة قريبة من البيت (Kita).", "de", "rtl"),
        ("Elena spricht selbst.", "ar", "rtl"),
        ("12.06.2026", "de", "ltr"),
        ("", "ar", "rtl"),
    ],
)
def test_a_paragraph_is_ordered_as_its_language_unless_it_is_written_in_another(
    text: str, language: str, way: str
) -> None:
    assert base_way(text, language) == way


def test_only_what_could_do_harm_is_isolated() -> None:
    assert isolated("Dimitrov") == "Dimitrov"
    assert isolated("") == isolated("", "rtl") == ""
    assert isolated("محمد") == "\u2068محمد\u2069"
    assert isolated("Dimitrov", "rtl") == "\u2068Dimitrov\u2069"


def test_typed_controls_cannot_reach_beyond_their_own_piece() -> None:
    assert isolated("محمد\u2067\u202e\u2066", "ltr") == "\u2068محمد\u2069"
    assert without_controls("a\u200fb\u2067c\u061cd") == "abcd"
    assert without_controls("می\u200cشود") == "می\u200cشود"
