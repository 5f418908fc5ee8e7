"""The address book as a vault keeps it, and a vault's own keys, made at first need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from kimdesk.base.errors import Untrusted
from kimdesk.domain.views.exchange import PartnerRow, Role
from kimdesk.exchange.age_keys import HybridRecipient, new_seed
from kimdesk.exchange.keys import DeviceKeys, PartnerKeys
from kimdesk.exchange.manifest import BlobEntry
from kimdesk.exchange.minisign import Verifier
from kimdesk.exchange.ports import Partner

SIGNING: Final = "exchange.signing"
AGE: Final = "exchange.age"


def to_row(partner: Partner) -> PartnerRow:
    """Return a partner as raw bytes and texts."""
    keys = partner.keys
    return PartnerRow(
        fingerprint=keys.fingerprint,
        key_id=keys.signing.key_id,
        role=keys.role,
        signing=keys.signing.raw,
        age=keys.age.raw,
        label=partner.label,
        short_name=partner.short_name,
        district=partner.district,
        valid_from=partner.valid_from,
        valid_until=partner.valid_until,
        revoked=partner.revoked,
    )


def keys_of(row: PartnerRow) -> PartnerKeys:
    """Return the public keys of a row."""
    return PartnerKeys(row.role, Verifier(row.signing), HybridRecipient(row.age))


def from_row(row: PartnerRow) -> Partner:
    """Return a row as a partner; raises ValueError for keys that are none."""
    return Partner(keys_of(row), row.label, row.short_name, row.district, row.valid_from, row.valid_until, row.revoked)


@dataclass(frozen=True, slots=True)
class AddressBook:
    """The port `Partners` over a vault's rows."""

    find: Callable[[bytes], PartnerRow | None]

    def by_key_id(self, key_id: bytes) -> Partner | None:
        """Return the partner whose signing key has this id."""
        row = self.find(key_id)
        return None if row is None else from_row(row)


class Secrets(Protocol):
    """Where a vault keeps its keys."""

    def secret(self, name: str) -> bytes | None:
        """Return a kept secret."""
        ...

    def keep_secrets(self, secrets: dict[str, bytes], /) -> None:
        """Keep secrets, all or none."""
        ...


def device_keys(secrets: Secrets, role: Role) -> DeviceKeys:
    """Return this vault's keys; the first call makes and keeps them."""
    signing, age = secrets.secret(SIGNING), secrets.secret(AGE)
    if signing is None or age is None:
        signing, age = new_seed(), new_seed()
        secrets.keep_secrets({SIGNING: signing, AGE: age})
    return DeviceKeys(role, signing_seed=signing, age_seed=age)


class NoBlobs:
    """The port `BlobSink` of a vault that takes no attachments yet."""

    def begin(self, _entry: BlobEntry, /) -> None:
        """Refuse."""
        raise Untrusted("bundle.blob")

    def write(self, _piece: bytes, /) -> None:
        """Refuse."""
        raise Untrusted("bundle.blob")

    def finish(self) -> None:
        """Refuse."""
        raise Untrusted("bundle.blob")

    def discard(self) -> None:
        """Do nothing; nothing is there."""
