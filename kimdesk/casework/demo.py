"""The demo caseload: families told in resources/demo, and invented ones beside them, on days around today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import SILENT, Progress
from kimdesk.base.resources import resource
from kimdesk.casework import families
from kimdesk.casework.demo_notation import Notation
from kimdesk.casework.desk import Desk, Profile
from kimdesk.casework.generate import Caseload, CaseNumbers, invent, write_families
from kimdesk.domain.changes import Change, Create, Set
from kimdesk.domain.declare import FieldSpec, Kind, Type
from kimdesk.domain.values import Value

MAIN_FAMILY = "dimitrov"
CHANGES_AT_ONCE = 400
Row = Mapping[str, Any]


def load_demo(desk: Desk, *, progress: Progress = SILENT) -> None:
    """Fill an empty desk with the demo caseload and the profile that belongs to it; not undoable.

    Raises Cancelled between two transactions.
    """
    about = _read("desk.toml")
    desk.save_profile(Profile(**about["profile"]))
    directory = Story(desk, _read("directory.toml"))
    told = [Story(desk, row, directory.ids) for row in _told().values()]
    total, active = about["total"], about["active"]
    load = Caseload(
        active=active - len(told), closed=total - active, seed=about["seed"], contacts_active=7, contacts_closed=3
    )
    numbers = CaseNumbers(desk, frozenset(story.case_number for story in told))
    desk.apply(*directory.changes(), *Story(desk, about).changes(), undoable=False)
    made = chain((list(story.changes()) for story in told), invent(desk, load, numbers))
    write_families(desk, made, total=total, at_once=CHANGES_AT_ONCE, progress=progress)


def main_family(desk: Desk) -> RecordId:
    """Return the case the demo tells most of; raises UserProblem(case.not_found) where no demo was loaded."""
    return families.find(desk, Story(desk, _told()[MAIN_FAMILY]).case_number).id


def _told() -> dict[str, Row]:
    files = sorted(resource("demo", "families").glob("*.toml"))
    return {file.stem: _read("families", file.name) for file in files}


def _read(*path: str) -> Row:
    return tomllib.loads(resource("demo", *path).read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class _Written:
    """One row of a data file with what it hangs on."""

    kind: Kind
    row: Row
    id: RecordId
    above: Mapping[str, RecordId]
    position: int


@dataclass(slots=True)
class Story:
    """One data file, turned into changes: keys become ids, relative days become days."""

    desk: Desk
    data: Row
    known: Mapping[str, RecordId] = field(default_factory=dict)
    """Keys of the directory that a family's rows may name."""
    ids: dict[str, RecordId] = field(init=False, default_factory=dict)
    _notation: Notation = field(init=False)

    def __post_init__(self) -> None:
        self._notation = Notation(self.desk.today)

    @property
    def case_number(self) -> str:
        """The family's case number; its year is that of the first contact."""
        case = self.data["case"]
        year = self._notation.day(case["first_contact"]).year
        return f"{self.desk.profile.case_prefix}-{year}-{case['number']:04d}"

    def changes(self) -> Iterator[Change]:
        """Yield what makes the records: parents first, signatures last because they freeze."""
        order = {kind.name: number for number, kind in enumerate(self.desk.services.registry)}
        written = sorted(self._rows(self.data, {}), key=lambda each: order[each.kind.name])
        for each in written:
            yield Create(each.kind.name, each.id, self._values(each))
        for each in written:
            if each.kind.freezes in each.row:
                yield Set(each.kind.name, each.id, each.kind.freezes, self._value(each, each.kind.freezes))

    def _rows(self, data: Row, above: Mapping[str, RecordId]) -> Iterator[_Written]:
        if "case" in data:
            case = new_id(self.desk.clock)
            yield _Written(self.desk.services.registry["case"], self._case(data["case"]), case, {}, 1)
            above = {"case": case}
        for name, rows in _nested(data):
            if name in self.desk.services.registry:
                yield from self._list(name, rows, above)

    def _list(self, name: str, rows: list[Row], above: Mapping[str, RecordId]) -> Iterator[_Written]:
        for position, row in enumerate(rows, start=1):
            record = new_id(self.desk.clock)
            if "key" in row:
                self.ids[row["key"]] = record
            yield _Written(self.desk.services.registry[name], row, record, above, position)
            yield from self._rows(row, {**above, name: record})

    def _case(self, row: Row) -> Row:
        own = {"case_number": self.case_number, "owner": self.desk.store.device.hex(), "epoch": 1}
        return {**{name: value for name, value in row.items() if name != "number"}, **own}

    def _values(self, written: _Written) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for spec in written.kind.fields:
            if _hangs_on(spec) and spec.target in written.above:
                values[spec.name] = written.above[spec.target]
            elif spec.name == "position":
                values[spec.name] = written.position
        given = set(written.row) - {"key", written.kind.freezes} - {name for name, _ in _nested(written.row)}
        return values | {name: self._value(written, name) for name in given}

    def _value(self, written: _Written, name: str) -> Value:
        spec, value = written.kind.field(name), written.row[name]
        match spec.type:
            case Type.DATE:
                return self._notation.day(value)
            case Type.PARTIAL_DATE:
                return self._notation.birth(value)
            case Type.TEXT | Type.NOTE:
                return self._notation.text(value)
            case Type.REF | Type.PARENT:
                return self._named(value)
            case Type.REFS:
                return frozenset(self._named(key) for key in value)
            case Type.CODES:
                return frozenset(value)
            case _:
                return value  # type: ignore[no-any-return]  # codes and numbers stand as they are

    def _named(self, key: str) -> RecordId:
        return self.ids[key] if key in self.ids else self.known[key]


def _hangs_on(spec: FieldSpec) -> bool:
    return spec.type is Type.PARENT or (spec.type is Type.REF and spec.name == spec.target)


def _nested(row: Row) -> Iterator[tuple[str, list[Row]]]:
    """Yield the lists of rows below a row; a reference of the same name (measure.goal) is none."""
    for name, value in row.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield name, value
