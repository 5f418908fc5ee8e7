"""Pages that look set by hand: no half of one empty, nothing alone that belongs to something else."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from kimdesk.documents.api import Faces, plan_pdf
from kimdesk.documents.blocks import Bullets, Gap, Heading, Paragraph, SignatureLines, Together, text
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.layout import Layout
from kimdesk.documents.engine.lines import Run, prepare
from kimdesk.documents.engine.look import NORMAL, ROOM
from kimdesk.documents.engine.pages import EMPTY, fill_pages
from kimdesk.documents.engine.structure import Element
from kimdesk.documents.manner import Manner
from tests.documents.every import printed
from tests.documents.samples import PLAN
from tests.documents.write_all import write_all

LINE = Paragraph(runs=text("Eine Zeile."))
SECTION = (Heading(level=2, text="Abschnitt"), *[LINE] * 20)


def filled(
    faces: Faces, used: float, *blocks: Heading | Paragraph | Bullets | SignatureLines, sparing: bool = False
) -> list[int]:
    """Return how many strips stand on each page where some of the first one is taken already."""
    before = Gap(ROOM * used)
    strips = Layout(NORMAL, faces, "de").strips((before, Together(blocks)), Element("Document", None))
    return [len(page) for page in fill_pages(strips, sparing=sparing)]


def test_a_large_section_goes_on_on_the_next_page_rather_than_leave_half_of_this_one_empty(faces: Faces) -> None:
    first, second = filled(faces, 0.6, *SECTION)
    assert first > 10
    assert second > 1


def test_a_section_stays_whole_where_little_would_stay_empty(faces: Faces) -> None:
    assert filled(faces, 1 - EMPTY + 0.02, *SECTION) == [1, len(SECTION)]


def test_where_a_page_is_to_be_saved_a_section_goes_on_on_the_next_one_rather_than_leave_room(faces: Faces) -> None:
    first, second = filled(faces, 1 - EMPTY + 0.02, *SECTION, sparing=True)
    assert first > 3
    assert second > 1


def test_what_is_signed_stays_with_its_words_where_a_page_is_to_be_saved(faces: Faces) -> None:
    signed = SignatureLines(fields=((LINE,),))
    assert filled(faces, 1 - EMPTY + 0.02, *SECTION[:10], signed, sparing=True) == [1, 11]


def test_a_small_section_stays_whole(faces: Faces) -> None:
    assert filled(faces, 0.85, *SECTION[:10]) == [1, 10]


def test_what_is_signed_stays_with_its_words(faces: Faces) -> None:
    signed = SignatureLines(fields=((LINE,),))
    assert filled(faces, 0.6, *SECTION, signed) == [1, len(SECTION) + 1]


def test_a_day_wider_than_its_column_is_parted_between_its_words(faces: Faces) -> None:
    said = prepare((Run("Fotos zeigen"), Run(" –\u00a0bis\u00a024. November 2026", bold=True)), faces, "de")
    lines = ["".join(token.text for token in line.tokens).strip() for line in break_lines(said, 9_000, faces)]
    assert lines == ["Fotos zeigen", "–\u00a0bis\u00a024.", "November\u00a02026"]


@pytest.mark.parametrize("language", ["bg", "ar", "ti", "hi"])
def test_the_family_edition_in_easy_german_has_no_page_for_its_end_alone(language: str, faces: Faces) -> None:
    pdf = plan_pdf(
        PLAN, languages=("de", language), edition="family", faces=faces, manner=Manner(variant="easy")
    )  # fmt: skip
    assert pdf.pages == 3


def test_a_plan_that_nearly_fits_one_page_is_set_closer(faces: Faces) -> None:
    pages = [plan_pdf(PLAN, languages=("de",), edition=edition, faces=faces).pages for edition in ("family", "full")]
    assert pages == [1, 2]


def test_the_day_of_the_next_appointment_stays_with_the_sentence_before_it(faces: Faces) -> None:
    for name in ("aloud de+bg large", "aloud de+ti large", "aloud de easy"):
        texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed(name, faces).data)).pages]
        (page,) = (text for text in texts if "Unser nächster Termin:" in text)
        assert "10:00" in page


def test_the_sheet_for_the_fridge_needs_no_second_page_for_a_line(faces: Faces) -> None:
    assert printed("fridge de easy", faces).pages == printed("fridge de large", faces).pages == 1


@pytest.mark.parametrize("language", ["bg", "fr", "ar", "hi"])
def test_the_information_sheet_beside_another_language_has_two_pages(language: str, faces: Faces) -> None:
    assert printed(f"information de+{language}", faces).pages == 2


@pytest.mark.parametrize("language", ["ar", "hi", "ti"])
def test_a_slip_is_signed_below_lines_to_write_on(language: str, faces: Faces) -> None:
    pages = pypdf.PdfReader(io.BytesIO(printed(f"access de+{language} easy", faces).data)).pages
    assert len(pages) == 5
    assert "So sehe ich es" in pages[-1].extract_text()


@pytest.mark.parametrize("name", ["letter de+bg easy", "conference de+bg easy"])
def test_the_closing_of_a_letter_never_stands_alone_on_a_page(name: str, faces: Faces) -> None:
    *_, last = pypdf.PdfReader(io.BytesIO(printed(name, faces).data)).pages
    above = last.extract_text().split("Mit freundlichen Grüßen")[0]
    assert len(above.split()) > 15


def test_documents_are_written_to_be_looked_at(tmp_path: Path) -> None:
    assert write_all(tmp_path, ("de",), "incident") == 6
    assert sorted(file.stem for file in tmp_path.iterdir())[:2] == ["incident_de", "incident_de_large"]
