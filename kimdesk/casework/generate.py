"""A synthetic caseload of any size, in many scripts and spellings; the same seed gives the same families."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TypeAlias

from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.desk import Desk
from kimdesk.casework.synthetic import Frame, Inventor
from kimdesk.domain.changes import Change
from kimdesk.domain.holidays import working_day_until

Span: TypeAlias = tuple[dt.date, dt.date | None]

CHANGES_AT_ONCE = 150  # keeps one write transaction well under 300 ms
ACTIVE_SHARE = 0.4
PHASES = (
    (21, ("clarification",)),
    (60, ("clarification", "assessment")),
    (120, ("assessment", "planning")),
    (240, ("planning", "linking", "monitoring")),
    (10_000, ("linking", "monitoring", "monitoring", "evaluation")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """How large an invented caseload is, and from which numbers it is drawn."""

    active: int
    closed: int
    seed: int
    contacts_active: int
    contacts_closed: int


class CaseNumbers:
    """Gives free case numbers year by year: after the desk's highest, or from 1 on around those taken."""

    def __init__(self, desk: Desk, taken: frozenset[str] | None = None) -> None:
        self._desk = desk
        self._taken = taken
        self._last: dict[int, int] = {}

    def next(self, year: int) -> str:
        """Return the next free number of a year."""
        prefix = f"{self._desk.profile.case_prefix}-{year}-"
        counter = self._last[year] if year in self._last else self._highest(prefix)
        taken = self._taken or frozenset()
        counter = next(n for n in count(counter + 1) if f"{prefix}{n:04d}" not in taken)
        self._last[year] = counter
        return f"{prefix}{counter:04d}"

    def _highest(self, prefix: str) -> int:
        highest = self._desk.query.highest_case_number(prefix) if self._taken is None else None
        return int(highest.removeprefix(prefix)) if highest else 0


def generate(desk: Desk, *, families: int, seed: int, contacts: int = 12, progress: Progress = SILENT) -> None:
    """Add invented families to a desk, `contacts` contacts each, in short transactions; not undoable.

    Raises Cancelled between two transactions; what was written until then stays.
    """
    active = round(families * ACTIVE_SHARE)
    load = Caseload(
        active=active, closed=families - active, seed=seed, contacts_active=contacts, contacts_closed=contacts
    )
    made = invent(desk, load, CaseNumbers(desk))
    write_families(desk, made, total=families, at_once=CHANGES_AT_ONCE, progress=progress)


def invent(desk: Desk, load: Caseload, numbers: CaseNumbers) -> Iterator[list[Change]]:
    """Yield the changes of each family of an invented caseload, those known longest first."""
    rng = Random(load.seed)  # noqa: S311 - invented data, no secrets
    spans = [_active_span(desk.today, rng) for _ in range(load.active)]
    spans += [_closed_span(desk.today, rng) for _ in range(load.closed)]
    inventor = Inventor(desk.clock, desk.reference, desk.today, rng)
    for start, end in sorted(spans, key=lambda span: span[0]):
        frame = Frame(
            case_number=numbers.next(start.year),
            first_contact=start,
            closed_on=end,
            phase=_phase(rng, (desk.today - start).days) if end is None else "closure",
            contacts=load.contacts_active if end is None else load.contacts_closed,
        )
        yield list(inventor.family(frame))


def write_families(
    desk: Desk, families: Iterable[Sequence[Change]], *, total: int, at_once: int, progress: Progress
) -> None:
    """Write whole families, several in one transaction until it holds `at_once` changes."""
    source = iter(families)
    done = 0
    progress.step(done, total)
    while batch := list(_filled(source, at_once)):
        desk.apply(*(change for family in batch for change in family), undoable=False)
        done += len(batch)
        progress.step(done, total)


def _filled(source: Iterator[Sequence[Change]], at_once: int) -> Iterator[Sequence[Change]]:
    size = 0
    while size < at_once and (family := next(source, None)) is not None:
        size += len(family)
        yield family


def _active_span(today: dt.date, rng: Random) -> Span:
    return working_day_until(today - dt.timedelta(days=int(8 + 700 * rng.random() ** 1.5))), None


def _closed_span(today: dt.date, rng: Random) -> Span:
    start = working_day_until(today - dt.timedelta(days=rng.randint(150, 1790)))
    longest = (today - start).days - 5
    end = start + dt.timedelta(days=rng.randint(min(60, longest), min(500, longest)))
    return start, working_day_until(max(end, start))


def _phase(rng: Random, days: int) -> str:
    return rng.choice(next(phases for limit, phases in PHASES if days < limit))
