"""The family's screens as they really run: the vault answers later than people click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.casework import attachments, outside
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Attachment, Contact, Person
from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.screens.family_contacts.build import build as build_contacts
from kimdesk.ui.screens.family_contacts.view import ContactsView
from kimdesk.ui.screens.family_documents.build import build as build_documents
from kimdesk.ui.screens.family_documents.view import DocumentsView
from kimdesk.ui.screens.family_persons.build import build as build_persons
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import QtRunner
from tests.support.qt import find_by_name, type_text
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


@pytest.fixture
def stage(context: Context, runner: QtRunner, qtbot: QtBot) -> Stage:
    return Stage(replace(context, runner=runner), qtbot)


def test_a_form_closed_before_the_vault_answered_loses_nothing(
    stage: Stage, runner: QtRunner, qtbot: QtBot, story: Story, desk: Desk
) -> None:
    page = stage.show(build_contacts, story.case)
    assert isinstance(page, ContactsView)
    qtbot.waitUntil(runner.idle)
    page.new_button.click()
    QCoreApplication.sendPostedEvents()
    type_text(find_by_name(page, "Was die Familie sagt", QPlainTextEdit), "Es geht besser.")
    page.finished.emit()
    qtbot.waitUntil(runner.idle)
    assert [each.family_says for each in desk.query.of_case(Contact, story.case)][-1] == "Es geht besser."
    assert not desk.query.drafts()


def test_going_to_another_person_while_typing_keeps_both(
    stage: Stage, runner: QtRunner, qtbot: QtBot, story: Story, desk: Desk
) -> None:
    page = stage.show(build_persons, story.case)
    assert isinstance(page, PersonsView)
    type_text(find_by_name(page, "Arbeit, Schule, Kita", QLineEdit), "Näherei")
    page.chosen.emit(story.mariya.hex())
    type_text(find_by_name(page, "Arbeit, Schule, Kita", QLineEdit), "Klasse 4")
    qtbot.waitUntil(runner.idle)
    stage.leave()
    qtbot.waitUntil(runner.idle)
    told = {each.given_name: each.situation for each in desk.query.of_case(Person, story.case)}
    assert told == {"Elena": "Näherei", "Mariya": "Klasse 4"}
    assert not desk.query.drafts()


def test_words_typed_while_the_vault_answers_are_settled_too(
    stage: Stage, runner: QtRunner, qtbot: QtBot, story: Story, desk: Desk
) -> None:
    page = stage.show(build_persons, story.case)
    assert isinstance(page, PersonsView)
    field = find_by_name(page, "Arbeit, Schule, Kita", QLineEdit)
    type_text(field, "Näh")
    page.form.settle()
    type_text(field, "erei")
    qtbot.waitUntil(runner.idle)
    stage.leave()
    qtbot.waitUntil(runner.idle)
    assert desk.query.get(Person, story.elena).situation == "Näherei"  # type: ignore[union-attr] # it exists


def test_files_come_in_and_go_out_beside_the_window(
    stage: Stage, runner: QtRunner, qtbot: QtBot, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "place", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()
    page, desk = stage.show(build_documents, story.case), stage.context.desk
    assert isinstance(page, DocumentsView)
    opened: list[bytes] = []
    page.opener = lambda url: opened.append(Path(url.toLocalFile()).read_bytes()) is None
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_bytes(path.name.encode() * 50_000)
    page.files_given.emit(tuple(paths))
    qtbot.waitUntil(runner.idle)
    kept = desk.query.of_case(Attachment, story.case)
    assert [each.title for each in kept] == ["0.txt", "1.txt", "2.txt"]
    page.outside_asked.emit()
    (dialog,) = page.findChildren(PassphraseDialog)
    type_text(dialog.entry.edit, PASSPHRASE)
    dialog.go_on.click()
    qtbot.waitUntil(runner.idle)
    assert opened == [attachments.content(desk, kept[-1].id).data]
    page.give_asked.emit()
    qtbot.waitUntil(runner.idle)
    page.receiver_chosen.emit(0)
    qtbot.waitUntil(runner.idle)
    page.place_chosen.emit(tmp_path / "copy.txt")
    qtbot.waitUntil(runner.idle)
    assert (tmp_path / "copy.txt").read_bytes() == opened[0]


def test_cancelling_in_the_middle_leaves_what_is_complete(
    stage: Stage, runner: QtRunner, qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    page, desk = stage.show(build_documents, story.case), stage.context.desk
    assert isinstance(page, DocumentsView)
    large = tmp_path / "film.bin"
    with large.open("wb") as file:
        file.truncate(60 << 20)
    page.files_given.emit((large,))
    page.cancel_asked.emit()
    qtbot.waitUntil(runner.idle)
    assert desk.query.of_case(Attachment, story.case) == ()
    assert [path for path in (desk.info.folder / "blobs").rglob("*") if path.is_file()] == []
