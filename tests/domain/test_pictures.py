"""Pictures show what records say, by first name or role where protection asks for it, in the reader's words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.casework.desk import Services
from kimdesk.domain.declare import Code
from kimdesk.domain.pictures import Telling, comparison_view, genogram_view, network_view, plan_timeline
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
from kimdesk.domain.views.pictures import Milestone, Rating
from tests.domain.test_disclosure import make, rid

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def german(services: Services, clock: FixedClock) -> Telling:
    return Telling(services.reference, "de", TODAY)


@pytest.fixture
def english(services: Services) -> Telling:
    return Telling(services.reference, "en", TODAY)


def elena(**values: Any) -> Any:
    return make(Person, 11, **{"given_name": "Elena", "family_name": "Dimitrova", **values})


def test_a_person_is_shown_as_recorded(german: Telling) -> None:
    person = elena(
        gender=Code("f"), birth_date="1994-05-06", in_household=Code("yes"), role=Code("mother"), genogram_dx=3
    )
    (shown,) = genogram_view([person], [], german, centre=rid(11)).persons
    assert (shown.shown_name, shown.gender, shown.age, shown.role) == ("Elena Dimitrova", "f", 32, "Mutter")
    assert (shown.key, shown.index, shown.dx, shown.dy, shown.abroad) == (rid(11).hex(), True, 3, 0, None)


def test_outside_the_household_the_family_name_needs_a_reason(german: Telling) -> None:
    away = genogram_view([elena(lives_in=Code("BG"))], [], german).persons[0]
    assert (away.shown_name, away.abroad) == ("Elena", "Bulgarien")
    assert genogram_view([elena(full_name_reason="Vollmacht")], [], german).persons[0].shown_name == "Elena Dimitrova"
    assert genogram_view([elena(lives_in=Code("DE"))], [], german).persons[0].abroad is None


def test_the_dead_have_no_age(german: Telling) -> None:
    (shown,) = genogram_view([elena(birth_date="1950", died_on="2019")], [], german).persons
    assert (shown.deceased, shown.age, shown.died) == (True, None, "2019")


def test_a_person_merged_into_another_is_gone_with_her_relations(german: Telling) -> None:
    people = [elena(), make(Person, 12, given_name="Elenna", merged_into=rid(11))]
    relation = make(Relation, 20, person=rid(12), other=rid(11), relation=Code("sibling_of"))
    view = genogram_view(people, [relation], german)
    assert [each.key for each in view.persons] == [rid(11).hex()]
    assert view.relations == ()


@pytest.mark.parametrize(("until", "code"), [(None, "married_to"), ("2025", "separated_from"), ("2030", "married_to")])
def test_an_ended_partnership_counts_as_separated(german: Telling, until: str | None, code: str) -> None:
    people = [elena(), make(Person, 12, given_name="Georgi")]
    relation = make(Relation, 20, person=rid(11), other=rid(12), relation=Code("married_to"), until=until)
    (shown,) = genogram_view(people, [relation], german).relations
    assert shown.relation == code
    assert shown.word == {"married_to": "ist verheiratet mit", "separated_from": "lebt getrennt von"}[code]


def test_the_network_speaks_the_readers_language(english: Telling) -> None:
    contact = make(NetworkContact, 30, name="Coach", sector=Code("work"), horizon=Code("loose"), place=12)
    tie = make(NetworkTie, 40, one=rid(30), other=rid(31))
    view = network_view("Elena", [contact], [tie], english)
    assert (view.sectors[2], view.horizons[2]) == ("work, school, clubs", "loose")
    assert (view.contacts[0].place, view.ties) == (12, ((rid(30).hex(), rid(31).hex()),))


def test_assessments_are_compared_from_old_to_new_in_both_views(german: Telling) -> None:
    later = make(Assessment, 51, date=dt.date(2026, 11, 12))
    first = make(Assessment, 50, date=dt.date(2026, 5, 5))
    language = Code("language")
    zero, one, two = Code("0"), Code("1"), Code("2")
    ratings = [
        make(DomainRating, 60, assessment=rid(50), domain=language, client_rating=zero, own_rating=one),
        make(DomainRating, 61, assessment=rid(51), domain=language, own_rating=two),
    ]
    begun = make(Assessment, 52, date=dt.date(2026, 11, 20))  # nothing rated yet: nothing to compare
    view = comparison_view(
        [later, begun, first], [*ratings, make(DomainRating, 62, assessment=rid(52), domain=language)], german
    )
    assert view.dates == (first.date, later.date)
    assert [each.name for each in view.domains][:3] == ["Aufenthalt", "Sprache", "Arbeit"]
    assert view.domains[1].ratings == (Rating(0, 1), Rating(None, 2))
    assert view.domains[0].ratings == (Rating(), Rating())


def test_goals_become_rows_with_the_dates_of_their_measures(german: Telling) -> None:
    plan = make(SupportPlan, 70, version=1, date=dt.date(2026, 5, 28))
    due, reached = dt.date(2026, 6, 30), dt.date(2026, 6, 17)
    done = {"state": Code("reached"), "reached_on": reached}
    goals = [
        make(Goal, 71, plan=rid(70), position=1, wording="Krankenversicherung", due=due, **done),
        make(Goal, 72, plan=rid(70), position=2, domain=Code("housing")),
    ]
    measures = [
        make(Measure, 80, goal=rid(71), text="Antrag", until=due, state=Code("done"), done_on=reached),
        make(Measure, 81, goal=rid(71), text="Anruf", until=due, state=Code("dropped")),
        make(Measure, 82, goal=rid(72), text="ohne Datum"),
    ]
    first, second = plan_timeline(plan, goals, measures, "Ziele", german).rows
    assert (first.start, first.end, first.done, first.state) == (plan.date, reached, True, "erreicht")
    assert first.milestones == (Milestone(reached, "Antrag", reached=True),)
    assert (second.name, second.end, second.milestones) == ("Wohnen", None, ())
