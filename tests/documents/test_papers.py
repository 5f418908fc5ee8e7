"""What the papers say, read from their block trees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kimdesk.documents.api import PAPERS
from kimdesk.documents.blocks import Beside, Document, LetterTop, paragraphs, plain, to_text
from kimdesk.documents.voices import load_voices
from kimdesk.domain.views.papers import PaperView
from kimdesk.text.phrases import for_families
from tests.documents import ending_samples as endings
from tests.documents import letter_samples as letters

TREES: dict[str, tuple[PaperView, tuple[str, ...]]] = {
    "letter": (letters.LETTER, ("Ihr Antrag auf einen Platz", "Sofia steht auf der Liste", "Mit freundlichen Grüßen")),
    "invitation": (letters.INVITATION, ("Wann: 03.12.2026 um 10:00 Uhr", "Frau I. Petrova übersetzt", "Ich komme.")),
    "referral": (letters.REFERRAL, ("spricht Bulgarisch, Deutsch", "Einwilligung vom 19.11.2026", "Wir übernehmen.")),
    "conference": (letters.CONFERENCE, ("Was die Familie sagt und sich wünscht", "bis zum 03.12.2026", "VHS Ochtrup")),
    "closing": (endings.CLOSING, ("9 Monate", "17 Kontakte", "am Anfang 2, am Ende 4", "Ziele erreicht", "Frau Linde")),
    "aftercare": (endings.AFTERCARE, ("Ivan hat Freunde gefunden.", "teilweise erreicht", "Kita", "kommt gut zurecht")),
    "access": (endings.ACCESS, ("[geschwärzt] sucht Arbeit.", "Art. 15 DSGVO", "Vermittlungsschreiben", "Richtig ist")),
    "correction": (endings.CORRECTION, ("Elena Dimitrova", "Das soll gelöscht werden", "innerhalb eines Monats")),
    "case_summary": (endings.SUMMARY, ("§ 4 Abs. 2 KKG", "Kind 1 weicht zurück.", "etwa 5 Jahre alt")),
    "youth_notice": (endings.NOTICE, ("geboren am 04.03.2021, gemeinsame Sorge", "unter Druck gesetzt", "umgehend")),
    "minutes": (letters.MINUTES, ("Frau Kaya schlägt", "Termin zum Schnuppern", "Nächstes Treffen am 04.02.2027")),
}


def tree(document: str, view: PaperView, *languages: str) -> Document:
    return PAPERS[document](view, load_voices(languages or ("de",), document))


def said(document: str, view: PaperView, *languages: str) -> str:
    return to_text(tree(document, view, *languages)).replace("\u00a0", " ")


@pytest.mark.parametrize("document", TREES)
def test_a_paper_says_what_it_is_for(document: str) -> None:
    view, parts = TREES[document]
    text = said(document, view)
    for part in parts:
        assert part in text


@pytest.mark.parametrize("document", [name for name in TREES if for_families(name)])
@pytest.mark.parametrize("language", ["bg", "ar"])
def test_in_two_languages_no_column_is_empty(document: str, language: str) -> None:
    view, _ = TREES[document]
    for block in tree(document, view, "de", language).blocks:
        if isinstance(block, Beside):
            assert all(plain(each) for each in paragraphs((block,)))
            assert len({len(column) for column in block.columns}) == 1


@pytest.mark.parametrize("document", ["letter", "invitation", "referral", "conference"])
def test_a_letter_begins_with_its_window(document: str) -> None:
    first = tree(document, TREES[document][0]).blocks[0]
    assert isinstance(first, LetterTop)
    assert first.address[-1] == "48607 Ochtrup"


def test_an_invitation_without_a_day_leaves_room_to_write_it() -> None:
    assert "Wann: ………" in said("invitation", replace(letters.INVITATION, appointment=None))
    at_the_office = replace(letters.INVITATION, form="office", interpreter="", interpreter_needed=True)
    assert "kostet nichts" in said("invitation", at_the_office)
    assert "Brauchen Sie jemanden, der übersetzt?" in said("invitation", at_the_office)


def test_a_letter_that_is_not_translated_says_so() -> None:
    untranslated = replace(letters.LETTER, subject_translation="", words_translation=())
    assert said("letter", untranslated, "de", "bg").count("(все още не е преведено)") == 2
