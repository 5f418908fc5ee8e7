"""The coordination office's vault: keys, partners and what desks sent; never a caseload (protection.md)."""

from __future__ import annotations

from pathlib import Path

from kimdesk.office.authority import (
    AuthoritySession,
    Names,
    NewAuthority,
    create_authority,
    open_authority,
    open_authority_with_code,
)
from kimdesk.store.session import Services
from kimdesk.vault.recovery import RecoveryCode

__all__ = ["NewOffice", "Office", "OfficeNames", "RecoveryCode", "Services", "create_office", "open_office",
           "open_office_with_code"]  # fmt: skip

OfficeNames = Names
NewOffice = NewAuthority


class Office(AuthoritySession):
    """An open office vault."""

    kind = "office"

    def prepare(self) -> None:
        """Load names and keys, and delete what a family's consent no longer covers since the office was last open."""
        super().prepare()
        self.post.district.expire(self.today.isoformat())


def create_office(services: Services, new: NewOffice) -> tuple[Office, RecoveryCode]:
    """Create an office vault and return it open, with its recovery code; raises what `create_authority` raises."""
    return create_authority(services, new, Office)


def open_office(services: Services, folder: Path, passphrase: str) -> Office:
    """Open an office vault with its passphrase; raises UserProblem(vault.wrong_kind)."""
    return open_authority(services, folder, passphrase, Office)


def open_office_with_code(services: Services, folder: Path, code: str) -> Office:
    """Open an office vault with the printed recovery code."""
    return open_authority_with_code(services, folder, code, Office)
