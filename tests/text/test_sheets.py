"""Phrase sheets: what a person outside fills in comes back as it was, or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.resources import resource
from kimdesk.text import phrases
from kimdesk.text.kept_phrases import as_text, from_text
from kimdesk.text.phrases import SHIPPED, load_phrases, nobody_signs
from kimdesk.text.shaping import Faces
from kimdesk.text.sheets import HEAD, Sheet, read_sheet, sheet_keys, with_sheet, write_sheet

DAY = "2026-11-23"
Row = list[str]


def rows_of(sheet: str) -> list[Row]:
    return list(csv.reader(io.StringIO(sheet), delimiter=";"))


def filled(language: str, change: Callable[[Row], Row], *, delimiter: str = ";") -> str:
    head, *rows = rows_of(write_sheet(language, SHIPPED))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([head, *map(change, rows)])
    return out.getvalue()


def reviewed(row: Row) -> Row:
    return [*row[:4], "geprüft", *row[5:]]


def only(key: str, change: Callable[[Row], Row]) -> Callable[[Row], Row]:
    return lambda row: change(row) if row[0] == key else row


def said(row: Row, words: str) -> Row:
    return [*row[:3], words, *row[4:]]


def read(text: str, faces: Faces, reviewer: str = "Dr. Maria Ivanova") -> Sheet:
    return read_sheet(text, reviewer=reviewer, today=DAY, faces=faces)


@pytest.mark.parametrize("language", ["ar", "bg", "so"])
def test_a_sheet_asks_for_everything_families_read(language: str) -> None:
    head, *rows = rows_of(write_sheet(language, SHIPPED))
    assert head == [*HEAD[:3], f"Übersetzung ({language})", *HEAD[4:]]
    keys = {row[0].partition("[")[0] for row in rows}
    assert keys == set(sheet_keys())
    assert {"plan_changes.versions", "minutes.agreed", "closing.lead", "correction.lead"} <= keys
    assert not {key for key in keys if key.startswith(("briefing.", "recovery.", "incident."))}
    assert all(len(row) == len(HEAD) and row[1] and row[2] for row in rows)
    assert {row[4] for row in rows} == {"Entwurf"}
    assert bool([row for row in rows if not row[3]]) == (set(sheet_keys()) > set(load_phrases(language).table))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_reviewed_sheet_makes_a_language_whole(delimiter: str, faces: Faces) -> None:
    sheet = read("\ufeff" + filled("bg", reviewed, delimiter=delimiter), faces)
    book = with_sheet(SHIPPED, sheet)
    assert (sheet.language, sheet.reviewed, sheet.outdated) == ("bg", len(sheet_keys()), ())
    consent = tuple(book.load(each, "consent") for each in ("de", "bg"))
    assert not consent[1].drafts()
    assert not nobody_signs("consent", consent)
    assert book.load("bg", "closing").say("closing.contacts", n=2) == "2 контакта"


@pytest.mark.parametrize("language", ["ar", "fr", "hi", "hr", "ti"])
def test_a_sheet_comes_back_as_it_went_out_in_every_script(language: str, faces: Faces) -> None:
    sheet = read(filled(language, reviewed), faces)
    own = load_phrases(language).table
    assert {key: entry.forms for key, entry in sheet.entries.items()} == {key: own[key].forms for key in sheet_keys()}
    assert sheet.reviewed == len(sheet_keys())


def test_who_reviewed_and_when_is_kept(faces: Faces) -> None:
    named = filled("bg", only("plan.goals", lambda row: [*row[:4], "geprüft", "Petar Petrov", "2026-10-01"]))
    book = with_sheet(SHIPPED, read(named, faces, reviewer=""))
    entry = book.overlay["bg"]["plan.goals"]
    assert (entry.reviewer, entry.day, len(book.overlay["bg"])) == ("Petar Petrov", "2026-10-01", 1)
    again = {row[0]: row for row in rows_of(write_sheet("bg", book))}
    assert again["plan.goals"][4:] == ["geprüft", "Petar Petrov", "2026-10-01"]
    by_argument = with_sheet(SHIPPED, read(filled("bg", reviewed), faces)).overlay["bg"]["plan.goals"]
    assert (by_argument.reviewer, by_argument.day) == ("Dr. Maria Ivanova", DAY)


def test_nothing_counts_as_reviewed_without_a_name(faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        read(filled("bg", reviewed), faces, reviewer="  ")
    assert refused.value.code == "phrases.row_nobody"


def test_better_words_that_nobody_reviewed_are_used_and_stay_a_draft(faces: Faces) -> None:
    book = with_sheet(SHIPPED, read(filled("bg", only("plan.goals", lambda row: said(row, "Цели"))), faces))
    plan = book.load("bg", "plan")
    assert (plan.say("plan.goals"), plan.table["plan.goals"].review) == ("Цели", "draft")
    assert set(book.overlay["bg"]) == {"plan.goals"}


@pytest.fixture
def without_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somali as if nobody had written its letters yet."""
    shipped = resource("phrases")
    (tmp_path / "phrases" / "so").mkdir(parents=True)
    for path in shipped.glob("so/*.toml"):
        if path.stem != "letters":
            (tmp_path / "phrases" / "so" / path.name).symlink_to(path)
    for name in ("de", "en", "documents.toml"):
        (tmp_path / "phrases" / name).symlink_to(shipped / name)
    monkeypatch.setattr(phrases, "resource", tmp_path.joinpath)
    for kept in (phrases.load_phrases, phrases.lacking):
        kept.cache_clear()
    yield
    for kept in (phrases.load_phrases, phrases.lacking):
        kept.cache_clear()


@pytest.mark.usefixtures("without_letters")
def test_a_sheet_can_complete_a_language(faces: Faces) -> None:
    assert "so" not in SHIPPED.languages_for("letter")
    sheet = read(filled("so", lambda row: said(row, row[2]) if row[0].startswith("letter.") else row), faces)
    book = with_sheet(SHIPPED, sheet)
    assert "so" in book.languages_for("letter")
    assert book.load("so", "letter").drafts()


def test_a_sheet_whose_german_has_changed_is_taken_as_draft(faces: Faces) -> None:
    text = filled("bg", only("plan.goals", lambda row: [row[0], "Ziele von gestern", *reviewed(row)[2:]]))
    sheet = read(text, faces)
    assert sheet.outdated == ("plan.goals",)
    assert with_sheet(SHIPPED, sheet).load("bg", "plan").table["plan.goals"].review == "draft"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (only("plan.goals", lambda row: ["plan.unknown", *row[1:]]), "phrases.row_unknown"),
        (only("plan.goals", lambda row: ["plan.wish", *row[1:]]), "phrases.row_twice"),
        (only("plan.review", lambda row: said(row, "Ще говорим отново.")), "phrases.row_places"),
        (only("plan.review", lambda row: said(row, "{date} {")), "phrases.row_places"),
        (only("plan.review", lambda row: said(row, "{date} {0}")), "phrases.row_places"),
        (only("plan.goals", lambda row: said(row, "Цели 🎯")), "phrases.row_letters"),
        (only("closing.contacts[one]", lambda row: said(row, "")), "phrases.row_forms"),
        (only("plan.goals", lambda row: [*row[:4], "fertig", *row[5:]]), "phrases.row_state"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_nothing_is_taken(
    change: Callable[[Row], Row], code: str, faces: Faces
) -> None:
    with pytest.raises(UserProblem) as refused:
        read(filled("bg", change), faces)
    assert refused.value.code == code
    assert int(refused.value.params["row"]) > 1


OTHER_FILES = (
    "",
    "nur ein Text",
    "a;b;c;d;e;f;g\n",
    '"offen;;;\n',
    "Schlüssel;;;Übersetzung (xx);;;\n",
    "Schlüssel;;;Übersetzung (de);;;\n",
)


@pytest.mark.parametrize("text", OTHER_FILES)
def test_other_files_are_refused(text: str, faces: Faces) -> None:
    with pytest.raises(UserProblem) as refused:
        read(text, faces)
    assert refused.value.code in {"phrases.not_a_sheet", "document.language_not_yet"}


def test_no_cell_makes_a_spreadsheet_calculate(faces: Faces) -> None:
    text = filled("bg", only("plan.goals", lambda row: [*row[:4], "geprüft", "=HYPERLINK(1)", DAY]))
    book = with_sheet(SHIPPED, read(text, faces))
    assert not [cell for row in rows_of(write_sheet("bg", book)) for cell in row if cell.startswith(("=", "+", "@"))]


def test_the_vault_keeps_what_was_entered(faces: Faces) -> None:
    book = with_sheet(SHIPPED, read(filled("ar", reviewed), faces))
    assert from_text(as_text(book)) == book
    assert from_text(None) == SHIPPED
