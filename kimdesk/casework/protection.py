"""Child protection: the entries of a family, the youth office responsible, and the three ways out.

Whoever opens the page gives the passphrase again; entries are absent from search, lists, history and every other paper.
"""

from __future__ import annotations

from collections.abc import Iterable

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import district
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.casework.paper import Paper
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.domain.changes import Change, Changes, Set
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.district import YouthOffice
from kimdesk.domain.protection import PURPOSES, ProtectionRelease, ProtectionWay, family_was_asked
from kimdesk.domain.pseudonymous import stand_ins, without_names
from kimdesk.domain.records import Case, Person, ProtectionEntry
from kimdesk.domain.values import age_on
from kimdesk.domain.views.protection import ProtectedEntry, ProtectedPerson, ProtectionTold

__all__ = ["ProtectionRelease", "ProtectionWay", "YouthOffice", "consultation", "entries", "left", "notice", "order",
           "youth_office", "youth_offices"]  # fmt: skip


def entries(desk: Desk, case: RecordId) -> tuple[ProtectionEntry, ...]:
    """Return a family's entries, oldest first; the caller has had the passphrase given again."""
    return desk.query.of_case(ProtectionEntry, case)


def youth_office(desk: Desk, case: RecordId) -> YouthOffice | None:
    """Return who is responsible for the family's place; None while no place is recorded."""
    found = desk.query.get(Case, case)
    return district.current(desk).youth_office(found.municipality if found is not None else None)


def youth_offices(desk: Desk) -> tuple[YouthOffice, ...]:
    """Return all youth offices of the district."""
    return district.current(desk).youth_offices


# the way out ----------------------------------------------------------------


def order(desk: Desk, case: RecordId, way: ProtectionWay, chosen: Iterable[RecordId], body: str) -> PrintOrder:
    """Return how a paper is printed for an adviser or the youth office, once somebody confirmed that it shall leave.

    Raises UserProblem protection.nothing_chosen, protection.nobody_named, protection.family_not_asked,
    protection.restricted.
    """
    wanted = frozenset(chosen)
    found = [each for each in entries(desk, case) if each.id in wanted]
    kept = desk.query.get(Case, case)
    if not found or kept is None:
        raise UserProblem("protection.nothing_chosen")
    if not body.strip():
        raise UserProblem("protection.nobody_named")
    if kept.restricted == "yes":
        raise UserProblem("protection.restricted")
    if way == "notice" and not all(family_was_asked(each) for each in found):
        raise UserProblem("protection.family_not_asked")
    release = ProtectionRelease(way=way, entries=frozenset(each.id for each in found), confirmed=True)
    return PrintOrder(recipient=Recipient(kind="body", name=body.strip()), purpose=PURPOSES[way], protection=release)


def left(desk: Desk, release: ProtectionRelease, body: str) -> Changes:
    """Keep in the entries themselves that they were told today and to whom; not undone, because it has happened."""
    day, whom = {"consultation": ("consulted_on", "consulted_whom"), "notice": ("notified_on", "notified_whom")}.get(
        release.way, ("", "")
    )
    changes: list[Change] = []
    for entry in sorted(release.entries) if day else ():
        changes += [Set("protection_entry", entry, day, desk.today), Set("protection_entry", entry, whom, body)]
    return desk.apply(*changes, undoable=False)


# what the papers say --------------------------------------------------------


def consultation(paper: Paper) -> ProtectionTold:
    """Return what an adviser is told (§ 4 Abs. 2 KKG): stand-ins and ages, no name, number, place or address."""
    people = persons_in_order(paper.records.persons())
    stands = stand_ins(people)
    chosen = _chosen(paper)
    concerned = {child for entry in chosen for child in entry.children}

    def plain(entry: ProtectionEntry, name: str) -> str:
        return without_names(paper.text(entry, name) or "", people, stands)

    persons = [
        ProtectedPerson(
            name=stands[each.id],
            concerned=each.id in concerned,
            role=each.role,
            gender=each.gender,
            age=age_on(each.birth_date, paper.desk.today) if each.birth_date else None,
        )
        for each in people
        if paper.gate.shows(each.id) and each.merged_into is None
    ]
    told = [
        ProtectedEntry(
            date=entry.date,
            children=tuple(stands[each.id] for each in people if each.id in entry.children),
            observed=plain(entry, "observed"),
            said=plain(entry, "said"),
            assessment=plain(entry, "assessment"),
            agreed=plain(entry, "agreed"),
            told_family=paper.text(entry, "told_family"),
        )
        for entry in chosen
    ]
    return ProtectionTold(persons=tuple(persons), entries=tuple(told))


def notice(paper: Paper) -> ProtectionTold:
    """Return what the youth office is told (§ 4 Abs. 3 KKG): children, the grown-ups they live with, entries."""
    people = persons_in_order(paper.records.persons())
    chosen = _chosen(paper)
    concerned = {child for entry in chosen for child in entry.children}
    told = [
        ProtectedEntry(
            date=entry.date,
            children=tuple(paper.name(each) for each in people if each.id in entry.children),
            observed=paper.text(entry, "observed") or "",
            said=paper.text(entry, "said") or "",
            assessment=paper.text(entry, "assessment") or "",
            agreed=paper.text(entry, "agreed") or "",
            told_family=paper.text(entry, "told_family"),
            not_told_reason=paper.text(entry, "not_told_reason") or "",
            consulted_on=entry.consulted_on if paper.gate.allows(entry.id, "consulted_on") else None,
        )
        for entry in chosen
    ]
    case, reference = paper.records.case, paper.desk.reference
    named = paper.gate.allows(case.id, "municipality")
    return ProtectionTold(
        persons=tuple(_named(paper, each, each.id in concerned) for each in people if paper.gate.shows(each.id)),
        entries=tuple(told),
        office=paper.recipient.name,
        place=reference.label("municipality", case.municipality) if named else "",
        case_number=case.case_number if paper.gate.allows(case.id, "case_number") else "",
    )


def _chosen(paper: Paper) -> tuple[ProtectionEntry, ...]:
    """Return the entries that leave, oldest first; raises UserProblem(protection.nothing_chosen) where none does."""
    found = tuple(each for each in paper.every(ProtectionEntry) if paper.gate.shows(each.id))
    if not found:
        raise UserProblem("protection.nothing_chosen")
    return found


def _named(paper: Paper, person: Person, concerned: bool) -> ProtectedPerson:  # noqa: FBT001 - private
    native = (paper.text(person, "given_name_native"), paper.text(person, "family_name_native"))
    born = paper.text(person, "birth_date")
    tongues = person.languages if paper.gate.allows(person.id, "languages") else frozenset()
    return ProtectedPerson(
        name=paper.name(person),
        name_native=" ".join(part for part in native if part),
        concerned=concerned,
        role=paper.text(person, "role"),
        gender=paper.text(person, "gender"),
        age=age_on(born, paper.desk.today) if born else None,
        birth_date=born,
        custody=paper.text(person, "custody"),
        address=paper.text(person, "address"),
        phone=paper.text(person, "phone"),
        languages=tuple(sorted(tongues)),
        interpreter_needed=paper.text(person, "interpreter_needed") == "yes",
    )
