"""Typed into a dialog: durable within the second, there again after a lock, a crash or a stray Esc."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.base.errors import Surroundings
from kimdesk.casework import families, family, slips
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.plan.signing import SigningDialog
from kimdesk.ui.screens.visit.finish import FinishDialog
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier


def said(hand: Hand) -> str:
    """Return everything that is told in paragraphs in front."""
    return " ".join(each.body for each in hand.front.findChildren(Paragraph) if each.isVisible())


def text_of(hand: Hand, name: str) -> str:
    field = hand.field(name)
    assert isinstance(field, QLineEdit)
    return field.text()


def lock(hand: Hand, relaunched: Relaunched) -> None:
    hand.keys(Qt.Key.Key_L, CONTROL)
    assert len(relaunched.calls) == 1


@pytest.fixture
def again(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path, request: pytest.FixtureRequest
) -> Callable[[], Hand]:
    """Return what starts the program once more with the same vault and opens it."""

    def start() -> Hand:
        made = open_app(qapp, own_home, Relaunched(), vault)
        request.addfinalizer(lambda: fixtures_close(made))
        hand = Hand(qtbot, made.window)
        hand.unlock(PASSPHRASE)
        hand.wait(lambda: made.desk is not None)
        return hand

    return start


def test_a_new_family_is_there_again_after_a_lock(
    work: Hand, relaunched: Relaunched, again: Callable[[], Hand]
) -> None:
    work.families()
    work.press("Neue Familie")
    work.type("Nachname", "Yıldız")
    work.choose("Sprache", "Türkisch")
    lock(work, relaunched)
    hand = again()
    hand.wait(lambda: "noch nicht übernommen" in said(hand))
    hand.press("Ansehen")
    hand.press("Weiter eintragen")
    hand.press("Neue Familie")
    hand.wait(lambda: "ist wieder da" in said(hand))
    assert text_of(hand, "Nachname") == "Yıldız"
    dialog = hand.front
    assert isinstance(dialog, NewFamilyDialog)
    assert dialog.language.code() == "tr"
    hand.press("Anlegen")
    hand.wait(lambda: QApplication.activeModalWidget() is None)
    hand.families()
    hand.press("Neue Familie")
    assert text_of(hand, "Nachname") == ""
    hand.keys(Qt.Key.Key_Escape)


def test_a_dialog_of_the_settings_is_offered_by_name_and_found_again(
    work: Hand, at_work: App, relaunched: Relaunched, again: Callable[[], Hand]
) -> None:
    assert at_work.desk_window is not None
    at_work.desk_window.go("settings_deputy", "")
    work.press("Benennen …")
    work.type("Name", "Ahmet Yıldız")
    lock(work, relaunched)
    hand = again()
    hand.wait(lambda: "noch nicht übernommen" in said(hand))
    hand.press("Ansehen")
    hand.wait(lambda: "Ahmet Yıldız" in said(hand))
    hand.press("Weiter eintragen")
    hand.press("Benennen …")
    hand.wait(lambda: "ist wieder da" in said(hand))
    assert text_of(hand, "Name") == "Ahmet Yıldız"
    hand.keys(Qt.Key.Key_Escape)


def test_a_stray_esc_loses_nothing_and_one_can_begin_anew(work: Hand) -> None:
    work.families()
    work.press("Neue Familie")
    work.type("Nachname", "Yıldız")
    work.keys(Qt.Key.Key_Escape)
    work.press("Neue Familie")
    assert text_of(work, "Nachname") == "Yıldız"
    work.press("Leeren")
    assert text_of(work, "Nachname") == ""
    work.keys(Qt.Key.Key_Escape)
    work.press("Neue Familie")
    assert "wieder da" not in said(work)
    work.keys(Qt.Key.Key_Escape)


def test_a_family_that_was_created_leaves_no_slip(work: Hand, vault: Path, at_work: App) -> None:
    work.families()
    work.press("Neue Familie")
    work.type("Nachname", "Yıldız")
    work.press("Anlegen")
    work.wait(lambda: QApplication.activeModalWidget() is None)
    at_work.window.close()
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert slips.every(desk) == ()
        assert families.counts(desk).total == 2


def open_new_family(hand: Hand, _desk: Desk) -> None:
    hand.families()
    hand.press("Neue Familie")
    hand.type("Nachname", "Yıldız")


def open_signing(hand: Hand, desk: Desk) -> None:
    hand.open_family("Dimitrova")
    hand.press("Plan", inside="Abschnitte")
    hand.press("Plan beginnen")
    hand.press("Ziel hinzufügen")
    hand.type("Was soll erreicht sein?", "Eine trockene Wohnung")
    hand.tab()
    hand.wait(lambda: desk.query.drafts() == ())
    hand.press("Unterschreiben …")
    hand.press("nicht unterschrieben, weil …")
    hand.type("Nicht unterschrieben, weil", "sie noch nachdenkt")


def open_finish(hand: Hand, _desk: Desk) -> None:
    hand.open_family("Dimitrova")
    hand.press("Besuch", inside="")
    hand.press("Mitschreiben")
    hand.type("Was die Familie sagt", "Guten Tag.")
    hand.press("Besuch beenden")
    hand.type("Dauer in Minuten", "45")


def kept_new_family(desk: Desk) -> str:
    return next(slip.texts["family_name"] for slip in slips.every(desk))


def kept_signing(desk: Desk) -> str:
    (slip,) = slips.every(desk)
    return f"{slip.texts['form']}: {slip.texts['reason']}"


def kept_finish(desk: Desk) -> str:
    (n,) = families.order(desk)
    (contact,) = family.contacts(desk, families.rows(desk, [n])[n].id)
    return f"{contact.family_says} {contact.minutes}"


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("open_dialog", "cls", "kept", "text"),
    [
        (open_new_family, NewFamilyDialog, kept_new_family, "Yıldız"),
        (open_signing, SigningDialog, kept_signing, "not_signed: sie noch nachdenkt"),
        (open_finish, FinishDialog, kept_finish, "Guten Tag. 45"),
    ],
    ids=["new family", "signing", "end of a visit"],
)
def test_a_bug_in_a_dialog_loses_nothing(
    work: Hand,
    at_work: App,
    relaunched: Relaunched,
    vault: Path,
    open_dialog: Callable[[Hand, Desk], None],
    cls: type[QDialog],
    kept: Callable[[Desk], str],
    text: str,
) -> None:
    assert isinstance(at_work.desk, Desk)
    open_dialog(work, at_work.desk)
    assert isinstance(work.front, cls)
    at_work.bugs.uncaught(ValueError("Elena"))
    work.press("Verstanden")
    work.wait(lambda: len(relaunched.calls) == 1)
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert kept(desk) == text


def test_a_full_disk_is_said_and_the_next_key_tries_again(
    work: Hand, at_work: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.families()
    work.press("Neue Familie")
    with monkeypatch.context() as full:
        full.setattr(slips, "keep", _full)
        work.type("Nachname", "Yıl")
        work.wait(lambda: "Der Speicherplatz reicht nicht." in said(work))
    work.write("dız")
    desk = at_work.desk
    assert isinstance(desk, Desk)
    work.wait(lambda: [slip.texts["family_name"] for slip in slips.every(desk)] == ["Yıldız"])
    work.keys(Qt.Key.Key_Escape)


def _full(*_given: object) -> None:
    raise Surroundings("disk.full")
