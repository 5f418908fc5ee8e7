"""Strict JSON: one spelling, that of RFC 8785, whichever of the two encoders writes it; nothing unseemly in texts."""

from __future__ import annotations

import pytest
import rfc8785

from kimdesk.exchange import strict_json

VALUES: tuple[strict_json.Json, ...] = (
    {"b": 1, "a": [True, False, None, -(2**53 - 1)], "text": 'Größe "7" \\ Zeile\nTab\t'},
    {"straße": 1, "a": 2},
    {"\ufb33": 1, "\U0001f600": 2, "a": 3},  # sorted by UTF-16, not by code point
    ["Димитрова", "محمد", "\u2028", "e\u0301", "\U0001f600", "\\b", "\\u0041", "/"],
    [],
    {},
    "",
)


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_the_spelling_is_that_of_the_standard(value: strict_json.Json) -> None:
    raw = strict_json.dumps(value)
    assert raw == rfc8785.dumps(value)
    assert strict_json.loads(raw) == value


@pytest.mark.parametrize(
    "raw",
    [
        b'"\\u0041"',
        b'"\\/"',
        b'"\\b"',
        b'"\\r"',
        b'"\\u0000"',
        b'"\\\\\\u0007"',
        b'"\\ud83d\\ude00"',
        b'{"a":1, "b":2}',
        b'{"b":1,"a":2}',
        '{"\U0001f600":1,"\ufb33":2}'.encode() + b" ",
        '{"\ufb33":1,"\U0001f600":2}'.encode(),
        b"-0",
        b"1.0",
        b"1e3",
        b"9007199254740992",
        b'{"a":1,"a":1}',
        b"[" * 13 + b"]" * 13,
        b'[["]"]',
        '"\u202e"'.encode(),
        '"\ufdd0"'.encode(),
        ('"e' + "\u0301" * 17 + '"').encode(),
        ('["' + "д" * 30 + '","e' + "\u0301" * 17 + '"]').encode(),
        b'"\xed\xa0\x80"',
        b'"\x7f"',
        b'"\n"',
    ],
    ids=repr,
)
def test_anything_else_is_refused(raw: bytes) -> None:
    with pytest.raises(strict_json.NotStrict):
        strict_json.loads(raw)


def test_what_would_be_refused_is_not_written() -> None:
    for value in ("\u202e", "\ud800", {"\x00": 1}, ["ok", {"a": "\x07"}], 2**53, [[[[[[[[[[[[[]]]]]]]]]]]]]):
        with pytest.raises(strict_json.NotStrict):
            strict_json.dumps(value)


def test_long_words_of_other_scripts_are_no_towers() -> None:
    words = ["д" * 400, "ข้อความภาษาไทยที่ยาวมากไม่มีช่องว่างเลยสักนิด", "a\u0301" * 40]
    assert strict_json.loads(strict_json.dumps(words)) == words
