"""Right-to-left documents: order within lines, alignment, mirrored tables, and what must keep its own order."""

from __future__ import annotations

import datetime as dt
import io

import pikepdf
import pypdfium2
import pytest

from kimdesk.documents.api import Faces
from kimdesk.documents.blocks import Block, Bullets, Cell, Document, Frame, Paragraph, Run, Table, text
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.lines import prepare
from kimdesk.documents.engine.look import LEFT, PAGE_WIDTH, RIGHT
from kimdesk.documents.render import Pdf, render
from tests.documents.every import CASES, printed
from tests.documents.structure import elements, languages

ARABIC = "سنسكن حتى نهاية شهر ديسمبر في شقة جافة"
RIGHT_EDGE = PAGE_WIDTH - RIGHT


def visual(value: str, faces: Faces, language: str = "ar", width: float = 1e6) -> list[str]:
    """Return each line as it is seen, words from left to right."""
    lines = break_lines(prepare((Run(value),), faces, language), width, faces)
    return [" ".join(token.text.replace("\u2011", "-") for token in line.tokens if not token.space) for line in lines]


def document(*blocks: Block, language: str = "ar") -> Document:
    frame = Frame(left="links", right="KD-2026-0017", foot="vertraulich", page_of="{page}/{pages}")
    return Document(
        title="Probe", languages=(language,), created=dt.date(2026, 11, 22), author="M. S.", frame=frame, blocks=blocks
    )


def drawn(pdf: Pdf | None) -> list[tuple[str, float, float]]:
    """Return the words of the first page between its edges with their left and right ends."""
    assert pdf is not None
    with pypdfium2.PdfDocument(pdf.data) as opened:
        page = opened[0]
        text_page = page.get_textpage()
        found = []
        for k in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(k)
            if 60 < bottom < 770:
                found.append((text_page.get_text_bounded(left, bottom, right, top).strip(), left, right))
        text_page.close()
        page.close()
    return found


def paragraph(value: str, language: str | None = None) -> Paragraph:
    return Paragraph(runs=text(value), language=language)


def test_words_of_a_line_follow_each_other_from_the_right(faces: Faces) -> None:
    assert visual("شقة جافة قريبة", faces) == ["قريبة جافة شقة"]


def test_lines_break_in_reading_order(faces: Faces) -> None:
    lines = visual(ARABIC, faces, width=9_000)
    assert len(lines) > 1
    read = [word for line in lines for word in reversed(line.split())]
    assert read == ARABIC.split()


@pytest.mark.parametrize(
    "kept",
    [
        "0201 8839-4500",
        "0201 / 88-12345",
        "+49 201 8839-4500",
        "KD-2026-0017",
        "DE12 5001 0517 5407 3249 31",
        "§ 36 SGB VIII",
        "1.250,00",
        "22.11.2026",
        "7:45",
        "m.sommer@kim.example",
        "Elena Dimitrova",
    ],
)
def test_numbers_and_latin_names_keep_their_order(kept: str, faces: Faces) -> None:
    (line,) = visual(f"الهاتف: {kept} في المدرسة", faces)
    assert kept in line.replace("\u00a0", " ")


def test_a_name_with_brackets_keeps_them(faces: Faces) -> None:
    (line,) = visual("السيدة \u2068Müller (VHS)\u2069 في المدرسة", faces)
    assert line == "المدرسة في Müller (VHS) السيدة"


def test_an_arabic_name_before_a_number_does_not_turn_german_text_over(faces: Faces) -> None:
    assert visual("Familie \u2068الأحمد\u2069 · 22.11.2026", faces, "de") == ["Familie الأحمد · 22.11.2026"]


def test_overrides_typed_into_a_name_turn_nothing_over(faces: Faces) -> None:
    assert visual("Hof\u202e drei \u2067vier", faces, "de") == ["Hof drei vier"]


def test_arabic_paragraphs_end_at_the_right_edge_and_german_ones_begin_at_the_left(faces: Faces) -> None:
    tree = document(paragraph("Das Amt prüft"), paragraph(ARABIC, "ar"), language="de")
    german, arabic = drawn(render(tree, faces=faces))
    assert german[1] == pytest.approx(LEFT, abs=2)
    assert arabic[2] == pytest.approx(RIGHT_EDGE, abs=2)


def test_columns_of_an_arabic_table_follow_each_other_from_the_right(faces: Faces) -> None:
    cells = tuple(Cell((paragraph(word),)) for word in ("Elena", "22.11.2026", "KIM"))
    table = Table(head=(), rows=(cells,), widths=(2, 1, 1))
    for tree, turned in ((document(table), True), (document(table, language="de"), False)):
        found = sorted(drawn(render(tree, faces=faces)), key=lambda item: item[1], reverse=turned)
        assert [word for word, _, _ in found] == ["Elena", "22.11.2026", "KIM"]


def test_list_marks_stand_at_the_right(faces: Faces) -> None:
    tree = document(Bullets(items=(paragraph("المدرسة"),)))
    found = drawn(render(tree, faces=faces))
    mark = next(item for item in found if "•" in item[0])
    assert mark[2] > RIGHT_EDGE - 10


def test_an_arabic_word_without_end_stays_inside_the_paper(faces: Faces) -> None:
    found = drawn(render(document(paragraph("م" * 3_000)), faces=faces))
    assert all(left >= LEFT - 1 and right <= RIGHT_EDGE + 1 for _, left, right in found)


def test_directions_and_languages_are_told_to_readers_of_the_file(faces: Faces) -> None:
    with pikepdf.open(io.BytesIO(printed("plan alone x-ar", faces).data)) as pdf:
        assert str(pdf.Root.Lang) == "ar"
    with pikepdf.open(io.BytesIO(printed("plan beside x-ar", faces).data)) as pdf:
        assert languages(pdf) == {"de", "ar"}
        modes = {str(node.A.WritingMode) for node in elements(pdf) if "/A" in node and "/WritingMode" in node.A}
        assert modes == {"/RlTb"}


@pytest.mark.parametrize("language", ["ar", "ckb", "he"])
def test_both_columns_have_the_same_rows(language: str) -> None:
    tables = [
        part for block in CASES[f"plan beside x-{language}"].tree().blocks for part in getattr(block, "blocks", ())
    ]
    rows = [row for table in tables if isinstance(table, Table) and table.head for row in table.rows]
    assert rows
    for row in rows:
        assert len(row) == 2
        assert all(cell.blocks for cell in row)
