"""Opening whichever vault lets devices in: an office's or a provider's."""

from __future__ import annotations

from pathlib import Path

from kimdesk.office.authority import AuthoritySession
from kimdesk.office.office import open_office
from kimdesk.office.provider import open_provider
from kimdesk.store.session import Services
from kimdesk.vault.info import read_info


def open_either(services: Services, folder: Path, passphrase: str) -> AuthoritySession:
    """Open an office's or a provider's vault with its passphrase; raises UserProblem(vault.wrong_kind) for a desk's."""
    if read_info(folder).kind == "provider":
        return open_provider(services, folder, passphrase)
    return open_office(services, folder, passphrase)
