"""Standing in on the screen: a reason comes first, the screen says whose families these are, refusals are plain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import new_id
from kimdesk.casework import backups, deputies, enrolment
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.store.events import events
from kimdesk.ui import privacy
from kimdesk.ui.screens.deputyship.build import build
from kimdesk.ui.screens.deputyship.view import DeputyshipView
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story, reached_by_tab
from tests.ui.screens.test_settings_screen import said

WHY = "Frau Berger ist krank"


@pytest.fixture
def owner(services: Services, tmp_path: Path) -> Iterator[Desk]:
    """The desk of the colleague who is stood in for, with a family that agreed."""
    profile = Profile(name="Katrin Berger", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "Berger", label="Laptop 2", passphrase=PASSPHRASE, profile=profile)
    desk, _code = create_desk(services, new)
    case, person = new_id(desk.clock), new_id(desk.clock)
    with desk:
        desk.apply(
            Create("case", case, {"case_number": "KD-2026-0099"}),
            Create("person", person, {"case": case, "given_name": "Zehra", "family_name": "Kaya"}),
            Set("person", person, "phone", "02553 99"),
            Create("appointment", new_id(desk.clock), {"case": case, "date": desk.today, "title": "Kita"}),
            Create(
                "consent",
                new_id(desk.clock),
                {
                    "case": case,
                    "person": person,
                    "scope": Code("deputy"),
                    "recipient": "Musterträger e. V., Vertretung",
                    "purpose": Code("support"),
                    "direction": Code("out"),
                    "given_on": desk.today,
                    "categories": frozenset({Code("identity"), Code("reach"), Code("contacts"), Code("plan")}),
                },
            ),
        )
        yield desk


@pytest.fixture
def stick(owner: Desk, desk: Desk, tmp_path: Path) -> Path:
    """A folder with a backup of the colleague's, made after this desk was named."""
    request, place = tmp_path / "Anmeldung.kimr", tmp_path / "Sicherungen"
    request.write_bytes(enrolment.enrol_request(desk, "Laptop 1"))
    until = owner.today + dt.timedelta(days=10)
    deputies.name_deputy(owner, request, enrolment.own_words(desk), name="Maria Sommer", until=until)
    place.mkdir()
    backups.back_up(owner, place)
    return place


@pytest.fixture
def view(stage: Stage, story: Story) -> Iterator[DeputyshipView]:
    shown = stage.show(build, story.case)
    assert isinstance(shown, DeputyshipView)
    yield shown
    privacy.show()
    privacy.also(())


def give_reason(view: DeputyshipView, why: str = WHY) -> None:
    QCoreApplication.sendPostedEvents()
    type_text(find_by_name(view, "Grund", QLineEdit), why)


def open_package(view: DeputyshipView, place: Path) -> None:
    view.asking.look_asked.emit(place)
    give_reason(view)
    find_by_name(view, "Vertretung öffnen", Button).click()


def test_a_package_is_read_and_its_owner_learns_why(view: DeputyshipView, desk: Desk, owner: Desk, stick: Path) -> None:
    open_package(view, stick)
    words = "\n".join(said(view))
    assert "Vertretung für" in words
    assert "Katrin Berger" in words
    assert WHY in words
    assert "Zehra Kaya" in words
    assert "02553 99" in words
    assert "Kita" in words
    (told,) = deputies.openings(owner, stick)
    assert told.reason == WHY
    assert told.is_deputy
    assert "package_opened" in [event.what for event in events(desk)]
    find_by_name(view, "Vertretung schließen", Button).click()
    assert "Zehra Kaya" not in "\n".join(said(view))


def test_nothing_opens_without_a_reason(view: DeputyshipView, owner: Desk, stick: Path) -> None:
    view.asking.look_asked.emit(stick)
    assert not view.asking.go_on.isEnabled()
    give_reason(view, "   ")
    assert not view.asking.go_on.isEnabled()
    assert deputies.openings(owner, stick) == ()


def test_what_was_said_no_to_since_is_not_found_any_more(owner: Desk, stick: Path, clock: FixedClock) -> None:
    (first,) = deputies.packages(stick)
    clock.advance(days=1)
    newer = backups.back_up(owner, stick)
    assert len(backups.existing(owner, stick)) == 2
    (found,) = deputies.packages(stick)
    assert found.file.parent == newer.folder != first.file.parent
    assert found.label == "Laptop 2"
    assert found.made_ms == newer.made_ms
    assert deputies.packages(newer.folder) == (found,)
    assert [each.file for each in deputies.packages(found.file)] == [found.file]


def test_refusals_are_plain(view: DeputyshipView, stick: Path, tmp_path: Path, services: Services) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    view.asking.look_asked.emit(empty)
    assert "Hier liegt kein Vertretungspaket." in said(view)
    (found,) = deputies.packages(stick)
    damaged = tmp_path / "kaputt.kimv"
    content = bytearray(found.file.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    open_package(view, damaged)
    assert "Die Signatur passt nicht: Die Datei wurde beschädigt, abgeschnitten oder verändert." in said(view)
    stranger = NewDesk(folder=tmp_path / "Fremd", label="Laptop 9", passphrase=PASSPHRASE, profile=Profile(name="X"))
    with create_desk(services, stranger)[0] as other, pytest.raises(KimError, match=r"bundle\.not_for_us"):
        deputies.open_package(other, found.file, WHY)


def test_a_package_does_not_outlive_its_day(view: DeputyshipView, stage: Stage, stick: Path, clock: FixedClock) -> None:
    open_package(view, stick)
    clock.advance(days=11)
    presenter = stage.screens[0].presenter
    presenter.opened()  # type: ignore[attr-defined] # what the shell calls
    words = "\n".join(said(view))
    assert "Diese Vertretung ist seit dem" in words
    assert "Zehra" not in words


def test_the_privacy_key_hides_names_of_a_colleagues_families(view: DeputyshipView, stick: Path) -> None:
    open_package(view, stick)
    privacy.hide(frozenset())
    assert privacy.mask("Zehra Kaya") == "Z••• K•••"
    find_by_name(view, "Vertretung schließen", Button).click()
    assert privacy.mask("Zehra Kaya") == "Zehra Kaya"


def test_everything_has_a_name_and_is_reached_with_keys(view: DeputyshipView, stick: Path) -> None:
    view.asking.look_asked.emit(stick)
    give_reason(view)
    assert unnamed(view) == []
    assert view.asking.go_on in reached_by_tab(view)
