"""Child protection on its page: shut until the passphrase is given, shut again when left, the same for every family."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.frame import Frame
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import protection
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.screens.family_protection.build import build
from kimdesk.ui.screens.family_protection.view import ProtectionView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.notes import NoteEdit
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story

SEEN = "Blauer Fleck"


@pytest.fixture
def entry(stage: Stage, story: Story) -> RecordId:
    desk, made = stage.context.desk, new_id(stage.context.desk.clock)
    values = {"case": story.case, "date": desk.today, "children": frozenset({story.mariya}), "observed": SEEN}
    desk.apply(Create("protection_entry", made, values))
    return made


@pytest.fixture
def page(stage: Stage, story: Story) -> ProtectionView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, ProtectionView)
    return shown


def unlock(page: ProtectionView, typed: str = PASSPHRASE) -> None:
    find_by_name(page, "Öffnen", Button).click()
    (dialog,) = page.findChildren(PassphraseDialog)
    dialog.entry.edit.setText(typed)
    dialog.go_on.click()
    if typed != PASSPHRASE:
        dialog.reject()
    QCoreApplication.sendPostedEvents()


def words(page: QWidget) -> str:
    """Return everything the page holds, shown or not."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [each.text() for each in page.findChildren(QLabel)] + [each.text() for each in page.findChildren(Button)]
    notes = [each.toPlainText() for each in page.findChildren(NoteEdit)]
    return " ".join((*texts, *notes, *(each.accessibleName() for each in page.findChildren(QWidget))))


def open_entry(page: ProtectionView, entry: RecordId) -> None:
    assert page.listed is not None
    page.listed.open_asked.emit(entry.hex())
    QCoreApplication.sendPostedEvents()


def test_shut_it_says_the_same_with_and_without_entries(page: ProtectionView, stage: Stage, story: Story) -> None:
    before = words(page)
    desk = stage.context.desk
    made = new_id(desk.clock)
    stage.tell(desk.apply(Create("protection_entry", made, {"case": story.case, "date": desk.today, "observed": SEEN})))
    assert words(page) == before
    assert unnamed(page) == []


def test_it_opens_with_the_passphrase_and_not_without(page: ProtectionView, entry: RecordId) -> None:
    unlock(page, "falsch")
    assert page.inside is None
    unlock(page)
    open_entry(page, entry)
    assert SEEN in words(page)
    assert unnamed(page) == []


def test_left_it_is_shut_and_nothing_stays_in_the_window(page: ProtectionView, stage: Stage, entry: RecordId) -> None:
    unlock(page)
    open_entry(page, entry)
    stage.leave()
    assert SEEN not in words(page)
    assert page.door.isVisible()


def test_out_of_sight_it_is_shut_and_what_was_typed_is_kept(
    page: ProtectionView, stage: Stage, story: Story, entry: RecordId, qtbot: QtBot
) -> None:
    unlock(page)
    open_entry(page, entry)
    note = next(each for each in page.findChildren(NoteEdit) if each.toPlainText() == SEEN)
    note.setFocus()
    note.selectAll()
    type_text(note, "Größerer Fleck")
    page.hide()
    page.show()
    assert page.inside is None
    (kept,) = protection.entries(stage.context.desk, story.case)
    assert kept.observed == "Größerer Fleck"


def test_the_cover_shuts_it_and_uncovering_does_not_open_it(
    page: ProtectionView, entry: RecordId, qtbot: QtBot
) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    frame.turn_to(page)
    frame.show()
    unlock(page)
    open_entry(page, entry)
    frame.cover(QWidget())
    assert SEEN not in words(page)
    frame.uncover()
    assert page.isVisible()
    assert page.inside is None
    frame.removeWidget(page)
    page.setParent(None)


def test_the_youth_office_of_the_place_and_all_of_them_without_one(
    page: ProtectionView, stage: Stage, story: Story
) -> None:
    unlock(page)
    assert "Kreisjugendamt Steinfurt" in words(page)
    assert "Jugendamt der Stadt Rheine" in words(page)
    stage.tell(stage.context.desk.apply(Set("case", story.case, "municipality", Code("05566076"))))
    said = words(page)
    assert "Jugendamt der Stadt Rheine" in said
    assert "Kreisjugendamt" not in said
    assert "110" in said


def test_the_button_shuts_it(page: ProtectionView, entry: RecordId) -> None:
    unlock(page)
    find_by_name(page, "Kinderschutz schließen", Button).click()
    assert page.inside is None
    assert QApplication.activeModalWidget() is None
