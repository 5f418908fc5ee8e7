"""Rows of a table become values of cases and persons. What cannot be read is kept as a remark: nothing is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.cells import Words, read_date, read_phone, split_name
from kimdesk.domain.columns import BY_KEY, CASE, FULL_NAME, REMARK, Mapped
from kimdesk.domain.declare import FieldSpec, Registry, Type
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value, check
from kimdesk.domain.views.imports import CUT, FORMULA, NO_NAME, NOT_READ, SAME_FAMILY, Hint, ImportRow
from kimdesk.domain.views.sheets import Sheet

STEP = 500
_JOINS_FAMILIES = frozenset({"case_number", "family_name"})


@dataclass(slots=True)
class _Row:
    """What was read of one row so far."""

    case: dict[str, Value] = field(default_factory=dict)
    person: dict[str, Value] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)


class RowReader:
    """Reads the rows below the headings of one table, as the columns are mapped."""

    def __init__(self, registry: Registry, reference: Reference, today: dt.date) -> None:
        self._kinds = {name: registry[name] for name in ("case", "person")}
        self._reference = reference
        self._today = today
        self._words: dict[str, Words] = {}
        self._sheet = Sheet()
        self._heading = -1

    def rows(self, sheet: Sheet, heading: int, mapped: Mapped, progress: Progress = SILENT) -> Iterator[ImportRow]:
        """Yield every row that holds something; rows of one family have the same `case`. Raises Cancelled."""
        self._sheet, self._heading = sheet, heading
        cases: dict[str, int] = {}
        case = 0
        for row in range(heading + 1, len(sheet.rows)):
            if row % STEP == 0:
                progress.step(row, len(sheet.rows))
            if not any(sheet.rows[row]):
                continue
            read = self._row(row, mapped)
            number = str(read.case.get("case_number") or "")
            joined = self._continues(row, mapped) or number in cases
            if not joined:
                case += 1
            found = cases.setdefault(number, case) if number else case
            if joined:
                read.hints.append(Hint(SAME_FAMILY))
            yield _finished(row, found, read)

    def _continues(self, row: int, mapped: Mapped) -> bool:
        """Tell whether name or number are merged with the row above: one family over several rows."""
        return row > self._heading + 1 and any(
            (row, column) in self._sheet.continued for column, key in enumerate(mapped) if key in _JOINS_FAMILIES
        )

    def _row(self, row: int, mapped: Mapped) -> _Row:
        read = _Row()
        for column, key in enumerate(mapped):
            text = self._sheet.cell(row, column)
            if key and text:
                self._cell(read, key, text, self._sheet.cell(self._heading, column))
                if (row, column) in self._sheet.computed:
                    read.hints.append(Hint(FORMULA, key))
        if not (read.person.get("given_name") or read.person.get("family_name")):
            read.hints.append(Hint(NO_NAME))
        return read

    def _cell(self, read: _Row, key: str, text: str, heading: str) -> None:
        if key == REMARK:
            self._remark(read, heading, text)
        elif key == FULL_NAME:
            given, family = split_name(text)
            self._put(read, "given_name", given, heading)
            self._put(read, "family_name", family, heading)
        else:
            self._put(read, key, text, heading)

    def _put(self, read: _Row, key: str, text: str, heading: str) -> None:
        """Take a text as the value of a field; a field filled already keeps what it has."""
        target = BY_KEY[key]
        spec = self._kinds[target.kind].field(key)
        values = read.case if target.kind == CASE else read.person
        value, rest = self._value(spec, text)
        if value and values.get(key, value) != value:
            value, rest = None, text
        if value:
            values[key] = value
        if rest:
            self._remark(read, heading or spec.de, rest)
            read.hints.append(Hint(CUT if value and not spec.many else NOT_READ, key))

    def _value(self, spec: FieldSpec, text: str) -> tuple[Value, str]:
        """Return a field's value, and what of the text is not in it."""
        if spec.type is Type.CODES:
            codes, unknown = self._list(spec).several(text)
            return codes, ", ".join(unknown)
        if spec.type is Type.CODE:
            code = self._list(spec).one(text)
            return code, "" if code else text
        if spec.type in {Type.DATE, Type.PARTIAL_DATE}:
            return _day(spec, read_date(text, self._today), text)
        whole = _clean(spec, read_phone(text) if spec.name == "phone" else text)
        return whole[: spec.max_length].strip(), whole if len(whole) > spec.max_length else ""

    def _list(self, spec: FieldSpec) -> Words:
        if spec.codes not in self._words:
            self._words[spec.codes] = Words(self._reference[spec.codes])
        return self._words[spec.codes]

    def _remark(self, read: _Row, heading: str, text: str) -> None:
        concern = self._kinds["case"].field("concern")
        said = _clean(concern, f"{heading}: {text}" if heading else text)
        if said:
            read.remarks.append(said)


def _day(spec: FieldSpec, found: str | None, text: str) -> tuple[Value, str]:
    """Return a partial date as it is; a field for whole days takes nothing less."""
    if found is None:
        return None, text
    if spec.type is Type.PARTIAL_DATE:
        return found, ""
    return (dt.date.fromisoformat(found), "") if len(found) == len("1991-03-14") else (None, text)


def _clean(spec: FieldSpec, text: str) -> str:
    """Return a text as the field would hold it, of any length: no control characters, one form of every letter."""
    return str(check(replace(spec, max_length=0, required=False), text) or "")


def _finished(row: int, case: int, read: _Row) -> ImportRow:
    return ImportRow(
        place=row + 1,
        case=case,
        case_values=read.case,
        person_values=read.person,
        remarks=tuple(read.remarks),
        hints=tuple(dict.fromkeys(read.hints)),
    )


def joined(remarks: Sequence[str], limit: int) -> str | None:
    """Return remarks as one text of at most `limit` characters, each said once; None where there is none."""
    return "\n".join(dict.fromkeys(remarks))[:limit].strip() or None
