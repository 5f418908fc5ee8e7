"""An office or provider lets devices in: words are compared, a grant is signed; a lost device is shut out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.domain.views.exchange import PartnerRow, Role
from kimdesk.exchange import enrolment
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.exchange.partners import keys_of, to_row
from kimdesk.office.authority import AuthoritySession

MOST_PROVIDER = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as read: the label its user chose, its role, and the words of its keys to hear on the telephone."""

    label: str
    role: Role
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Where a desk belongs in the district's figures: its provider's name and a municipality's code, if known."""

    provider: str = ""
    place: str = ""


NOWHERE = Belonging()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A device let in, by its short name (two of its words), until when (UTC ms)."""

    short_name: str
    label: str
    valid_until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A desk or provider that is enrolled: how to call it, where it belongs, since when and until when (UTC ms)."""

    short_name: str
    label: str
    role: Role
    words: str
    valid_from: int
    valid_until: int
    revoked: bool
    provider: str
    place: str

    def over(self, now_ms: int) -> bool:
        """Tell whether its time has run out."""
        return now_ms > self.valid_until


def look(data: bytes) -> Asked:
    """Return what a request says; raises Untrusted."""
    request = enrolment.read_request(data)
    return Asked(label=request.label, role=request.keys.role, words=request.keys.words)


def read_request(path: Path) -> tuple[bytes, Asked]:
    """Return a request's bytes and what it says; raises Untrusted, Surroundings."""
    data = read_small(path, enrolment.MAX_FILE)
    return data, look(data)


def enrol(session: AuthoritySession, data: bytes, words: str, belonging: Belonging = NOWHERE) -> tuple[bytes, Enrolled]:
    """Let a device in whose words were heard; returns the grant's bytes. Raises UserProblem, Untrusted."""
    _check(session, belonging)
    request = enrolment.read_request(data)
    grant, partner = enrolment.grant(request, words=words, authority=session.authority, clock=session.clock)
    row = replace(to_row(partner), provider=belonging.provider.strip() or None, place=belonging.place or None)
    session.post.ledger.keep_partner(row)
    return grant, Enrolled(short_name=partner.short_name, label=partner.label, valid_until=partner.valid_until)


def _check(session: AuthoritySession, belonging: Belonging) -> None:
    if len(belonging.provider) > MOST_PROVIDER or not belonging.provider.isprintable():
        raise UserProblem("enrol.label", limit=MOST_PROVIDER)
    if belonging.place and belonging.place not in session.reference["municipality"]:
        raise UserProblem("office.unknown_code")


def enrol_file(
    session: AuthoritySession, request: Path, words: str, grant: Path, belonging: Belonging = NOWHERE
) -> Enrolled:
    """Read a request from a file and write the grant; raises UserProblem, Untrusted, Surroundings."""
    data, enrolled = enrol(session, read_small(request, enrolment.MAX_FILE), words, belonging)
    save_grant(data, grant)
    return enrolled


def save_grant(grant: bytes, path: Path) -> None:
    """Write a grant, whole or not at all; raises Surroundings."""
    write_whole(path, grant)


def devices(session: AuthoritySession) -> tuple[Device, ...]:
    """Return everybody let in, by label."""
    return tuple(_device(row) for row in session.post.ledger.partners())


def _device(row: PartnerRow) -> Device:
    return Device(
        short_name=row.short_name,
        label=row.label,
        role=row.role,
        words=keys_of(row).words,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        revoked=row.revoked,
        provider=row.provider or "",
        place=row.place or "",
    )


def move(session: AuthoritySession, short_name: str, belonging: Belonging) -> None:
    """Say where a desk belongs now; raises UserProblem."""
    _check(session, belonging)
    row = session.post.ledger.partner_named(short_name)
    moved = replace(row, provider=belonging.provider.strip() or None, place=belonging.place or None)
    session.post.ledger.keep_partner(moved)


def revoke(session: AuthoritySession, short_name: str) -> None:
    """Shut a device out; its later bundles are kept in quarantine. Raises UserProblem(partner.unknown)."""
    row = session.post.ledger.partner_named(short_name)
    session.post.ledger.keep_partner(replace(row, revoked=True))
