from __future__ import annotations

from kimdesk.text.coverage import missing
from kimdesk.text.shaping import Faces


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
