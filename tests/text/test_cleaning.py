from __future__ import annotations

import pytest

from kimdesk.text.cleaning import clean, glue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb", "a b"),
        ("eins\r\nzwei\rdrei\u2028vier", "eins\nzwei\ndrei\nvier"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("u\u0308ber", "über"),
        ("и\u0306", "й"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Telefon 0201 88-12345 bitte", "Telefon 0201\u00a088\u201112345 bitte"),
        ("§ 36 SGB VIII", "§\u00a036\u00a0SGB VIII"),
        ("um 7:45 Uhr", "um 7:45\u00a0Uhr"),
        ("1.250,00 € im Monat", "1.250,00\u00a0€ im Monat"),
        ("am 3. Dezember 2026", "am 3.\u00a0Dezember\u00a02026"),
        ("§ 36 Abs. 2 SGB VIII", "§\u00a036 Abs.\u00a02\u00a0SGB VIII"),
        ("DE12 5001 0517 5407 3249 31", "DE12\u00a05001\u00a00517\u00a05407\u00a03249\u00a031"),
        ("Frau Kaya", "Frau\u00a0Kaya"),
        ("KD-2026-0017 vom 22.11.2026", "KD\u20112026\u20110017 vom 22.11.2026"),
        ("nur Worte hier", "nur Worte hier"),
        ("Haus 3-5", "Haus 3-5"),
    ],
)
def test_glue_keeps_numbers_with_what_they_belong_to(text: str, expected: str) -> None:
    assert glue(text) == expected


def test_numbers_are_isolated_in_right_to_left_text() -> None:
    assert glue("0201 88-12345", rtl=True) == "\u20660201\u00a088\u201112345\u2069"
