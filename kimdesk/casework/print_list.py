"""Druckliste: papers chosen on a visit, printed at the office; nothing prints on a family's printer.

Kept is the order alone, inside the vault: at the printer each paper asks the gate anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from kimdesk.base.errors import KimError, Lang, UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.casework import incident_sheet, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import PrintOrder, Wording
from kimdesk.casework.printing import Prepared
from kimdesk.domain.changes import Changes
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Case, Handout

_KEY: Final = "print_list"
_GONE: Final = "print_list_printed"
REMEMBERED: Final = timedelta(days=14)
"""How long the list tells what was printed: long enough to find out that it lay in the wrong envelope."""
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
class Printed:
    """One paper that came out of the printer; those for the own record are no handout."""

    key: str
    document: str
    case: RecordId
    date: date
    languages: tuple[str, ...]
    handout: RecordId | None = None
    misdirected: bool = False
    way: str = "print"


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
    """Keep what left and to whom, take it off the list, and remember for some days what came out of the printer."""
    for each in checked:
        if each.prepared is not None:
            handout = printing.handed_out(desk, each.prepared, "print")
            remove(desk, each.waiting.key)
            _remember(desk, [*_remembered(desk), _printed(desk, each.waiting, handout)])


def printed_lately(desk: Desk) -> tuple[Printed, ...]:
    """Return what was printed in the last days, the newest first; what wrong hands got says so."""
    since = desk.today - REMEMBERED
    found = (each for each in reversed(_remembered(desk)) if each.date >= since)
    known = (each for each in found if desk.query.get(Case, each.case) is not None)
    return tuple(replace(each, misdirected=_is_misdirected(desk, each)) for each in known)


def misdirected(desk: Desk, key: str, lang: Lang = "de") -> tuple[Changes, str]:
    """Note that a paper went to the wrong hands; returns the changes and what the sheet says of it, without a name.

    Raises UserProblem(record.missing) where it is not remembered any more.
    """
    entries = _remembered(desk)
    paper = next((each for each in entries if each.key == key), None)
    if paper is None:
        raise UserProblem("record.missing", kind=desk.services.registry["handout"].de)
    if paper.handout is not None:
        return incident_sheet.misdirected(desk, paper.handout, lang)
    _remember(desk, [replace(each, misdirected=each.misdirected or each.key == key) for each in entries])
    return Changes(), incident_sheet.which_paper(desk, paper, lang)


def _is_misdirected(desk: Desk, paper: Printed) -> bool:
    found = desk.query.get(Handout, paper.handout) if paper.handout is not None else None
    return found.misdirected == "yes" if found is not None else paper.misdirected


def _printed(desk: Desk, entry: Waiting, handout: RecordId | None) -> Printed:
    return Printed(
        key=entry.key,
        document=entry.code,
        case=entry.case,
        date=desk.today,
        languages=entry.order.languages,
        handout=handout,
    )


def _remembered(desk: Desk) -> list[Printed]:
    rows = json.loads(desk.get_state(_GONE) or "[]")
    return [
        Printed(
            key=row["key"],
            document=row["document"],
            case=from_hex(row["case"]),
            date=date.fromisoformat(row["date"]),
            languages=tuple(row["languages"]),
            handout=_id(row["handout"]),
            misdirected=row["misdirected"],
        )
        for row in rows
    ]


def _remember(desk: Desk, papers: Sequence[Printed]) -> None:
    since = desk.today - REMEMBERED
    rows = [
        {
            "key": each.key,
            "document": each.document,
            "case": each.case.hex(),
            "date": each.date.isoformat(),
            "languages": each.languages,
            "handout": _hex(each.handout),
            "misdirected": each.misdirected,
        }
        for each in papers
        if each.date >= since
    ]
    desk.put_state(_GONE, json.dumps(rows[-MOST:]))


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
