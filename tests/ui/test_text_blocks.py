"""A block put into a note with keys alone, and the dialog in which blocks are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import text_blocks, visits
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact
from kimdesk.ui.dialogs.command import FoundRow
from kimdesk.ui.dialogs.text_blocks import ManageDialog, TextBlocksDialog, Where
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.notes import NoteEdit
from tests.support.qt import find_by_name, type_text, unnamed


@pytest.fixture
def window(qtbot: QtBot, context: Context, family: RecordId) -> Iterator[DeskWindow]:
    """Return the main window in a visit."""
    for title, text in (("Freiwillig", "{vorname} weiß: freiwillig."), ("Kita", "Kita angerufen.")):
        context.desk.apply(Create("text_block", new_id(context.clock), {"title": title, "text": text}))
    made = DeskWindow(context.desk, context.runner, context.clock)
    qtbot.addWidget(made.window)
    made.go("visit", visits.begin(context.desk, family).hex())
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.window.hide()


def test_a_block_is_put_in_with_keys_alone(qtbot: QtBot, window: DeskWindow, family: RecordId) -> None:
    desk = window.context.desk
    note = find_by_name(window.window, "Was die Familie sagt", QTextEdit)
    type_text(note, "Zuerst: ")
    qtbot.keyClick(note, Qt.Key.Key_F4)
    dialog = window.window.findChild(TextBlocksDialog)
    assert dialog is not None
    assert unnamed(dialog) == []
    type_text(dialog.field, "frei")
    dialog.field.searched.emit("frei")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert note.toPlainText() == "Zuerst: Elena weiß: freiwillig."
    window.window.leave()
    (contact,) = desk.query.of_case(Contact, family)
    assert contact.family_says == "Zuerst: Elena weiß: freiwillig."


def test_blocks_are_written_changed_and_removed(qtbot: QtBot, window: DeskWindow) -> None:
    desk = window.context.desk
    dialog = ManageDialog(window.window, window.context)
    dialog.show()
    dialog.begin()
    type_text(find_by_name(dialog, "Kürzel", QLineEdit), "Arzt")
    type_text(find_by_name(dialog, "Text", QPlainTextEdit), "Termin vereinbart.")
    dialog.form.settle()
    QCoreApplication.sendPostedEvents()
    assert [each.title for each in text_blocks.blocks(desk, "arzt")] == ["Arzt"]
    find_by_name(dialog, "Baustein entfernen", Button).click()
    assert text_blocks.blocks(desk, "arzt") == ()
    assert unnamed(dialog) == []
    dialog.accept()


def test_the_providers_blocks_stand_apart_and_are_only_read(window: DeskWindow) -> None:
    theirs = {"title": "Hinweis", "text": "Vom Träger.", "scope": Code("provider")}
    record = new_id(window.context.clock)
    window.context.desk.apply(Create("text_block", record, theirs))
    found = TextBlocksDialog(window.window, window.context, Where(note=NoteEdit("")))
    told = {each.found.title: each.found.detail for each in found.findChildren(FoundRow)}
    assert (told["Hinweis"], told["Kita"]) == ("vom Träger · Vom Träger.", "Kita angerufen.")
    found.reject()
    dialog = ManageDialog(window.window, window.context)
    dialog.show()
    headings = [each.text() for each in dialog.findChildren(Label) if each.isVisible()]
    assert headings.index("Eigene") < headings.index("Vom Träger, nur zu lesen")
    dialog.turn_to(record)
    assert find_by_name(dialog, "Text", QPlainTextEdit).isReadOnly()
    assert not dialog.remove_button.isVisible()
    dialog.accept()
