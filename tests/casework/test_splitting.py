"""A household that parts: one change, undone as one; each half keeps what was known, none learns what comes later."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, plans, visits
from kimdesk.casework.desk import Desk
from kimdesk.casework.splitting import split
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import (
    RECORDS,
    Case,
    Consent,
    Contact,
    Measure,
    Person,
    Relation,
    Schooling,
    SupportPlan,
)

DAY = dt.date(2026, 10, 1)


class Home:
    """Mother and father with two children, things of hers, of his, of all."""

    def __init__(self, desk: Desk, case: RecordId) -> None:
        self.desk, self.case = desk, case
        self.her = desk.query.of_case(Person, case)[0].id
        self.him = self.add("person", given_name="Georgi", role="father")
        self.child = self.add("person", given_name="Ivan", role="child")
        self.baby = self.add("person", given_name="Sofia", role="child")
        self.school = self.add("schooling", person=self.child, name="Grundschule", school_form=Code("primary"))
        self.couple = self.add("relation", person=self.her, other=self.him, relation=Code("partner_of"))
        self.mothers = self.add("relation", person=self.her, other=self.child, relation=Code("parent_of"))
        self.alone = self.talk("allein", {self.her}, only={self.her})
        self.his = self.talk("mit ihm allein", {self.him}, only={self.him})
        self.common = self.talk("gemeinsam", {self.her, self.him})
        self.consent = self.add("consent", person=self.her, scope=Code("contact_school"), recipient="Kita")

    def add(self, kind: str, **values: Any) -> RecordId:
        made = new_id(self.desk.clock)
        above = {"case": self.case} if RECORDS[kind].parent.target == "case" else {}  # type: ignore[union-attr]
        self.desk.apply(Create(kind, made, {**above, **values}))
        return made

    def talk(self, said: str, present: set[RecordId], only: set[RecordId] | None = None) -> RecordId:
        return self.add(
            "contact", date=DAY, family_says=said, present=frozenset(present), discuss_only_with=frozenset(only or ())
        )

    def part(self) -> RecordId:
        return split(self.desk, self.case, {self.her: "goes", self.baby: "goes", self.child: "both"}).case

    def said(self, case: RecordId) -> list[str | None]:
        return sorted(each.family_says or "" for each in self.desk.query.of_case(Contact, case))

    def people(self, case: RecordId) -> list[str | None]:
        return sorted(each.given_name or "" for each in self.desk.query.of_case(Person, case))


@pytest.fixture
def home(desk: Desk, family: RecordId) -> Home:
    return Home(desk, family)


def everything(desk: Desk, case: RecordId) -> str:
    """Return all that a half says of itself: its records, its history, its line in the list."""
    found = [
        desk.query.kind_of_case(kind, case) for kind in RECORDS if RECORDS.top(kind).name == "case" and kind.parent
    ]
    told = [getattr(each, spec.name) for rows in found for each in rows for spec in RECORDS.of(type(each)).fields]
    return repr((told, desk.query.case_history(case), desk.query.case_row(case)))


def test_each_goes_where_they_belong(home: Home, desk: Desk) -> None:
    hers = home.part()
    assert home.people(hers) == ["Elena", "Ivan", "Sofia"]
    assert home.people(home.case) == ["Georgi", "Ivan"]
    assert [each.person for each in desk.query.of_case(Consent, hers)] == [home.her]
    assert desk.query.of_case(Consent, home.case) == ()
    assert [each.name for each in desk.query.of_case(Schooling, hers)] == ["Grundschule"]
    assert [each.name for each in desk.query.of_case(Schooling, home.case)] == ["Grundschule"]
    (kept,) = desk.query.of_case(Relation, hers)
    assert {kept.person, kept.other} <= {each.id for each in desk.query.of_case(Person, hers)}
    assert desk.query.of_case(Relation, home.case) == ()


def test_a_talk_held_alone_goes_with_that_person_only(home: Home, desk: Desk) -> None:
    hers = home.part()
    assert home.said(hers) == ["allein", "gemeinsam"]
    assert home.said(home.case) == ["gemeinsam", "mit ihm allein"]
    assert "'allein'" not in everything(desk, home.case)
    assert "mit ihm allein" not in everything(desk, hers)


def test_neither_half_shows_what_comes_later_in_the_other(home: Home, desk: Desk) -> None:
    hers = home.part()
    desk.apply(
        Set("person", home.her, "address", "Neuer Weg 1"),
        Set("case", hers, "municipality", Code("05566076")),
        Set("person", home.him, "phone", "0170 1"),
    )
    for each in desk.query.of_case(Person, hers):
        desk.apply(Set("person", each.id, "birth_place", "Anderswo"))
    his = everything(desk, home.case)
    assert not [each for each in ("Neuer Weg", "Anderswo", "Rheine") if each in his]
    assert "0170 1" not in everything(desk, hers)
    numbers = [desk.query.get(Case, each).case_number for each in (home.case, hers)]  # type: ignore[union-attr]
    assert numbers[1] not in his
    assert numbers[0] not in everything(desk, hers)
    assert [hit.case for hit in desk.query.search("Neuer Weg")] == [hers]


def test_one_step_back_and_it_is_one_household_again(home: Home, desk: Desk) -> None:
    before = everything(desk, home.case)
    hers = home.part()
    editing.undo(desk)
    assert desk.query.case_row(hers) is None
    assert home.people(home.case) == ["Elena", "Georgi", "Ivan", "Sofia"]
    assert home.said(home.case) == ["allein", "gemeinsam", "mit ihm allein"]
    assert len(desk.query.of_case(Relation, home.case)) == 2
    assert repr(desk.query.case_row(home.case)) in before
    editing.redo(desk)
    assert home.people(hers) == ["Elena", "Ivan", "Sofia"]
    assert not +desk.store.differences()
    assert desk.store.stale() == type(desk.store.stale())()


def test_her_agreement_leaves_the_signed_plan_and_its_stored_file_is_not_given_out(home: Home, desk: Desk) -> None:
    plan = plans.start(desk, home.case)
    goal = plans.add_goal(desk, plan, domain=Code("family"))
    desk.apply(Set("goal", goal, "wording", "Ruhe"))
    visits.agree(desk, visits.Agreement(case=home.case, contact=home.alone, text="Beratungsstelle", goal=goal))
    plans.sign(desk, plan, plans.Signing(form=Code("paper"), day=desk.today), pdf="00 x 1 family de")
    hers = home.part()
    assert desk.query.of_case(Measure, home.case) == ()
    assert [each.text for each in desk.query.of_case(Measure, hers)] == ["Beratungsstelle"]
    kept = desk.query.get(SupportPlan, plan)
    assert kept is not None
    assert (kept.pdf, kept.signed_on) == (None, desk.today)


def test_a_protected_address_takes_no_place_along(home: Home, desk: Desk) -> None:
    desk.apply(
        Set("case", home.case, "municipality", Code("05566076")),
        Set("person", home.her, "protected_address", Code("yes")),
    )
    assert desk.query.get(Case, home.part()).municipality is None  # type: ignore[union-attr]


def test_nobody_leaving_or_nobody_staying_is_refused(home: Home, desk: Desk) -> None:
    with pytest.raises(UserProblem, match=r"split\.nobody_leaves"):
        split(desk, home.case, {home.child: "both"})
    everybody = {each.id: "goes" for each in desk.query.of_case(Person, home.case)}
    with pytest.raises(UserProblem, match=r"split\.nobody_stays"):
        split(desk, home.case, everybody)  # type: ignore[arg-type]
