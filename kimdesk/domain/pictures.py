"""What pictures show of records: pure functions from a case's records to the views that drawings draw.

The screen passes all records of a case, paper only those the gate released; neither picture knows more than it gets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kimdesk.base.errors import Lang
from kimdesk.base.ids import RecordId
from kimdesk.domain.records import Assessment, DomainRating, Goal, Measure, NetworkTie, Person, Relation, SupportPlan
from kimdesk.domain.records.assessment import NetworkContact as NetworkRecord
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import age_on, lower_bound
from kimdesk.domain.views.pictures import (
    HORIZONS,
    SECTORS,
    ComparisonView,
    GenogramPerson,
    GenogramRelation,
    GenogramView,
    Milestone,
    NetworkContact,
    NetworkView,
    RatedDomain,
    Rating,
    TimelineRow,
    TimelineView,
)

HOME = "DE"
_GENERATIONS = {"grandparent": -1, "child": 1}
_PRESENT = ("partner_of", "married_to")


@dataclass(frozen=True, slots=True)
class Telling:
    """In whose words and on which day a picture is made."""

    reference: Reference
    lang: Lang
    today: dt.date

    def word(self, codes: str, code: str | None) -> str:
        """Return the word of a code."""
        return self.reference.label(codes, code, self.lang)


def genogram_view(
    persons: Iterable[Person], relations: Iterable[Relation], telling: Telling, *, centre: RecordId | None = None
) -> GenogramView:
    """Return the family's tree; persons merged into others are left out, ended partnerships count as separated."""
    living = [person for person in persons if person.merged_into is None]
    shown = {person.id for person in living}
    return GenogramView(
        persons=tuple(_genogram_person(person, telling, centre) for person in living),
        relations=tuple(
            _genogram_relation(each, telling) for each in relations if each.person in shown and each.other in shown
        ),
    )


def _genogram_person(person: Person, telling: Telling, centre: RecordId | None) -> GenogramPerson:
    deceased = person.died_on is not None
    away = person.lives_in not in (None, HOME)
    return GenogramPerson(
        key=person.id.hex(),
        given_name=person.given_name,
        family_name=person.family_name,
        role=telling.word("family_role", person.role) or None,
        gender=person.gender,
        born=person.birth_date,
        died=person.died_on,
        age=age_on(person.birth_date, telling.today) if person.birth_date and not deceased else None,
        deceased=deceased,
        index=person.id == centre,
        in_household=person.in_household == "yes",
        full_name=bool(person.full_name_reason),
        abroad=telling.word("country", person.lives_in) if away else None,
        generation=_GENERATIONS.get(person.role or "", 0),
        dx=person.genogram_dx or 0,
        dy=person.genogram_dy or 0,
    )


def _genogram_relation(each: Relation, telling: Telling) -> GenogramRelation:
    ended = each.until is not None and lower_bound(each.until) <= telling.today
    code = "separated_from" if ended and each.relation in _PRESENT else str(each.relation)
    return GenogramRelation(each.person.hex(), each.other.hex(), code, telling.word("relation", code))


def network_view(
    anchor: str, contacts: Iterable[NetworkRecord], ties: Iterable[NetworkTie], telling: Telling
) -> NetworkView:
    """Return the network map around somebody."""
    near, middle, far = (telling.word("network_horizon", code) for code in HORIZONS)
    family, friends, work, professional = (telling.word("network_sector", code) for code in SECTORS)
    return NetworkView(
        anchor=anchor,
        sectors=(family, friends, work, professional),
        horizons=(near, middle, far),
        contacts=tuple(
            NetworkContact(
                key=each.id.hex(), name=each.name, sector=each.sector, horizon=each.horizon, place=each.place
            )
            for each in contacts
        ),
        ties=tuple((each.one.hex(), each.other.hex()) for each in ties),
    )


def comparison_view(
    assessments: Iterable[Assessment], ratings: Iterable[DomainRating], telling: Telling
) -> ComparisonView:
    """Return assessments in which something was rated side by side, oldest first, in the order of the life domains."""
    given = {(each.assessment, str(each.domain)): each for each in ratings}
    rated = {each.assessment for each in given.values() if each.client_rating or each.own_rating}
    ordered = sorted((each for each in assessments if each.id in rated), key=lambda each: (each.date, each.id))
    domains = []
    for entry in telling.reference["life_domain"].entries:
        found = [given.get((each.id, entry.code)) for each in ordered]
        name = (entry.short_de if telling.lang == "de" else "") or entry.label(telling.lang)
        domains.append(RatedDomain(entry.code, name, tuple(map(_rating, found))))
    return ComparisonView(dates=tuple(each.date for each in ordered), domains=tuple(domains))


def _rating(record: DomainRating | None) -> Rating:
    if record is None:
        return Rating()
    return Rating(_number(record.client_rating), _number(record.own_rating))


def _number(code: str | None) -> int | None:
    return int(code) if code is not None and code.isdigit() and int(code) <= 5 else None


def plan_timeline(
    plan: SupportPlan, goals: Sequence[Goal], measures: Sequence[Measure], title: str, telling: Telling
) -> TimelineView:
    """Return a plan's goals over time, each with the dates of its measures as diamonds."""
    return TimelineView(
        title=title,
        today=telling.today,
        rows=tuple(
            TimelineRow(
                key=goal.id.hex(),
                name=goal.wording or telling.word("life_domain", goal.domain),
                start=plan.date,
                end=goal.reached_on or goal.due,
                state=telling.word("goal_state", goal.state),
                done=goal.state == "reached",
                milestones=_milestones(goal, measures),
            )
            for goal in goals
        ),
    )


def _milestones(goal: Goal, measures: Sequence[Measure]) -> tuple[Milestone, ...]:
    own = [each for each in measures if each.goal == goal.id and each.state != "dropped"]
    days = [(each.done_on or each.until, each) for each in own]
    return tuple(Milestone(day, each.text or "", each.state == "done") for day, each in days if day is not None)
