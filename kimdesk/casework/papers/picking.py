"""Confided texts leave line by line: how the lines of a record are counted, and which of them were picked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Record
from kimdesk.domain.records import Contact

if TYPE_CHECKING:
    from kimdesk.casework.paper import Paper

Line = tuple[Record, str, str]
"""Record, field, one line of its text."""


def lines_of(records: Sequence[Record], names: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of these texts in the order in which they are numbered; empty lines do not count."""
    for record in records:
        for name in names:
            for line in (getattr(record, name, None) or "").splitlines():
                if line.strip():
                    yield record, name, line.strip()


def said_at(talk: Contact, contacts: Iterable[Contact]) -> Iterator[Line]:
    """Yield the lines of what the family said at a talk, then those of its corrections, the oldest first."""
    yield from lines_of((talk, *corrections_of(talk, contacts)), ("family_says",))


def corrections_of(talk: Contact, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return what was written beside a completed note later, the oldest first."""
    return tuple(sorted((each for each in contacts if each.corrects == talk.id), key=lambda each: (each.date, each.id)))


def fields_picked(lines: Iterator[Line], picked: frozenset[int]) -> frozenset[tuple[RecordId, str]]:
    """Return the fields of which a line was picked: what the gate is asked for."""
    return frozenset((record.id, name) for number, (record, name, _) in enumerate(lines) if number in picked)


def lines_picked(paper: Paper, lines: Iterator[Line], picked: frozenset[int]) -> dict[str, tuple[str, ...]]:
    """Return the lines picked, by field, as far as the gate lets them out."""
    found: dict[str, tuple[str, ...]] = {}
    for number, (record, name, line) in enumerate(lines):
        if number in picked and paper.gate.allows(record.id, name):
            found[name] = (*found.get(name, ()), line)
    return found
