"""`phrases`: state of the languages, a sheet out, a sheet back."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import Kimdesk


def test_a_sheet_goes_out_and_comes_back(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "uk.csv"
    silent = kimdesk.open("phrases", "export", vault, "uk", "-o", sheet)
    assert (silent.exit, silent.code()) == (2, "usage.no_confirmation")
    written = kimdesk.open("phrases", "export", vault, "uk", "-o", sheet, "--yes")
    assert written.exit == 0
    assert "keine Akte" in written.out
    assert kimdesk.open("phrases", "export", vault, "uk", "-o", sheet, "--yes").code() == "medium.exists"
    sheet.write_text(sheet.read_text("utf-8-sig").replace(";Entwurf;;", ";geprüft;;"), "utf-8-sig")
    assert kimdesk.open("phrases", "import", vault, sheet).code() == "phrases.row_nobody"
    assert kimdesk.open("phrases", "import", vault, sheet, "--reviewer", "Olena Bondar").exit == 0
    told = {each["language"]: each for each in kimdesk.open("phrases", "list", vault, "--json").json()}
    assert told["uk"]["reviewed"] == told["uk"]["phrases"]
    assert told["uk"]["reviewers"] == ["Olena Bondar"]
    assert told["so"]["present"] == told["so"]["phrases"]
    assert told["so"]["reviewed"] == 0
