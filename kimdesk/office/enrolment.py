"""The office lets devices in: words are compared, a grant is signed; a lost device is shut out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kimdesk.exchange import enrolment
from kimdesk.exchange.medium import read_small, write_whole
from kimdesk.exchange.partners import to_row
from kimdesk.office.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as read: the label its user chose, its role, and the words of its keys to hear on the telephone."""

    label: str
    role: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A device let in, by its short name (two of its words), until when (UTC ms)."""

    short_name: str
    label: str
    valid_until: int


def look(data: bytes) -> Asked:
    """Return what a request says; raises Untrusted."""
    request = enrolment.read_request(data)
    return Asked(label=request.label, role=request.keys.role, words=request.keys.words)


def enrol(office: Office, data: bytes, words: str) -> tuple[bytes, Enrolled]:
    """Let a device in whose words were heard; returns the grant's bytes. Raises UserProblem, Untrusted."""
    request = enrolment.read_request(data)
    grant, partner = enrolment.grant(request, words=words, authority=office.authority, clock=office.clock)
    office.post.ledger.keep_partner(to_row(partner))
    return grant, Enrolled(short_name=partner.short_name, label=partner.label, valid_until=partner.valid_until)


def enrol_file(office: Office, request: Path, words: str, grant: Path) -> Enrolled:
    """Read a request from a file and write the grant; raises UserProblem, Untrusted, Surroundings."""
    data, enrolled = enrol(office, read_small(request, enrolment.MAX_FILE), words)
    write_whole(grant, data)
    return enrolled


def revoke(office: Office, short_name: str) -> None:
    """Shut a device out; its later bundles are kept in quarantine. Raises UserProblem(partner.unknown)."""
    row = office.post.ledger.partner_named(short_name)
    office.post.ledger.keep_partner(replace(row, revoked=True))
