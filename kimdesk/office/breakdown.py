"""One figure by municipality or provider: one-way tables in which no group stands for fewer than three workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kimdesk.domain.figures import FIGURES, FLOOR, REST, TOTAL, Period, Table
from kimdesk.domain.wire import table_of
from kimdesk.office.district import FEWEST_DESKS
from kimdesk.office.office import Office

By = Literal["place", "provider"]
UNKNOWN = "not_recorded"


@dataclass(slots=True)
class _Group:
    count: int = 0
    desks: set[bytes] = field(default_factory=set)

    def take(self, other: _Group) -> None:
        self.count += other.count
        self.desks |= other.desks


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The totals of one figure by group; groups too small to show are one, `other`; `desks` sent it altogether.

    A group is a municipality's code or a provider's name as it was given when its desks were let in.
    """

    table: Table
    desks: int


def breakdown(office: Office, period: Period, by: By) -> tuple[Breakdown, ...]:
    """Return every figure's total by municipality or provider: F1 counts cases at the end of the period."""
    belongs = {row.fingerprint: getattr(row, by) or UNKNOWN for row in office.post.ledger.partners()}
    by_number: dict[str, dict[str, _Group]] = defaultdict(lambda: defaultdict(_Group))
    for row in office.post.district.figures(period.start.isoformat(), period.end.isoformat()):
        group = by_number[row.value["figure"]][belongs.get(row.partner, UNKNOWN)]
        group.count += _total(table_of(row.value))
        group.desks.add(row.partner)
    return tuple(_shown(each.number, by_number[each.number]) for each in FIGURES if each.number in by_number)


def _total(table: Table) -> int:
    return dict(table.cells).get("end", 0) if table.number == "F1" else table.total


def _shown(number: str, groups: Mapping[str, _Group]) -> Breakdown:
    desks = set().union(*(group.desks for group in groups.values()))
    return Breakdown(table=Table(number=number, cells=_merged(groups)), desks=len(desks))


def _merged(groups: Mapping[str, _Group]) -> tuple[tuple[str, int], ...]:
    """Merge groups of fewer than three desks or five units, and then the smallest others, until nothing stands out."""
    kept = {name: group for name, group in groups.items() if _large(group)}
    rest = _Group()
    for name, group in groups.items():
        if name not in kept:
            rest.take(group)
    while rest.desks and not _large(rest) and kept:
        rest.take(kept.pop(min(kept, key=lambda name: (kept[name].count, name))))
    if not kept:
        return ((TOTAL, rest.count),)
    shown = tuple((name, kept[name].count) for name in sorted(kept, key=lambda name: (-kept[name].count, name)))
    return (*shown, (REST, rest.count)) if rest.desks else shown


def _large(group: _Group) -> bool:
    return len(group.desks) >= FEWEST_DESKS and group.count >= FLOOR
