"""Phrase sheets for people outside who read or write translations, and the usual steps and goals in every language.

What is reviewed lies in the vault: it decides whether a consent may be signed, so nobody changes it from outside.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kimdesk.base.errors import Surroundings, UserProblem
from kimdesk.casework.desk import Desk
from kimdesk.text.phrases import GERMAN, load_phrases, shipped_languages
from kimdesk.text.shaping import load_faces
from kimdesk.text.sheets import Sheet, read_sheet, sheet_keys, with_sheet, write_sheet
from kimdesk.vault.files import write_durable
from kimdesk.vault.trouble import from_os_error

__all__ = ["LanguageState", "Sheet", "Usual", "export_sheet", "import_sheet", "overview", "usual"]

MOST_BYTES = 4 * 1024 * 1024
SOURCES = frozenset((GERMAN, "en"))
Kind = Literal["standard_measure", "standard_goal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageState:
    """How far a language is: phrases families read, those it has, those reviewed, and who reviewed them last."""

    language: str
    name: str
    phrases: int
    present: int
    reviewed: int
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """One usual step or goal: as it is written in German, and in the family's language where there are words."""

    key: str
    german: str
    translation: str | None


def overview(desk: Desk) -> tuple[LanguageState, ...]:
    """Return every language with its state."""
    return tuple(_state(desk, language) for language in shipped_languages())


def _state(desk: Desk, language: str) -> LanguageState:
    told = desk.phrasebook.load(language)
    keys = sheet_keys()
    entered = desk.phrasebook.overlay.get(language, {})
    return LanguageState(
        language=language,
        name=told.name,
        phrases=len(keys),
        present=sum(key in told.table for key in keys),
        reviewed=sum(key in told.table and told.table[key].review == "reviewed" for key in keys),
        reviewers=tuple(sorted(Counter(entry.reviewer for entry in entered.values() if entry.reviewer))),
    )


def export_sheet(desk: Desk, language: str, path: Path) -> None:
    """Write the sheet of a language where the user chose; whole or not at all.

    It holds no personal data but the names of reviewers. Raises UserProblem document.language_not_yet,
    phrases.source_language; Surroundings.
    """
    if language in SOURCES:
        raise UserProblem("phrases.source_language")
    text = write_sheet(language, desk.phrasebook)
    try:
        write_durable(path, text.encode("utf-8-sig"))
    except OSError as error:
        raise from_os_error(error) from error


def import_sheet(desk: Desk, path: Path, *, reviewer: str = "") -> Sheet:
    """Take over a filled-in sheet; rows count as reviewed only where somebody is named.

    An act: the caller has confirmed it. Raises what reading a sheet raises, Surroundings; then nothing is changed.
    """
    sheet = read_sheet(_text(path), reviewer=reviewer, today=desk.today.isoformat(), faces=load_faces())
    desk.save_phrasebook(with_sheet(desk.phrasebook, sheet))
    return sheet


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Surroundings("phrases.unreadable") from error
    if len(content) > MOST_BYTES:
        raise UserProblem("phrases.not_a_sheet")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserProblem("phrases.not_utf8") from error


def usual(desk: Desk, kind: Kind, language: str) -> tuple[Usual, ...]:
    """Return the usual steps or goals in German and in a family's language, to be taken over into a plan."""
    told = desk.phrasebook.load(language).table if language in shipped_languages() else {}
    german = load_phrases(GERMAN).table
    keys = [key for key in german if key.startswith(f"{kind}.")]
    return tuple(Usual(key, german[key].text, told[key].text if key in told else None) for key in keys)
