"""Code lists: versioned data parsed into one frozen Reference that the program builds once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kimdesk.base.errors import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEntry:
    """One code with its German and English label and the days it may be chosen."""

    code: str
    de: str
    en: str
    short_de: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def label(self, lang: Lang) -> str:
        """Return the label people read."""
        return self.de if lang == "de" else self.en

    def valid_on(self, day: dt.date) -> bool:
        """Tell whether the code may be chosen on a day; stored codes stay readable for ever."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class CodeList:
    """One code list in the order people read it."""

    name: str
    entries: tuple[CodeEntry, ...]
    _by_code: Mapping[str, CodeEntry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.entries})

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def label(self, code: str, lang: Lang = "de") -> str:
        """Return a code's label; a code of a newer program is shown as it is."""
        found = self._by_code.get(code)
        return found.label(lang) if found is not None else code


class Reference:
    """All code lists, built once by the program and passed down."""

    def __init__(self, lists: Mapping[str, CodeList]) -> None:
        self._lists = dict(lists)

    def __getitem__(self, name: str) -> CodeList:
        return self._lists[name]

    def __contains__(self, name: object) -> bool:
        return name in self._lists

    def with_list(self, codes: CodeList) -> Reference:
        """Return the lists with one of them replaced."""
        return Reference({**self._lists, codes.name: codes})

    def names(self) -> tuple[str, ...]:
        """Return the names of all lists."""
        return tuple(self._lists)

    def label(self, name: str, code: str | None, lang: Lang = "de") -> str:
        """Return the label of a code in a list; nothing recorded gives an empty text."""
        return "" if code is None else self._lists[name].label(code, lang)


def parse_code_list(name: str, data: Mapping[str, Any]) -> CodeList:
    """Build a code list from its parsed TOML; raises TypeError for a field it does not know."""
    entries = tuple(CodeEntry(**row) for row in data["code"])
    if len({entry.code for entry in entries}) != len(entries):
        raise ValueError(f"{name}: a code occurs twice")
    return CodeList(name, entries)


def build_reference(files: Iterable[tuple[str, Mapping[str, Any]]]) -> Reference:
    """Build the Reference from (list name, parsed TOML) pairs."""
    return Reference({name: parse_code_list(name, data) for name, data in files})
