"""The whole story on both sides, keys and mouse alone: consent, a named case, withdrawal, what the office deletes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework.desk import open_desk
from kimdesk.ui.dialogs.command import FoundRow
from kimdesk.ui.screens.inbox.view import InboxView
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.journeys.test_window_office import Program, program
from tests.support.districts import introduce, make_office
from tests.support.drag import drop
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

__all__ = ["program"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = "Elena · Weitergabe an die Koordinierungsstelle · Kreis Steinfurt"


def said(widget: QWidget) -> str:
    kinds = (Label, Tag)
    shown = [each.body for each in widget.findChildren(Paragraph) if each.isVisible()]
    return " ".join(
        [*shown, *(each.text() for kind in kinds for each in widget.findChildren(kind) if each.isVisible())]
    )


@pytest.fixture
def acquainted(vault: Path, tmp_path: Path) -> Path:
    """Let desk and office know each other; return the office's folder."""
    services = cheap_services()
    with make_office(services, tmp_path / "stelle") as office, open_desk(services, vault, PASSPHRASE) as desk:
        introduce(desk, office)
    return tmp_path / "stelle"


def consent_to_the_office(desk: Hand) -> None:
    """Prepare a consent on the family's page and let Elena give it on paper."""
    desk.press("Einwilligungen", inside="Abschnitte")
    desk.press("Heute übergeben und besprochen")
    desk.wait(lambda: "übergeben am" in said(desk.window))
    desk.press("Einwilligungen eintragen")
    desk.type("An wen", "Kreis Steinfurt")
    desk.choose("Person", "Elena")
    desk.choose("Wofür", "Weitergabe an die Koordinierungsstelle")
    desk.choose("Zweck", "Unterstützung im Einzelfall")
    desk.press("Name und Person")
    desk.choose("Erklärt auf", "Bulgarisch")
    desk.wait(lambda: "vorbereitet" in said(desk.window))
    desk.press(f"Einwilligen: {LINE}")
    desk.wait(lambda: isinstance(desk.front, QDialog))
    desk.press("auf Papier")
    desk.press("Einwilligung festhalten")
    desk.wait(lambda: "gilt bis" in said(desk.window))


def send(desk: Hand, file: Path) -> None:
    """Save the bundle that is prepared."""
    desk.press("Paket erstellen")
    desk.wait(lambda: "Das wird weitergegeben" in said(desk.window))
    desk.press("Paket speichern …")
    desk.type("Passphrase", PASSPHRASE)
    desk.strike(Qt.Key.Key_Return, "\r")
    desk.save_as(file)
    desk.wait(lambda: "vom Datenträger zurückgelesen" in said(desk.window))


def take_in(office: Hand, file: Path) -> None:
    """Drop a bundle into the office's inbox."""
    office.press("Eingang")
    inbox = office.window.findChild(InboxView)
    assert inbox is not None
    drop(inbox, file)
    office.wait(lambda: "neu" in said(office.window))


def test_consent_named_case_withdrawal_receipt(
    program: Program, acquainted: Path, vault: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    _, desk = program("laptop", vault)
    desk.unlock(PASSPHRASE)
    desk.open_family("Dimitrova")
    consent_to_the_office(desk)
    desk.press("Austausch")
    desk.wait(lambda: "Schlüssel verglichen am" in said(desk.window))
    desk.press("Familie hinzufügen …")
    choose_purpose_and_family(desk)
    send(desk, stick / "eins.kimb")

    app, office = program("amt", acquainted)
    office.unlock(PASSPHRASE)
    take_in(office, stick / "eins.kimb")
    office.press("Geteilte Fälle")
    office.wait(lambda: "Dimitrova" in said(office.window))

    find_family(desk, "Dimitr")
    desk.press("Einwilligungen", inside="Abschnitte")
    desk.press(f"Widerrufen: {LINE}")
    desk.wait(lambda: isinstance(desk.front, QDialog))
    desk.press("Widerrufen")
    desk.wait(lambda: "Der Widerruf gilt." in said(desk.window))
    desk.press("Austausch")
    send(desk, stick / "zwei.kimb")

    take_in(office, stick / "zwei.kimb")
    office.press("Geteilte Fälle")
    office.wait(lambda: "Widerrufen am" in said(office.window))
    assert "Elena" not in said(office.window)
    office.press("Eingangsbestätigungen")
    office.press("Alle speichern …")
    office.save_as(stick)
    office.wait(lambda: "Der Datenträger kann jetzt entfernt werden." in said(office.window))

    (receipt,) = (path for path in stick.glob("*.kimb") if path.name not in {"eins.kimb", "zwei.kimb"})
    desk.press("Einlesen …")
    desk.save_as(receipt)
    desk.wait(lambda: "bis Paket Nr. 2 angekommen" in said(desk.window))
    assert isinstance(app, App)


def find_family(desk: Hand, name: str) -> None:
    """Go to a family through the box that finds everything."""
    desk.keys(Qt.Key.Key_K, CONTROL)
    desk.type("Suchen", name)
    desk.wait(lambda: any(row.isChecked() and row.found.sort == "family" for row in desk.front.findChildren(FoundRow)))
    desk.strike(Qt.Key.Key_Return, "\r")
    desk.wait(lambda: not isinstance(desk.front, QDialog))


def choose_purpose_and_family(desk: Hand) -> None:
    """Take the one family a consent covers for this purpose."""
    desk.wait(lambda: isinstance(desk.front, QDialog))
    (family,) = desk.front.findChildren(QCheckBox)
    family.setFocus()
    desk.keys(Qt.Key.Key_Space)
    assert family.isChecked()
    desk.press("Übernehmen")
    desk.wait(lambda: "Mit Namen: 1 Familie" in said(desk.window))
