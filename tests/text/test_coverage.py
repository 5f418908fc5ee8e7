from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdesk.text.coverage import in_latin, missing, named
from kimdesk.text.shaping import Faces, load_faces

FACES = load_faces()


def test_printable_text_has_nothing_missing(faces: Faces) -> None:
    assert missing("Grüße, „Ziel“ – 1.250,00 €, Димитров, محمد, ትግርኛ, שלום\nneue Zeile\tTab", faces) == ()


def test_the_word_and_the_code_points_are_named(faces: Faces) -> None:
    found = missing("Alles gut 😀😀 in 東京 heute", faces)
    assert [(word.word, word.code_points) for word in found] == [
        ("😀😀", ("U+1F600",)),
        ("東京", ("U+6771", "U+4EAC")),
    ]


def test_lone_surrogates_are_refused(faces: Faces) -> None:
    assert missing("a\ud800b", faces)[0].code_points == ("U+D800",)


def test_piles_of_marks_are_refused_and_real_ones_are_not(faces: Faces) -> None:
    assert missing("a" + "\u0301" * 10_000, faces)[0].code_points == ("U+0301",)
    assert missing("Đặng Thị Hồng, а\u0301, ç\u0307\u0323", faces) == ()


def test_invisible_control_characters_do_not_hinder(faces: Faces) -> None:
    assert missing("a\x00b\x0bc\u200d\u2066d\u2069", faces) == ()


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Familie 東京 in Köln", "Familie DongJing in Köln"),
        ("Нино ნინო", "Нино nino"),
        ("gut 😀 so", "gut  so"),
        ("محمد und ትዕግስት", "محمد und ትዕግስት"),
        ("eins\nzwei", "eins\nzwei"),
    ],
)
def test_latin_spelling_of_what_no_font_has(text: str, latin: str, faces: Faces) -> None:
    assert in_latin(text, faces) == latin
    assert missing(in_latin(text, faces), faces) == ()


@given(st.text(max_size=40))
def test_latin_spelling_can_always_be_printed(text: str) -> None:
    assert missing(in_latin(text, FACES), FACES) == ()


def test_characters_are_named_with_their_number() -> None:
    assert named("U+6771") == "東 (U+6771)"
    assert named("U+0301") == "U+0301"
