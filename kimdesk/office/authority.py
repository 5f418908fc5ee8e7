"""A vault that lets devices in: names, keys and what came from them; never a caseload (protection.md)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

from kimdesk.base.errors import UserProblem
from kimdesk.domain.views.exchange import Role
from kimdesk.exchange.enrolment import Authority
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.partners import device_keys
from kimdesk.store.post import Post, post_of
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
from kimdesk.vault.recovery import RecoveryCode

NAMES = "office"
"""Where a vault keeps its names; every vault of this kind has had it under this key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What desks call the authority: name, short name for the command line, official code of the district."""

    label: str
    short_name: str
    district: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAuthority:
    """What creating one asks; label as in "Kreis Steinfurt", short name as in "steinfurt"."""

    folder: Path
    label: str
    short_name: str
    district: str
    passphrase: str = field(repr=False)


class AuthoritySession(Session):
    """An open vault of an office or a provider."""

    kind: Role
    names: Names
    post: Post
    keys: DeviceKeys

    def prepare(self) -> None:
        """Load names and keys; the first call makes the keys."""
        self.names = Names(**json.loads(self.get_state(NAMES) or "{}"))
        self.post = post_of(self.store)
        self.post.staging.discard()  # what an import left that was killed
        self.post.ledger.incarnation()  # made with the keys, so that a copy of the vault is known for one
        self.keys = device_keys(self.post.ledger, self.kind)
        self.actor = self.names.label
        self.use_stored_district()

    @property
    def authority(self) -> Authority:
        """The authority as it grants."""
        return Authority(self.keys, self.names.label, self.names.short_name, self.names.district)

    @property
    def words(self) -> str:
        """The eight words, to be read out to whoever asks to be enrolled."""
        return self.keys.public.words

    @property
    def fingerprint(self) -> bytes:
        """The fingerprint under which bundles for this authority travel."""
        return self.keys.public.fingerprint


A = TypeVar("A", bound=AuthoritySession)


def create_authority(services: Services, new: NewAuthority, cls: type[A]) -> tuple[A, RecoveryCode]:
    """Create a vault and return it open, with the recovery code that is shown and printed once.

    Raises UserProblem "enrol.label", "enrol.short_name", "enrol.district" and what creating a vault raises.
    """
    names = Names(label=new.label, short_name=new.short_name, district=new.district)
    Authority(DeviceKeys.generate(cls.kind), **asdict(names)).check()
    founding = Founding(folder=new.folder, kind=cls.kind, label=new.label, passphrase=new.passphrase)
    made, code = create_session(services, founding, cls)
    with unmade_on_failure(made):
        made.put_state(NAMES, json.dumps(asdict(names), ensure_ascii=False))
        made.prepare()
    return made, code


def open_authority(services: Services, folder: Path, passphrase: str, cls: type[A]) -> A:
    """Open a vault with its passphrase; raises UserProblem(vault.wrong_kind)."""
    return _checked(open_session(services, folder, passphrase, cls))


def open_authority_with_code(services: Services, folder: Path, code: str, cls: type[A]) -> A:
    """Open a vault with the printed recovery code; raises UserProblem(vault.wrong_kind)."""
    return _checked(open_session_with_code(services, folder, code, cls))


def _checked(session: A) -> A:
    if session.info.kind != session.kind:
        kind = session.info.kind
        session.close()
        raise UserProblem("vault.wrong_kind", kind=kind)
    with closed_on_failure(session):
        session.prepare()
    return session
