"""A list of families is taken over in the window: dropped or chosen, columns said, rows looked at, undone at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, families
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import Person
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.import_flow import open_import
from kimdesk.ui.dialogs.import_view import ImportDialog
from kimdesk.ui.screens.families.build import build
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import QtRunner
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.drag import drop
from tests.support.hand import Hand
from tests.support.qt import unnamed
from tests.support.sheets import workbook

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LIST = (
    ["Name", "Geb.-Datum", "Ort", "Kinder"],
    ["Haddad, Omar", "14.03.1991", "48431 Rheine", 3],
    ["Елена Димитрова", "", "Ochtrup", None],
    [None, None, "Lotte", 1],
    ["Yıldız", "im Mai", "", None],
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Liste.xlsx"
    made.write_bytes(workbook(*LIST))
    return made


@pytest.fixture
def told() -> list[Changes]:
    return []


@pytest.fixture
def window(qtbot: QtBot, look: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1180, 690)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget, context: Context, told: list[Changes]) -> Iterator[ImportDialog]:
    made = open_import(window, replace(context, tell=told.append))
    yield made
    if isValid(made):
        made.done(0)


def said(dialog: ImportDialog) -> str:
    return " ".join(each.body for each in dialog.findChildren(Paragraph) if each.isVisible())


def names(desk: Desk) -> set[str]:
    return {" ".join(filter(None, (each.given_name, each.family_name))) for each in desk.query.every(Person)}


def shown_rows(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.preview.model
    wanted = (0, 1, 2, 5)
    return [[str(model.index(row, column).data()) for column in wanted] for row in range(model.rowCount())]


def test_a_list_becomes_families_with_the_keyboard_alone(
    qtbot: QtBot, window: QWidget, dialog: ImportDialog, desk: Desk, family: RecordId, path: Path, told: list[Changes]
) -> None:
    hand = Hand(qtbot, window)
    assert unnamed(dialog) == []
    assert dialog.file.choose.hasFocus()
    hand.keys(Qt.Key.Key_Space)
    hand.save_as(path)
    hand.wait(lambda: "Schritt 2 von 3" in said(dialog))
    assert unnamed(dialog) == []
    hand.keys(Qt.Key.Key_Return)
    hand.wait(lambda: "Schritt 3 von 3" in said(dialog))
    assert unnamed(dialog) == []
    number = families.rows(desk, families.order(desk)).popitem()[1].case_number
    assert shown_rows(dialog) == [
        ["2", "ja", "Omar Haddad", ""],
        ["3", "nein", "Елена Димитрова", f"vielleicht schon da: {number}"],
        ["4", "geht nicht", "—", "ohne Namen"],
        ["5", "ja", "Yıldız", "Geburtsdatum: bleibt als Notiz"],
    ]
    assert "Geburtsdatum: 14.03.1991 · Ort: Rheine" in said(dialog)
    assert dialog.go_on.text() == "2 Familien übernehmen"
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Space,
        Qt.Key.Key_Down,
        Qt.Key.Key_Space,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
    ):
        hand.keys(key)
    assert [row[1] for row in shown_rows(dialog)] == ["ja", "ja", "geht nicht", "nein"]
    while not dialog.go_on.hasFocus():
        hand.tab()
    hand.keys(Qt.Key.Key_Space)
    hand.wait(lambda: "2 Familien sind da." in said(dialog))
    assert names(desk) == {"Elena Dimitrova", "Елена Димитрова", "Omar Haddad"}
    assert told[0].touches("case", "person")
    hand.keys(Qt.Key.Key_Space)
    hand.wait(lambda: not isValid(dialog))
    editing.undo(desk)
    assert names(desk) == {"Elena Dimitrova"}


def test_a_file_is_dropped_columns_are_said_otherwise_and_steps_go_back(
    qtbot: QtBot, window: QWidget, dialog: ImportDialog, desk: Desk, path: Path
) -> None:
    hand = Hand(qtbot, window)
    drop(dialog, path)
    hand.choose("Kinder wird zu", "Notiz, steht beim Anliegen")
    hand.choose("Name wird zu", "wird nicht übernommen")
    hand.press("Weiter")
    assert "Es ist noch keine Spalte mit einem Namen gewählt." in said(dialog)
    hand.choose("Name wird zu", "Ganzer Name")
    hand.press("Weiter")
    assert "Kinder: 3" in said(dialog)
    hand.press("nur mit Hinweis")
    assert [row[0] for row in shown_rows(dialog)] == ["4", "5"]
    hand.press("Zurück")
    hand.choose("Überschriften stehen in", "keine Überschriften")
    hand.choose("Spalte 1 wird zu", "Ganzer Name")
    hand.press("Weiter")
    assert shown_rows(dialog)[0][2] == "Name"
    hand.press("Zurück")
    hand.press("Zurück")
    assert dialog.file.choose.isVisible()
    hand.press("Abbrechen")
    assert names(desk) == set()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "In dieser Datei steht nichts."),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "keine Tabelle, die KIM Desk lesen kann"),
        (b"PK\x03\x04" + bytes(200), "keine Tabelle, die KIM Desk lesen kann"),
    ],
)
def test_what_is_no_table_is_said_and_another_can_be_chosen(
    dialog: ImportDialog, tmp_path: Path, path: Path, content: bytes, sentence: str
) -> None:
    photo = tmp_path / "Foto.xlsx"
    photo.write_bytes(content)
    drop(dialog, photo)
    assert sentence in said(dialog)
    drop(dialog, path)
    assert "Schritt 2 von 3" in said(dialog)
    assert sentence not in said(dialog)


def test_names_the_vault_does_not_know_are_hidden_too(dialog: ImportDialog, path: Path) -> None:
    drop(dialog, path)
    assert dialog.presenter is not None
    dialog.presenter.go_on()
    privacy.hide(frozenset())
    try:
        dialog.rows_changed()
        assert [row[2] for row in shown_rows(dialog)] == ["O••• H•••", "Е••• Д•••", "—", "Y•••"]
    finally:
        privacy.show()


def test_writing_is_stopped_with_esc_and_nothing_is_there(
    qtbot: QtBot, window: QWidget, context: Context, path: Path, told: list[Changes], monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = QtRunner()
    desk = context.desk
    dialog = open_import(window, replace(context, runner=runner, tell=told.append))
    hand = Hand(qtbot, window)
    _stop_at_the_copy(desk, dialog, monkeypatch)
    try:
        drop(dialog, path)
        hand.wait(lambda: dialog.go_on.isVisible() and dialog.go_on.isEnabled())
        hand.press("Weiter")
        hand.wait(lambda: "Schritt 3 von 3" in said(dialog))
        hand.press("3 Familien übernehmen")
        hand.wait(lambda: "Abgebrochen. Es wurde nichts übernommen." in said(dialog))
    finally:
        runner.shut_down()
    assert names(desk) == set()
    assert told == []
    hand.press("Abbrechen")
    hand.wait(lambda: not isValid(dialog))


def _stop_at_the_copy(desk: Desk, dialog: ImportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press Esc while the copy is made, before anything is written."""

    def copy(what: str, progress: object) -> None:
        QMetaObject.invokeMethod(dialog, "reject", Qt.ConnectionType.BlockingQueuedConnection)

    monkeypatch.setattr(desk, "copy_before", copy)


def test_the_caseload_offers_it_and_shows_what_came(
    qtbot: QtBot, context: Context, path: Path, look: QApplication
) -> None:
    news: list[Changes] = []
    screen = build(replace(context, tell=news.append))
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1180, 690)
    screen.widget.show()
    screen.presenter.opened()  # type: ignore[attr-defined]
    hand = Hand(qtbot, screen.widget)
    hand.press("Bestand übernehmen …")
    dialog = screen.widget.findChild(ImportDialog)
    assert dialog is not None
    drop(dialog, path)
    hand.press("Weiter")
    hand.press("3 Familien übernehmen")
    hand.press("Schließen")
    screen.presenter.refresh(news[0])  # type: ignore[attr-defined]
    assert screen.presenter.state.total == 3  # type: ignore[attr-defined]
