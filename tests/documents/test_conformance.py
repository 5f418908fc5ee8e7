"""veraPDF accepts every document as PDF/UA-1 and PDF/A-2a, and goes red where we break one on purpose."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from installer import judges
from kimdesk.documents.api import Faces
from tests.documents.every import GATE, names, printed
from tests.documents.structure import elements


def without_alt(pdf: pikepdf.Pdf) -> None:
    figures = [node for node in elements(pdf) if node.S == "/Figure"]
    del figures[0]["/Alt"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_title_flag(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def without_header_scope(pdf: pikepdf.Pdf) -> None:
    for node in elements(pdf):
        if node.S == "/TH":
            del node["/A"]


def with_heading_jump(pdf: pikepdf.Pdf) -> None:
    heading = next(node for node in elements(pdf) if node.S == "/H2")
    heading.S = pikepdf.Name.H4


def with_unmarked_content(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(pdf.make_stream(b"0 0 10 10 re f"))


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")


MUTATIONS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "alt": without_alt,
    "language": without_language,
    "title_flag": without_title_flag,
    "output_intent": without_output_intent,
    "header_scope": without_header_scope,
    "heading_jump": with_heading_jump,
    "unmarked_content": with_unmarked_content,
    "script": with_script,
}


def asked(session: pytest.Session) -> list[str]:
    """Return the documents that this run asks about: all of them, or those looked at every day."""
    tests = [item for item in session.items if isinstance(item, pytest.Function)]
    return [item.callspec.params["name"] for item in tests if item.originalname == "test_verapdf_accepts"]


@pytest.fixture(scope="module")
def verdicts(
    request: pytest.FixtureRequest, faces: Faces, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, judges.Verdict]]:
    """Ask veraPDF once about all files of this run; its start takes longer than its answers."""
    if reason := judges.why_no_verapdf():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("documents")
    files: dict[Path, str] = {}
    for k, name in enumerate(asked(request.session)):
        path = folder / f"{k}.pdf"
        path.write_bytes(printed(name, faces).data)
        files[path] = name
    original = printed("recovery de", faces).data
    for name, mutate in MUTATIONS.items():
        with pikepdf.open(io.BytesIO(original)) as pdf:
            mutate(pdf)
            pdf.save(folder / f"{name}.pdf")
        files[folder / f"{name}.pdf"] = name
    found: dict[str, dict[str, judges.Verdict]] = {name: {} for name in files.values()}
    for verdict in judges.verapdf(list(files)):
        found[files[verdict.file]][verdict.flavour] = verdict
    return found


@pytest.mark.parametrize("name", names(every_day=GATE))
def test_verapdf_accepts(name: str, verdicts: dict[str, dict[str, judges.Verdict]]) -> None:
    failed = {flavour: verdict.rules for flavour, verdict in verdicts[name].items() if not verdict.passed}
    assert failed == {}
    assert set(verdicts[name]) == {"ua1", "2a"}


@pytest.mark.parametrize("name", MUTATIONS)
def test_verapdf_sees_what_we_break(name: str, verdicts: dict[str, dict[str, judges.Verdict]]) -> None:
    assert not all(verdict.passed for verdict in verdicts[name].values())
