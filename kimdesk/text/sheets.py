"""Phrase sheets: one row per sentence, for a person who reads or writes a translation (CSV, UTF-8, semicolons).

What she enters does not change the shipped files: it becomes a Phrasebook laid over them, which the vault keeps.
"""

from __future__ import annotations

import csv
import io
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.text.coverage import missing
from kimdesk.text.phrases import (
    GERMAN,
    OTHER,
    Phrase,
    Phrasebook,
    Reviewed,
    documents,
    for_families,
    load_phrases,
    needed,
    stock,
)
from kimdesk.text.plurals import categories
from kimdesk.text.shaping import Faces

ENGLISH = "en"
HEAD = ("Schlüssel", "Deutsch", "English", "Übersetzung", "Stand", "Geprüft von", "Datum")
STATES = {"draft": "Entwurf", "reviewed": "geprüft"}
READ_AS = {"geprüft": "reviewed", "reviewed": "reviewed", "entwurf": "draft", "draft": "draft", "": "draft"}
FORMULA = "=+-@\t\r"
"""Signs at which a spreadsheet would start to calculate."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet says: the language, the words entered, and the keys whose German has changed since."""

    language: str
    entries: Mapping[str, Reviewed]
    outdated: tuple[str, ...]

    @property
    def reviewed(self) -> int:
        """How many phrases count as reviewed."""
        return sum(entry.review == "reviewed" for key, entry in self.entries.items() if key not in self.outdated)


def sheet_keys() -> tuple[str, ...]:
    """Return what a translator is asked for: everything families read, in the order of the German files."""
    usual = {key for kind in ("standard_measure", "standard_goal") for key in stock(GERMAN, kind)}
    papers = [name for name in documents() if for_families(name)]
    return tuple(key for key in load_phrases(GERMAN).table if key in usual or any(needed(key, name) for name in papers))


def write_sheet(language: str, book: Phrasebook) -> str:
    """Return the sheet of a language; missing words are empty. Raises UserProblem document.language_not_yet."""
    own, german, english = book.load(language).table, load_phrases(GERMAN).table, load_phrases(ENGLISH).table
    entered = book.overlay.get(language, {})
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow([*HEAD[:3], f"{HEAD[3]} ({language})", *HEAD[4:]])
    for key in sheet_keys():
        phrase, by = own.get(key), entered.get(key)
        for form in _forms(german[key], language):
            told = [phrase.forms.get(form, ""), STATES[phrase.review]] if phrase else ["", STATES["draft"]]
            name = key if len(german[key].forms) == 1 else f"{key}[{form}]"
            source = [each.forms.get(form, each.text) for each in (german[key], english[key])]
            rows.writerow(_harmless([name, *source, *told, by.reviewer if by else "", by.day if by else ""]))
    return out.getvalue()


def _forms(german: Phrase, language: str) -> tuple[str, ...]:
    return (OTHER,) if len(german.forms) == 1 else categories(language)


def _harmless(cells: list[str]) -> list[str]:
    """Return cells no spreadsheet calculates with."""
    return [cell.lstrip(FORMULA) if cell.startswith(tuple(FORMULA)) else cell for cell in cells]


def read_sheet(text: str, *, reviewer: str, today: str, faces: Faces) -> Sheet:
    """Read a filled-in sheet; `reviewer` stands for all rows that name nobody.

    Nothing of a sheet with a mistake is taken. Raises UserProblem phrases.not_a_sheet, document.language_not_yet, or
    for the first row that does not fit phrases.row_unknown, _twice, _places, _forms, _letters, _state, _nobody.
    """
    rows = _rows(text)
    language = _language(next(rows, []))
    german = load_phrases(GERMAN).table
    wanted = set(sheet_keys())
    found: dict[str, dict[str, _Row]] = {}
    for number, cells in enumerate(rows, start=2):
        row = _row(number, cells, reviewer)
        if row is None:
            continue
        if row.key not in wanted:
            raise row.wrong("phrases.row_unknown")
        forms = found.setdefault(row.key, {})
        if row.form in forms:
            raise row.wrong("phrases.row_twice")
        _check(row, german[row.key], faces)
        forms[row.form] = row
    entries = {key: _entry(rows_of, german[key], language, today) for key, rows_of in found.items()}
    outdated = tuple(key for key, entry in entries.items() if entry.german != german[key].forms)
    return Sheet(language, entries, outdated)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    number: int
    key: str
    form: str
    german: str
    words: str
    review: str
    reviewer: str
    day: str

    def wrong(self, code: str) -> UserProblem:
        return UserProblem(code, row=self.number, key=self.key)


def _rows(text: str) -> Iterator[list[str]]:
    first = text.split("\n", maxsplit=1)[0]
    delimiter = max(";,\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise UserProblem("phrases.not_a_sheet") from error


def _language(head: list[str]) -> str:
    start = f"{HEAD[3]} ("
    if len(head) < len(HEAD) or not head[3].startswith(start):
        raise UserProblem("phrases.not_a_sheet")
    language = head[3].removeprefix(start).rstrip(") ")
    load_phrases(language)
    if language in {GERMAN, ENGLISH}:
        raise UserProblem("phrases.not_a_sheet")
    return language


def _row(number: int, cells: list[str], reviewer: str) -> _Row | None:
    """Return one row; None where nothing is entered."""
    cells = [cell.strip() for cell in cells] + [""] * len(HEAD)
    key, german, _english, words, state, by, day = cells[: len(HEAD)]
    if not words:
        return None
    name, _, form = key.rstrip("]").partition("[")
    review = READ_AS.get(state.casefold())
    row = _Row(
        number=number, key=name, form=form or OTHER, german=german, words=words, review=review or "",
        reviewer=by or reviewer.strip(), day=day,
    )  # fmt: skip
    if review is None:
        raise row.wrong("phrases.row_state")
    if review == "reviewed" and not row.reviewer:
        raise row.wrong("phrases.row_nobody")
    return row


def _check(row: _Row, german: Phrase, faces: Faces) -> None:
    said, slots = _places(row.words), _places(german.text)
    if said != slots and not (row.form != OTHER and said is not None and said | {"n"} == slots):
        raise row.wrong("phrases.row_places")
    if missing(row.words, faces):
        raise row.wrong("phrases.row_letters")


def _places(text: str) -> set[str] | None:
    """Return the places in braces; None where braces do not close."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _entry(rows: Mapping[str, _Row], german: Phrase, language: str, today: str) -> Reviewed:
    """Return the words of one phrase; it counts as reviewed if all its rows do."""
    first = next(iter(rows.values()))
    if set(rows) != set(_forms(german, language)):
        raise first.wrong("phrases.row_forms")
    read = all(row.review == "reviewed" for row in rows.values())
    seen = {form: rows[form].german for form in rows if form in german.forms}
    changed = any(german.forms[form] != text for form, text in seen.items())
    return Reviewed(
        german=seen if changed else german.forms,
        forms={form: row.words for form, row in rows.items()},
        review="reviewed" if read else "draft",
        reviewer=", ".join(dict.fromkeys(row.reviewer for row in rows.values())) if read else "",
        day=(first.day or today) if read else "",
    )


def with_sheet(book: Phrasebook, sheet: Sheet) -> Phrasebook:
    """Return a phrasebook in which a sheet's words replace older ones; what only repeats a shipped draft stays out."""
    shipped = load_phrases(sheet.language).table
    own = dict(book.overlay.get(sheet.language, {}))
    for key, entry in sheet.entries.items():
        if entry.review == "draft" and key in shipped and entry.forms == shipped[key].forms:
            own.pop(key, None)
        else:
            own[key] = entry
    return Phrasebook({**book.overlay, sheet.language: own})
