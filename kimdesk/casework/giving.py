"""A file leaves: for the own record, for people of the family, or for a body that a consent covers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.attachments import stored
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records, persons_in_order
from kimdesk.casework.papers import handing
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import CONTENT, OWN_RECORD, Recipient, Request, disclose
from kimdesk.domain.files import suffix_of
from kimdesk.domain.records import Attachment, Consent, Person
from kimdesk.domain.values import Value
from kimdesk.exchange.medium import create_private, new_part, publish, settled
from kimdesk.store.blobs import BlobRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody a file may be meant for: who, for what, and the name people know."""

    recipient: Recipient
    purpose: str
    name: str = field(repr=False)


OWN = Choice(recipient=OWN_RECORD, purpose="own_record", name="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A file the gate lets out: where its content lies, what it is called outside, and what is kept of its leaving."""

    row: BlobRow
    suggested_name: str
    handout: dict[str, Value] | None = field(default=None, repr=False)


def choices(desk: Desk, record: RecordId) -> tuple[Choice, ...]:
    """Return for whom a file of this family can be asked to leave: the own record, its people, bodies of consents."""
    case = _file(desk, record).case
    people = persons_in_order(desk.query.of_case(Person, case))
    consents = [each for each in desk.query.of_case(Consent, case) if each.recipient and each.withdrawn_on is None]
    bodies = dict.fromkeys((each.recipient or "", each.purpose or "") for each in consents)
    return (
        OWN,
        *(
            Choice(recipient=Recipient(kind="readers", persons=frozenset({each.id})), purpose="family_copy", name=name)
            for each in people
            if (name := " ".join(filter(None, (each.given_name, each.family_name))))
        ),
        *(
            Choice(recipient=Recipient(kind="body", name=body), purpose=purpose, name=body)
            for body, purpose in sorted(bodies)
        ),
    )


def prepare(desk: Desk, record: RecordId, choice: Choice) -> Leaving:
    """Ask the gate for one file; raises UserProblem attachment.not_given, attachment.not_covered, Untrusted blob.*."""
    file = _file(desk, record)
    request = Request(
        recipient=choice.recipient,
        purpose=choice.purpose,
        exit="file",
        day=desk.today,
        picked=frozenset((record, name) for name in CONTENT),
    )
    records = case_records(desk, file.case)
    if not disclose(request, records, desk.services.registry).allows(record, "blob"):
        raise UserProblem("attachment.not_covered" if choice.recipient.kind == "body" else "attachment.not_given")
    row = stored(desk, record)
    return Leaving(
        row=row,
        suggested_name=f"{records.case.case_number}{suffix_of(row.mime) or '.bin'}",
        handout=_handout(desk, file, choice, row),
    )


def save(desk: Desk, leaving: Leaving, path: Path, progress: Progress = SILENT) -> None:
    """Write a file where it was asked for, whole or not at all; `handed_out` keeps that it left.

    Raises Surroundings `medium.*`, Untrusted blob.*, Cancelled.
    """
    with new_part(path) as part:
        with create_private(part) as target:
            write_pieces(desk, leaving.row, target, progress)
            settled(target)
        publish(part, path)


def handed_out(desk: Desk, leaving: Leaving) -> Changes:
    """Keep what was given to whom; a copy for the own record leaves no trace."""
    return handing.record(desk, leaving.handout, "file") if leaving.handout is not None else Changes()


def write_pieces(desk: Desk, row: BlobRow, target: BinaryIO, progress: Progress) -> None:
    """Decrypt a file into an open one; raises Untrusted blob.*, OSError, Cancelled, and then it is not complete."""
    digest, done = hashlib.sha256(), 0
    for piece in desk.vault.blobs().open(row.id.hex(), row.key):
        progress.step(done, row.size)
        digest.update(piece)
        target.write(piece)
        done += len(piece)
    if digest.digest() != row.sha256:
        raise Untrusted("blob.damaged")


def _handout(desk: Desk, file: Attachment, choice: Choice, row: BlobRow) -> dict[str, Value] | None:
    if choice.recipient.kind == "own":
        return None
    return {
        "case": file.case,
        "date": desk.today,
        "document": Code("kept_file"),
        "recipient": choice.name[:200],
        "persons": choice.recipient.persons,
        "purpose": Code(choice.purpose),
        "sha256": row.sha256.hex(),
    }


def _file(desk: Desk, record: RecordId) -> Attachment:
    found = desk.query.get(Attachment, record)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["attachment"].de)
    return found
