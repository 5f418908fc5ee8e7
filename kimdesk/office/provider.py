"""The provider's vault: keys, the desks let in, the recovery sheets and backups it holds; never a caseload."""

from __future__ import annotations

from pathlib import Path

from kimdesk.office.authority import (
    AuthoritySession,
    NewAuthority,
    create_authority,
    open_authority,
    open_authority_with_code,
)
from kimdesk.store.session import Services
from kimdesk.vault.recovery import RecoveryCode

__all__ = ["NewProvider", "Provider", "create_provider", "open_provider", "open_provider_with_code"]

NewProvider = NewAuthority


class Provider(AuthoritySession):
    """An open provider vault."""

    kind = "provider"


def create_provider(services: Services, new: NewProvider) -> tuple[Provider, RecoveryCode]:
    """Create a provider vault and return it open, with its recovery code; raises what `create_authority` raises."""
    return create_authority(services, new, Provider)


def open_provider(services: Services, folder: Path, passphrase: str) -> Provider:
    """Open a provider vault with its passphrase; raises UserProblem(vault.wrong_kind)."""
    return open_authority(services, folder, passphrase, Provider)


def open_provider_with_code(services: Services, folder: Path, code: str) -> Provider:
    """Open a provider vault with the printed recovery code."""
    return open_authority_with_code(services, folder, code, Provider)
