"""What the page of a family's files shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kimdesk.base.errors import KimError
from kimdesk.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FileItem:
    """A file in the list."""

    key: str
    title: str
    kind: str = ""
    media_type: str = ""
    size: int = 0
    date: dt.date | None = None
    confided: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutItem:
    """Something that left: what, to whom, when, in which languages, how."""

    key: str
    date: dt.date
    document: str
    recipient: str = ""
    way: str = ""
    languages: tuple[str, ...] = ()
    pages: int | None = None
    misdirected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsState:
    """The whole page; `values` and `drafts` are those of the file shown in the form."""

    case: str
    files: tuple[FileItem, ...] = ()
    selected: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    people: tuple[tuple[str, str], ...] = ()
    handouts: tuple[HandoutItem, ...] = ()

    @property
    def file(self) -> FileItem | None:
        """The file shown."""
        return next((each for each in self.files if each.key == self.selected), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is seen of a file: a picture or PDF held in memory, nothing that can be shown, or why it is not there."""

    kind: Literal["reading", "picture", "pdf", "other", "problem"]
    data: bytes = field(default=b"", repr=False)
    error: KimError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of files given to the page: records made (hex), what failed by name, what still lies on a card."""

    added: tuple[str, ...] = ()
    failed: tuple[tuple[str, KimError], ...] = field(default=(), repr=False)
    on_card: int = 0
    cleaned: int = 0
    """Documents out of which author, program, times and places were taken."""
    may_stay_as_they_are: bool = False
    """Files were refused that can be kept with their traces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Somebody a copy may be meant for: nobody named is the own record; a body comes with its purpose."""

    kind: Literal["own", "readers", "body", "lead"]
    name: str = field(default="", repr=False)
    purpose: str = ""
