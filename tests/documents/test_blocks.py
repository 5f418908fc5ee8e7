"""Pictures, signatures, letters and what else papers are made of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import get_args

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kimdesk.base.errors import UserProblem
from kimdesk.documents.api import Faces
from kimdesk.documents.blocks import (
    Beside,
    Block,
    Chart,
    Document,
    Handwriting,
    Heading,
    Paragraph,
    Photo,
    Pictured,
    SignatureLines,
    to_text,
    with_texts,
)
from kimdesk.documents.engine.look import EASY, LARGE, MM, NORMAL, PAGE_HEIGHT, Look
from kimdesk.documents.render import render
from kimdesk.domain.views.pictures import Bar, BarsView
from kimdesk.drawings.bars import draw_bars
from kimdesk.drawings.pictograms import SIGNS, draw_pictogram
from kimdesk.drawings.picture import Style
from kimdesk.text.phrases import load_phrases
from tests.documents.every import CASES
from tests.documents.pieces import (
    ADDRESS,
    FUNDING,
    SENDER,
    SIGNED,
    document,
    every_block,
    letter_top,
    letterhead,
    logo,
    say,
)
from tests.documents.structure import elements, tags

MARK = "Entwurf – nicht unterschreiben"
LONG = "Das Amt prüft den Antrag und schreibt einen Brief. " * 120


def printed(tree: Document, faces: Faces, look: Look = NORMAL) -> bytes:
    pdf = render(tree, faces=faces, look=look)
    assert pdf is not None
    return pdf.data


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield pdf


def places(data: bytes, page: int = 0) -> dict[str, tuple[float, float]]:
    """Return each line of a page with its left end and its distance from the upper edge, in millimetres."""
    with pypdfium2.PdfDocument(data) as pdf:
        one = pdf[page]
        text_page = one.get_textpage()
        found = {}
        for k in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(k)
            words = text_page.get_text_bounded(left, bottom, right, top).strip().replace("\u2011", "-")
            found[words.replace("\ufffe", "-")] = (left / MM, (PAGE_HEIGHT - top) / MM)
        text_page.close()
        one.close()
    return found


def said(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        pages = []
        for page in pdf:
            text_page = page.get_textpage()
            pages.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    return pages


def figures(data: bytes) -> list[str]:
    with opened(data) as pdf:
        return [str(node.Alt) for node in elements(pdf) if node.S == "/Figure"]


@pytest.mark.parametrize("look", [NORMAL, LARGE, EASY])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_every_block_in_every_look(look: Look, language: str, faces: Faces) -> None:
    data = printed(document(*every_block("ar" if language == "ar" else None), language=language), faces, look)
    with opened(data) as pdf:
        found = tags(pdf)
    assert (found["H1"], found["H2"], found["Table"], found["L"], found["Figure"]) == (1, 1, 1, 3, 4)
    assert all(figures(data))


def test_words_in_a_chart_can_be_found_and_are_said(faces: Faces) -> None:
    data = printed(document(*every_block()), faces)
    assert "Mietschulden" in " ".join(said(data))
    assert any("Mietschulden: 7" in alt or "Mietschulden 7" in alt for alt in figures(data)), figures(data)


def test_a_chart_with_a_word_no_font_has_is_refused(faces: Faces) -> None:
    view = BarsView(title="Themen", unit="Familien", bars=(Bar("東京", 1),))
    with pytest.raises(UserProblem) as refused:
        printed(document(Chart(picture=draw_bars(view, Style(faces=faces)))), faces)
    assert refused.value.code == "document.unprintable"


def test_a_chart_never_leaves_its_column_or_page(faces: Faces) -> None:
    bars = tuple(Bar(f"Thema {k}", k) for k in range(120))
    tall = draw_bars(BarsView(title="Themen", unit="Familien", bars=bars), Style(faces=faces))
    data = printed(document(Chart(picture=tall)), faces)
    with opened(data) as pdf:
        (box,) = [node.A.BBox for node in elements(pdf) if node.S == "/Figure"]
        left, bottom, right, top = map(float, box)
    assert left >= 0
    assert bottom >= 0
    assert right - left <= 165 * MM + 0.1
    assert top <= PAGE_HEIGHT


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("WEBP", "RGBA")]
)
def test_logos_of_every_kind_become_plain_rgb(kind: str, mode: str, faces: Faces) -> None:
    photo = Photo(data=logo(kind, mode), alt="Logo", width=40, height=20)
    with opened(printed(document(photo), faces)) as pdf:
        (image,) = [item for page in pdf.pages for item in page.Resources.XObject.values()]
        assert image.ColorSpace == "/DeviceRGB"
        assert "/SMask" not in image
        assert int(image.Width) <= 480


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"not an image", logo()[:300], b"<svg/>"])
def test_an_unreadable_logo_is_named(data: bytes, faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        printed(document(Photo(data=data, alt="Logo", width=40, height=20)), faces)
    assert (refused.value.code, refused.value.params) == ("document.image_unreadable", {"name": "Logo"})


def test_a_bomb_of_pixels_is_refused(faces: Faces) -> None:
    file = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    with pytest.raises(UserProblem, match=r"document\.image_unreadable"):
        printed(document(Photo(data=file.getvalue(), alt="Logo", width=40, height=20)), faces)


def test_ink_is_drawn_as_lines_and_told_in_words(faces: Faces) -> None:
    data = printed(document(SignatureLines(fields=((say("Familie"),),), signed=(SIGNED,))), faces)
    assert figures(data) == [SIGNED.alt]
    with opened(data) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        assert "/XObject" not in pdf.pages[0].Resources or not pdf.pages[0].Resources.XObject
    assert len(re.findall(r" c\b", code)) > 30


@pytest.mark.parametrize(
    "strokes",
    [(), ((),), (((5, 5),),), (((float("nan"), 1), (float("inf"), 2)),), (((0, 0), (0, 900)),), (((3, 3),) * 5_000,)],
)
def test_odd_strokes_draw_no_nonsense(strokes: tuple[tuple[tuple[float, float], ...], ...], faces: Faces) -> None:
    ink = Handwriting(strokes=strokes, alt="Unterschrift")
    with opened(printed(document(SignatureLines(fields=((say("Familie"),),), signed=(ink,))), faces)) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    assert "nan" not in code
    assert "inf" not in code
    assert len(code) < 4_000


def test_every_pictogram_of_the_phrases_is_drawn() -> None:
    named = {key.removeprefix("pictogram.") for key in load_phrases("de").table if key.startswith("pictogram.")}
    assert named <= set(SIGNS)
    assert all(draw_pictogram(name).contents for name in SIGNS)


def test_a_pictogram_only_decorates_its_word(faces: Faces) -> None:
    task = Pictured(pictogram="doctor", word=say("Praxis", "small"), body=(say("Termin vereinbaren"),))
    data = printed(document(task), faces)
    assert figures(data) == []
    assert [line in said(data)[0] for line in ("Praxis", "Termin vereinbaren")] == [True, True]


def test_the_address_stands_in_the_window_and_the_text_below_it(faces: Faces) -> None:
    blocks = (letter_top(), Heading(level=1, text="Einladung"), say("Guten Tag,"))
    data = printed(document(*blocks, head=letterhead()), faces)
    found = places(data)
    for line in (SENDER, *ADDRESS):
        x, y = found[line]
        assert 24 <= x <= 105
        assert 45 <= y <= 90
    assert found["Elena Dimitrova"][1] > found[SENDER][1]
    assert found["Unser Zeichen: KD-2026-0017"][0] == pytest.approx(125, abs=1)
    assert 97 <= found["Einladung"][1] <= 107


def test_a_letter_has_marks_for_folding_and_punching(faces: Faces) -> None:
    with opened(printed(document(letter_top(), say("Guten Tag,")), faces)) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    heights = {round((PAGE_HEIGHT - float(y)) / MM, 1) for y in re.findall(r"14\.17 ([\d.]+) m", code)}
    assert heights == {105.0, 210.0, 148.5}


def test_an_address_too_long_for_the_window_is_refused(faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        printed(document(replace(letter_top(), address=("Zeile",) * 9)), faces)
    assert (refused.value.code, refused.value.params) == ("document.address_too_long", {"lines": 9})


def test_the_letterhead_is_on_the_first_page_and_the_case_number_on_all(faces: Faces) -> None:
    first, *others = said(printed(document(say(LONG), head=letterhead()), faces))
    assert others
    assert "Musterträger" in first
    assert FUNDING in first
    assert not any("Musterträger" in page for page in others)
    assert all("2026" in page and "E. D." in page for page in (first, *others))


def test_address_and_letterhead_are_the_same_in_every_language_and_size(faces: Faces) -> None:
    wanted = places(printed(document(letter_top(), say("Guten Tag,"), head=letterhead()), faces))
    for language, look in (("ar", NORMAL), ("de", LARGE), ("ti", EASY)):
        tree = document(letter_top(), say("Guten Tag,", language="ar"), language=language, head=letterhead())
        found = places(printed(tree, faces, look))
        for line in (SENDER, *ADDRESS, "Musterträger e. V.", FUNDING):
            assert found[line] == pytest.approx(wanted[line], abs=0.1)


def test_content_and_letterhead_do_not_overlap(faces: Faces) -> None:
    data = printed(document(say(LONG), head=letterhead()), faces)
    lines = places(data)
    foot = lines[FUNDING][1]
    text = [y for line, (_, y) in lines.items() if line.startswith(("Das Amt", "Brief", "prüft", "schreibt"))]
    assert min(text) > 45
    assert max(text) < foot - 3


def test_a_mark_stands_on_every_page(faces: Faces) -> None:
    pages = said(printed(document(say(LONG), mark=MARK), faces))
    assert len(pages) > 1
    assert all(MARK in page for page in pages)


def test_texts_can_be_changed_without_touching_anything_else() -> None:
    tree = document(letter_top(), *every_block(), head=letterhead(), mark=MARK)
    shouted = with_texts(tree, str.upper)
    assert to_text(shouted) == to_text(tree).upper()
    assert shouted.letterhead is not None
    assert shouted.letterhead.funding == FUNDING.upper()
    assert (shouted.languages, shouted.mark) == (("de",), MARK.upper())
    assert with_texts(tree, str) == tree


def kinds(blocks: tuple[Block, ...]) -> set[type]:
    inner = [kinds(block.parts) for block in blocks if not isinstance(block, Paragraph | Heading)]
    beside = [kinds(column) for block in blocks if isinstance(block, Beside) for column in block.columns]
    return {type(block) for block in blocks}.union(*inner, *beside)


def test_the_sample_holds_every_kind_of_block() -> None:
    assert kinds((letter_top(), *every_block())) == set(get_args(Block))


@pytest.mark.parametrize("name", ["genogram wide de", "genogram wide de+ar"])
def test_a_wide_family_lies_on_its_side_on_one_page(name: str, faces: Faces) -> None:
    data = CASES[name].pdf(faces).data
    with opened(data) as pdf:
        assert [[round(float(side) / MM) for side in page.mediabox] for page in pdf.pages] == [[0, 0, 297, 210]]
    assert max(left for left, _top in places(data).values()) > 200


def test_a_picture_in_german_words_has_them_beside_the_family_s_language() -> None:
    text = to_text(CASES["genogram de+bg"].tree())
    assert "lebt im Haushalt" in text
    assert "жена или момиче" in text
    assert "lebt im Haushalt" not in to_text(CASES["genogram de"].tree())
