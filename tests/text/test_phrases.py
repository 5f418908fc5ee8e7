from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from kimdesk import documents
from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.text.coverage import missing
from kimdesk.text.direction import way_of
from kimdesk.text.phrases import Phrase, Phrases, load_phrases, shipped_languages
from kimdesk.text.shaping import Faces

LANGUAGES = shipped_languages()


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(
    "codes",
    ["life_domain", "goal_state", "measure_state", "responsible", "priority", "signature_form", "contact_form"],
)
def test_every_printed_code_has_words(codes: str) -> None:
    listed = tomllib.loads(resource("codes", f"{codes}.toml").read_text("utf-8"))["code"]
    for language in LANGUAGES:
        table = load_phrases(language).table
        assert {f"{codes}.{entry['code']}" for entry in listed} <= set(table), language


def test_german_english_and_bulgarian_are_there() -> None:
    assert {"de", "en", "bg"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_placeholders(language: str) -> None:
    german, other = load_phrases("de"), load_phrases(language)
    assert set(german.table) == set(other.table)
    for key, phrase in german.table.items():
        assert placeholders(phrase.text) == placeholders(other.table[key].text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_named_in_every_other(language: str) -> None:
    assert {f"language.{other}" for other in LANGUAGES} <= set(load_phrases(language).table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_printed(language: str, faces: Faces) -> None:
    for key, phrase in load_phrases(language).table.items():
        assert phrase.text.strip() == phrase.text != "", key
        assert missing(phrase.text, faces) == (), key


def test_only_german_and_english_count_as_reviewed() -> None:
    assert {language for language in LANGUAGES if not load_phrases(language).drafts()} == {"de", "en"}


def test_a_missing_phrase_is_an_error_and_never_another_languages_words() -> None:
    with pytest.raises(KeyError):
        Phrases("xx", "X", "ltr", {}).say("plan.goals")


@pytest.mark.parametrize("language", ["xx", "../de", ""])
def test_a_language_without_phrases_is_refused(language: str) -> None:
    with pytest.raises(UserProblem) as refused:
        load_phrases(language)
    assert refused.value.code == "document.language_not_yet"


def test_every_phrase_is_used() -> None:
    folder = Path(documents.__file__).parent
    source = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    codes = {path.stem for path in resource("codes").glob("*.toml")} | {"language"}
    for key in load_phrases("de").table:
        stem = re.sub(r"_\d$", "", key)
        known = key.split(".")[0] in codes or key.startswith("plan.title.")
        assert known or re.search(rf"""["']{re.escape(stem)}["']""", source), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_say_the_direction_of_their_language(language: str) -> None:
    assert load_phrases(language).direction == way_of(language)


def test_what_is_filled_in_keeps_its_own_order() -> None:
    said = Phrases("de", "Deutsch", "ltr", {"family": Phrase("Familie {name} · {count}", "reviewed")})
    assert said.say("family", name="Dimitrov", count=3) == "Familie Dimitrov · 3"
    assert said.say("family", name="الأحمد", count=3) == "Familie \u2068الأحمد\u2069 · 3"
    arabic = Phrases("ar", "العربية", "rtl", {"family": Phrase("عائلة {name}", "draft")})
    assert arabic.say("family", name="Dimitrov") == "عائلة \u2068Dimitrov\u2069"


@pytest.mark.parametrize(
    ("language", "listed"), [("de", "A, B"), ("ar", "\u2068A\u2069، \u2068B\u2069"), ("ti", "A፣ B")]
)
def test_lists_have_the_comma_of_their_script(language: str, listed: str) -> None:
    assert Phrases(language, "", way_of(language), {}).listed(("A", "B")) == listed
