"""Is a vault whole? Every page, slot, journal row, record and attachment is looked at; what can be mended is."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kimdesk.base.errors import KimError, Surroundings
from kimdesk.base.progress import SILENT, Progress
from kimdesk.store.blobs import BlobRow, every_blob
from kimdesk.store.events import note_event
from kimdesk.store.session import Services, Session
from kimdesk.vault import quarantine
from kimdesk.vault.health import Finding, Severity
from kimdesk.vault.vault import Secret, unlock_with

__all__ = ["Checked", "Finding", "check_open", "check_vault", "is_damaged", "last_check", "mendable", "note_check",
           "repair", "repair_open", "require_readable"]  # fmt: skip

FAULTS: Final[Mapping[str, str]] = {
    "differs": "check.records_differs",
    "missing": "check.records_missing",
    "unrecorded": "check.records_unrecorded",
    "misplaced": "check.records_misplaced",
}
MENDABLE: Final = frozenset({"check.search_index", "check.case_list", "check.blob_orphans"})
"""What `repair` puts right; copies of key slots mend themselves whenever a vault is opened."""
_CHECKED: Final = "health.checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The last check of a vault: when (UTC milliseconds) and whether it found nothing to care about."""

    at_ms: int
    whole: bool


def check_vault(services: Services, folder: Path, secret: Secret, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Open a vault of any kind with what opens it, look at all of it and close it.

    Raises what opening raises, Cancelled. Inside a damaged file nothing further is looked at.
    """
    with unlock_with(folder, secret, clock=services.clock, policy=services.policy) as vault:
        findings = (*vault.findings, *vault.check())
        if is_damaged(findings):
            return findings
        with Session(vault, services) as session:
            return (*findings, *_inside(session, progress))


def check_open(session: Session, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Look at all of an open vault, as its own screen does; others may write meanwhile.

    Nobody may erase files meanwhile. Raises Cancelled.
    """
    findings = session.vault.check()
    return findings if is_damaged(findings) else (*findings, *_inside(session, progress))


def note_check(session: Session, findings: tuple[Finding, ...]) -> None:
    """Remember when a vault was looked at in full and whether anything but notices was found."""
    whole = all(finding.severity == "notice" for finding in findings)
    session.put_state(_CHECKED, json.dumps({"at": session.clock.now_ms(), "whole": whole}))


def last_check(session: Session) -> Checked | None:
    """Return the last check that was noted, None before the first."""
    kept = session.get_state(_CHECKED)
    found = json.loads(kept) if kept else None
    return Checked(at_ms=int(found["at"]), whole=bool(found["whole"])) if found else None


def is_damaged(findings: tuple[Finding, ...]) -> bool:
    """Tell whether something is lost or altered; warnings can be mended."""
    return any(finding.severity == "damage" for finding in findings)


def require_readable(findings: tuple[Finding, ...]) -> None:
    """Raise what kept a check from reading: a disk that fails says nothing about what lies on it. Surroundings."""
    for finding in findings:
        if finding.code.startswith("disk."):
            raise Surroundings(finding.code, **finding.params)


def mendable(findings: tuple[Finding, ...]) -> bool:
    """Tell whether `repair` would put something right."""
    return any(finding.code in MENDABLE for finding in findings)


def repair(services: Services, folder: Path, secret: Secret, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Open a vault, do what `repair_open` does, and close it; raises what opening raises, Cancelled."""
    before = check_vault(services, folder, secret, progress)
    if is_damaged(before) or not mendable(before):
        return before
    vault = unlock_with(folder, secret, clock=services.clock, policy=services.policy)
    with vault, Session(vault, services) as session:
        return repair_open(session, progress)


def repair_open(session: Session, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Mend what can be made again, set aside what nobody knows, and return what a new check finds then.

    Never deletes or changes a record or an attachment, and does nothing to a vault with damage: that is for a backup.
    Others may write meanwhile; nobody may erase files. Raises Cancelled, and what is mended by then stays mended.
    """
    before = check_open(session, progress)
    if is_damaged(before) or not mendable(before):
        return before
    session.store.rebuild(progress)
    known = {row.id.hex() for row in _rows(session)}
    quarantine.set_aside(session.info.folder, session.vault.blobs().orphans(known))
    note_event(session, "repaired")
    return check_open(session, progress)


def _inside(session: Session, progress: Progress) -> Iterator[Finding]:
    yield from _journal_findings(session)
    yield from _record_findings(session, progress)
    yield from _index_findings(session, progress)
    yield from _blob_findings(session, progress)


def _journal_findings(session: Session) -> Iterator[Finding]:
    broken = session.store.broken_journal_rows()
    if broken:
        yield _finding("check.journal", "damage", rows=len(broken))


def _record_findings(session: Session, progress: Progress) -> Iterator[Finding]:
    """Yield how many records are not what the journal says, one finding for each way to be wrong."""
    faults: Counter[str] = Counter()
    for difference, many in session.store.differences(progress).items():
        faults[difference.fault] += many
    for fault, many in sorted(faults.items()):
        yield _finding(FAULTS[fault], "damage", records=many)


def _index_findings(session: Session, progress: Progress) -> Iterator[Finding]:
    stale = session.store.stale(progress)
    if stale.indexed:
        yield _finding("check.search_index", "warning", entries=stale.indexed)
    if stale.listed:
        yield _finding("check.case_list", "warning", lines=stale.listed)


def _blob_findings(session: Session, progress: Progress) -> Iterator[Finding]:
    """Yield attachments that are gone or altered, and files that no row knows."""
    rows = _rows(session)
    for place, row in enumerate(rows):
        progress.step(place, len(rows))
        yield from _attachment_findings(session, row)
    orphans = session.vault.blobs().orphans({row.id.hex() for row in rows})
    if orphans:
        yield _finding("check.blob_orphans", "notice", files=len(orphans))


def _attachment_findings(session: Session, row: BlobRow) -> Iterator[Finding]:
    digest = hashlib.sha256()
    try:
        for piece in session.vault.blobs().open(row.id.hex(), row.key):
            digest.update(piece)
    except KimError as error:
        yield Finding(error.code, "damage", MappingProxyType(error.params))
        return
    if digest.digest() != row.sha256:
        yield Finding("blob.damaged", "damage")


def _rows(session: Session) -> list[BlobRow]:
    with session.query.connection() as conn:
        return every_blob(conn, session.store.tables)


def _finding(code: str, severity: Severity, **params: int) -> Finding:
    return Finding(code, severity, MappingProxyType(params))
