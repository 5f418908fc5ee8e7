"""Handing a case over to the next case lead: one file for one named colleague's desk, and the case is closed here.

The whole case goes as one, what was confided too; child protection goes only as somebody opened it, entry by entry and
with a reason. What was given stays readable here and is not written to any more.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import attachments, colleagues, editing, enrolment
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records, persons_in_order
from kimdesk.casework.papers.frozen import FrozenFile
from kimdesk.domain import wire_handover
from kimdesk.domain.changes import Change, Changes, Create, Set
from kimdesk.domain.declare import Code, Kind, Record
from kimdesk.domain.disclosure import HANDOVER, CaseRecords, Disclosure, Recipient, Request, disclose
from kimdesk.domain.protection import ProtectionRelease, is_protected
from kimdesk.domain.records import Attachment, Case
from kimdesk.domain.retention import delete_on
from kimdesk.domain.values import Value
from kimdesk.domain.views.handover import Colleague, HandoverPreview
from kimdesk.exchange.enrolment import check_words
from kimdesk.exchange.letter import seal_letter
from kimdesk.exchange.medium import write_whole
from kimdesk.store.events import note_event
from kimdesk.store.post import post_of

MOST_FILES: Final = 48 << 20
"""What the files of one hand-over may hold together, in bytes: it is opened in memory."""
MOST_NAME: Final = 120
_GIVEN: Final = "handover.given."
_UNCOUNTED: Final = frozenset({"case"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What somebody decided: whose card, how she is called, the words she read out, whether the family knows.

    `protection` are entries opened with the passphrase, `protection_reason` why they go along.
    """

    card: Path
    name: str
    words: str
    family_told: bool
    reason: str = ""
    protection: frozenset[RecordId] = frozenset()
    protection_reason: str = ""


@dataclass(slots=True)
class _Packed:
    records: CaseRecords
    gates: list[Disclosure]
    files: list[dict[str, Any]] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)


def colleague(desk: Desk, card: Path) -> Colleague:
    """Return whose desk a card names; raises as `colleagues.read_card`."""
    return colleagues.read_card(desk, card).view()


def preview(desk: Desk, case: RecordId) -> HandoverPreview:
    """Return what would go, without a word of child protection; belongs beside the window.

    Raises UserProblem record.missing, handover.restricted.
    """
    found = _packed(desk, case, "?", frozenset(), contents=False)
    people = persons_in_order(found.records.persons())
    return HandoverPreview(
        case_number=found.records.case.case_number,
        persons=tuple(" ".join(part for part in (each.given_name, each.family_name) if part) for each in people),
        counts=counted(desk, ((kind, len(rows)) for kind, rows in found.records.records.items())),
        files=len(found.records.records.get("attachment", ())),
        stays=tuple(found.stays),
        handed_to=found.records.case.handed_to or "",
    )


def counted(desk: Desk, rows: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return how much there is of each kind people know, never of child protection."""
    registry = desk.services.registry
    return tuple(
        (name, number)
        for name, number in rows
        if number and name not in _UNCOUNTED and not is_protected(registry[name]) and registry[name].parent is not None
    )


def give(desk: Desk, case: RecordId, order: Handover, path: Path) -> Changes:
    """Write the file for a colleague's desk, then close the case here as handed over; an act, confirmed by the caller.

    A case handed over already is written once more for the same colleague: the medium may have been lost. What is typed
    is settled first. Raises UserProblem handover.name, handover.told, handover.reason, handover.restricted,
    handover.given, enrol.words_differ, record.missing; what reading a card raises; Surroundings.
    """
    editing.settle_all(desk)
    name = _checked(order)
    card = colleagues.read_card(desk, order.card)
    check_words(card.keys, order.words)
    kept = case_records(desk, case, ()).case
    before = _given(desk, case)
    if before and before["to"] != card.keys.fingerprint.hex():
        raise UserProblem("handover.given", name=kept.handed_to or "")
    number = before.get("id") or new_id(desk.clock).hex()
    keys = enrolment.keys(desk, post_of(desk.store))
    body = carried(desk, case, name, order.protection) | _cover(desk, order, name) | {"handover": number}
    write_whole(path, seal_letter(keys, card.keys.age, "handover", body))
    if before:
        return Changes()
    desk.put_state(_GIVEN + case.hex(), json.dumps({"id": number, "to": card.keys.fingerprint.hex()}))
    changes = desk.apply(*_closing(desk, kept, order, name), undoable=False)
    desk.store.forget_steps(case)
    note_event(desk, "case_handed_over", about=f"{kept.case_number}, {name}", reason=order.reason.strip())
    return changes


def carried(desk: Desk, case: RecordId, name: str, protection: frozenset[RecordId]) -> dict[str, Any]:
    """Return everything of a case that goes to the colleague with this name, as the file carries it."""
    found = _packed(desk, case, name, protection)
    rows = wire_handover.packed(found.records, found.gates, desk.services.registry)
    return {"directory": list(_directory(desk, rows)), "files": found.files, "records": rows}


def _checked(order: Handover) -> str:
    name = " ".join(order.name.split())
    if not name or len(name) > MOST_NAME:
        raise UserProblem("handover.name")
    if not order.family_told and not order.reason.strip():
        raise UserProblem("handover.told")
    if order.protection and not order.protection_reason.strip():
        raise UserProblem("handover.reason")
    return name


def _given(desk: Desk, case: RecordId) -> dict[str, str]:
    found: dict[str, str] = json.loads(desk.get_state(_GIVEN + case.hex()) or "{}")
    return found


# what closes here -------------------------------------------------------------


def _closing(desk: Desk, case: Case, order: Handover, name: str) -> Iterator[Change]:
    for entry in sorted(order.protection):
        yield Set("protection_entry", entry, "handed_on", desk.today)
        yield Set("protection_entry", entry, "handed_whom", name)
        yield Set("protection_entry", entry, "handed_reason", " ".join(order.protection_reason.split())[:200])
    step: dict[str, Value] = {
        "case": case.id,
        "date": desk.today,
        "phase": Code("closure"),
        "reason": f"Übergeben an {name}",
    }
    yield Create("phase_step", new_id(desk.clock), step)
    yield Set("case", case.id, "phase", Code("closure"))
    if case.closed_on is None:
        yield Set("case", case.id, "closed_on", desk.today)
        yield Set("case", case.id, "closing_reason", Code("other_lead"))
        yield Set("case", case.id, "retention_until", delete_on(desk.today))
    yield Set("case", case.id, "handed_to", name)
    yield Set("case", case.id, "handed_on", desk.today)


# what goes --------------------------------------------------------------------


def _packed(
    desk: Desk, case: RecordId, name: str, protection: frozenset[RecordId], *, contents: bool = True
) -> _Packed:
    records = case_records(desk, case)
    if records.case.restricted == "yes":
        raise UserProblem("handover.restricted")
    request = Request(recipient=Recipient(kind="lead", name=name), purpose=HANDOVER, exit="bundle", day=desk.today)
    gates = [disclose(request, records, desk.services.registry)]
    if protection:
        release = ProtectionRelease(way="handover", entries=protection, confirmed=True)
        asked = Request(
            recipient=request.recipient, purpose=HANDOVER, exit="bundle", day=desk.today, protection=release
        )
        gates.append(disclose(asked, records, desk.services.registry))
    found = _Packed(records, gates)
    _add_files(desk, found, contents=contents)
    return found


def _add_files(desk: Desk, found: _Packed, *, contents: bool) -> None:
    """Let files go along as far as there is room; a record whose file stays, stays as well."""
    room, kept = MOST_FILES, []
    for record in found.records.records.get("attachment", ()):
        if not isinstance(record, Attachment):
            continue
        try:
            row = attachments.stored(desk, record.id)
            if row.size > room:
                raise UserProblem("attachment.too_large_to_show")
            if contents:
                content = attachments.content(desk, record.id, most=MOST_FILES)
                found.files.append(_file(row.id, record.id, content.media_type, content.data))
        except KimError:
            found.stays.append(record.title or "")
            continue
        room -= row.size
        kept.append(record)
    found.records = CaseRecords(case=found.records.case, records={**found.records.records, "attachment": tuple(kept)})
    for record, frozen in _frozen(found.records) if contents else ():
        found.files.append(_file(frozen.blob, record.id, "application/pdf", attachments.read(desk, frozen.blob)))


def _frozen(records: CaseRecords) -> Iterator[tuple[Record, FrozenFile]]:
    """Yield the signed papers of a case with the records that name them."""
    for rows in records.records.values():
        for record in rows:
            if text := getattr(record, "pdf", None):
                yield record, FrozenFile.parse(text)


def _file(blob: bytes, record: RecordId, mime: str, data: bytes) -> dict[str, Any]:
    return {"blob": blob.hex(), "data": base64.b64encode(data).decode(), "mime": mime, "record": record.hex()}


def _cover(desk: Desk, order: Handover, name: str) -> dict[str, Any]:
    """Return who gives it to whom, when, what the family knows, and what proves the giver."""
    return {
        "from": desk.profile.name,
        "grant": colleagues.own_grant(desk).hex(),
        "made": desk.clock.now_ms(),
        "told": {"family": order.family_told, "reason": " ".join(order.reason.split())[:500]},
        "to": name,
    }


def _directory(desk: Desk, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the bodies and people of the directory to which what goes refers, each once."""
    registry, seen = desk.services.registry, set()
    todo = [each for row in rows for each in _outside(desk, registry[row["kind"]], row["fields"])]
    while todo:
        kind, record = todo.pop()
        found = desk.query.get(kind.cls, record)
        if record in seen or found is None:
            continue
        seen.add(record)
        row = wire_handover.beside(kind, found)
        if kind.parent is not None:
            todo.append((registry[kind.parent.target], getattr(found, kind.parent.name)))
        yield row


def _outside(desk: Desk, kind: Kind, fields: dict[str, Any]) -> Iterator[tuple[Kind, RecordId]]:
    registry = desk.services.registry
    for name, value in fields.items():
        spec = kind.field(name)
        if spec.type in wire_handover.POINTING and registry.top(registry[spec.target]).name != "case":
            for each in value if isinstance(value, list) else [value]:
                yield registry[spec.target], RecordId(bytes.fromhex(each))
