"""Sheets go out and come back by files; what was reviewed outlives the session."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.base.errors import KimError
from kimdesk.casework import phrase_sheets, printing
from kimdesk.casework.desk import Desk


def review(path: Path) -> None:
    path.write_text(path.read_text("utf-8-sig").replace(";Entwurf;;", ";geprüft;;"), "utf-8-sig")


def test_a_reviewed_sheet_counts_and_is_remembered(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "bg.csv"
    phrase_sheets.export_sheet(desk, "bg", sheet)
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbf")
    review(sheet)
    taken = phrase_sheets.import_sheet(desk, sheet, reviewer="Dr. Maria Ivanova")
    assert taken.reviewed == len(taken.entries)
    desk.phrasebook = type(desk).phrasebook
    desk.load_profile()
    state = {each.language: each for each in phrase_sheets.overview(desk)}
    assert state["bg"].reviewed == state["bg"].phrases == state["bg"].present
    assert state["bg"].reviewers == ("Dr. Maria Ivanova",)
    assert (state["tr"].reviewed, state["tr"].reviewers) == (0, ())
    assert state["de"].reviewed == state["de"].phrases


def test_a_sheet_that_is_refused_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "bg.csv"
    phrase_sheets.export_sheet(desk, "bg", sheet)
    review(sheet)
    with pytest.raises(KimError) as refused:
        phrase_sheets.import_sheet(desk, sheet)
    assert refused.value.code == "phrases.row_nobody"
    assert desk.phrasebook.overlay == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "phrases.unreadable"), ("Übersetzung".encode("cp1252"), "phrases.not_utf8"),
     (b"x" * (phrase_sheets.MOST_BYTES + 1), "phrases.not_a_sheet")],
)  # fmt: skip
def test_files_that_are_no_sheets(desk: Desk, tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "sheet.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KimError) as refused:
        phrase_sheets.import_sheet(desk, path)
    assert refused.value.code == code


@pytest.mark.parametrize("language", ["de", "en", "xx"])
def test_languages_without_a_sheet(desk: Desk, tmp_path: Path, language: str) -> None:
    with pytest.raises(KimError):
        phrase_sheets.export_sheet(desk, language, tmp_path / "sheet.csv")
    assert not list(tmp_path.glob("*.csv"))


def test_usual_steps_come_with_their_translation(desk: Desk) -> None:
    steps = phrase_sheets.usual(desk, "standard_measure", "bg")
    assert len(steps) >= 40
    assert all(step.german and step.translation for step in steps)
    assert {step.translation for step in phrase_sheets.usual(desk, "standard_goal", "vi")} == {None}


def test_every_language_that_can_say_a_plan_is_offered(desk: Desk) -> None:
    assert {"de", "en", "bg", "ar", "ti"} <= set(printing.languages(desk))
    assert {"bg", "ti"} <= set(printing.languages(desk, "consent"))
    assert printing.languages(desk, "briefing") == ("de", "en")
