"""The three kinds of vaults: how each is opened and created."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kimdesk.casework.desk import NewDesk, Profile, create_desk, open_desk, open_desk_with_code
from kimdesk.casework.ways import opened_without_passphrase
from kimdesk.domain.names import words
from kimdesk.office.office import NewOffice, create_office, open_office, open_office_with_code
from kimdesk.office.provider import create_provider, open_provider, open_provider_with_code
from kimdesk.store.session import Services, Session
from kimdesk.ui.screens.unlock.state import NewVault
from kimdesk.vault.info import read_info
from kimdesk.vault.recovery import RecoveryCode


@dataclass(frozen=True, slots=True)
class Way:
    """How vaults of one kind are opened: with the passphrase, with the recovery code."""

    open: Callable[[Services, Path, str], Session]
    open_with_code: Callable[[Services, Path, str], Session]


def _office_with_code(services: Services, folder: Path, code: str) -> Session:
    return _spent(open_office_with_code(services, folder, code))


def _provider_with_code(services: Services, folder: Path, code: str) -> Session:
    return _spent(open_provider_with_code(services, folder, code))


def _spent(session: Session) -> Session:
    """Remember that the code was used; a new passphrase and a new code come next, as at a desk."""
    try:
        opened_without_passphrase(session, "code")
    except BaseException:
        session.close()
        raise
    return session


WAYS: dict[str, Way] = {
    "desk": Way(open_desk, open_desk_with_code),
    "office": Way(open_office, _office_with_code),
    "provider": Way(open_provider, _provider_with_code),
}


def way_into(folder: Path) -> Way:
    """Return how the vault in a folder is opened; raises what reading its small file raises."""
    return WAYS[read_info(folder).kind]


def create(services: Services, folder: Path, wish: NewVault) -> tuple[Session, RecoveryCode]:
    """Create a vault as it is wished for and return it open with its recovery code; raises KimError."""
    if wish.kind == "desk":
        profile = Profile(name=wish.name, provider=wish.provider, place=wish.place)
        new = NewDesk(folder=folder, label=wish.label or "Tresor 1", passphrase=wish.passphrase, profile=profile)
        return create_desk(services, new)
    made = NewOffice(
        folder=folder,
        label=wish.name,
        short_name=max(words(wish.name), key=len, default=""),
        district=wish.district,
        passphrase=wish.passphrase,
    )
    return create_office(services, made) if wish.kind == "office" else create_provider(services, made)
