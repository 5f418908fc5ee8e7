"""What veraPDF does not notice: headings, tables, lists, languages and figures are tagged as what they are."""

from __future__ import annotations

import io

import pikepdf
import pytest

from kimdesk.documents.api import Faces, plan_pdf, recovery_pdf, visit_pdf
from tests.documents.every import CASES, names, printed
from tests.documents.samples import PLAN, RECOVERY, VISIT
from tests.documents.structure import elements, languages, tags


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def test_bilingual_family_plan(faces: Faces) -> None:
    with opened(plan_pdf(PLAN, languages=("de", "bg"), edition="family", faces=faces).data) as pdf:
        found = tags(pdf)
        assert (found["H1"], found["H2"], found["Table"]) == (1, 4, len(PLAN.goals))
        assert found["TH"] == 2 * len(PLAN.goals)
        assert languages(pdf) == {"de", "bg"}
        assert str(pdf.Root.Lang) == "de"


def test_german_full_plan(faces: Faces) -> None:
    with opened(plan_pdf(PLAN, languages=("de",), edition="full", faces=faces).data) as pdf:
        found = tags(pdf)
        assert (found["H1"], found["H2"], found["H3"]) == (1, 5, len(PLAN.goals))
        assert found["Table"] == len(PLAN.goals) + 1
        assert languages(pdf) == {"de"}


def test_german_free_text_is_tagged_as_german_in_an_english_document(faces: Faces) -> None:
    with opened(plan_pdf(PLAN, languages=("en",), edition="full", faces=faces).data) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert languages(pdf) == {"en", "de"}


def test_visit(faces: Faces) -> None:
    with opened(visit_pdf(VISIT, languages=("de",), faces=faces).data) as pdf:
        found = tags(pdf)
        assert (found["H1"], found["H2"], found["H3"], found["Table"], found["L"]) == (1, 4, 1, 2, 3)
        assert found["LI"] == found["Lbl"] == found["LBody"] == 5


def test_recovery_sheet(faces: Faces) -> None:
    with opened(recovery_pdf(RECOVERY, faces=faces).data) as pdf:
        figures = [node for node in elements(pdf) if node.S == "/Figure"]
        assert len(figures) == 1
        assert all(group in str(figures[0].Alt) for group in RECOVERY.groups)


@pytest.mark.parametrize("name", names())
def test_every_document_has_one_title_no_heading_jump_and_no_foreign_font(name: str, faces: Faces) -> None:
    with opened(printed(name, faces).data) as pdf:
        assert tags(pdf)["H1"] == 1
        depth = 0
        for node in elements(pdf):
            if (tag := str(node.S)[1:]) in ("H1", "H2", "H3"):
                assert int(tag[1]) <= depth + 1
                depth = int(tag[1])
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert font.Subtype == "/Type0"
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


@pytest.mark.parametrize("name", names())
def test_metadata(name: str, faces: Faces) -> None:
    tree = CASES[name].tree()
    with opened(printed(name, faces).data) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == tree.title == str(pdf.docinfo["/Title"])
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfuaid:part"] == "1"
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{tree.created:%Y%m%d}")
