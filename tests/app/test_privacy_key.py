"""The privacy key: no name is drawn anywhere in the window until it is pressed again; what is stored stays whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework import families, family
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.names import name_words
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Person
from kimdesk.ui import privacy
from tests.support.drawn import drawn
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAMES = ("Dimitrova", "Elena", "Димитрова", "Елена")
SAID = "Elenas Schwester Elena Dimitrova hilft an guten Tagen."


@pytest.fixture
def named(vault: Path) -> Path:
    """Return the vault, its family named in two scripts and spoken of in a visit."""
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        elena = the_person(desk)
        desk.apply(
            Set("person", elena.id, "given_name_native", "Елена"),
            Set("person", elena.id, "family_name_native", "Димитрова"),
        )
    return vault


def the_person(desk: Desk) -> Person:
    (n,) = families.order(desk)
    return desk.page.of_case(Person, families.rows(desk, [n])[n].id)[0]


@pytest.fixture
def hand(named: Path, request: pytest.FixtureRequest) -> Iterator[Hand]:
    made: Hand = request.getfixturevalue("work")
    yield made
    privacy.show()


def press(hand: Hand) -> None:
    before = privacy.hidden()
    hand.keys(Qt.Key.Key_F7)
    hand.wait(lambda: privacy.hidden() != before)


def assert_hidden(hand: Hand) -> None:
    text = drawn(hand.front)
    assert [name for name in NAMES if name in text] == []
    assert privacy.DOTS in text


def test_no_screen_draws_a_name_until_the_key_is_pressed_again(hand: Hand) -> None:
    hand.families()
    hand.wait(lambda: "Dimitrova" in drawn(hand.window))
    press(hand)
    assert_hidden(hand)
    assert "Namen verborgen" in drawn(hand.window)
    hand.open_family("Dimitrova")
    for tab in ("Personen", "Plan", "Kontakte", "Überblick"):
        hand.press(tab, inside="Abschnitte")
        assert_hidden(hand)
    press(hand)
    text = drawn(hand.window)
    assert "Namen verborgen" not in text
    assert all(any(name in line for line in text.splitlines()) for name in ("Dimitrova", "Елена"))


def test_what_is_typed_under_the_key_is_stored_whole(hand: Hand, at_work: App) -> None:
    hand.open_family("Dimitrova")
    press(hand)
    hand.begin_visit()
    hand.type("Was die Familie sagt", SAID)
    text = drawn(hand.window)
    assert [name for name in NAMES if name in text] == []
    assert "Schwester" in text
    assert "hilft an guten Tagen" in text
    hand.keys(Qt.Key.Key_Escape)
    assert at_work.desk is not None
    desk = at_work.desk
    assert isinstance(desk, Desk)
    (contact,) = family.contacts(desk, the_person(desk).case)
    hand.wait(lambda: family.contacts(desk, contact.case)[0].family_says == SAID)


def test_names_that_come_later_are_hidden_as_well(hand: Hand) -> None:
    hand.families()
    press(hand)
    hand.press("Neue Familie")
    hand.type("Nachname", "Zwetajewa")
    hand.press("Anlegen")
    hand.wait(lambda: QApplication.activeModalWidget() is None)
    hand.find("Personen", QAbstractButton, inside="Abschnitte")
    hand.wait(lambda: "Z•••" in drawn(hand.window))
    assert "Zwetajewa" not in drawn(hand.window)


def test_the_names_of_a_vault_are_words_of_its_persons(qtbot: QtBot, named: Path) -> None:
    with open_desk(cheap_services(), named, PASSPHRASE) as desk:
        assert {"elena", "dimitrova", "yelena"} >= name_words(desk) >= {"elena", "dimitrova"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Elena Dimitrova, KD-2026-0017", "E••• D•••, KD-2026-0017"),
        ("Familie Dimitrova", "Familie D•••"),
        ("Elenas Tochter sagt: an Elena denken", "E••• Tochter sagt: an E••• denken"),
        ("ELENA und elena", "E••• und e•••"),
        ("Елена Димитрова", "Е••• Д•••"),
        ("Al-Hashimi rief an", "A•••-H••• rief an"),
        ("An einem Tag", "A••• einem Tag"),
        ("", ""),
    ],
)
def test_how_a_text_is_shown(qapp: QApplication, text: str, shown: str) -> None:
    privacy.hide(frozenset({"elena", "dimitrova", "al", "hashimi", "an"}))
    try:
        assert privacy.mask(text) == shown
    finally:
        privacy.show()
    assert privacy.mask(text) == text
