"""The one door: what it writes, what it refuses, and that a refusal leaves nothing behind."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Add, Create, Delete, Remove, Restore, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case, Contact, Goal, Measure, Person, SupportPlan


def person_of(desk: Desk, case: RecordId) -> Person:
    return desk.query.of_case(Person, case)[0]


def test_a_new_family_is_read_back_by_another_connection(desk: Desk, family: RecordId) -> None:
    reader = desk.store.reader()
    person = reader.of_case(Person, family)[0]
    assert (person.given_name, person.family_name, person.languages) == ("Elena", "Dimitrova", frozenset({"bg"}))
    assert reader.get(Case, family).case_number == "KD-2026-0001"  # type: ignore[union-attr]


def test_sets_change_by_element(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Add("person", person.id, "languages", "tr"), Remove("person", person.id, "languages", "bg"))
    assert person_of(desk, family).languages == frozenset({"tr"})
    desk.apply(Set("person", person.id, "languages", frozenset({"bg", "de"})))
    assert person_of(desk, family).languages == frozenset({"bg", "de"})


def test_one_refused_change_undoes_the_whole_list(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    with pytest.raises(UserProblem) as refused:
        desk.apply(
            Set("person", person.id, "family_name", "Petrova"),
            Set("person", person.id, "birth_date", "kein Datum"),
        )
    assert refused.value.code == "field.date"
    assert person_of(desk, family).family_name == "Dimitrova"
    assert not [line for line in desk.query.history(person.id) if line.after == "Petrova"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("person", "nickname", "x"), "field.unknown"),
        (("ghost", "name", "x"), "record.unknown_kind"),
        (("person", "given_name", "x" * 201), "field.too_long"),
        (("person", "languages", "bg"), "field.invalid"),
    ],
)
def test_what_is_not_declared_is_refused(desk: Desk, family: RecordId, change: tuple[str, str, str], code: str) -> None:
    kind, name, value = change
    with pytest.raises(UserProblem) as refused:
        desk.apply(Set(kind, person_of(desk, family).id, name, value))
    assert refused.value.code == code


def test_the_last_name_cannot_be_emptied(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "given_name", None))
    with pytest.raises(UserProblem) as refused:
        desk.apply(Set("person", person.id, "family_name", None))
    assert refused.value.code == "field.one_of"


def test_a_stale_base_is_a_conflict(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    base = desk.query.revisions("person", person.id)["family_name"]
    desk.apply(Set("person", person.id, "family_name", "Petrova", base))
    with pytest.raises(UserProblem) as refused:
        desk.apply(Set("person", person.id, "family_name", "Ivanova", base))
    assert refused.value.code == "change.stale"
    assert person_of(desk, family).family_name == "Petrova"


def test_deleting_a_case_hides_what_belongs_to_it_and_restoring_shows_it(desk: Desk, family: RecordId) -> None:
    plan, goal = new_id(desk.clock), new_id(desk.clock)
    desk.apply(
        Create("support_plan", plan, {"case": family, "version": 1}),
        Create("goal", goal, {"plan": plan, "position": 1, "wording": "Deutschkurs"}),
    )
    desk.apply(Delete("case", family))
    assert desk.query.of_case(Person, family) == ()
    assert desk.query.get(Goal, goal) is None
    assert desk.query.search("deutschkurs") == []
    assert list(desk.page.case_order()) == []
    desk.apply(Restore("case", family))
    assert desk.query.get(Goal, goal) is not None
    assert [hit.record for hit in desk.query.search("deutschkurs")] == [goal]


def test_a_child_deleted_before_stays_deleted_when_its_case_comes_back(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Delete("person", person.id))
    desk.apply(Delete("case", family))
    desk.apply(Restore("case", family))
    assert desk.query.of_case(Person, family) == ()


def test_a_signed_plan_is_frozen_but_for_its_progress(desk: Desk, family: RecordId) -> None:
    plan, goal, measure = (new_id(desk.clock) for _ in range(3))
    desk.apply(
        Create("support_plan", plan, {"case": family, "version": 1}),
        Create("goal", goal, {"plan": plan, "position": 1, "wording": "Kita", "state": "open"}),
        Create("measure", measure, {"case": family, "goal": goal, "text": "anmelden"}),
        Set("support_plan", plan, "signed_on", dt.date(2026, 11, 20)),
    )
    for change in (
        Set("support_plan", plan, "wish", "anders"),
        Set("goal", goal, "wording", "anders"),
        Set("measure", measure, "text", "anders"),
        Delete("goal", goal),
        Create("goal", new_id(desk.clock), {"plan": plan, "position": 2}),
    ):
        with pytest.raises(UserProblem) as refused:
            desk.apply(change)
        assert refused.value.code == "record.frozen"
    desk.apply(Set("goal", goal, "state", "reached"), Set("measure", measure, "state", "done"))
    assert desk.query.get(Goal, goal).state == "reached"  # type: ignore[union-attr]
    assert desk.query.get(SupportPlan, plan).wish is None  # type: ignore[union-attr]


def test_undo_and_redo_walk_through_the_session(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "given_name", "Mariya"))
    desk.apply(Add("person", person.id, "languages", "tr"))
    desk.store.undo()
    assert person_of(desk, family).languages == frozenset({"bg"})
    desk.store.undo()
    assert person_of(desk, family).given_name == "Elena"
    desk.store.undo()
    assert desk.query.get(Case, family) is None
    for _ in range(3):
        desk.store.redo()
    assert (person_of(desk, family).given_name, person_of(desk, family).languages) == (
        "Mariya",
        frozenset({"bg", "tr"}),
    )
    with pytest.raises(UserProblem):
        desk.store.redo()


def test_one_field_written_again_and_again_is_taken_back_step_by_step(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family).id
    for name in ("Mariya", "Sofia", "Vera"):
        desk.apply(Set("person", person, "given_name", name))
    for name in ("Sofia", "Mariya", "Elena"):
        desk.store.undo()
        assert person_of(desk, family).given_name == name
    for name in ("Mariya", "Sofia", "Vera"):
        desk.store.redo()
        assert person_of(desk, family).given_name == name
    desk.store.undo()
    assert person_of(desk, family).given_name == "Sofia"


def test_undo_refuses_an_older_step_where_somebody_else_wrote_between(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family).id
    desk.apply(Set("person", person, "given_name", "Mariya"))
    desk.apply(Set("person", person, "given_name", "Sofia"), undoable=False)
    desk.apply(Set("person", person, "given_name", "Vera"))
    desk.store.undo()
    assert person_of(desk, family).given_name == "Sofia"
    with pytest.raises(UserProblem) as refused:
        desk.store.undo()
    assert refused.value.code == "change.stale"


def test_undo_refuses_where_the_field_moved_on(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "given_name", "Mariya"))
    desk.apply(Set("person", person.id, "given_name", "Sofia"), undoable=False)
    with pytest.raises(UserProblem) as refused:
        desk.store.undo()
    assert refused.value.code == "change.stale"
    assert person_of(desk, family).given_name == "Sofia"


def test_text_is_cleaned_of_what_nobody_typed(desk: Desk, family: RecordId) -> None:
    contact = new_id(desk.clock)
    text = "Zeile 1\r\nZeile\x00 2\u202e"
    desk.apply(Create("contact", contact, {"case": family, "date": dt.date(2026, 11, 20), "family_says": text}))
    assert desk.query.get(Contact, contact).family_says == "Zeile 1\nZeile 2"  # type: ignore[union-attr]


def test_revisions_rise_even_when_the_clock_falls(desk: Desk, family: RecordId, clock: FixedClock) -> None:
    person = person_of(desk, family)
    before = desk.query.revisions("person", person.id)["given_name"]
    clock.advance(days=-4000)
    desk.apply(Set("person", person.id, "given_name", "Mariya"))
    assert desk.query.revisions("person", person.id)["given_name"] > before


def test_the_list_follows_every_change(desk: Desk, family: RecordId) -> None:
    desk.apply(
        Create("measure", new_id(desk.clock), {"case": family, "text": "anrufen", "until": dt.date(2026, 12, 4)}),
        Create("measure", new_id(desk.clock), {"case": family, "text": "schreiben", "state": "done"}),
        Create("contact", new_id(desk.clock), {"case": family, "date": dt.date(2026, 11, 12)}),
        Set("case", family, "phase", Code("monitoring")),
    )
    row = desk.page.case_row(family)
    assert row is not None
    assert (row.next_due, row.promises, row.last_contact, row.phase) == (
        dt.date(2026, 12, 4),
        1,
        dt.date(2026, 11, 12),
        "monitoring",
    )


@pytest.mark.parametrize("typed", ["dimitr", "ДИМИТР", "elena ochtrup", "kd-2026-0001", "óchtrup"])
def test_a_family_is_found_however_it_is_typed(desk: Desk, family: RecordId, typed: str) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "family_name_native", "Димитрова"))
    row = desk.page.case_row(family)
    assert row is not None
    assert desk.page.case_hits(typed) == frozenset({row.n})
    assert desk.page.case_hits("niemand") == frozenset()


def test_german_umlauts_are_found_both_ways(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "family_name", "Müller-Groß"))
    for typed in ("muller", "mueller", "müll", "gross", "groß"):
        assert desk.page.case_hits(typed), typed


def test_protected_notes_are_in_no_index(desk: Desk, family: RecordId) -> None:
    person = person_of(desk, family)
    desk.apply(Set("person", person.id, "protection_note", "Kennwortstelle"))
    assert desk.query.search("kennwortstelle") == []
    assert desk.page.case_hits("kennwortstelle") == frozenset()


def test_measures_without_goal_stay_editable(desk: Desk, family: RecordId) -> None:
    measure = new_id(desk.clock)
    desk.apply(Create("measure", measure, {"case": family, "text": "anrufen"}))
    desk.apply(Set("measure", measure, "text", "hingehen"))
    assert desk.query.get(Measure, measure).text == "hingehen"  # type: ignore[union-attr]


def test_nothing_points_into_another_familys_file(desk: Desk, family: RecordId) -> None:
    ours = person_of(desk, family)
    other = new_id(desk.clock)
    stranger, visit = new_id(desk.clock), new_id(desk.clock)
    desk.apply(
        Create("case", other, {"case_number": "KD-2026-0002"}),
        Create("person", stranger, {"case": other, "given_name": "Oksana"}),
        Create("contact", visit, {"case": family, "date": desk.today, "present": frozenset({ours.id})}),
    )
    relation = {"case": family, "person": ours.id, "relation": Code("spouse")}
    for change in (
        Create("relation", new_id(desk.clock), {**relation, "other": stranger}),
        Add("contact", visit, "present", stranger),
        Set("contact", visit, "present", frozenset({ours.id, stranger})),
        Set("person", ours.id, "merged_into", stranger),
    ):
        with pytest.raises(UserProblem, match=r"record\.elsewhere"):
            desk.apply(change)
    with pytest.raises(UserProblem, match=r"record\.missing"):
        desk.apply(Create("relation", new_id(desk.clock), {**relation, "other": new_id(desk.clock)}))
