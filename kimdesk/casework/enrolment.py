"""How this desk and an office or provider get to know each other: a request, a grant, eight words compared aloud."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.casework.desk import Desk
from kimdesk.domain.persons_in_text import names_found
from kimdesk.domain.records import Person
from kimdesk.domain.views.exchange import PartnerRow, Role
from kimdesk.exchange import enrolment
from kimdesk.exchange.keys import DeviceKeys
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.exchange.partners import device_keys, keys_of, to_row
from kimdesk.store.post import Post, post_of

GRANT = "enrol.grant."
"""Where the grant of an authority lies: it proves to others that this desk belongs there."""
LABEL_LENGTH = enrolment.MAX_LABEL


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerView:
    """Somebody this vault is enrolled with: how to call them, who they are, their eight words, since and until when."""

    short_name: str
    label: str
    role: Role
    district: str
    words: str
    valid_from: int
    valid_until: int
    revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantView:
    """What a grant says before anybody compared words: who claims to have signed it, and as what."""

    label: str
    role: Role
    words: str


def keys(desk: Desk, post: Post) -> DeviceKeys:
    """Return this vault's keys, made at the first call."""
    post.ledger.incarnation()  # made with the keys, so that a copy of the vault is known for one
    return device_keys(post.ledger, desk.info.kind)


def view(row: PartnerRow) -> PartnerView:
    """Return a partner as people see them."""
    return PartnerView(
        short_name=row.short_name,
        label=row.label,
        role=row.role,
        district=row.district,
        words=keys_of(row).words,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        revoked=row.revoked,
    )


def own_words(desk: Desk) -> str:
    """Return the eight words of this device, to be read out to the office."""
    return keys(desk, post_of(desk.store)).public.words


def known_names(desk: Desk) -> list[str]:
    """Return every name this vault knows: what leaves for everybody to read must hold none of them."""
    fields = ("given_name", "family_name", "given_name_native", "family_name_native", "birth_name")
    names = [getattr(person, name) or "" for person in desk.query.every(Person) for name in fields]
    return [*names, desk.profile.name]


def enrol_request(desk: Desk, label: str) -> bytes:
    """Return the bytes of a request (`*.kimr`) under a label without a person's name; raises UserProblem."""
    if names_found(label, known_names(desk)):
        raise UserProblem("enrol.label_name")
    return enrolment.make_request(keys(desk, post_of(desk.store)), label=label, clock=desk.clock)


def save_request(desk: Desk, label: str, path: Path) -> str:
    """Write a request and return the words to read out; raises UserProblem, Surroundings."""
    write_whole(path, enrol_request(desk, label))
    return own_words(desk)


def accept_grant(desk: Desk, data: bytes, words: str) -> PartnerView:
    """Enter the authority of a grant (`*.kimg`) whose words were heard; raises UserProblem, Untrusted."""
    post = post_of(desk.store)
    grant = enrolment.accept(data, words=words, keys=keys(desk, post), clock=desk.clock)
    row = to_row(grant.partner())
    post.ledger.keep_partner(row)
    desk.put_state(GRANT + row.fingerprint.hex(), data.hex())
    return view(row)


def kept_grant(desk: Desk, row: PartnerRow) -> bytes:
    """Return the grant by which an authority let this desk in; raises UserProblem(handover.no_grant)."""
    found = desk.get_state(GRANT + row.fingerprint.hex())
    if not found:
        raise UserProblem("handover.no_grant")
    return bytes.fromhex(found)


def accept_file(desk: Desk, path: Path, words: str) -> PartnerView:
    """Read a grant from a file and accept it."""
    return accept_grant(desk, read_small(path, enrolment.MAX_FILE), words)


def look_at_grant(path: Path) -> GrantView:
    """Return what a grant says, before words are compared; raises Untrusted, Surroundings."""
    grant = enrolment.read_grant(read_small(path, enrolment.MAX_FILE))
    return GrantView(label=grant.label, role=grant.authority.role, words=grant.authority.words)


def grant_words(path: Path) -> str:
    """Return the words of whoever signed a grant, to be compared by voice; raises Untrusted."""
    return look_at_grant(path).words


def partners(desk: Desk) -> tuple[PartnerView, ...]:
    """Return everybody this vault is enrolled with."""
    return tuple(view(row) for row in post_of(desk.store).ledger.partners())
