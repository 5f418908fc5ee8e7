"""What is offered for restoring: what a crash left, and what was typed over something newer; with what and when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, slips, unfinished
from kimdesk.casework.desk import Desk, NewDesk, Services, create_desk, open_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Contact, Person
from kimdesk.domain.views.drafts import Draft
from tests.support.vaults import PASSPHRASE, PROFILE

TYPED_AT = 60.0


@pytest.fixture
def crashed(services: Services, clock: FixedClock, tmp_path: Path) -> Iterator[Desk]:
    """Return a desk opened again after its program ended in the middle of typing, a minute after it began."""
    new = NewDesk(folder=tmp_path / "t", label="T", passphrase=PASSPHRASE, profile=PROFILE)
    with create_desk(services, new)[0] as before:
        case = create_family(before, NewFamily(family_name="Dimitrova", given_name="Elena"))
        elena = before.query.of_case(Person, case)[0]
        clock.advance(seconds=TYPED_AT)
        editing.keep(before, draft("person", elena.id, "phone", "02553 4711"))
        editing.keep(before, draft("person", elena.id, "birth_date", "31.2.1994"))
    clock.advance(days=1)
    with open_desk(services, tmp_path / "t", PASSPHRASE) as after:
        yield after


def draft(kind: str, record: RecordId, field: str, text: str, parent: RecordId | None = None) -> Draft:
    return Draft(kind=kind, record=record, field=field, text=text, parent=parent)


def elena(desk: Desk) -> Person:
    return desk.query.every(Person)[0]


def test_what_a_crash_left_is_offered_with_what_and_when(crashed: Desk) -> None:
    (found,) = unfinished.find(crashed)
    assert (found.kind, found.family, found.exists) == ("person", "Dimitrova", True)
    assert found.at == crashed.opened_ms - 86_400_000
    assert {each.name: (each.typed, each.moved) for each in found.fields} == {
        "phone": ("02553 4711", False),
        "birth_date": ("31.2.1994", False),
    }
    assert [each.name for each in found.fields if each.problem is not None] == ["birth_date"]


def test_taking_writes_what_is_valid_and_keeps_the_rest(crashed: Desk) -> None:
    settled = unfinished.take(crashed, "person", elena(crashed).id)
    assert elena(crashed).phone == "02553 4711"
    assert list(settled.problems) == ["birth_date"]
    assert [each.field for each in crashed.query.drafts()] == ["birth_date"]


def test_throwing_away_leaves_the_record_as_it_is(crashed: Desk) -> None:
    unfinished.drop(crashed, elena(crashed).id)
    assert unfinished.count(crashed) == 0
    assert elena(crashed).phone is None


def test_a_newer_value_is_shown_beside_and_overwritten_only_on_request(crashed: Desk) -> None:
    person = elena(crashed)
    crashed.apply(Set("person", person.id, "phone", "02553 0815"))
    (found,) = unfinished.find(crashed)
    assert [(each.typed, each.now) for each in found.fields if each.moved] == [("02553 4711", "02553 0815")]
    assert editing.settle(crashed, "person", person.id).problems["phone"].code == "change.stale"
    assert elena(crashed).phone == "02553 0815"
    unfinished.take(crashed, "person", person.id)
    assert elena(crashed).phone == "02553 4711"
    assert "02553 0815" in [line.after for line in crashed.query.history(person.id)]


def test_what_is_being_typed_now_is_not_offered_unless_its_place_moved(desk: Desk, family: RecordId) -> None:
    person = desk.query.of_case(Person, family)[0]
    editing.keep(desk, draft("person", person.id, "phone", "1"))
    assert unfinished.find(desk) == ()
    desk.apply(Set("person", person.id, "phone", "2"))
    assert unfinished.count(desk) == 1


def test_a_record_that_does_not_exist_yet_belongs_to_its_family(crashed: Desk, services: Services) -> None:
    case = elena(crashed).case
    contact = editing.mint(crashed)
    editing.keep(crashed, draft("contact", contact, "observation", "Die Wohnung ist trocken.", case))
    found = unfinished.find(crashed, typed_before=crashed.clock.now_ms() + 1)
    (new,) = [each for each in found if each.kind == "contact"]
    assert (new.exists, new.case, new.family) == (False, case, "Dimitrova")
    assert crashed.query.get(Contact, contact) is None


def test_a_slip_remembers_a_dialog_until_it_is_dropped(crashed: Desk) -> None:
    slips.keep(crashed, "new_family", {"family_name": "Yıldız", "given_name": ""})
    found = slips.find(crashed, "new_family")
    assert found is not None
    assert (found.texts, found.at) == ({"family_name": "Yıldız"}, crashed.clock.now_ms())
    assert [each.key for each in slips.every(crashed)] == ["new_family"]
    assert "Yıldız" not in repr(found)
    slips.keep(crashed, "new_family", {"family_name": ""})
    assert slips.find(crashed, "new_family") is None


def test_keys_of_slips_are_no_patterns(crashed: Desk) -> None:
    crashed.put_state("slip_x", json.dumps({"at": 1, "texts": {}}))
    assert slips.every(crashed) == ()
