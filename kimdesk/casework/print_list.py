"""Druckliste: papers chosen on a visit, printed at the office; nothing prints on a family's printer.

Kept is the order alone, inside the vault: at the printer each paper asks the gate anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.casework import printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import PrintOrder, Wording
from kimdesk.casework.printing import Prepared
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Case

_KEY: Final = "print_list"
MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One paper that waits for the printer: which, of which case, for whom and how."""

    key: str
    what: str
    case: RecordId
    record: RecordId | None
    order: PrintOrder
    added: date

    @property
    def code(self) -> str:
        """The paper's code of `document_kind`."""
        return printing.code_of(self.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What became of one paper when it was prepared: ready to print, or why not."""

    waiting: Waiting
    prepared: Prepared | None = None
    problem: KimError | None = None


def add(desk: Desk, what: str, case: RecordId, record: RecordId | None, order: PrintOrder) -> Waiting:
    """Put a paper on the list.

    Raises UserProblem: print_list.full, or document.not_for_them for what leaves only at once (child protection).
    """
    if order.protection is not None:
        raise UserProblem("document.not_for_them")
    found = waiting(desk)
    if len(found) >= MOST:
        raise UserProblem("print_list.full", most=MOST)
    made = Waiting(key=new_id(desk.clock).hex(), what=what, case=case, record=record, order=order, added=desk.today)
    _store(desk, [*found, made])
    return made


def put_back(desk: Desk, entry: Waiting) -> None:
    """Put a paper back that was taken off."""
    _store(desk, [*(each for each in waiting(desk) if each.key != entry.key), entry])


def waiting(desk: Desk) -> tuple[Waiting, ...]:
    """Return what waits, in the order it was put there; papers of cases that are gone are not among it."""
    found = tuple(_read(each) for each in json.loads(desk.get_state(_KEY) or "[]"))
    cases = {each.case for each in found}
    known = {case for case in cases if desk.query.get(Case, case) is not None}
    return tuple(each for each in found if each.case in known)


def remove(desk: Desk, key: str) -> None:
    """Take a paper off the list."""
    _store(desk, [each for each in waiting(desk) if each.key != key])


def prepare(desk: Desk, entries: Sequence[Waiting]) -> tuple[Checked, ...]:
    """Ask the gate for each paper and lay it out; what cannot be printed any more says why."""
    return tuple(_checked(desk, each) for each in entries)


def _checked(desk: Desk, entry: Waiting) -> Checked:
    try:
        prepared = printing.prepare(desk, entry.what, entry.case, entry.record, entry.order)
    except KimError as problem:
        return Checked(waiting=entry, problem=problem)
    return Checked(waiting=entry, prepared=prepared)


def printed(desk: Desk, checked: Sequence[Checked]) -> None:
    """Keep what left and to whom, and take it off the list."""
    for each in checked:
        if each.prepared is not None:
            printing.handed_out(desk, each.prepared, "print")
            remove(desk, each.waiting.key)


def _store(desk: Desk, entries: Sequence[Waiting]) -> None:
    desk.put_state(_KEY, json.dumps([_row(each) for each in entries], ensure_ascii=False))


def _row(entry: Waiting) -> dict[str, Any]:
    order = entry.order
    return {
        "key": entry.key,
        "what": entry.what,
        "case": entry.case.hex(),
        "record": _hex(entry.record),
        "added": entry.added.isoformat(),
        "kind": order.recipient.kind,
        "name": order.recipient.name,
        "persons": sorted(each.hex() for each in order.recipient.persons),
        "about": _hex(order.about),
        "before": _hex(order.before),
        "asked": _hex(order.asked),
        "lines": sorted(order.lines),
        "wording": asdict(order.wording),
        **{name: getattr(order, name) for name in _PLAIN},
    }


_PLAIN: Final = ("purpose", "languages", "edition", "variant", "latin", "for_signature", "named", "front")


def _read(row: Mapping[str, Any]) -> Waiting:
    persons = frozenset(from_hex(each) for each in row["persons"])
    order = PrintOrder(
        recipient=Recipient(kind=row["kind"], name=row["name"], persons=persons),
        about=_id(row["about"]),
        before=_id(row["before"]),
        asked=_id(row["asked"]),
        lines=frozenset(row["lines"]),
        wording=Wording(**row["wording"]),
    )
    plain = {name: row[name] for name in _PLAIN}
    return Waiting(
        key=row["key"],
        what=row["what"],
        case=from_hex(row["case"]),
        record=_id(row["record"]),
        order=replace(order, **{**plain, "languages": tuple(plain["languages"])}),
        added=date.fromisoformat(row["added"]),
    )


def _hex(record: RecordId | None) -> str:
    return record.hex() if record is not None else ""


def _id(text: str) -> RecordId | None:
    return from_hex(text) if text else None
