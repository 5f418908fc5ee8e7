"""Reading what families allowed the office to see: shared cases, and the withdrawals that were carried out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import FieldSpec, Find, Kind, Type
from kimdesk.domain.names import words
from kimdesk.domain.values import Value, show
from kimdesk.domain.wire_named import SharedField, SharedRecord, shared_record
from kimdesk.office.district import FEWEST_DESKS
from kimdesk.office.office import Office

LEAST_NAME = 2
_HIDDEN = frozenset({"case", "merged_into", "carried_from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCase:
    """A case a family shared: from which device, for what, until when; `label` is as much of a name as was released."""

    case: RecordId
    desk: str
    label: str
    case_number: str
    purpose: str
    until: dt.date | None
    records: tuple[SharedRecord, ...]

    def __repr__(self) -> str:
        """Never show who it is."""
        return "<SharedCase>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field of a shared record as people read it."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The records of one kind, each with its lines."""

    kind: str
    records: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A withdrawal carried out: told by which device, withdrawn on, deleted here on, how many details went."""

    desk: str
    on: dt.date
    done: dt.date
    deleted: int


def shared_cases(office: Office) -> tuple[SharedCase, ...]:
    """Return the cases shared with the office, by label."""
    desks = {row.fingerprint: row.label for row in office.post.ledger.partners()}
    groups: dict[tuple[bytes, bytes], list[SharedRecord]] = defaultdict(list)
    for row in office.post.district.shared():
        if row.root is not None:
            groups[row.partner, row.root].append(shared_record(row.value, office.services.registry))
    found = [_case(desks.get(partner, ""), RecordId(root), records) for (partner, root), records in groups.items()]
    return tuple(sorted(found, key=lambda each: (each.label, each.case_number, each.case)))


def _case(desk: str, case: RecordId, records: Sequence[SharedRecord]) -> SharedCase:
    ends = [each.until for each in records if each.until is not None]
    numbers = [_text(each, "case_number") for each in records if each.kind == "case"]
    return SharedCase(
        case=case,
        desk=desk,
        label=_label(records),
        case_number=numbers[0] if numbers else "",
        purpose=records[0].purpose,
        until=min(ends, default=None),
        records=tuple(sorted(records, key=lambda each: (each.kind, each.id))),
    )


def _label(records: Sequence[SharedRecord]) -> str:
    """Return the family names released, or the given names, or nothing."""
    persons = [each for each in records if each.kind == "person"]
    for field in ("family_name", "given_name"):
        names = sorted({name for each in persons if (name := _text(each, field))})
        if names:
            return ", ".join(names)
    return ""


def _text(record: SharedRecord, name: str) -> str:
    return next((str(each.value) for each in record.fields if each.name == name and each.value), "")


def withdrawals(office: Office) -> tuple[Withdrawal, ...]:
    """Return the withdrawals carried out, the latest first."""
    desks = {row.fingerprint: row.label for row in office.post.ledger.partners()}
    found = [
        Withdrawal(
            desk=desks.get(row.partner, ""),
            on=dt.date.fromisoformat(row.value["on"]),
            done=dt.date.fromisoformat(row.value["done"]),
            deleted=int(row.value["deleted"]),
        )
        for row in office.post.district.withdrawals()
    ]
    return tuple(sorted(found, key=lambda each: (each.done, each.on), reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """One line of the case lists without names: a short mark, codes, months as YYYY-MM; never from which device."""

    mark: str
    phase: str
    since: str
    closed: str
    persons: int
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """The lines of all devices together; none while they come from fewer than three (protection.md, Figures)."""

    cases: tuple[ListedCase, ...] = ()
    too_few: bool = False


def case_list(office: Office) -> CaseList:
    """Return the case lists without names that came under an agreement, mixed so that no device can be told."""
    rows = office.post.district.listed()
    if rows and len({row.partner for row in rows}) < FEWEST_DESKS:
        return CaseList(too_few=True)
    found = [
        ListedCase(
            mark=row.value["id"][:6],
            phase=row.value.get("phase", ""),
            since=row.value.get("since", ""),
            closed=row.value.get("closed", ""),
            persons=len(row.value.get("persons", ())),
            domains=tuple(row.value.get("domains", ())),
        )
        for row in rows
    ]
    return CaseList(cases=tuple(sorted(found, key=lambda each: (each.since, each.mark), reverse=True)))


# one case, to be read -----------------------------------------------------


def sections(office: Office, case: SharedCase, lang: Lang = "de") -> tuple[Section, ...]:
    """Return a shared case as people read it, kinds and fields in the order of the declarations."""
    names = {each.id: _name(each) for each in case.records if each.kind == "person"}
    found = []
    for kind in office.services.registry:
        records = [each for each in case.records if each.kind == kind.name]
        lines = tuple(_lines(office, kind, each, names, lang) for each in records)
        shown = tuple(each for each in lines if each)
        if shown:
            found.append(Section(kind=kind.label(lang), records=shown))
    return tuple(found)


def _name(person: SharedRecord) -> str:
    return " ".join(part for part in (_text(person, "given_name"), _text(person, "family_name")) if part)


def _lines(
    office: Office, kind: Kind, record: SharedRecord, names: dict[RecordId, str], lang: Lang
) -> tuple[Line, ...]:
    values = {each.name: each for each in record.fields}
    return tuple(
        Line(field=spec.label(lang), value=text)
        for spec in kind.fields
        if spec.name in values
        and spec.name not in _HIDDEN
        and (text := _shown(office, spec, values[spec.name], names, lang))
    )


def _shown(office: Office, spec: FieldSpec, field: SharedField, names: dict[RecordId, str], lang: Lang) -> str:
    """Return a value in words; of persons only those whose names were shared, of other records nothing."""
    if spec.type in {Type.REF, Type.REFS, Type.PARENT}:
        return ", ".join(sorted(filter(None, (names.get(each, "") for each in _ids(field.value)))))
    return show(spec, field.value, office.reference, lang)


def _ids(value: Value) -> tuple[RecordId, ...]:
    if isinstance(value, frozenset):
        return tuple(RecordId(each) for each in value if isinstance(each, bytes))
    return (RecordId(value),) if isinstance(value, bytes) else ()


def name_words(office: Office) -> frozenset[str]:
    """Return the folded words of all names that were shared; single letters are no names."""
    registry = office.services.registry
    records = [shared_record(row.value, registry) for row in office.post.district.shared()]
    names = [
        str(each.value)
        for record in records
        for each in record.fields
        if registry[record.kind].field(each.name).find is Find.NAME and each.value
    ]
    return frozenset(word for name in names for word in words(name) if len(word) >= LEAST_NAME)
