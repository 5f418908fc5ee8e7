"""The handbook says the same in both languages, in the words of the window, and can be put on paper."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import Lang, Surroundings, UserProblem
from kimdesk.base.resources import resource
from kimdesk.casework.handbook import PAGES, as_text, handbook_pages, handbook_pdf, keep_handbook

DAY = dt.date(2026, 11, 22)
LANGUAGES: tuple[Lang, ...] = ("de", "en")
QUOTED = {"de": re.compile("„(.+?)“"), "en": re.compile("“(.+?)”")}


def told(lang: Lang) -> str:
    return "\n".join(line for page in handbook_pages(lang) for line in as_text(page))


def test_every_page_is_listed() -> None:
    for lang in LANGUAGES:
        assert {file.stem for file in resource("handbook", lang).glob("*.md")} == set(PAGES)


def test_both_languages_say_the_same_section_by_section() -> None:
    for german, english in zip(handbook_pages("de"), handbook_pages("en"), strict=True):
        assert german.key == english.key
        assert [section.anchor for section in german.sections] == [section.anchor for section in english.sections]
        for one, other in zip(german.sections, english.sections, strict=True):
            where = f"{german.key}: {one.heading}"
            assert bool(one.heading) == bool(other.heading), where
            assert [part.kind for part in one.parts] == [part.kind for part in other.parts], where
            strong = [[(bool(text), bold) for text, bold in part.words if bold] for part in one.parts]
            assert strong == [[(bool(text), bold) for text, bold in part.words if bold] for part in other.parts], where


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_it_quotes_is_what_the_window_says(lang: Lang) -> None:
    messages = list(ET.parse(resource("i18n", "kimdesk_en.ts")).iter("message"))
    said = {each.findtext("source" if lang == "de" else "translation") for each in messages}
    titles = {page.title for page in handbook_pages(lang)}
    quoted = QUOTED[lang].findall(told(lang))
    assert len(quoted) > 15
    assert [words for words in quoted if words not in said | titles] == []


@pytest.mark.parametrize(
    "about",
    [
        "Schadprogramm", "Arbeitsspeicher", "Auslagerungsdatei", "Ruhezustand", "Bildschirmfotos", "fotografieren",
        "schützt vor Blicken, nicht vor Diebstahl", "Druckwarteschlange", "mit der **alten** Passphrase",
        "bis sie durch neue ersetzt sind", "SSD", "verbindet sich nie mit dem Internet", "binnen 72 Stunden",
        "Wiederherstellungsblatt", "Uhrzeiten", "weniger als drei Arbeitsplätze", "Dienstvereinbarung",
        "Speicherabbilder", "gibt es dafür keinen verlässlichen Weg",
    ],
)  # fmt: skip
def test_the_limits_are_told(about: str) -> None:
    text = "\n".join(file.read_text("utf-8") for file in resource("handbook", "de").glob("*.md"))
    assert about in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_and_the_whole_go_on_paper(lang: Lang) -> None:
    whole, alone = (PdfReader(io.BytesIO(handbook_pdf(DAY, lang, key))) for key in ("", "council"))
    assert len(whole.pages) > len(alone.pages)
    words = " ".join(" ".join(page.extract_text().split()) for page in whole.pages)
    assert all(page.title in words for page in handbook_pages(lang))


def test_a_page_that_is_none_is_refused() -> None:
    with pytest.raises(UserProblem, match=r"handbook\.page_unknown"):
        handbook_pdf(DAY, "de", "kantine")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "handbuch.pdf"
    keep_handbook(file, b"eins")
    with pytest.raises(Surroundings, match=r"medium\.exists"):
        keep_handbook(file, b"zwei")
    assert file.read_bytes() == b"eins"
