"""The engine under friendly and hostile input."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from kimdesk.base.errors import UserProblem, explain
from kimdesk.documents.api import Faces, plan_pdf, visit_pdf
from kimdesk.documents.blocks import Beside, Block, Cell, Document, Frame, Paragraph, Run, Table, text
from kimdesk.documents.engine.breaking import break_lines
from kimdesk.documents.engine.layout import Layout
from kimdesk.documents.engine.lines import prepare
from kimdesk.documents.engine.look import LEFT, NORMAL, PAGE_WIDTH, RIGHT, ROOM
from kimdesk.documents.engine.pages import fill_pages
from kimdesk.documents.engine.structure import Element
from kimdesk.documents.render import render
from tests.documents.every import CASES, LONG, LONG_TRANSLATION, MANY, printed
from tests.documents.samples import HOUSING, PLAN, VISIT, long_plan

FRAME = Frame(left="links", right="rechts", foot="vertraulich", page_of="Seite {page} von {pages}")
LOREM = "Das Amt prüft den Antrag und schreibt einen Brief. "


def document(*blocks: Block) -> Document:
    return Document(
        title="Probe", languages=("de",), created=dt.date(2026, 11, 22), author="M. Sommer", frame=FRAME, blocks=blocks
    )


def read(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def paragraph(value: str) -> Paragraph:
    return Paragraph(runs=text(value))


@pytest.mark.parametrize("name", ["plan full agreed de+bg", "visit names de", "recovery de"])
def test_same_input_gives_the_same_bytes_whatever_was_printed_before(name: str, faces: Faces) -> None:
    again, fresh = CASES[name].pdf(faces), CASES[name].pdf(None)
    assert printed(name, faces).sha256 == again.sha256 == fresh.sha256
    assert again.data == fresh.data


def test_same_bytes_in_another_process(faces: Faces) -> None:
    code = (
        "from tests.documents.every import CASES;"
        "print(CASES['visit names de+bg'].pdf(None).sha256)"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == printed("visit names de+bg", faces).sha256


@pytest.mark.parametrize("char", ["😀", "東", "\ud800", "\ue000", "ა"])
def test_unprintable_characters_are_refused_by_code_point_and_field(char: str, faces: Faces) -> None:
    goal = replace(HOUSING, wording=f"Geheim{char}wort")
    with pytest.raises(UserProblem) as refused:
        plan_pdf(replace(PLAN, goals=(goal,)), languages=("de",), edition="family", faces=faces)
    error = refused.value
    assert error.code == "document.unprintable"
    point = f"U+{ord(char):04X}"
    shown = point if char in "\ud800\ue000" else f"{char} ({point})"
    assert error.params == {"characters": shown, "field": "Ziel 1"}
    assert "Geheim" not in explain(error).sentence()


def test_piles_of_marks_are_refused(faces: Faces) -> None:
    with pytest.raises(UserProblem, match=r"document\.unprintable"):
        visit_pdf(replace(VISIT, place="a" + "\u0301" * 10_000), languages=("de",), faces=faces)


def test_edges_are_checked_too(faces: Faces) -> None:
    with pytest.raises(UserProblem, match=r"document\.unprintable"):
        visit_pdf(replace(VISIT, reader_initials="😀"), languages=("de",), faces=faces)


def test_control_characters_do_no_harm(faces: Faces) -> None:
    pdf = visit_pdf(replace(VISIT, place="im\x00 \x1b[31mHof\u202e\x07"), languages=("de",), faces=faces)
    assert "Hof" in read(pdf.data)


def test_a_note_of_ten_thousand_characters_runs_over_pages(faces: Faces) -> None:
    pdf = visit_pdf(replace(VISIT, family_says=(LOREM * 200,)), languages=("de", "bg"), faces=faces)
    assert pdf.pages > 2
    assert read(pdf.data).split().count("schreibt") == 200


def test_a_cell_of_ten_thousand_characters_runs_over_pages(faces: Faces) -> None:
    goal = replace(HOUSING, wording=LOREM * 200, wording_translation=LONG_TRANSLATION * 130)
    pdf = plan_pdf(replace(PLAN, goals=(goal,)), languages=("de", "bg"), edition="full", faces=faces)
    assert pdf.pages > 3
    assert read(pdf.data).split().count("schreibt") == 200


def test_a_word_without_end_is_broken_and_stays_inside_the_paper(faces: Faces) -> None:
    pdf = render(document(paragraph("x" * 10_000), paragraph("ж" * 3_000)), faces=faces)
    assert pdf is not None
    with pypdfium2.PdfDocument(pdf.data) as opened:
        for page in opened:
            text_page = page.get_textpage()
            for k in range(text_page.count_chars()):
                left, _, right, _ = text_page.get_charbox(k)
                assert left >= LEFT - 1
                assert right <= PAGE_WIDTH - RIGHT + 1
            text_page.close()
            page.close()
    assert read(pdf.data).count("x") == 10_000


@pytest.mark.parametrize("goals", [1, 4, 8, 12])
@pytest.mark.parametrize("languages", [("de",), ("de", "bg")])
def test_the_family_edition_has_at_most_two_pages(goals: int, languages: tuple[str, ...], faces: Faces) -> None:
    view = long_plan(goals, 5, LONG, LONG_TRANSLATION)
    pdf = plan_pdf(view, languages=languages, edition="family", faces=faces)
    assert pdf.pages <= 2
    said = read(pdf.data)
    assert all(f"Ziel {k + 1}" in said for k in range(goals))


def test_a_file_tells_its_languages(faces: Faces) -> None:
    assert plan_pdf(PLAN, languages=("en",), edition="full", faces=faces).languages == ("en",)
    assert visit_pdf(VISIT, languages=("de", "bg"), faces=faces).languages == ("de", "bg")


def test_a_shortened_family_edition_says_that_there_is_more(faces: Faces) -> None:
    more = "Weitere Schritte stehen im ausführlichen Plan."
    assert more in read(plan_pdf(MANY, languages=("de", "bg"), edition="family", faces=faces).data)
    assert more not in read(plan_pdf(PLAN, languages=("de", "bg"), edition="family", faces=faces).data)


def test_a_plan_that_cannot_be_shortened_is_refused(faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        plan_pdf(long_plan(8, 2, LONG * 12, LONG_TRANSLATION * 12), languages=("de",), edition="family", faces=faces)
    assert refused.value.code == "document.too_long"
    assert "2" in explain(refused.value).what


def test_lines_never_grow_wider_than_their_column(faces: Faces) -> None:
    for width in (8_000, 15_000, 40_000):
        found = prepare((Run(LOREM * 5), Run(" Wohnberechtigungsschein-Antrag", bold=True)), faces, "de")
        assert all(line.width <= width for line in break_lines(found, width, faces))


def test_soft_hyphens_show_only_where_a_line_ends(faces: Faces) -> None:
    runs = (Run("Wohn\u00adberechtigungs\u00adschein"),)
    wide = break_lines(prepare(runs, faces, "de"), 100_000, faces)
    narrow = break_lines(prepare(runs, faces, "de"), 10_500, faces)
    assert len(wide) == 1
    assert [line.tokens[-1].text for line in narrow[:-1]] == ["\u00ad"] * (len(narrow) - 1)
    assert len(narrow) == 2
    assert all(line.width <= 10_500 for line in narrow)


def test_right_to_left_words_are_reordered_within_their_line(faces: Faces) -> None:
    (line,) = break_lines(prepare((Run("von محمد الأحمد an"),), faces, "de"), 100_000, faces)
    assert [token.text for token in line.tokens if not token.space] == ["von", "الأحمد", "محمد", "an"]


def test_tables_repeat_their_header_on_the_next_page(faces: Faces) -> None:
    head = (Cell((paragraph("Was"),)), Cell((paragraph("Wer"),)))
    rows = tuple((Cell((paragraph(f"Zeile {k}"),)), Cell((paragraph("KIM"),))) for k in range(60))
    pdf = render(document(Table(head=head, rows=rows, widths=(2, 1))), faces=faces)
    assert pdf is not None
    assert pdf.pages > 1
    assert all("Was" in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages)


def test_pages_are_never_overfull(faces: Faces) -> None:
    rows = tuple((Cell((paragraph(LOREM * k),)),) for k in range(1, 120, 9))
    tall = Table(head=(Cell((paragraph("Kopf"),)),), rows=rows, widths=(1,))
    beside = Beside(columns=((paragraph(LOREM * 90),), (paragraph("kurz"),)), widths=(1, 1))
    strips = Layout(NORMAL, faces, "de").strips((paragraph(LOREM), tall, beside), Element("Document", None))
    for page in fill_pages(strips):
        assert sum(strip.height for strip, _ in page) <= ROOM + 0.1


def hyphenated(value: str, faces: Faces, *, width: float = 20_000, language: str = "de") -> list[str]:
    found = break_lines(prepare((Run(value),), faces, language), width, faces)
    return [line.tokens[-2].text for line in found if len(line.tokens) > 1 and line.tokens[-1].text == "\u00ad"]


def test_long_words_are_divided_where_a_line_would_stay_empty(faces: Faces) -> None:
    said = "Wir stellen zusammen den Wohnberechtigungsscheinantrag und die Familienzusammenführung sofort."
    assert hyphenated(said, faces) != []
    assert hyphenated(said, faces, language="tr") == []
    lines = break_lines(prepare((Run(said),), faces, "de"), 20_000, faces, divide=False)
    assert all(line.tokens[-1].text != "\u00ad" for line in lines)


def test_the_last_word_of_a_paragraph_is_never_divided(faces: Faces) -> None:
    assert hyphenated("Heute reden wir über die Schweigepflichtsentbindung", faces) == []
    assert hyphenated("Heute reden wir über die Schweigepflichtsentbindung noch", faces) == ["Schweige\u00ad"]


def test_a_word_wider_than_its_column_is_divided_before_it_is_cut(faces: Faces) -> None:
    lines = break_lines(prepare((Run("Schweigepflichtsentbindung"),), faces, "de"), 9_000, faces)
    assert ["".join(token.text for token in line.tokens) for line in lines] == [
        "Schweige\u00adpflichts\u00ad\u00ad",
        "entbindung",
    ]
    assert all(line.width <= 9_000 for line in lines)
