"""A family's pictures: what they show, and what moving somebody by hand changes in the records."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.base.ids import RecordId, from_hex, new_id
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import persons_in_order
from kimdesk.domain import pictures
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.pictures import Telling
from kimdesk.domain.records import (
    Assessment,
    DomainRating,
    Goal,
    Measure,
    NetworkContact,
    NetworkTie,
    Person,
    Relation,
    SupportPlan,
)
from kimdesk.domain.values import Value
from kimdesk.domain.views.pictures import ComparisonView, GenogramView, NetworkView, TimelineView
from kimdesk.domain.views.pictures import NetworkContact as Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A relative outside the household: first name or role, and `relation` (a code) to somebody of the case."""

    name: str
    relation: str
    to: RecordId
    gender: str = ""


def telling(desk: Desk, lang: Lang) -> Telling:
    """Return in whose words and on which day pictures are made."""
    return Telling(desk.reference, lang, desk.today)


def genogram(desk: Desk, case: RecordId, lang: Lang, *, centre: RecordId | None = None) -> GenogramView:
    """Return a family's tree."""
    persons = persons_in_order(desk.query.of_case(Person, case))
    return pictures.genogram_view(persons, desk.query.of_case(Relation, case), telling(desk, lang), centre=centre)


def network(desk: Desk, case: RecordId, anchor: str, lang: Lang) -> NetworkView:
    """Return the network map around somebody."""
    contacts, ties = desk.query.of_case(NetworkContact, case), desk.query.of_case(NetworkTie, case)
    return pictures.network_view(anchor, contacts, ties, telling(desk, lang))


def comparison(desk: Desk, case: RecordId, lang: Lang) -> ComparisonView:
    """Return all assessments of a family side by side."""
    ratings = desk.query.of_case(DomainRating, case)
    return pictures.comparison_view(desk.query.of_case(Assessment, case), ratings, telling(desk, lang))


def timeline(desk: Desk, plan: SupportPlan, title: str, lang: Lang) -> TimelineView:
    """Return a plan's goals over time."""
    goals = [goal for goal in desk.query.of_case(Goal, plan.case) if goal.plan == plan.id]
    measures = desk.query.of_case(Measure, plan.case)
    return pictures.plan_timeline(plan, goals, measures, title, telling(desk, lang))


def move_person(desk: Desk, key: str, dx: int, dy: int) -> Changes:
    """Move somebody in the genogram by steps; raises UserProblem(record.missing)."""
    person = desk.query.get(Person, from_hex(key))
    if person is None:
        raise UserProblem("record.missing", kind=desk.services.registry["person"].de)
    return desk.apply(
        Set("person", person.id, "genogram_dx", (person.genogram_dx or 0) + dx or None),
        Set("person", person.id, "genogram_dy", (person.genogram_dy or 0) + dy or None),
    )


def place_all_again(desk: Desk, case: RecordId) -> Changes:
    """Take back every move by hand in a family's genogram."""
    moved = [each for each in desk.query.of_case(Person, case) if each.genogram_dx or each.genogram_dy]
    fields = ("genogram_dx", "genogram_dy")
    return desk.apply(*(Set("person", each.id, field, None) for each in moved for field in fields))


def move_contact(desk: Desk, moved: Moved) -> Changes:
    """Put somebody of the network map into another place or cell, as `drawings.network` found it."""
    contact = from_hex(moved.key)
    return desk.apply(
        Set("network_contact", contact, "sector", Code(moved.sector)),
        Set("network_contact", contact, "horizon", Code(moved.horizon)),
        Set("network_contact", contact, "place", moved.place),
    )


def tie_contacts(desk: Desk, case: RecordId, one: RecordId, other: RecordId) -> Changes:
    """Record that two of the network map know each other; nothing changes where that is recorded, or for one alone."""
    known = {frozenset((each.one, each.other)) for each in desk.query.of_case(NetworkTie, case)}
    if one == other or frozenset((one, other)) in known:
        return Changes()
    return desk.apply(Create("network_tie", new_id(desk.clock), {"case": case, "one": one, "other": other}))


def add_relative(desk: Desk, case: RecordId, relative: Relative) -> Changes:
    """Add a relative who lives elsewhere with the relation, as one step; raises UserProblem where a value is wrong."""
    person = new_id(desk.clock)
    values: dict[str, Value] = {"case": case, "given_name": relative.name, "in_household": Code("no")}
    if relative.gender:
        values["gender"] = Code(relative.gender)
    between: dict[str, Value] = {"case": case, "person": person, "other": relative.to}
    between["relation"] = Code(relative.relation)
    return desk.apply(Create("person", person, values), Create("relation", new_id(desk.clock), between))
