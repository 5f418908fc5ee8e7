"""The data written from CLDR, held against Babel's own reading of it."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale
from babel.dates import format_date

from kimdesk.base.errors import UserProblem
from kimdesk.text.cldr import country_name, full_date, language_name, load_cldr, long_date, weekday
from kimdesk.text.phrases import shipped_languages
from kimdesk.text.plurals import plural_category

LANGUAGES = shipped_languages()
BABEL = {"de-simple": "de", "fa-AF": "fa_AF", "sr": "sr_Latn"}
DAYS = [dt.date(2026, month, 27 - month) for month in range(1, 13)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_take_the_form_that_cldr_says(language: str) -> None:
    rule = Locale.parse(BABEL.get(language, language)).plural_form
    assert all(plural_category(language, number) == rule(number) for number in (*range(230), 1000, 1001, 10**6, -3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_written_as_cldr_says(language: str) -> None:
    locale = BABEL.get(language, language)
    for day in DAYS:
        assert full_date(day, language) == format_date(day, "full", locale)
        assert long_date(day, language) == format_date(day, "long", locale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_days_languages_and_countries(language: str) -> None:
    assert len({weekday(day, language) for day in DAYS}) == 7
    known = load_cldr(language)
    assert {other.split("-")[0] for other in LANGUAGES} <= {code.split("-")[0] for code in known.languages}
    assert {"DE", "BG", "SY", "UA", "RO", "TR", "AF"} <= set(known.countries)


def test_names() -> None:
    assert (language_name("bg", "de"), language_name("xx", "de")) == ("Bulgarisch", None)
    assert (country_name("SY", "bg"), country_name("XX", "bg")) == ("Сирия", None)


@pytest.mark.parametrize("language", ["xx", "../codes/country", ""])
def test_a_language_without_data_is_refused(language: str) -> None:
    with pytest.raises(UserProblem):
        load_cldr(language)
