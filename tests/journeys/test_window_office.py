"""Desk and office side by side on the screen: created, introduced by eight words, bundle, figures, receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.office.office import Office
from kimdesk.office.provider import Provider
from kimdesk.ui.screens.inbox.view import InboxView
from kimdesk.ui.screens.unlock.making import SheetPage
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.drag import drop
from tests.support.hand import Hand
from tests.support.program import Relaunched, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
HEARD = "Die acht Wörter, wie Sie sie hören"
Program = Callable[[str, Path | None], tuple[App, Hand]]


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Return what starts the program on a machine of its own."""
    running: list[App] = []

    def start(machine: str, vault: Path | None = None) -> tuple[App, Hand]:
        app = open_app(qapp, tmp_path / machine, Relaunched(), vault)
        running.append(app)
        return app, Hand(qtbot, app.window)

    yield start
    for app in running:
        fixtures_close(app)


def said(widget: QWidget) -> str:
    shown = [each.body for each in widget.findChildren(Paragraph) if each.isVisible()]
    return " ".join(
        [*shown, *(each.text() for cls in (Label, Tag) for each in widget.findChildren(cls) if each.isVisible())]
    )


def create(hand: Hand, folder: Path, what: str, name: str) -> None:
    """Make the vault of an office or a provider in the window."""
    hand.choose("Wofür ist der Tresor?", what)
    hand.type("Name der Stelle oder des Trägers", name)
    hand.type("Amtlicher Schlüssel des Kreises", "05566")
    hand.press("Weiter")
    hand.type("Passphrase", PASSPHRASE)
    hand.type("Noch einmal", PASSPHRASE)
    hand.press("Tresor anlegen")
    hand.press("Als PDF speichern …")
    hand.save_as(folder / f"{name}.pdf")
    page = hand.window.findChild(SheetPage)
    assert page is not None
    groups = [label.text() for label in page.findChildren(Label) if len(label.text()) == 5 and label.text().isalnum()]
    hand.press("Weiter")
    hand.wait(lambda: len(_asked(hand)) == 2)
    for field in _asked(hand):
        hand.type(field, groups[int(field.split()[1]) - 1])
    hand.press("Fertig")


def _asked(hand: Hand) -> list[str]:
    fields = (each.accessibleName() for each in hand.window.findChildren(QLineEdit) if each.isVisible())
    return [name for name in fields if name.startswith("Gruppe")]


def words_on(hand: Hand) -> str:
    """Return the eight words that stand alone in a paragraph."""
    spoken = [
        each.body for each in hand.front.findChildren(Paragraph) if each.isVisible() and len(each.body.split()) == 8
    ]
    return next(text for text in spoken if text.islower())


def let_in(hand: Hand, request: Path, words: str, grant: Path) -> str:
    """Let a device in and return the words to be read out to it."""
    hand.press("Gerät zulassen …")
    hand.save_as(request)
    hand.type(HEARD, words)
    hand.press("Vergleichen und zulassen")
    hand.find("Zusage speichern …", QAbstractButton)
    ours = words_on(hand)
    hand.press("Zusage speichern …")
    hand.save_as(grant)
    hand.wait(lambda: "Die Zusage ist geschrieben." in said(hand.front))
    hand.press("Fertig")
    return ours


def test_a_desk_and_its_office_from_eight_words_to_the_receipt(program: Program, vault: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    app, office = program("amt", None)
    create(office, tmp_path, "für die Koordinierungsstelle", "Kreis Steinfurt")
    office.wait(lambda: isinstance(app.desk, Office))
    office.wait(lambda: "Noch ist kein Gerät zugelassen" in said(office.window))
    offered = [each.accessibleName() for each in office.window.findChildren(QAbstractButton) if each.isVisible()]
    assert not [name for name in offered if "Famili" in name]  # no caseload, nothing to search one with

    _, desk = program("laptop", vault)
    desk.unlock(PASSPHRASE)
    desk.press("Austausch")
    desk.press("Anfrage speichern …")
    desk.save_as(stick / "a.kimr")
    desk.wait(lambda: "Die Anfrage ist gespeichert." in said(desk.window))
    theirs = words_on(desk)

    office.press("Geräte")
    ours = let_in(office, stick / "a.kimr", theirs, stick / "a.kimg")

    desk.press("Zusage einlesen …")
    desk.save_as(stick / "a.kimg")
    desk.type("Wörter der Stelle", ours)
    desk.press("Wörter vergleichen und anmelden")
    desk.press("Paket erstellen")
    desk.press("Paket speichern …")
    desk.type("Passphrase", PASSPHRASE)
    desk.strike(Qt.Key.Key_Return, "\r")
    desk.save_as(stick / "paket.kimb")
    desk.wait(lambda: "vom Datenträger zurückgelesen" in said(desk.window))

    office.keys(Qt.Key.Key_1, CONTROL)
    inbox = office.window.findChild(InboxView)
    assert inbox is not None
    photo = tmp_path / "Familie.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    drop(inbox, stick / "paket.kimb", photo)
    office.wait(lambda: "neu" in said(office.window) and "abgelehnt" in said(office.window))
    assert "kein Paket aus KIM Desk" in said(office.window)
    office.press("Zahlen")
    office.wait(lambda: "Fälle am Beginn" in said(office.window))
    office.press("Eingangsbestätigungen")
    office.press("Alle speichern …")
    office.save_as(stick)
    office.wait(lambda: "Der Datenträger kann jetzt entfernt werden." in said(office.window))

    (receipt,) = (path for path in stick.glob("*.kimb") if path.name != "paket.kimb")
    desk.press("Einlesen …")
    desk.save_as(receipt)
    desk.wait(lambda: "bis Paket Nr. 1 angekommen" in said(desk.window))


def test_a_provider_is_created_lets_a_desk_in_and_is_covered_and_locked_like_a_desk(
    program: Program, vault: Path, tmp_path: Path
) -> None:
    app, provider = program("träger", None)
    create(provider, tmp_path, "für den Träger", "Musterträger e. V.")
    provider.wait(lambda: isinstance(app.desk, Provider))
    provider.wait(lambda: "Noch ist niemand zugelassen" in said(provider.window))
    provider.keys(Qt.Key.Key_3, CONTROL)
    provider.wait(lambda: "Noch ist keine Sicherung da" in said(provider.window))
    provider.press("Abdecken")
    provider.wait(lambda: "Noch ist keine Sicherung da" not in said(provider.window))
    folder = app.desk.info.folder if app.desk else None
    provider.keys(Qt.Key.Key_L, CONTROL)
    provider.wait(lambda: app.desk is None)
    again, hand = program("träger", folder)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: isinstance(again.desk, Provider))
