"""Is a vault whole? Every page, every slot, the whole journal and every attachment are looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from kimdesk.base.errors import KimError
from kimdesk.casework.desk import Services
from kimdesk.store.blobs import BlobRow, every_blob
from kimdesk.store.session import Session
from kimdesk.vault.health import Finding
from kimdesk.vault.vault import OpenVault, Secret, unlock_with

__all__ = ["Finding", "check_vault", "is_damaged"]


def check_vault(services: Services, folder: Path, secret: Secret) -> tuple[Finding, ...]:
    """Open a vault of any kind with what opens it, look at all of it and close it; raises what opening raises."""
    with unlock_with(folder, secret, clock=services.clock, policy=services.policy) as vault:
        findings = (*vault.findings, *vault.check())
        if is_damaged(findings):
            return findings
        return (*findings, *_content_findings(vault, services))


def is_damaged(findings: tuple[Finding, ...]) -> bool:
    """Tell whether something is lost or altered; warnings mend themselves."""
    return any(finding.severity == "damage" for finding in findings)


def _content_findings(vault: OpenVault, services: Services) -> Iterator[Finding]:
    """Yield what is wrong inside: the journal's chain, and attachments that are gone or altered."""
    session = Session(vault, services)
    try:
        broken = session.store.broken_journal_rows()
        if broken:
            yield Finding("check.journal", "damage", MappingProxyType({"rows": len(broken)}))
        with session.query.connection() as conn:
            attachments = every_blob(conn, session.store.tables)
        for row in attachments:
            yield from _attachment_findings(session, row)
    finally:
        session.close()


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
