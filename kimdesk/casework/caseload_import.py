"""Taking over a caseload that somebody kept in a table: read, shown as it would be, written as one change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import new_id
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import editing, families
from kimdesk.casework.caseload_rows import RowReader, joined
from kimdesk.casework.course import CLOSED
from kimdesk.casework.desk import Desk
from kimdesk.documents.sheets import MOST_BYTES, MOST_ROWS, read_sheets
from kimdesk.domain.changes import Change, Changes, Create
from kimdesk.domain.columns import REMARK, Mapped, guess, heading_row, named
from kimdesk.domain.likeness import Known, Named
from kimdesk.domain.records import RECORDS, Case, Person
from kimdesk.domain.retention import delete_on
from kimdesk.domain.values import Value, show
from kimdesk.domain.views.imports import (
    ALIKE_ABOVE,
    ALIKE_HERE,
    CLOSED_TODAY,
    CUT,
    NUMBER_KNOWN,
    Hint,
    ImportPreview,
    ImportRow,
)
from kimdesk.domain.views.sheets import Sheet
from kimdesk.exchange.medium import watched

__all__ = ["MOST_ROWS", "guess", "heading_row", "named", "preview", "read_table", "take"]

LONGEST_REMARK = RECORDS["case"].field("concern").max_length


def read_table(path: Path, progress: Progress = SILENT) -> tuple[Sheet, ...]:
    """Return the tables of a file; raises what `read_sheets` raises, and Surroundings where it cannot be read."""
    with watched(), path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return read_sheets(data, progress)


def preview(desk: Desk, sheet: Sheet, heading: int, mapped: Mapped, progress: Progress = SILENT) -> ImportPreview:
    """Return every row as it would become a person, with what is to be known about it; changes nothing.

    Raises UserProblem `import.no_name_column`, Cancelled.
    """
    if not named(mapped):
        raise UserProblem("import.no_name_column")
    reader = RowReader(desk.services.registry, desk.reference, desk.today)
    read = reader.rows(sheet, heading, mapped, progress)
    return ImportPreview(rows=tuple(_judged(desk, read)))


def _judged(desk: Desk, rows: Iterable[ImportRow]) -> Iterator[ImportRow]:
    """Add the hints that need to know the caseload and the other rows."""
    numbers = {case.id: case.case_number for case in desk.query.every(Case)}
    taken = frozenset(numbers.values())
    here: Known[str] = Known()
    for person in desk.query.every(Person):
        if person.case in numbers:
            here.add(_named_of(person), numbers[person.case])
    above: Known[str] = Known()
    for row in rows:
        someone = Named(names=row.name, born=str(row.person_values.get("birth_date") or ""))
        hints = tuple(_hints(row, someone, taken, here, above))
        above.add(someone, str(row.place))
        yield replace(row, hints=hints + row.hints)


def _hints(
    row: ImportRow, someone: Named, taken: frozenset[str], here: Known[str], above: Known[str]
) -> Iterator[Hint]:
    number = row.case_values.get("case_number")
    if sum(len(each) + 1 for each in row.remarks) > LONGEST_REMARK:
        yield Hint(CUT, REMARK)
    if number in taken:
        yield Hint(NUMBER_KNOWN, where=str(number))
    if (known := here.alike(someone)) is not None:
        yield Hint(ALIKE_HERE, where=known)
    if (before := above.alike(someone)) is not None:
        yield Hint(ALIKE_ABOVE, where=before)
    if row.case_values.get("phase") in CLOSED and not row.case_values.get("closed_on"):
        yield Hint(CLOSED_TODAY)


def _named_of(person: Person) -> Named:
    parts = (person.given_name, person.family_name)
    native = (person.given_name_native, person.family_name_native)
    return Named(
        names=" ".join(part for part in (parts if any(parts) else native) if part), born=person.birth_date or ""
    )


def take(desk: Desk, shown: ImportPreview, chosen: frozenset[int], progress: Progress = SILENT) -> Changes:
    """Write the chosen rows as one change that can be undone as one; a copy of the vault is made first.

    What is typed elsewhere is settled before. Raises UserProblem `import.nothing_chosen`, Cancelled, and what
    `copy_before` raises; then nothing was written.
    """
    rows = [row for row in shown.rows if row.place in chosen and not row.impossible]
    if not rows:
        raise UserProblem("import.nothing_chosen")
    editing.settle_all(desk)
    desk.copy_before("import", progress)
    changes = list(_changes(desk, rows))
    return desk.apply(*changes, progress=progress)


def _changes(desk: Desk, rows: Sequence[ImportRow]) -> Iterator[Change]:
    grouped: dict[int, list[ImportRow]] = {}
    for row in rows:
        grouped.setdefault(row.case, []).append(row)
    given = frozenset(str(row.case_values["case_number"]) for row in rows if "case_number" in row.case_values)
    free = _free_numbers(desk, given)
    for members in grouped.values():
        case = new_id(desk.clock)
        yield Create("case", case, _case_values(desk, members, free))
        for row in members:
            yield Create("person", new_id(desk.clock), {**row.person_values, "case": case})


def _free_numbers(desk: Desk, given: frozenset[str]) -> Iterator[str]:
    """Yield case numbers after the highest one, without those the table brings along."""
    prefix, _, first = families.next_case_number(desk).rpartition("-")
    counter = int(first)
    while True:
        number = f"{prefix}-{counter:04d}"
        if number not in given:
            yield number
        counter += 1


def _case_values(desk: Desk, members: Sequence[ImportRow], free: Iterator[str]) -> dict[str, Value]:
    """Return what the rows of one family say of their case; where they differ, the first one counts."""
    values: dict[str, Value] = {"owner": desk.store.device.hex(), "epoch": 1}
    remarks: list[str] = []
    kind = desk.services.registry["case"]
    for row in members:
        for key, value in row.case_values.items():
            if values.setdefault(key, value) != value:
                spec = kind.field(key)
                remarks.append(f"{spec.de}: {show(spec, value, desk.reference)}")
        remarks += row.remarks
    if "case_number" not in values:
        values["case_number"] = next(free)
    values["concern"] = joined(remarks, LONGEST_REMARK)
    return values | _ending(desk, values)


def _ending(desk: Desk, values: dict[str, Value]) -> dict[str, Value]:
    """A closed case has a day, and one from which it may be deleted; a day of closing closes a case."""
    closed_on = values.get("closed_on")
    if closed_on is None and values.get("phase") not in CLOSED:
        return {}
    day = closed_on if closed_on is not None else desk.today
    phase = values.get("phase") if values.get("phase") in CLOSED else "closure"
    return {"closed_on": day, "phase": phase, "retention_until": delete_on(day)}  # type: ignore[arg-type]
