"""A deputy knows what families agreed to and no more, and nobody opens a package unseen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import backups, deputies, enrolment
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Add, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Consent, Person, VaultEvent
from kimdesk.domain.values import Value
from kimdesk.vault.backup import verify_files
from tests.support.vaults import PASSPHRASE

RECIPIENT = "Musterträger e. V., Vertretung"
EVERYTHING = ("identity", "reach", "plan", "contacts")


@pytest.fixture
def colleague(services: Services, tmp_path: Path) -> Iterator[Desk]:
    profile = Profile(name="Ahmet Yıldız", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "Kollege", label="Laptop 4", passphrase=PASSPHRASE, profile=profile)
    desk, _ = create_desk(services, new)
    with desk:
        yield desk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "Sicherungen"
    folder.mkdir()
    return folder


@pytest.fixture
def named(desk: Desk, colleague: Desk, tmp_path: Path) -> Desk:
    """The owner's desk with a deputy named and a family in which much happens."""
    request = tmp_path / "Kollege.kimr"
    request.write_bytes(enrolment.enrol_request(colleague, "Laptop 4"))
    until = desk.today + dt.timedelta(days=30)
    deputies.name_deputy(desk, request, enrolment.own_words(colleague), name="Ahmet Yıldız", until=until)
    return desk


@pytest.fixture
def elena(named: Desk, family: RecordId) -> Person:
    desk, person = named, named.query.of_case(Person, family)[0]
    tomorrow, alone = desk.today + dt.timedelta(days=1), new_id(desk.clock)
    desk.apply(
        Set("person", person.id, "phone", "02553 4711"),
        Set("person", person.id, "address", "Bergstraße 1"),
        Set("person", person.id, "health_note", "Asthma"),
        Set("case", family, "safety_note", "vorher anrufen"),
        Add("person", person.id, "languages", Code("bg")),
        Create("appointment", new_id(desk.clock), {"case": family, "date": tomorrow, "time": "10:00", "title": "Kita"}),
        Create("appointment", new_id(desk.clock), {"case": family, "date": dt.date(2026, 1, 1), "title": "vorbei"}),
        Create("measure", new_id(desk.clock), {"case": family, "text": "Kita anrufen", "until": tomorrow}),
        Create("measure", new_id(desk.clock), {"case": family, "text": "erledigt", "state": Code("done")}),
        Create("contact", alone, {"case": family, "date": desk.today, "discuss_only_with": frozenset({person.id})}),
        Create("measure", new_id(desk.clock), {"case": family, "text": "Frauenberatung", "contact": alone}),
        Create("contact", new_id(desk.clock), {"case": family, "date": desk.today, "next_appointment": tomorrow}),
    )
    return person


def agree(desk: Desk, person: Person, **more: Value) -> RecordId:
    consent = new_id(desk.clock)
    values: dict[str, Value] = {
        "case": person.case,
        "person": person.id,
        "scope": Code("deputy"),
        "recipient": RECIPIENT,
        "purpose": Code("support"),
        "direction": Code("out"),
        "given_on": desk.today,
        "categories": frozenset(Code(each) for each in EVERYTHING),
    }
    desk.apply(Create("consent", consent, {**values, **more}))
    return consent


def test_the_deputy_gets_what_the_family_agreed_to(named: Desk, colleague: Desk, elena: Person, stick: Path) -> None:
    agree(named, elena)
    backup = backups.back_up(named, stick)
    package = deputies.open_package(colleague, backup.folder, "Maria ist krank")
    assert (package.owner, package.label) == ("Maria Sommer", "Tresor 1")
    (family,) = package.families
    assert family.case_number == "KD-2026-0001"
    (person,) = family.persons
    assert (person.name, person.phone, person.languages) == ("Elena Dimitrova", "02553 4711", ("Bulgarisch",))
    assert [(each.text, each.detail) for each in family.appointments] == [("", ""), ("Kita", "10:00")]
    assert [each.text for each in family.promises] == ["Kita anrufen"]
    assert deputies.preview(named) == package.families
    verify_files(backup.folder)


def test_nothing_of_the_package_is_readable_or_more_than_agreed(named: Desk, elena: Person, stick: Path) -> None:
    agree(named, elena)
    package = (backups.back_up(named, stick).folder / "Vertretung.kimv").read_bytes()
    assert b"Elena" not in package
    assert "KD-2026" not in package.decode("latin-1")
    shown = json.dumps([repr(vars_of(each)) for each in deputies.preview(named)], ensure_ascii=False)
    for word in ("Bergstraße", "Asthma", "vorher anrufen", "Frauenberatung", "vorbei", "erledigt"):
        assert word not in shown


def vars_of(family: object) -> dict[str, object]:
    return {name: getattr(family, name) for name in family.__slots__}  # type: ignore[attr-defined]


NOT_ENOUGH: dict[str, dict[str, Value]] = {
    "another scope": {"scope": Code("share_named")},
    "another recipient": {"recipient": "Jobcenter"},
    "another purpose": {"purpose": Code("application")},
    "the wrong direction": {"direction": Code("in")},
    "not yet": {"given_on": dt.date(2026, 12, 1)},
    "no longer": {"valid_until": dt.date(2026, 11, 19)},
    "withdrawn": {"withdrawn_on": dt.date(2026, 11, 20)},
    "no name": {"categories": frozenset({Code("plan")})},
}


@pytest.mark.parametrize("why", NOT_ENOUGH)
def test_without_exactly_that_consent_a_family_is_left_out_without_a_trace(
    named: Desk, colleague: Desk, elena: Person, stick: Path, why: str
) -> None:
    agree(named, elena, **NOT_ENOUGH[why])
    backup = backups.back_up(named, stick)
    assert deputies.open_package(colleague, backup.folder, "Maria ist krank").families == ()


def test_closed_cases_and_withdrawn_consents_leave_the_next_package(named: Desk, elena: Person) -> None:
    consent = agree(named, elena)
    assert len(deputies.preview(named)) == 1
    named.apply(Set("consent", consent, "withdrawn_on", named.today))
    assert deputies.preview(named) == ()
    agree(named, elena)
    named.apply(Set("case", elena.case, "closed_on", named.today))
    assert deputies.preview(named) == ()


def test_every_category_opens_its_own_part_alone(named: Desk, elena: Person) -> None:
    agree(named, elena, categories=frozenset({Code("identity")}))
    (family,) = deputies.preview(named)
    assert (family.persons[0].phone, family.appointments, family.promises) == ("", (), ())
    other = create_family(named, NewFamily(family_name="Tesfay", given_name="Selam"))
    assert len(named.query.of_case(Consent, other)) == 0
    assert len(deputies.preview(named)) == 1


def test_the_owner_learns_who_opened_it_and_why(
    named: Desk, colleague: Desk, elena: Person, stick: Path, clock: FixedClock
) -> None:
    agree(named, elena)
    backup = backups.back_up(named, stick)
    clock.advance(days=2)
    deputies.open_package(colleague, backup.folder / "Vertretung.kimv", "Maria ist krank")
    verify_files(backup.folder)
    place = backups.place(named)
    (opening,) = deputies.openings(named, place)
    assert (opening.by, opening.reason, opening.at_ms) == ("Ahmet Yıldız", "Maria ist krank", clock.now_ms())
    assert opening.is_deputy
    assert deputies.openings(named, place) == (), "told once"
    told = [(event.what, event.about, event.reason) for event in named.query.every(VaultEvent)]
    assert ("package_was_opened", "Ahmet Yıldız", "Maria ist krank") in told
    theirs = [(event.what, event.about) for event in colleague.query.every(VaultEvent)]
    assert theirs == [("package_opened", "Maria Sommer")]


def test_no_opening_without_a_reason_or_without_leaving_word(
    named: Desk, colleague: Desk, elena: Person, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(named, elena)
    backup = backups.back_up(named, stick)
    with pytest.raises(KimError, match=r"deputy\.reason"):
        deputies.open_package(colleague, backup.folder, "  ")

    def read_only(*_args: object) -> None:
        from kimdesk.base.errors import Surroundings

        raise Surroundings("medium.read_only")

    monkeypatch.setattr(deputies, "write_whole", read_only)
    with pytest.raises(KimError, match=r"medium\.read_only"):
        deputies.open_package(colleague, backup.folder, "Maria ist krank")
    assert colleague.query.every(VaultEvent) == ()


def test_only_the_deputy_can_open_it_and_only_for_a_time(
    named: Desk, colleague: Desk, services: Services, stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    backup = backups.back_up(named, stick)
    other, _ = create_desk(
        services, NewDesk(folder=tmp_path / "fremd", label="L", passphrase=PASSPHRASE, profile=Profile(name="X"))
    )
    with other, pytest.raises(KimError, match=r"bundle\.not_for_us"):
        deputies.open_package(other, backup.folder, "Neugier")
    clock.advance(days=31)
    with pytest.raises(KimError, match=r"deputy\.over"):
        deputies.open_package(colleague, backup.folder, "zu spät")


def test_standing_in_ends_by_itself(named: Desk, stick: Path, clock: FixedClock) -> None:
    assert (backups.back_up(named, stick).folder / "Vertretung.kimv").is_file()
    clock.advance(days=31)
    assert deputies.deputy(named) is None
    assert not (backups.back_up(named, stick).folder / "Vertretung.kimv").exists()


def test_a_deputy_is_named_with_words_and_a_day(desk: Desk, colleague: Desk, tmp_path: Path) -> None:
    request = tmp_path / "Kollege.kimr"
    request.write_bytes(enrolment.enrol_request(colleague, "Laptop 4"))
    words = enrolment.own_words(colleague)
    tomorrow, yesterday = (desk.today + dt.timedelta(days=days) for days in (1, -1))
    for said, name, until, code in (
        (enrolment.own_words(desk), "Ahmet", tomorrow, r"enrol\.words_differ"),
        (words, "  ", tomorrow, r"deputy\.name"),
        (words, "Ahmet", yesterday, r"deputy\.until"),
    ):
        with pytest.raises(KimError, match=code):
            deputies.name_deputy(desk, request, said, name=name, until=until)
    assert deputies.deputy(desk) is None
    deputies.name_deputy(desk, request, words, name="Ahmet Yıldız", until=tomorrow)
    view = deputies.deputy(desk)
    assert view is not None
    assert (view.name, view.recipient, view.words) == ("Ahmet Yıldız", RECIPIENT, words)
    deputies.drop_deputy(desk)
    assert deputies.deputy(desk) is None
    assert [event.what for event in desk.query.every(VaultEvent)] == ["deputy_named", "deputy_dropped"]


def test_a_word_for_another_vault_is_passed_over(named: Desk, colleague: Desk, elena: Person, stick: Path) -> None:
    backup = backups.back_up(named, stick)
    deputies.open_package(colleague, backup.folder, "Maria ist krank")
    (stick / "kaputt.kimo").write_bytes(b"nichts")
    assert deputies.openings(colleague, stick) == ()
    assert deputies.openings(named, stick / "weg") == ()
    assert len(deputies.openings(named, stick)) == 1
