"""The day's agenda: only what needs somebody, once, and never child protection."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import today
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create, Delete, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value


@pytest.fixture
def family(desk: Desk) -> RecordId:
    case = new_id(desk.clock)
    make(desk, "case", case, case_number="KD-2026-0001", first_contact=desk.today)
    add(desk, "person", case=case, family_name="Dimitrov", given_name="Georgi")
    return case


def make(desk: Desk, kind: str, record: RecordId, **values: Value) -> None:
    desk.apply(Create(kind, record, values))


def add(desk: Desk, kind: str, **values: Value) -> RecordId:
    record = new_id(desk.clock)
    make(desk, kind, record, **values)
    return record


def in_days(desk: Desk, days: int) -> dt.date:
    return desk.today + dt.timedelta(days=days)


def matters(desk: Desk) -> list[tuple[str, int]]:
    return [(item.matter, (item.day - desk.today).days) for item in today.agenda(desk).items]


def test_promises_due_within_a_week_soonest_first(desk: Desk, family: RecordId) -> None:
    for days in (8, 7, -3, 0):
        add(desk, "measure", case=family, text=f"in {days}", until=in_days(desk, days))
    add(desk, "measure", case=family, text="getan", until=desk.today, state=Code("done"))
    assert matters(desk) == [("promise", -3), ("promise", 0), ("promise", 7)]
    assert today.agenda(desk).items[0].family == "Dimitrov"


def test_a_promise_carried_over_counts_once(desk: Desk, family: RecordId) -> None:
    first = add(desk, "measure", case=family, text="anrufen", until=desk.today)
    later = add(desk, "measure", case=family, text="anrufen", until=in_days(desk, 2), carried_from=first)
    assert matters(desk) == [("promise", 2)]
    desk.apply(Delete("measure", later))
    assert matters(desk) == [("promise", 0)]


def test_closed_families_ask_for_nothing(desk: Desk, family: RecordId) -> None:
    add(desk, "measure", case=family, text="anrufen", until=desk.today)
    desk.apply(Set("case", family, "closed_on", desk.today))
    assert matters(desk) == []


def test_only_the_newest_version_asks_for_its_review(desk: Desk, family: RecordId) -> None:
    add(desk, "support_plan", case=family, version=1, review_date=in_days(desk, -30))
    second = add(desk, "support_plan", case=family, version=2, review_date=in_days(desk, -2))
    assert matters(desk) == [("plan_review", -2)]
    add(desk, "plan_review", case=family, plan=second, date=desk.today, next_review=in_days(desk, 90))
    assert matters(desk) == []


def test_a_title_asks_until_its_extension_is_applied_for(desk: Desk, family: RecordId) -> None:
    person = add(desk, "person", case=family, given_name="Rima")
    title = add(desk, "residence_title", person=person, title=Code("h24"), valid_until=in_days(desk, 43))
    assert matters(desk) == [("title_ends", 43)]
    desk.apply(Set("residence_title", title, "applied_on", desk.today))
    assert matters(desk) == []


def test_an_older_title_is_silent_once_there_is_a_newer_one(desk: Desk, family: RecordId) -> None:
    person = add(desk, "person", case=family, given_name="Rima")
    for days in (-5, 800):
        add(desk, "residence_title", person=person, title=Code("h24"), valid_until=in_days(desk, days))
    assert matters(desk) == []


def test_consents_that_run_out_and_were_not_withdrawn(desk: Desk, family: RecordId) -> None:
    person = add(desk, "person", case=family, given_name="Elena")
    about: dict[str, Value] = {"case": family, "person": person, "scope": Code("contact_school")}
    add(desk, "consent", **about, valid_until=in_days(desk, 30))
    add(desk, "consent", **about, valid_until=in_days(desk, 31))
    add(desk, "consent", **about, valid_until=in_days(desk, 10), withdrawn_on=desk.today)
    assert matters(desk) == [("consent_ends", 30)]


@pytest.mark.parametrize(
    ("born", "found"), [("2008-12-20", [30]), ("2008-12-21", []), ("2008-11-20", [0]), ("2008-11-19", []), ("2008", [])]
)
def test_somebody_comes_of_age(desk: Desk, family: RecordId, born: str, found: list[int]) -> None:
    assert desk.today == dt.date(2026, 11, 20)
    add(desk, "person", case=family, given_name="Mariya", birth_date=born)
    assert matters(desk) == [("comes_of_age", days) for days in found]


def test_appointments_of_the_day_by_their_time(desk: Desk, family: RecordId) -> None:
    for time, title in (("14:30", "Kita"), (None, "Anruf"), ("09:00", "Jobcenter")):
        add(desk, "appointment", case=family, date=desk.today, time=time, title=title)
    add(desk, "appointment", case=family, date=desk.today, title="abgesagt", state=Code("cancelled"))
    add(desk, "appointment", case=family, date=in_days(desk, 1), title="morgen")
    assert [each.title for each in today.agenda(desk).appointments] == ["Jobcenter", "Kita", "Anruf"]


def test_a_case_conference_of_the_day_stands_among_the_appointments(desk: Desk, family: RecordId) -> None:
    add(desk, "appointment", case=family, date=desk.today, time="14:30", title="Kita")
    add(desk, "case_conference", case=family, date=desk.today, time="10:00", occasion="Schulstart", place="Schule")
    gone = add(desk, "case_conference", case=family, date=desk.today, time="11:00")
    add(desk, "case_conference", case=family, date=in_days(desk, 1), time="09:00")
    desk.apply(Delete("case_conference", gone))
    found = today.agenda(desk).appointments
    assert [(each.title, each.place, each.conference) for each in found] == [
        ("Schulstart", "Schule", True),
        ("Kita", "", False),
    ]


@pytest.mark.parametrize(("days", "silent"), [(42, False), (43, True)])
def test_families_without_a_contact_for_six_weeks(desk: Desk, family: RecordId, days: int, silent: bool) -> None:
    desk.apply(Set("case", family, "first_contact", in_days(desk, -200)))
    add(desk, "contact", case=family, date=in_days(desk, -days))
    assert bool(today.agenda(desk).silent) is silent


def test_child_protection_is_not_among_it(desk: Desk, family: RecordId) -> None:
    add(desk, "protection_entry", case=family, date=desk.today)
    assert matters(desk) == []
    assert today.agenda(desk).appointments == ()


def test_what_was_begun_is_told_until_it_exists(desk: Desk, family: RecordId) -> None:
    from kimdesk.casework import editing
    from kimdesk.domain.views.drafts import Draft

    record = new_id(desk.clock)
    editing.keep(desk, Draft(kind="person", record=record, field="phone", text="02553", parent=family))
    assert [draft.record for draft in today.unfinished(desk)] == [record]
    editing.keep(desk, Draft(kind="person", record=record, field="given_name", text="Ivan", parent=family))
    editing.settle(desk, "person", record)
    assert today.unfinished(desk) == ()
