"""What a program did to the files below a folder, in order: recorded once, replayed into any crash.

Paths are relative to that folder, "" is the folder itself. A handle is one opening of one file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """A file or folder was opened; `creates` tells that the file came into being."""

    handle: int
    path: str
    creates: bool = False
    truncates: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes were written at a place."""

    handle: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncated:
    """A file was given a size."""

    handle: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """A file or folder was forced to the disk."""

    handle: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entry got another name; what had that name before is gone."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A file got a second name."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A file or an empty folder lost its name."""

    path: str


@dataclass(frozen=True, slots=True)
class Made:
    """A folder was made."""

    path: str


@dataclass(frozen=True, slots=True)
class Said:
    """The program told the outside world something; from here on it has to be true."""

    text: str


Event = Opened | Written | Truncated | Synced | Renamed | Linked | Removed | Made | Said
