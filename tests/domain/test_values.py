"""What people type becomes a value or a hint; what is stored comes back as it was."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdesk.base.errors import UserProblem
from kimdesk.domain.declare import Kind, Type
from kimdesk.domain.names import fold, search_terms, sort_key
from kimdesk.domain.records import RECORDS
from kimdesk.domain.values import age_on, check, from_json, parse, show_partial, to_json

TODAY = dt.date(2026, 11, 20)
PERSON: Kind = RECORDS["person"]
CONTACT: Kind = RECORDS["contact"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22.11.2026", dt.date(2026, 11, 22)),
        ("1.2.26", dt.date(2026, 2, 1)),
        ("2026-11-22", dt.date(2026, 11, 22)),
        ("4.12.", dt.date(2026, 12, 4)),
        ("heute", TODAY),
        ("morgen", dt.date(2026, 11, 21)),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: dt.date | None) -> None:
    assert parse(CONTACT.field("next_appointment"), typed, today=TODAY) == day


@pytest.mark.parametrize("typed", ["31.02.2026", "2026", "irgendwann", "1.13.2026", "99"])
def test_what_is_no_day_gets_a_hint(typed: str) -> None:
    with pytest.raises(UserProblem) as refused:
        parse(CONTACT.field("date"), typed, today=TODAY)
    assert refused.value.code == "field.date"


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("1991", "1991", "1991"),
        ("~1991", "1991~", "etwa 1991"),
        ("etwa 1991", "1991~", "etwa 1991"),
        ("about 3.1991", "1991-03~", "etwa 03.1991"),
        ("3.1991", "1991-03", "03.1991"),
        ("05.03.1991", "1991-03-05", "05.03.1991"),
    ],
)
def test_partial_dates_keep_what_is_known(typed: str, stored: str, shown: str) -> None:
    value = parse(PERSON.field("birth_date"), typed, today=TODAY)
    assert value == stored
    assert show_partial(stored) == shown


def test_age_follows_the_birthday() -> None:
    assert age_on("2008-11-20", TODAY) == 18
    assert age_on("2008-11-21", TODAY) == 17
    assert age_on("1962", TODAY) == 64


@given(st.text(max_size=80))
def test_text_survives_the_journal(text: str) -> None:
    spec = CONTACT.field("family_says")
    value = check(spec, text)
    assert from_json(spec, to_json(value)) == value


@given(st.text(max_size=60))
def test_folding_is_stable_and_plain(text: str) -> None:
    text = unicodedata.normalize("NFKC", text)
    once = " ".join(search_terms(text).split())
    assert fold(once) == once


def test_names_fold_across_scripts() -> None:
    assert sort_key("Димитров") == "dimitrov"
    assert sort_key("Yıldız") == "yildiz"
    assert search_terms("Müller") == "muller mueller"


def test_a_set_of_codes_is_a_list_in_json() -> None:
    spec = PERSON.field("languages")
    assert to_json(frozenset({"tr", "bg"})) == ["bg", "tr"]
    assert from_json(spec, ["bg", "tr"]) == frozenset({"bg", "tr"})
    with pytest.raises(UserProblem):
        from_json(spec, "bg")


TEXTS = [
    (kind, spec)
    for kind in RECORDS
    for spec in kind.fields
    if spec.type in {Type.TEXT, Type.NOTE} and not spec.machinery and spec.max_length >= 40
]


@pytest.mark.parametrize("said", ["שָׁלוֹם (123) abc", "سلام \u2068(123)\u2069 abc"])
def test_right_to_left_text_is_kept_in_every_field_of_every_kind(said: str) -> None:
    assert len(TEXTS) > 100
    said = unicodedata.normalize("NFC", said)
    assert [f"{kind.name}.{spec.name}" for kind, spec in TEXTS if parse(spec, said, today=TODAY) != said] == []


def test_what_a_word_processor_adds_is_left_out_of_every_field_of_every_kind() -> None:
    for kind, spec in TEXTS:
        kept = parse(spec, "\x0bGut\x00en\x1f \u202eTag\ufeff\r\n", today=TODAY)
        assert kept == "Guten Tag", f"{kind.name}.{spec.name}"
