"""What the print list shows, without a word in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kimdesk.base.errors import KimError


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper: of which family, what, for whom, in which languages, since when it waits.

    Once it was prepared: who is named on it and how many pages, or why it cannot be printed any more.
    """

    key: str
    family: str = field(repr=False)
    code: str
    case_number: str
    readers: str = field(repr=False)
    languages: tuple[str, ...]
    added: dt.date
    names: tuple[str, ...] = field(default=(), repr=False)
    pages: int = 0
    problem: KimError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A paper that was printed lately: of which family, what, when; whether it went to the wrong hands."""

    key: str
    family: str = field(repr=False)
    code: str
    date: dt.date
    misdirected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintListState:
    """All papers; `busy` while they are prepared, `checked` once they may be printed; what was printed lately."""

    lines: tuple[PaperLine, ...] = ()
    printed: tuple[PrintedLine, ...] = ()
    busy: bool = False
    checked: bool = False

    @property
    def pages(self) -> int:
        """How many pages would be printed."""
        return sum(line.pages for line in self.lines)
