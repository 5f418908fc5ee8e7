"""The coordination office's vault: keys, partners and what desks sent; never a caseload (protection.md)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.exchange.enrolment import Authority
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.partners import device_keys
from kimdesk.store.post import Post, post_of
from kimdesk.store.session import Founding, Services, Session, create_session, open_session
from kimdesk.vault.recovery import RecoveryCode

__all__ = ["NewOffice", "Office", "OfficeNames", "RecoveryCode", "Services", "create_office", "open_office"]

NAMES = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeNames:
    """What desks call the office: name, short name for the command line, official code of the district."""

    label: str
    short_name: str
    district: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What creating an office asks; label as in "Kreis Steinfurt", short name as in "steinfurt"."""

    folder: Path
    label: str
    short_name: str
    district: str
    passphrase: str = field(repr=False)


class Office(Session):
    """An open office vault."""

    names: OfficeNames
    post: Post
    keys: DeviceKeys

    def prepare(self) -> None:
        """Load names and keys; the first call makes the keys."""
        self.names = OfficeNames(**json.loads(self.get_state(NAMES) or "{}"))
        self.post = post_of(self.store)
        self.post.staging.discard()  # what an import left that was killed
        self.post.district.expire(self.today.isoformat())  # consents that ended since the office was last open
        self.post.ledger.incarnation()  # made with the keys, so that a copy of the vault is known for one
        self.keys = device_keys(self.post.ledger, "office")
        self.actor = self.names.label

    @property
    def authority(self) -> Authority:
        """The office as it grants."""
        return Authority(self.keys, self.names.label, self.names.short_name, self.names.district)

    @property
    def words(self) -> str:
        """The office's eight words, to be read out to whoever asks to be enrolled."""
        return self.keys.public.words

    @property
    def fingerprint(self) -> bytes:
        """The office's fingerprint, under which its district's bundles travel."""
        return self.keys.public.fingerprint


def create_office(services: Services, new: NewOffice) -> tuple[Office, RecoveryCode]:
    """Create an office vault and return it open, with the recovery code that is shown and printed once.

    Raises UserProblem "enrol.label", "enrol.short_name", "enrol.district" and what creating a vault raises.
    """
    names = OfficeNames(label=new.label, short_name=new.short_name, district=new.district)
    Authority(DeviceKeys.generate("office"), **asdict(names)).check()
    founding = Founding(folder=new.folder, kind="office", label=new.label, passphrase=new.passphrase)
    office, code = create_session(services, founding, Office)
    office.put_state(NAMES, json.dumps(asdict(names), ensure_ascii=False))
    office.prepare()
    return office, code


def open_office(services: Services, folder: Path, passphrase: str) -> Office:
    """Open an office vault with its passphrase; raises UserProblem(vault.wrong_kind)."""
    office = open_session(services, folder, passphrase, Office)
    if office.info.kind != "office":
        kind = office.info.kind
        office.close()
        raise UserProblem("vault.wrong_kind", kind=kind)
    office.prepare()
    return office
