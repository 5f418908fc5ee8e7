"""From two strangers to a bundle that is confirmed, with keys and mouse alone; the office works beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kimdesk.office.enrolment import enrol_file
from kimdesk.office.imports import import_bundle
from kimdesk.office.receipts import receipts
from kimdesk.ui.screens.exchange.view import ExchangeView
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from tests.support.districts import make_office
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def said(window: QWidget) -> str:
    """Return every visible paragraph."""
    return "\n".join(each.body for each in window.findChildren(Paragraph) if each.isVisible())


def own_words(hand: Hand) -> str:
    view = hand.window.findChild(ExchangeView)
    assert view is not None
    hand.wait(lambda: len(view.enrol.request.words.body.split()) == 8)
    return view.enrol.request.words.body


def test_two_strangers_a_bundle_and_its_receipt(work: Hand, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with make_office(cheap_services(), tmp_path / "stelle") as office:
        work.press("Austausch")
        work.press("Anfrage speichern …")
        work.save_as(stick / "anfrage")
        work.wait((stick / "anfrage.kimr").exists)
        enrol_file(office, stick / "anfrage.kimr", own_words(work), stick / "zusage.kimg")
        work.press("Zusage einlesen …")
        work.save_as(stick / "zusage.kimg")
        work.type("Wörter der Stelle", office.words)
        work.strike(Qt.Key.Key_Return, "\r")
        work.press("Paket erstellen")
        work.press("Paket speichern …")
        work.type("Passphrase", PASSPHRASE)
        work.press("Weiter zum Speichern")
        work.save_as(stick / "paket")
        work.wait(lambda: "Sie können den Stick jetzt abziehen." in _strip(work))
        assert import_bundle(office, stick / "paket.kimb").seq == 1
        (receipt,) = receipts(office, stick)
        work.press("Einlesen …")
        work.save_as(receipt.path)
        work.wait(lambda: "Kreis Steinfurt: bis Paket Nr. 1 angekommen" in said(work.window))


def _strip(hand: Hand) -> str:
    return " ".join(each.accessibleName() for each in hand.window.findChildren(Strip) if each.isVisible())
