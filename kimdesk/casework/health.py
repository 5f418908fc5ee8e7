"""Is a vault whole? Every page, every slot and the whole journal are looked at."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from kimdesk.casework.desk import Services
from kimdesk.store.session import Session
from kimdesk.vault.health import Finding
from kimdesk.vault.vault import OpenVault, unlock

__all__ = ["Finding", "check_vault", "is_damaged"]


def check_vault(services: Services, folder: Path, passphrase: str) -> tuple[Finding, ...]:
    """Open a vault of any kind, look at all of it and close it; raises what opening raises."""
    with unlock(folder, passphrase=passphrase, clock=services.clock, policy=services.policy) as vault:
        findings = (*vault.findings, *vault.check())
        if is_damaged(findings):
            return findings
        return (*findings, *_journal_findings(vault, services))


def is_damaged(findings: tuple[Finding, ...]) -> bool:
    """Tell whether something is lost or altered; warnings mend themselves."""
    return any(finding.severity == "damage" for finding in findings)


def _journal_findings(vault: OpenVault, services: Services) -> tuple[Finding, ...]:
    session = Session(vault, services)
    try:
        broken = session.store.broken_journal_rows()
    finally:
        session.close()
    if not broken:
        return ()
    return (Finding("check.journal", "damage", MappingProxyType({"rows": len(broken)})),)
