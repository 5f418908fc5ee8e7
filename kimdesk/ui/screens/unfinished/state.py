"""What the screen of unfinished entries shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One field: its label, what was typed, what is stored now where that is newer, and what is not valid yet."""

    label: str
    typed: str = field(repr=False)
    now: str = field(default="", repr=False)
    moved: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record or dialog with unfinished text; `key` names it, `at` is UTC milliseconds.

    `family` is the label of its case, `what` the kind of record. `takes` tells whether it can become a change as it is,
    `opens` whether there is a place to go on typing.
    """

    key: str
    what: str
    family: str = field(default="", repr=False)
    at: int = 0
    lines: tuple[FieldLine, ...] = ()
    takes: bool = True
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedState:
    """All entries, the newest first."""

    entries: tuple[Entry, ...] = ()
