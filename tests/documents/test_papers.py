"""What the papers say, read from their block trees."""

from __future__ import annotations

import io
from dataclasses import MISSING, fields, replace

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import UserProblem
from kimdesk.documents.api import PAPERS, Faces, paper_pdf
from kimdesk.documents.blocks import (
    Beside,
    Document,
    LetterTop,
    Table,
    Together,
    paragraphs,
    plain,
    to_text,
    with_texts,
)
from kimdesk.documents.render import render
from kimdesk.documents.voices import load_voices
from kimdesk.domain.access import AccessSection
from kimdesk.domain.views.papers import PaperView
from kimdesk.text.phrases import for_families
from tests.documents import ending_samples as endings
from tests.documents import letter_samples as letters
from tests.documents.every import SAMPLES
from tests.documents.paper_samples import CHANGES, INFORMATION

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
    "plan_changes": (CHANGES, ("verglichen mit Version 2", "Vorher hieß es: „Wir wohnen trocken.“", "Makler anrufen")),
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


def test_two_versions_compared_in_two_languages_say_the_same_row_by_row() -> None:
    goal = replace(CHANGES.goals[0], wording_translation="نسكن بأمان.", wording_before_translation=None)
    view = replace(CHANGES, goals=(goal, *CHANGES.goals[1:]))
    tables = [
        inner
        for block in tree("plan_changes", view, "de", "ar").blocks
        if isinstance(block, Together)
        for inner in block.blocks
        if isinstance(inner, Table)
    ]
    assert len(tables) == len(CHANGES.goals)
    for row in (row for each in tables for row in (each.head, *each.rows)):
        assert [cell.language for cell in row] == ["de", "ar"]
        assert all(plain(each) for cell in row for each in paragraphs(cell.blocks))
    first = ["".join(plain(each) for each in paragraphs(cell.blocks)) for cell in tables[0].head]
    assert first[0] == "Wohnen: Wir wohnen sicher und trocken."
    assert "نسكن بأمان." in first[1]
    assert "(لم يُترجم بعد)" in said("plan_changes", view, "de", "ar")


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


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_citation_is_never_broken_over_lines(language: str) -> None:
    text = to_text(tree("information", INFORMATION, *dict.fromkeys(("de", language))))
    assert "Art.\u00a016\u00a0DSGVO" in text
    assert "Art. 16" not in text


def test_a_letter_that_is_not_translated_says_so() -> None:
    untranslated = replace(letters.LETTER, subject_translation="", words_translation=())
    assert said("letter", untranslated, "de", "bg").count("(все още не е преведено)") == 2


def bare(view: PaperView) -> PaperView:
    """Return a view of which only what must be there is known."""
    needed = {each.name for each in fields(view) if each.default is MISSING and each.default_factory is MISSING}
    return type(view)(**{name: getattr(view, name) for name in needed})


@pytest.mark.parametrize("name", SAMPLES)
def test_a_paper_of_which_little_is_known_is_still_a_paper(name: str, faces: Faces) -> None:
    document, view = SAMPLES[name]
    assert paper_pdf(document, bare(view), languages=("de",), faces=faces).pages >= 1


@pytest.mark.parametrize("document", TREES)
def test_texts_without_end_run_over_pages_or_are_refused(document: str, faces: Faces) -> None:
    long = with_texts(tree(document, TREES[document][0]), lambda words: " ".join([words] * 60) if words else words)
    if long.is_letter:
        with pytest.raises(UserProblem) as refused:
            render(long, faces=faces)
        assert refused.value.code == "document.address_too_long"
        long = replace(long, blocks=long.blocks[1:])
    found = render(replace(long, frame=tree(document, TREES[document][0]).frame), faces=faces)
    assert found is not None
    assert found.pages > 3


def test_a_cell_longer_than_a_page_loses_no_line_of_what_is_stored(faces: Faces) -> None:
    lines = tuple(f"Zeile {number} der Notiz." for number in range(200))
    section = AccessSection(kind="contact", title="Kontakt", lines=(("Was die Familie sagt", "\n".join(lines)),))
    pdf = paper_pdf("access", replace(endings.ACCESS, sections=(section,)), languages=("de", "ar"), faces=faces)
    read = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.data)).pages)
    assert all(line in read.replace("\u00a0", " ") for line in lines)


def test_a_letter_to_a_name_in_two_scripts_stands_in_its_window(faces: Faces) -> None:
    letter = replace(letters.LETTER, address=("Елена Dimitrova (إيلينا)", *letters.HOME[2:]), greeted=("إيلينا",))
    assert paper_pdf("letter", letter, languages=("de", "ar"), faces=faces).pages == 1


def test_a_large_family_is_greeted_as_a_family_in_each_language() -> None:
    text = said("letter", replace(letters.LETTER, greeted=(), whole_family=True), "de", "bg")
    assert "Guten Tag Familie Dimitrov," in text
    assert "Семейство Dimitrov" in text
