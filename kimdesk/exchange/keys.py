"""The keys of a device: one to sign, one to open; their public card, its fingerprint and its eight words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, TypeGuard, get_args

from kimdesk.base.words import spoken
from kimdesk.domain.views.exchange import Role
from kimdesk.exchange import strict_json
from kimdesk.exchange.age_keys import AgeError, HybridIdentity, HybridRecipient, decode64, encode64, new_seed
from kimdesk.exchange.minisign import SigningKey, Verifier

ROLES: Final[tuple[Role, ...]] = get_args(Role)
CARD_FORMAT: Final = 1
_DOMAIN: Final = b"kim-desk/fingerprint/1\x00"


def is_role(value: object) -> TypeGuard[Role]:
    """Tell whether a value names one of the three roles."""
    return value in ROLES


def fingerprint_of(signing: Verifier, card_hash: bytes) -> bytes:
    """Return 32 bytes that stand for a signing key and everything on its card."""
    return hashlib.sha256(_DOMAIN + signing.raw + card_hash).digest()


@dataclass(frozen=True, slots=True)
class PartnerKeys:
    """What the world may know of a device: its role, whom to believe and whom to write to."""

    role: Role
    signing: Verifier
    age: HybridRecipient

    def card(self) -> dict[str, strict_json.Json]:
        """Return the card without the signing key."""
        return {"age": encode64(self.age.raw), "format": CARD_FORMAT, "role": self.role}

    @property
    def card_hash(self) -> bytes:
        """SHA-256 of the canonical card, 32 bytes."""
        return hashlib.sha256(strict_json.dumps(self.card())).digest()

    @property
    def fingerprint(self) -> bytes:
        """32 bytes that stand for these keys in every manifest and ledger."""
        return fingerprint_of(self.signing, self.card_hash)

    @property
    def words(self) -> str:
        """The eight words two people compare."""
        return spoken(self.fingerprint)


def partner_from_card(card: strict_json.Json, signing: Verifier) -> PartnerKeys:
    """Return the keys of a card; raises ValueError for anything but an exact card."""
    if not isinstance(card, dict) or set(card) != {"age", "format", "role"} or card["format"] != CARD_FORMAT:
        raise ValueError("not a card")
    age, role = card["age"], card["role"]
    if not isinstance(age, str) or not is_role(role):
        raise ValueError("not a card")
    try:
        return PartnerKeys(role, signing, HybridRecipient(decode64(age)))
    except AgeError as refused:
        raise ValueError("not a card") from refused


class DeviceKeys:
    """The private keys of one device, made from two 32-byte seeds; shows no secret when printed."""

    __slots__ = ("age", "public", "role", "signing")

    def __init__(self, role: Role, *, signing_seed: bytes, age_seed: bytes) -> None:
        self.role: Role = role
        self.signing = SigningKey(signing_seed)
        self.age = HybridIdentity(age_seed)
        self.public = PartnerKeys(role, self.signing.verifier, self.age.recipient)

    @classmethod
    def generate(cls, role: Role) -> DeviceKeys:
        """Return fresh keys."""
        return cls(role, signing_seed=new_seed(), age_seed=new_seed())

    @property
    def verifier(self) -> Verifier:
        """The public half of the signing key."""
        return self.signing.verifier

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte Ed25519 signature."""
        return self.signing.sign(data)
