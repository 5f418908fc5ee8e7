"""Geräte on the screen: letting in by the words heard, moving, shutting out; with keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.base.clock import FixedClock
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk, Services
from kimdesk.office.enrolment import devices
from kimdesk.office.office import Office
from kimdesk.ui.screens.devices.build import build
from kimdesk.ui.screens.devices.presenter import DevicesPresenter
from kimdesk.ui.screens.devices.view import DevicesView
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.districts import make_office
from tests.support.drag import drop
from tests.support.hand import Hand
from tests.support.qt import unnamed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@dataclass
class Shown:
    view: DevicesView
    hand: Hand
    office: Office


@pytest.fixture
def office(services: Services, tmp_path: Path) -> Iterator[Office]:
    with make_office(services, tmp_path / "office") as made:
        yield made


@pytest.fixture
def shown(qtbot: QtBot, look: QApplication, office: Office, clock: FixedClock) -> Shown:
    """Return the screen of an open office; news of a write reach it as in the window."""
    screens: list[object] = []

    def tell(changes: object) -> None:
        for presenter in screens:
            assert isinstance(presenter, DevicesPresenter)
            presenter.refresh(POST)

    made = build(AuthorityContext(clock=clock, runner=InlineRunner(), vault=office, tell=tell))
    screens.append(made.presenter)
    view, presenter = made.widget, made.presenter
    assert isinstance(view, DevicesView)
    assert isinstance(presenter, DevicesPresenter)
    qtbot.addWidget(view)
    view.resize(1180, 690)
    view.show()
    presenter.opened()
    return Shown(view, Hand(qtbot, view), office)


def said(view: DevicesView) -> str:
    return " ".join(each.body for each in view.findChildren(Paragraph) if each.isVisible())


def request_of(desk: Desk, folder: Path) -> tuple[Path, str]:
    path = folder / "anfrage.kimr"
    return path, exchange.save_request(desk, "Laptop 3", path)


def test_a_device_is_let_in_by_the_words_heard(shown: Shown, desk: Desk, tmp_path: Path) -> None:
    hand, office = shown.hand, shown.office
    assert "Noch ist niemand zugelassen" in said(shown.view)
    assert unnamed(shown.view) == []
    path, words = request_of(desk, tmp_path)
    drop(shown.view, path)
    assert "Laptop 3" in said(hand.front)
    assert words not in said(hand.front)  # whoever sees the words would not listen
    hand.type("Die acht Wörter, wie Sie sie hören", "fuchs leiter mond anker birne tisch regen wolke")
    hand.press("Vergleichen und zulassen")
    hand.wait(lambda: "stimmen nicht überein" in said(hand.front))
    assert devices(office) == ()
    hand.click(hand.field("Die acht Wörter, wie Sie sie hören"))
    hand.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.write(words)
    hand.type("Träger", "Musterträger e. V.")
    hand.choose("Ort", "Ochtrup")
    hand.press("Vergleichen und zulassen")
    hand.wait(lambda: office.words in said(hand.front))
    hand.press("Zusage speichern …")
    hand.save_as(tmp_path / "zulassung.kimg")
    hand.wait(lambda: "geschrieben" in said(hand.front))
    hand.press("Fertig")
    assert exchange.accept_file(desk, tmp_path / "zulassung.kimg", office.words).label == "Kreis Steinfurt"
    assert "Ochtrup" in said(shown.view)
    assert [(each.provider, each.place) for each in devices(office)] == [("Musterträger e. V.", "05566068")]


def test_a_device_is_moved_and_shut_out_from_its_menu(shown: Shown, desk: Desk, tmp_path: Path) -> None:
    hand, office = shown.hand, shown.office
    path, words = request_of(desk, tmp_path)
    drop(shown.view, path)
    hand.type("Die acht Wörter, wie Sie sie hören", words)
    hand.strike(Qt.Key.Key_Return)
    hand.press("Fertig")
    hand.choose_by_keys("Mehr zu „Laptop 3“", "Träger und Ort ändern …")
    hand.type("Träger", "Stadt Rheine")
    hand.press("Übernehmen")
    hand.wait(lambda: "Stadt Rheine" in said(shown.view))
    hand.choose_by_keys("Mehr zu „Laptop 3“", "Sperren …")
    hand.press("Abbrechen")
    assert not devices(office)[0].revoked
    hand.choose_by_keys("Mehr zu „Laptop 3“", "Sperren …")
    hand.press("Sperren")
    hand.wait(lambda: devices(office)[0].revoked)


def test_other_files_and_several_at_once_are_refused_kindly(shown: Shown, tmp_path: Path) -> None:
    photo = tmp_path / "fest.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    drop(shown.view, photo)
    assert "keine Datei aus KIM Desk" in said(shown.view)
    drop(shown.view, photo, photo)
    assert "eine Anfrage nach der anderen" in said(shown.view)
    assert shown.hand.front is shown.view
