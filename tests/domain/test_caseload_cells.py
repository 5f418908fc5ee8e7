"""What people write into tables is read: dates in any form, words for codes, whole names, headings in two languages."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.app.compose import services
from kimdesk.base.clock import FixedClock
from kimdesk.domain.cells import Words, read_date, read_phone, split_name
from kimdesk.domain.columns import guess, heading_row, meant
from kimdesk.domain.views.sheets import Sheet

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14.03.1991", "1991-03-14"),
        ("14.3.91", "1991-03-14"),
        ("1.2.19", "2019-02-01"),
        ("14/03/1991", "1991-03-14"),
        ("3/14/1991", "1991-03-14"),
        ("14-03-1991", "1991-03-14"),
        ("1991-03-14", "1991-03-14"),
        ("1991-03-14 00:00:00", "1991-03-14"),
        ("1991-03-14T10:30", "1991-03-14"),
        ("1991/3/14", "1991-03-14"),
        ("33311", "1991-03-14"),
        ("33311.5", "1991-03-14"),
        ("1991", "1991"),
        ("~1991", "1991~"),
        ("ca. 1991", "1991~"),
        ("03.1991", "1991-03"),
        ("03/1991", "1991-03"),
        ("4.5.", None),
        ("heute", None),
        ("31.02.1991", None),
        ("14.03.2091", None),
        ("14.03.1791", None),
        ("99999", None),
        ("unbekannt", None),
        ("", None),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, read: str | None) -> None:
    assert read_date(written, TODAY) == read


@pytest.fixture(scope="module")
def words() -> dict[str, Words]:
    reference = services(FixedClock.at(TODAY)).reference
    return {name: Words(reference[name]) for name in reference.names()}


@pytest.mark.parametrize(
    ("codes", "said", "code"),
    [
        ("country", "Bulgarien", "BG"),
        ("country", "bulgarisch", "BG"),
        ("country", "Bulgaria", "BG"),
        ("country", "bg", "BG"),
        ("country", "Türkei", "TR"),
        ("country", "SYRIEN", "SY"),
        ("country", "Utopia", None),
        ("municipality", "48431 Rheine", "05566076"),
        ("municipality", "Rheine-Mesum", "05566076"),
        ("municipality", "Ibbenbueren", "05566028"),
        ("language", "Farsi", "fa"),
        ("language", "Kurdisch (Sorani)", "ckb"),
        ("gender", "w", "f"),
        ("gender", "weiblich", "f"),
        ("phase", "Planung", "planning"),
        ("family_role", "Tochter", "child"),
        ("german_level", "b1", "B1"),
    ],
)
def test_words_become_codes(words: dict[str, Words], codes: str, said: str, code: str | None) -> None:
    assert words[codes].one(said) == code


def test_several_words_become_several_codes_and_what_is_none_is_told(words: dict[str, Words]) -> None:
    assert words["language"].several("Arabisch, Kurdisch und Klingonisch / Deutsch") == (
        frozenset({"ar", "ku", "de"}),
        ("Klingonisch",),
    )


@pytest.mark.parametrize(
    ("whole", "given", "family"),
    [
        ("Elena Dimitrova", "Elena", "Dimitrova"),
        ("Dimitrova,  Elena Maria", "Elena Maria", "Dimitrova"),
        ("Omar Abu Zaid", "Omar", "Abu Zaid"),
        ("Sarah van der Berg", "Sarah", "van der Berg"),
        ("Familie Yıldız", "", "Yıldız"),
        ("Yıldız", "", "Yıldız"),
    ],
)
def test_whole_names_are_taken_apart(whole: str, given: str, family: str) -> None:
    assert split_name(whole) == (given, family)


def test_phones_get_back_what_tables_swallow() -> None:
    assert [read_phone(each) for each in ("1761234567", "491761234567", "02553 1234", "59123")] == [
        "01761234567",
        "+491761234567",
        "02553 1234",
        "59123",
    ]


def sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet(rows=rows)


def test_headings_are_found_below_a_title_and_each_field_is_guessed_once() -> None:
    table = sheet(
        ("Klientenliste 2026",),
        (),
        ("Vorname", "Familie", "Geb.-Datum", "Tel. mobil", "Telefon 2", "Ort (Wohnort)", "Bemerkungen", "Schuhgröße"),
        ("Elena", "Dimitrova", "14.3.91"),
    )
    assert heading_row(table) == 2
    assert guess(table, 2) == (
        "given_name",
        "family_name",
        "birth_date",
        "phone",
        "remark",
        "municipality",
        "remark",
        "",
    )


def test_english_headings_are_known_and_no_headings_are_no_trouble() -> None:
    assert [meant(each) for each in ("First name", "Surname", "DOB", "Nationality", "Phone:", "Case number")] == [
        "given_name",
        "family_name",
        "birth_date",
        "nationalities",
        "phone",
        "case_number",
    ]
    bare = sheet(("Elena Dimitrova", "Rheine"), ("Ivan Petrov", "Greven"))
    assert heading_row(bare) == -1
    assert guess(bare, -1) == ("full_name", "")
