"""Child protection: who is responsible, what an adviser and the youth office are told, what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import district, protection
from kimdesk.casework.desk import Desk
from kimdesk.casework.paper import Paper, records_of
from kimdesk.casework.papers.handing import handout
from kimdesk.casework.papers.order import PrintOrder
from kimdesk.documents.api import Pdf
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Request, disclose
from kimdesk.domain.protection import ProtectionWay
from kimdesk.domain.records import Person, ProtectionEntry
from kimdesk.domain.values import Value


@pytest.fixture
def child(desk: Desk, family: RecordId) -> RecordId:
    made = new_id(desk.clock)
    values: dict[str, Value] = {"case": family, "given_name": "Ivan", "role": Code("child"), "birth_date": "2021-01-20"}
    desk.apply(Create("person", made, values))
    return made


@pytest.fixture
def entry(desk: Desk, family: RecordId, child: RecordId) -> RecordId:
    made = new_id(desk.clock)
    values: dict[str, Value] = {"case": family, "date": desk.today, "children": frozenset({child})}
    desk.apply(Create("protection_entry", made, {**values, "observed": "Ivans Arm ist blau.", "said": "Sturz"}))
    return made


def paper(desk: Desk, case: RecordId, order: PrintOrder) -> Paper:
    records = records_of(desk, case, drafts=False)
    request = Request(
        recipient=order.recipient, purpose=order.purpose, exit="paper", day=desk.today, protection=order.protection
    )
    return Paper(desk, records, disclose(request, records, desk.services.registry), order.recipient)


def test_an_adviser_is_told_what_happened_to_a_child_of_five(desk: Desk, family: RecordId, entry: RecordId) -> None:
    told = protection.consultation(
        paper(desk, family, protection.order(desk, family, "consultation", [entry], "Fachkraft"))
    )
    assert [(each.name, each.age) for each in told.persons if each.concerned] == [("Kind", 5)]
    assert told.entries[0].observed == "Kind Arm ist blau."
    people = desk.query.of_case(Person, family)
    names = {name for each in people for name in (each.given_name, each.family_name) if name}
    shown = " ".join(
        str(getattr(each, name)) for part in (told.persons, told.entries) for each in part for name in each.__slots__
    )
    assert not {name for name in names if name in shown}
    assert (told.place, told.case_number) == ("", "")


def test_the_youth_office_is_told_names_once_the_family_was_asked(
    desk: Desk, family: RecordId, entry: RecordId, child: RecordId
) -> None:
    with pytest.raises(UserProblem, match=r"protection\.family_not_asked"):
        protection.order(desk, family, "notice", [entry], "Jugendamt")
    desk.apply(Set("protection_entry", entry, "told_family", Code("no")))
    with pytest.raises(UserProblem, match=r"protection\.family_not_asked"):
        protection.order(desk, family, "notice", [entry], "Jugendamt")
    desk.apply(Set("protection_entry", entry, "not_told_reason", "Es wäre gefährlich"))
    order = protection.order(desk, family, "notice", [entry], "Jugendamt")
    told = protection.notice(paper(desk, family, order))
    assert told.entries[0].children == ("Ivan",)
    assert told.entries[0].not_told_reason == "Es wäre gefährlich"
    assert [each.birth_date for each in told.persons if each.concerned] == ["2021-01-20"]


def test_nothing_leaves_without_entry_or_recipient_or_of_a_restricted_record(
    desk: Desk, family: RecordId, entry: RecordId
) -> None:
    with pytest.raises(UserProblem, match=r"protection\.nothing_chosen"):
        protection.order(desk, family, "consultation", [], "Fachkraft")
    with pytest.raises(UserProblem, match=r"protection\.nobody_named"):
        protection.order(desk, family, "consultation", [entry], "  ")
    desk.apply(Set("case", family, "restricted", Code("yes")))
    with pytest.raises(UserProblem, match=r"protection\.restricted"):
        protection.order(desk, family, "consultation", [entry], "Fachkraft")


def test_what_was_told_stands_in_the_entry_and_nowhere_else(desk: Desk, family: RecordId, entry: RecordId) -> None:
    desk.apply(Set("protection_entry", entry, "told_family", Code("yes")))
    ways: tuple[ProtectionWay, ...] = ("consultation", "notice")
    for way in ways:
        order = protection.order(desk, family, way, [entry], "Frau Beispiel")
        assert order.protection is not None
        assert handout(paper(desk, family, order), "other", order, Pdf(b"", 1, ("de",), "")) is None
        protection.left(desk, order.protection, order.recipient.name)
    kept = desk.query.get(ProtectionEntry, entry)
    assert kept is not None
    assert (kept.consulted_on, kept.notified_on) == (desk.today, desk.today)
    assert "Beispiel" not in repr(desk.query.case_history(family))


OFFICES = {
    "05566076": "Jugendamt der Stadt Rheine",
    "05566028": "Jugendamt der Stadt Ibbenbüren",
    "05566012": "Jugendamt der Stadt Greven",
    "05566008": "Jugendamt der Stadt Emsdetten",
    "05566084": "Kreisjugendamt Steinfurt",
}


def test_four_towns_have_a_youth_office_of_their_own_and_no_number_is_invented(desk: Desk) -> None:
    found = {place: district.current(desk).youth_office(place) for place in OFFICES}
    assert {place: each.name for place, each in found.items() if each is not None} == OFFICES
    assert {each.phone + each.out_of_hours for each in protection.youth_offices(desk)} == {""}


def test_without_a_place_nobody_is_guessed(desk: Desk, family: RecordId) -> None:
    desk.apply(Set("case", family, "municipality", None))
    assert protection.youth_office(desk, family) is None
    assert len(protection.youth_offices(desk)) == 5


def test_the_provider_fills_in_the_numbers(desk: Desk, family: RecordId, tmp_path: Path) -> None:
    template = tmp_path / "bezirk.toml"
    district.save_template(template)
    filled = template.read_text("utf-8").replace('phone = ""', 'phone = "02551 0"')
    template.write_text(filled, "utf-8")
    district.load(desk, template)
    assert {each.phone for each in protection.youth_offices(desk)} == {"02551 0"}
    district.restore_default(desk)
    assert not district.is_own(desk)


OTHER = """
name = "Kreis Borken"
[[municipality]]
code = "05554008"
name = "Bocholt"
[[youth_office]]
name = "Jugendamt der Stadt Bocholt"
municipalities = ["05554008"]
"""


def test_another_district_brings_its_places_and_what_is_recorded_stays_readable(
    desk: Desk, family: RecordId, tmp_path: Path
) -> None:
    desk.apply(Set("case", family, "municipality", Code("05566076")))
    path = tmp_path / "bezirk.toml"
    path.write_text(OTHER, "utf-8")
    district.load(desk, path)
    offered = [each.de for each in desk.reference["municipality"].entries if each.valid_on(desk.today)]
    assert offered == ["Bocholt"]
    assert desk.reference.label("municipality", "05566076") == "Rheine"
    desk.apply(Set("case", family, "municipality", Code("05554008")))
    assert desk.query.case_history(family)[-1].after == "Bocholt"
    assert len(desk.query.case_hits("Bocholt") or ()) == 1
    desk.load_profile()
    office = protection.youth_office(desk, family)
    assert office is not None
    assert office.name == "Jugendamt der Stadt Bocholt"
    district.restore_default(desk)
    assert "Bocholt" not in [each.de for each in desk.reference["municipality"].entries]


WRONG = (
    b"",
    b"\xff\xfe",
    b"name = ",
    b'name = "X"\nphones = 1',
    b'name = "X"\n[[municipality]]\ncode = "12"\nname = "Y"',
    b'name = "X"\n[[youth_office]]\nname = "Y"\nmunicipalities = "all"',
    b'name = "X"\nyouth_office = 3',
    b'name = "X"\n' + b'[[municipality]]\ncode = "05554008"\nname = "Y"\n' * 2,
    b'name = "' + b"x" * 300 + b'"',
)


def test_a_file_that_describes_no_district_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bezirk.toml"
    for content in WRONG:
        path.write_bytes(content)
        with pytest.raises(UserProblem, match=r"district\.unreadable"):
            district.load(desk, path)
    assert district.current(desk).name == "Kreis Steinfurt"
