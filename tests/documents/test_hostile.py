"""Whatever is typed or pasted: a clear refusal, or a document on which nothing is lost and nothing sticks out."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.documents.api import Faces, plan_pdf, visit_pdf
from kimdesk.documents.blocks import Block, Cell, Framed, Heading, Paragraph, Photo, Pictured, Table, Together, text
from kimdesk.documents.engine.look import EASY, LARGE, LEFT, NORMAL, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, Look
from kimdesk.documents.render import Pdf, render
from tests.documents.pieces import document, letterhead, logo, say
from tests.documents.samples import HOUSING, PLAN, VISIT, long_plan

GERMAN = "Das Amt prüft den Antrag und schreibt einen Brief. "
ARABIC = "سنسكن حتى نهاية شهر ديسمبر في شقة جافة. "
WORD = "Schweigepflichtsentbindung"


def cells(*texts: tuple[str, str]) -> Table:
    row = tuple(Cell((Paragraph(runs=text(value), language=language),), language) for value, language in texts)
    return Table(head=(), rows=(row,), widths=(1,) * len(texts))


def rows(count: int, head: str = "Kopf") -> Table:
    return Table(
        head=(Cell((say(head),)),), rows=tuple((Cell((say(f"Zeile {k}"),)),) for k in range(count)), widths=(1,)
    )


def printed(*blocks: Block, faces: Faces, look: Look = NORMAL, language: str = "de") -> Pdf:
    pdf = render(document(*blocks, language=language), faces=faces, look=look)
    assert pdf is not None
    return pdf


def letters(pdf: Pdf) -> str:
    """Return all letters that are drawn; AssertionError where one stands outside of the margins."""
    found = []
    with pypdfium2.PdfDocument(pdf.data) as opened:
        for page in opened:
            text_page = page.get_textpage()
            for k in range(text_page.count_chars()):
                left, bottom, right, top = text_page.get_charbox(k)
                if text_page.get_text_range(k, 1).isspace():
                    continue
                assert left >= LEFT - 2
                assert right <= PAGE_WIDTH - RIGHT + 2
                assert bottom > 0
                assert top < PAGE_HEIGHT
            found.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    return "".join(found)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("x" * 4_000, "de"),
        ("م" * 3_000, "ar"),
        ("क्ष" * 600, "hi"),
        ("ሀ" * 2_000, "ti"),
        ("aم" * 1_500, "de"),
        (WORD * 80, "de"),
        ("Wort-" * 800, "de"),
        ("x\u00ad" * 2_000, "de"),
        ("x\u200d" * 2_000, "de"),
        ("x\n" * 500, "de"),
        ("\u2067" * 500 + "abc محمد" + "\u2069" * 500, "de"),
        ("\u202e" * 500 + "abc محمد", "ar"),
        ("(" * 1_000 + "م" + ")" * 1_000, "ar"),
        (" \t\u00a0\u200b" * 1_000, "de"),
        ("\x00\x07\x1b[31m\x7f\x9f\ufeff\u2028", "de"),
        ("a\u0301\u0302" * 1_000, "de"),
    ],
)
@pytest.mark.parametrize("look", [NORMAL, EASY])
def test_nothing_sticks_out(typed: str, language: str, look: Look, faces: Faces) -> None:
    pdf = printed(cells((typed, language), ("daneben", "de")), faces=faces, look=look, language=language)
    assert "daneben" in letters(pdf)


def test_a_cell_longer_than_a_page_beside_a_right_to_left_one(faces: Faces) -> None:
    pdf = printed(cells((GERMAN * 150, "de"), (ARABIC * 150, "ar")), faces=faces)
    assert pdf.pages > 2
    assert letters(pdf).count("schreibt") == 150


@pytest.mark.slow
def test_a_cell_of_a_hundred_pages(faces: Faces) -> None:
    pdf = printed(cells((GERMAN * 4_500, "de"), (ARABIC * 4_500, "ar")), faces=faces)
    assert pdf.pages >= 100
    assert letters(pdf).count("schreibt") == 4_500


@pytest.mark.parametrize("kept", [True, False])
def test_a_table_of_many_rows_loses_none(kept: bool, faces: Faces) -> None:
    table = rows(400)
    said = letters(printed(Together((table,)) if kept else table, faces=faces))
    assert all(f"Zeile {k}" in said for k in range(400))


def test_a_header_taller_than_a_page_stands_there_once(faces: Faces) -> None:
    pdf = printed(rows(3, GERMAN * 150), faces=faces)
    assert letters(pdf).count("schreibt") == 150


@pytest.mark.parametrize("look", [NORMAL, LARGE, EASY])
def test_boxes_signs_and_headings_longer_than_a_page(look: Look, faces: Faces) -> None:
    blocks = (
        Heading(level=1, text=GERMAN * 40),
        Framed(blocks=(say(GERMAN * 120),)),
        Pictured(pictogram="pen", word=say(WORD, "small"), body=(say(GERMAN * 120),)),
    )
    assert letters(printed(*blocks, faces=faces, look=look)).count("schreibt") == 280


def test_a_picture_as_high_as_a_page_moves_below_no_letterhead(faces: Faces) -> None:
    tall = Photo(data=logo("PNG", "RGB", (60, 300)), alt="hoch", width=500, height=900)
    pdf = render(document(tall, head=letterhead()), faces=faces)
    assert pdf is not None
    assert pdf.pages == 2


def test_columns_too_narrow_for_any_word(faces: Faces) -> None:
    cell = Cell((say(WORD),))
    pdf = printed(Table(head=(), rows=((cell,) * 9,), widths=(1,) * 9), faces=faces)
    assert "".join(letters(pdf).split()).count("Schw") == 9


@pytest.mark.parametrize("languages", [("de",), ("de", "bg")])
@pytest.mark.parametrize("edition", ["family", "full"])
def test_an_empty_plan_is_a_document(languages: tuple[str, ...], edition: str, faces: Faces) -> None:
    view = replace(PLAN, goals=(), wish=None, participants=(), interpreter=None, review_date=None)
    pdf = plan_pdf(view, languages=languages, edition=edition, faces=faces)  # type: ignore[arg-type]
    assert pdf.pages == 1
    assert "Unsere Ziele" in letters(pdf)


def test_a_plan_of_thirty_pages_says_everything(faces: Faces) -> None:
    view = long_plan(30, 7, GERMAN.strip(), GERMAN.strip())
    pdf = plan_pdf(view, languages=("de", "bg"), edition="full", faces=faces)
    assert pdf.pages >= 24
    assert letters(pdf).count("schreibt") >= 30 * 8 * 2


def test_a_name_in_two_scripts_stays_in_order(faces: Faces) -> None:
    names = ("Dalia داليا al-Ahmad", "Олена Elena", "ትዕግስት T.", "אסתר (Esther)", "सीता Sita")
    said = letters(visit_pdf(replace(VISIT, present=names), languages=("de", "bg"), faces=faces))
    for word in ("Dalia", "al-Ahmad", "Олена", "ትዕግስት", "Esther", "Sita"):
        assert word in said.replace("\u2011", "-")


def test_ten_thousand_marks_are_refused_before_anything_is_laid_out(faces: Faces) -> None:
    goal = replace(HOUSING, wording="a" + "\u0301" * 10_000)
    with pytest.raises(UserProblem) as refused:
        plan_pdf(replace(PLAN, goals=(goal,)), languages=("de",), edition="full", faces=faces)
    assert refused.value.code == "document.unprintable"
