"""Taking a case over from a colleague: seen before it is taken, then written as one, under this vault's own ids.

The file is for this desk alone and proves that it comes from one of the same provider. A file is taken once.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from kimdesk.base.clock import day_of
from kimdesk.base.errors import KimError, Untrusted, UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import attachments, colleagues, editing, enrolment, families
from kimdesk.casework.desk import Desk
from kimdesk.casework.handing_over import counted
from kimdesk.casework.papers.frozen import FrozenFile
from kimdesk.domain import wire_handover
from kimdesk.domain.changes import Change, Changes, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.names import fold
from kimdesk.domain.values import Value
from kimdesk.domain.views.handover import ArrivedCase
from kimdesk.domain.wire_handover import Parcel
from kimdesk.exchange.envelope import read_envelope
from kimdesk.exchange.letter import MOST_HANDED, Letter, open_letter
from kimdesk.exchange.medium import read_small
from kimdesk.store.blobs import BlobRow, add_blob
from kimdesk.store.events import note_event
from kimdesk.store.post import post_of

_TAKEN: Final = "handover.taken"
_ROOM: Final = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """The content of one file, verified when it is taken: whose record's, its name at the giver's, its bytes."""

    blob: bytes
    record: RecordId
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrived:
    """A hand-over, read and checked; nothing of it is in the vault."""

    number: str
    giver: str
    words: str
    provider: str
    made_ms: int
    told: bool
    reason: str
    parcels: tuple[Parcel, ...]
    directory: tuple[Parcel, ...]
    files: tuple[_File, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<_Arrived>"

    @property
    def case(self) -> Parcel:
        """The case itself."""
        return next(each for each in self.parcels if each.kind.name == "case")


def is_handover(path: Path) -> bool:
    """Tell whether a file says of itself that it hands a case over; nothing of it is trusted by that."""
    try:
        with path.open("rb") as source:
            return read_envelope(source).author.kind == "handover"
    except (OSError, KimError):
        return False


def preview(desk: Desk, path: Path) -> ArrivedCase:
    """Return what a hand-over holds, before anything is taken; changes nothing.

    Raises Untrusted bundle.*, handover.unreadable, handover.other_provider, handover.card; UserProblem handover.taken,
    handover.no_provider; Surroundings.
    """
    found = _read(desk, path)
    kinds = Counter(each.kind.name for each in found.parcels)
    people = (each for each in found.parcels if each.kind.name == "person")
    number = found.case.text("case_number")
    return ArrivedCase(
        giver=found.giver,
        words=found.words,
        provider=found.provider,
        case_number=number,
        own_number=_free_number(desk, number),
        persons=tuple(sorted(_name(each) for each in people)),
        counts=counted(desk, ((kind.name, kinds[kind.name]) for kind in desk.services.registry)),
        files=kinds["attachment"],
        day=day_of(found.made_ms),
        family_told=found.told,
        reason=found.reason,
    )


def _name(person: Parcel) -> str:
    return " ".join(filter(None, (person.text("given_name"), person.text("family_name"))))


def take(desk: Desk, path: Path, progress: Progress = SILENT) -> tuple[RecordId, Changes]:
    """Take a case over and return its id here; an act, confirmed by the caller after `preview`.

    A copy of the vault is made first. Raises what `preview` raises, and what `copy_before` raises; nothing is left of
    it then.
    """
    found = _read(desk, path)
    editing.settle_all(desk)
    desk.copy_before("import", progress)
    ids = {each.id: new_id(desk.clock) for each in found.parcels}
    known, fresh = _directory(desk, found.directory)
    ids |= known | {each.id: new_id(desk.clock) for each in fresh}
    stored = _store(desk, found.files, ids)
    try:
        changes = _write(desk, found, fresh, ids, stored)
    except BaseException:
        for row in stored.values():
            with contextlib.suppress(KimError):
                desk.vault.blobs().delete(row.id.hex())
        raise
    note_event(desk, "case_taken_over", about=f"{found.case.text('case_number')}, {found.giver}"[:200])
    return ids[found.case.id], changes


def _write(
    desk: Desk,
    found: _Arrived,
    fresh: Sequence[Parcel],
    ids: Mapping[RecordId, RecordId],
    stored: Mapping[bytes, BlobRow],
) -> Changes:
    def own(parcel: Parcel) -> Parcel:
        return replace(parcel, values={**parcel.values, **_own(desk, parcel, stored)})

    case = ids[found.case.id]
    changes = list(wire_handover.changes_of((*fresh, *found.parcels), desk.services.registry, ids, own))
    changes += _first_step(desk, case, found)

    def also(conn: Any) -> None:
        for row in stored.values():
            add_blob(conn, desk.store.tables, row)
        desk.store.working.put(conn, _TAKEN, json.dumps([*_taken(desk), found.number]))

    return desk.store.apply(changes, actor=desk.actor, undoable=False, also=also)


def _first_step(desk: Desk, case: RecordId, found: _Arrived) -> Iterator[Change]:
    phase = found.case.text("phase")
    if phase:
        reason = f"Übernommen von {found.giver}"[:200]
        step: dict[str, Value] = {"case": case, "date": desk.today, "phase": Code(phase), "reason": reason}
        yield Create("phase_step", new_id(desk.clock), step)


def _own(desk: Desk, parcel: Parcel, stored: Mapping[bytes, BlobRow]) -> dict[str, Value]:
    """Return what this vault says otherwise: number and owner of the case, where its files lie."""
    values = parcel.values
    if parcel.kind.name == "case":
        number = _free_number(desk, parcel.text("case_number"))
        return {"case_number": number, "owner": desk.store.device.hex(), "epoch": 1}
    if parcel.kind.name == "attachment" and values.get("blob"):
        return {"blob": stored[bytes.fromhex(parcel.text("blob"))].id.hex()}
    if "pdf" in values:
        frozen = FrozenFile.parse(parcel.text("pdf"))
        return {"pdf": replace(frozen, blob=stored[frozen.blob].id).text()}
    return {}


def _free_number(desk: Desk, number: str) -> str:
    return number if number and desk.query.case_by_number(number) is None else families.next_case_number(desk)


# the directory ------------------------------------------------------------------


def _directory(desk: Desk, directory: Sequence[Parcel]) -> tuple[dict[RecordId, RecordId], tuple[Parcel, ...]]:
    """Return which entries are known here, by id or by name, and those that are new."""
    known: dict[RecordId, RecordId] = {}
    for each in directory:
        rows = desk.query.every(each.kind.cls)
        same = [row for row in rows if row.id == each.id]
        named = [row for row in rows if _named(getattr(row, "name", "")) == _named(each.text("name"))]
        if each.kind.parent is None and (found := [*same, *(named if each.text("name") else ())]):
            known[each.id] = found[0].id
        elif same:
            known[each.id] = same[0].id
    return known, tuple(each for each in directory if each.id not in known)


def _named(name: str | None) -> str:
    return fold(name or "").strip()


# files ------------------------------------------------------------------------


def _store(desk: Desk, files: Sequence[_File], ids: Mapping[RecordId, RecordId]) -> dict[bytes, BlobRow]:
    """Store the contents encrypted in this vault; their rows are written with the records."""
    stored: dict[bytes, BlobRow] = {}
    try:
        for each in files:
            blob = desk.vault.blobs().put(io.BytesIO(each.data))
            stored[each.blob] = attachments.row_of(blob, mime=each.mime, record=ids[each.record])
    except BaseException:
        for row in stored.values():
            with contextlib.suppress(KimError):
                desk.vault.blobs().delete(row.id.hex())
        raise
    return stored


# reading ------------------------------------------------------------------------


def _read(desk: Desk, path: Path) -> _Arrived:
    colleagues.providers(desk)
    keys = enrolment.keys(desk, post_of(desk.store))
    letter = open_letter(read_small(path, MOST_HANDED + _ROOM), keys, "handover")
    found = _checked(desk, letter)
    if found.number in _taken(desk):
        raise UserProblem("handover.taken")
    return found


def _checked(desk: Desk, letter: Letter) -> _Arrived:
    registry, reference, body = desk.services.registry, desk.reference, letter.body
    try:
        provider = colleagues.proved(desk, bytes.fromhex(body["grant"]), letter.sender)
        found = _Arrived(
            number=str(body["handover"]),
            giver=str(body["from"])[:120],
            words=letter.sender.words,
            provider=provider.label,
            made_ms=int(body["made"]),
            told=body["told"]["family"] is True,
            reason=str(body["told"]["reason"])[:500],
            parcels=wire_handover.unpacked(body["records"], registry, reference),
            directory=wire_handover.directory_of(body["directory"], registry, reference),
            files=tuple(_file(each) for each in body["files"]),
        )
        _whole(found)
    except (KeyError, ValueError, TypeError) as refused:
        raise Untrusted("handover.unreadable") from refused
    return found


def _file(told: Mapping[str, Any]) -> _File:
    return _File(
        blob=bytes.fromhex(told["blob"]),
        record=from_hex(told["record"]),
        mime=str(told["mime"])[:100],
        data=base64.b64decode(told["data"], validate=True),
    )


def _whole(found: _Arrived) -> None:
    """Make sure that every file a record names came along, unaltered, and belongs to it; raises ValueError."""
    files = {each.blob: each for each in found.files}
    for each in found.parcels:
        if each.kind.name == "attachment" and each.values.get("blob"):
            blob, digest = bytes.fromhex(each.text("blob")), each.text("sha256")
        elif each.values.get("pdf"):
            frozen = FrozenFile.parse(each.text("pdf"))
            blob, digest = frozen.blob, frozen.sha256
        else:
            continue
        file = files[blob]
        if file.record != each.id or hashlib.sha256(file.data).hexdigest() != digest:
            raise ValueError("another file")
    if not {each.record for each in found.files} <= {each.id for each in found.parcels}:
        raise ValueError("a file of nobody")


def _taken(desk: Desk) -> list[str]:
    taken: list[str] = json.loads(desk.get_state(_TAKEN) or "[]")
    return taken
