"""The directory: partners with their contact persons, interpreters, and how referrals went; no family in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.names import fold
from kimdesk.domain.persons_in_text import names_found
from kimdesk.domain.records import Partner, PartnerPerson
from kimdesk.store import directory as stored
from kimdesk.store.names import every_name

__all__ = [
    "Entry",
    "Experience",
    "directory",
    "experience",
    "family_names_in",
    "is_named",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One partner with those who work there."""

    partner: Partner
    persons: tuple[PartnerPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """How many referrals to a partner in one life domain stand how; codes, "" where nothing is recorded."""

    domain: str
    state: str
    count: int


def directory(desk: Desk) -> tuple[Entry, ...]:
    """Return all partners by name, those no longer active last."""
    persons: dict[RecordId, list[PartnerPerson]] = defaultdict(list)
    for each in desk.query.every(PartnerPerson):
        persons[each.partner].append(each)
    entries = [Entry(partner=each, persons=tuple(persons[each.id])) for each in desk.query.every(Partner)]
    return tuple(sorted(entries, key=lambda each: (each.partner.inactive_since is not None, fold(each.partner.name))))


def experience(desk: Desk, partner: RecordId) -> tuple[Experience, ...]:
    """Return how the referrals to a partner went: counts by life domain, nobody's name."""
    with desk.query.connection() as conn:
        found = stored.referrals_to(conn, desk.store.tables, partner)
    return tuple(Experience(domain=domain or "", state=state or "", count=count) for domain, state, count in found)


def is_named(desk: Desk, partner: RecordId) -> bool:
    """Tell whether a record of a family names a partner: then it is kept, and at most no longer active."""
    with desk.query.connection() as conn:
        registry, tables = desk.services.registry, desk.store.tables
        return stored.is_named(conn, registry, tables, desk.services.registry.of(Partner).name, partner)


def family_names_in(desk: Desk, partner: RecordId) -> tuple[str, ...]:
    """Return known names of families that stand in a partner's texts: the directory tells nothing about families."""
    found = desk.query.get(Partner, partner)
    if found is None:
        return ()
    with desk.query.connection() as conn:
        names = set(every_name(conn, desk.services.registry, desk.store.tables, {"person"}))
    return names_found(f"{found.offers or ''}\n{found.good_to_know or ''}", names)
