"""The desk: one case manager's vault, opened, with the profile of the person who works there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.casework.ways import opened_without_passphrase
from kimdesk.domain.law import DEFAULT, Regime
from kimdesk.domain.names import initials
from kimdesk.domain.views.documents import PlanTitle
from kimdesk.store.session import (
    Founding,
    Services,
    Session,
    closed_on_failure,
    create_session,
    open_session,
    open_session_with_code,
    unmade_on_failure,
)
from kimdesk.text.kept_phrases import as_text, from_text
from kimdesk.text.phrases import SHIPPED, Phrasebook
from kimdesk.vault.recovery import RecoveryCode
from kimdesk.vault.vault import VaultInfo, read_info

__all__ = ["Desk", "NewDesk", "Profile", "RecoveryCode", "Services", "VaultInfo", "create_desk", "open_desk",
           "open_desk_with_code", "vault_info"]  # fmt: skip

PROFILE = "profile"
PHRASES = "phrases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who works at this desk; kept inside the vault.

    `address` is the provider's, `officer` its data-protection officer, `authority` who supervises, `office` the
    coordination office that gets figures: the information sheet (Art. 13 DSGVO) names them. `regime` is the law the
    provider is bound by; it decides what papers cite.
    """

    name: str = ""
    provider: str = ""
    place: str = ""
    phone: str = ""
    case_prefix: str = "KD"
    plan_title: PlanTitle = "support_plan"
    address: str = ""
    officer: str = ""
    officer_contact: str = ""
    authority: str = ""
    office: str = ""
    regime: Regime = DEFAULT

    @property
    def initials(self) -> str:
        """The worker's initials."""
        return initials(*self.name.split())


class Desk(Session):
    """An open desk vault."""

    profile: Profile = Profile()
    phrasebook: Phrasebook = SHIPPED

    def load_profile(self) -> None:
        """Read the profile; a desk without one works under an empty name."""
        stored = self.get_state(PROFILE)
        if stored:
            self.profile = Profile(**json.loads(stored))
        self.actor = self.profile.name
        self.phrasebook = from_text(self.get_state(PHRASES))
        self.use_stored_district()

    def save_phrasebook(self, book: Phrasebook) -> None:
        """Keep words people outside have entered in the vault."""
        self.put_state(PHRASES, as_text(book))
        self.phrasebook = book

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile in the vault."""
        self.put_state(PROFILE, json.dumps(asdict(profile), ensure_ascii=False))
        self.profile = profile
        self.actor = profile.name


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """What creating a desk asks."""

    folder: Path
    label: str
    passphrase: str
    profile: Profile

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<NewDesk>"


def create_desk(services: Services, new: NewDesk) -> tuple[Desk, RecoveryCode]:
    """Create a desk vault and return it open, with the recovery code that is shown and printed once."""
    founding = Founding(folder=new.folder, kind="desk", label=new.label, passphrase=new.passphrase)
    desk, code = create_session(services, founding, Desk)
    with unmade_on_failure(desk):
        desk.save_profile(new.profile)
    return desk, code


def open_desk(services: Services, folder: Path, passphrase: str) -> Desk:
    """Open a desk vault with its passphrase."""
    return _checked(open_session(services, folder, passphrase, Desk))


def open_desk_with_code(services: Services, folder: Path, code: str) -> Desk:
    """Open a desk vault with the printed recovery code, which is spent: `ways.renew` comes next."""
    desk = _checked(open_session_with_code(services, folder, code, Desk))
    with closed_on_failure(desk):
        opened_without_passphrase(desk, "code")
    return desk


def vault_info(folder: Path) -> VaultInfo:
    """Return what may be known of a vault before unlocking: kind, label, time of the last backup."""
    return read_info(folder)


def _checked(desk: Desk) -> Desk:
    if desk.info.kind != "desk":
        kind = desk.info.kind
        desk.close()
        raise UserProblem("vault.wrong_kind", kind=kind)
    with closed_on_failure(desk):
        desk.load_profile()
    return desk
