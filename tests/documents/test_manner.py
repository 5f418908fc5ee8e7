"""Big type, easy language, Latin spelling, marks and passwords: how a document is printed."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import chain

import pikepdf
import pypdf
import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.documents.api import Faces, Manner, plan_pdf, protected, visit_pdf
from kimdesk.documents.blocks import to_text
from kimdesk.documents.engine.look import (
    ACCENT,
    ACCENT_SOFT,
    COMPACT,
    DIM,
    EASY,
    INK,
    LARGE,
    LINE_COLOUR,
    NORMAL,
    TIGHT,
    Look,
)  # fmt: skip
from kimdesk.documents.manner import LOOKS
from kimdesk.documents.plan import plan
from kimdesk.documents.render import render
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import EASY_GERMAN, Voices
from kimdesk.text.phrases import load_phrases
from tests.documents.every import LONG, LONG_TRANSLATION, printed
from tests.documents.pseudo import pseudo
from tests.documents.samples import HOUSING, PLAN, VISIT, long_plan
from tests.documents.test_blocks import said

EASY_VOICES = Voices((replace(load_phrases("de"), language=EASY_GERMAN),))
BILINGUAL = Voices((*EASY_VOICES.all, pseudo("uk")))
REPRINT = load_phrases("de").say("reprint")


def sizes(data: bytes) -> set[float]:
    """Return the sizes of all letters between the edges of the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        code = "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)
    content = re.sub(r"/Artifact <</Type /Pagination>> BDC.*?\nEMC", "", code, flags=re.DOTALL)
    return {float(size) for size in re.findall(r"/K\d+ ([\d.]+) Tf", content)}


def test_big_type_has_fourteen_points_for_everything_that_is_read(faces: Faces) -> None:
    data = plan_pdf(PLAN, languages=("de", "bg"), edition="full", faces=faces, manner=Manner(variant="large")).data
    assert min(sizes(data)) >= 12
    assert sizes(data) >= {14.0}
    assert sizes(data) <= {look.size for look in (*LARGE.styles.values(), *LARGE.headings)}
    assert LARGE.styles["body"].size == LARGE.styles["cell"].size == EASY.styles["cell"].size == 14


@pytest.mark.parametrize("goals", [1, 4, 8])
def test_a_family_plan_in_big_type_has_at_most_two_leaves(goals: int, faces: Faces) -> None:
    view = long_plan(goals, 5, LONG, LONG_TRANSLATION)
    pdf = plan_pdf(view, languages=("de", "bg"), edition="family", faces=faces, manner=Manner(variant="large"))
    assert pdf.pages <= 4


def test_easy_language_writes_dates_in_words(faces: Faces) -> None:
    words = to_text(plan(PLAN, EASY_VOICES, "full")) + to_text(visit(VISIT, EASY_VOICES))
    assert "8. Januar 2027" in words
    assert "3. Dezember 2026" in words
    assert not re.search(r"\d\d\.\d\d\.\d{4}", words.replace("16.11.2026", ""))


def test_easy_language_beside_another_keeps_the_other_ones_figures() -> None:
    words = to_text(plan(PLAN, BILINGUAL, "family"))
    assert "8. Januar 2027" in words
    assert "08.01.2027" in words


def test_easy_language_divides_no_word_and_sets_one_sentence_a_line(faces: Faces) -> None:
    wording = "Wir wohnen bald ohne Schimmel. Die Schweigepflichtsentbindung ist unterschrieben. Gut so."
    tree = visit(replace(VISIT, family_says=(wording,), place=None, interpreter=None), EASY_VOICES)
    found = render(tree, faces=faces, look=EASY)
    assert found is not None
    lines = [line.strip() for page in said(found.data) for line in page.splitlines()]
    assert "Gut so." in lines
    assert not any(line.endswith(("\u00ad", "-", "\ufffe")) for line in lines)


def test_easy_language_has_a_leading_of_one_and_a_half() -> None:
    for name in ("body", "cell", "small"):
        assert EASY.styles[name].leading == pytest.approx(1.5 * EASY.styles[name].size)  # type: ignore[index]


@pytest.mark.parametrize("look", [*chain.from_iterable(LOOKS.values()), TIGHT])
def test_a_heading_stands_on_one_line_with_the_second_language_beside_it(look: Look) -> None:
    assert look.headings == tuple(look.styles[name] for name in ("title", "section", "entry"))


def test_a_correction_is_headed_alike_in_both_languages(faces: Faces) -> None:
    data = printed("visit de+bg", faces).data
    heights: dict[str, float] = {}

    def note(said: str, _cm: object, place: list[float], *_: object) -> None:
        heights.update({word: place[5] for word in ("Berichtigung", "Поправка") if word in said})

    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        page.extract_text(visitor_text=note)
    assert heights["Berichtigung"] == heights["Поправка"]


def test_easy_takes_the_place_of_german_only() -> None:
    easy = Manner(variant="easy")
    assert easy.languages(("de", "bg")) == (EASY_GERMAN, "bg")
    assert easy.languages(("en",)) == ("en",)
    assert Manner(variant="large").languages(("de",)) == ("de",)


def test_latin_spelling_prints_what_would_be_refused(faces: Faces) -> None:
    view = replace(PLAN, goals=(replace(HOUSING, wording="Herr 東 hilft 😀 uns"),))
    with pytest.raises(UserProblem):
        plan_pdf(view, languages=("de",), edition="full", faces=faces)
    data = plan_pdf(view, languages=("de",), edition="full", faces=faces, manner=Manner(latin=True)).data
    assert "Herr Dong hilft" in " ".join(said(data)).replace("\u00a0", " ")


def test_latin_spelling_changes_nothing_where_everything_can_be_drawn(faces: Faces) -> None:
    plain = visit_pdf(VISIT, languages=("de", "bg"), faces=faces)
    assert plain.sha256 == visit_pdf(VISIT, languages=("de", "bg"), faces=faces, manner=Manner(latin=True)).sha256


def test_a_reprint_says_so_on_every_page_in_both_languages(faces: Faces) -> None:
    data = plan_pdf(PLAN, languages=("de", "bg"), edition="full", faces=faces, manner=Manner(mark="reprint")).data
    pages = said(data)
    assert all(REPRINT in page and load_phrases("bg").say("reprint") in page for page in pages)
    unmarked = said(plan_pdf(PLAN, languages=("de", "bg"), edition="full", faces=faces).data)
    assert not any(REPRINT in page for page in unmarked)


@pytest.mark.parametrize("password", ["geheim", "Übergröße 12", "пароль", "كلمة"])
def test_a_file_with_a_password_opens_with_it_alone(password: str, faces: Faces) -> None:
    plain = visit_pdf(VISIT, languages=("de",), faces=faces).data
    data = protected(plain, password)
    assert b"Dimitrov" not in data
    for wrong in ("", "falsch"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(data), password=wrong)
    with pikepdf.open(io.BytesIO(data), password=password) as pdf, pikepdf.open(io.BytesIO(plain)) as original:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            assert "pdfaid:part" not in metadata
            assert metadata["pdfuaid:part"] == "1"
        assert pdf.pages[0].Contents.read_bytes() == original.pages[0].Contents.read_bytes()


def test_an_empty_password_is_refused(faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        protected(visit_pdf(VISIT, languages=("de",), faces=faces).data, "")
    assert refused.value.code == "document.password_empty"


def luminance(colour: str) -> float:
    """Return relative luminance as WCAG 2 counts it; what a grey printer makes of a colour."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in map(float, colour.split())]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_everything_can_be_read_in_black_and_white() -> None:
    white = "1 1 1"
    looks = (NORMAL, COMPACT, LARGE, EASY)
    used = {style.colour for look in looks for style in (*look.styles.values(), *look.headings)}
    assert used == {INK, DIM, ACCENT}
    for colour in used:
        assert contrast(colour, white) >= 5.5
        assert contrast(colour, ACCENT_SOFT) >= 5
    assert contrast(LINE_COLOUR, white) > 2
