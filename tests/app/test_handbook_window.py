"""The handbook from the window: at the start without a vault, at work, from the settings; by keys, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QWidget

from kimdesk.app.desk_window import DeskWindow
from kimdesk.app.open import App
from kimdesk.ui import actions
from kimdesk.ui.actions import Place
from kimdesk.ui.dialogs import printing
from kimdesk.ui.dialogs.handbook import HandbookDialog
from tests.support.hand import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def dialog_in_front(hand: Hand) -> HandbookDialog:
    hand.wait(lambda: isinstance(hand.front, HandbookDialog))
    found = hand.front
    assert isinstance(found, HandbookDialog)
    return found


def heard(widget: QWidget) -> str:
    """Return what a screen reader is given of a text."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    text = found.textInterface()
    assert isinstance(text, QAccessibleTextInterface)
    return str(text.text(0, text.characterCount()))


def test_it_is_there_before_any_vault(app: App, hand: Hand) -> None:
    hand.press("Handbuch")
    dialog = dialog_in_front(hand)
    assert "Sofort Träger und Datenschutzbeauftragte anrufen" in heard(dialog.text)
    hand.press("Für Betriebsrat, Personalrat und MAV")
    assert dialog.text.accessibleName() == "Für Betriebsrat, Personalrat und MAV"
    assert "keine Tastenanschläge" in heard(dialog.text)
    hand.press("Fertig")
    hand.wait(lambda: hand.front is app.window)


def test_a_key_opens_it_at_the_locked_window_and_at_work(work: Hand, at_work: App) -> None:
    assert isinstance(at_work.desk_window, DeskWindow)
    assert "handbook" in at_work.desk_window._usable(), "Ctrl+K offers it"
    work.keys(Qt.Key.Key_F1)
    dialog_in_front(work)
    work.keys(Qt.Key.Key_Escape)
    work.wait(lambda: work.front is at_work.window)


def test_a_key_opens_it_before_a_vault_is_open(app: App, hand: Hand) -> None:
    hand.keys(Qt.Key.Key_F1)
    dialog = dialog_in_front(hand)
    dialog.text.setFocus()
    hand.keys(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    bar = dialog.text.verticalScrollBar()
    hand.wait(lambda: bar.value() > bar.maximum() * 0.9 > 0)
    hand.keys(Qt.Key.Key_Escape)
    hand.wait(lambda: hand.front is app.window)


def test_the_settings_lead_to_it(work: Hand) -> None:
    work.press("Einstellungen")
    work.press("Über KIM Desk")
    work.press("Handbuch lesen")
    dialog_in_front(work)
    work.press("Fertig")


def test_it_stays_away_from_a_screen_turned_to_a_family() -> None:
    assert not actions.spec("handbook").when(Place(unlocked=True, family=True, screen="turned"))


def test_it_is_saved_and_printed(app: App, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(printing, "print_pdf", lambda _parent, pdf, *_told: printed.append(pdf))
    hand.press("Handbuch")
    dialog = dialog_in_front(hand)
    hand.press("Was offline niemand erkennen kann")
    hand.press("Diese Seite drucken …")
    hand.wait(lambda: bool(printed))
    file = tmp_path / "Handbuch.pdf"
    dialog.save(file)
    hand.wait(lambda: file.exists() and dialog.strip.isVisible())
    assert len(file.read_bytes()) > len(printed[0]) > 1000
    dialog.save(file)
    hand.wait(lambda: dialog.strip.property("tone") == "red")
    hand.press("Fertig")
