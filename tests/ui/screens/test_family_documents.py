"""The files of a family on the page: dropped, pasted, looked at, removed, and what was handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QClipboard, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kimdesk.base.errors import Untrusted, explain
from kimdesk.base.ids import new_id
from kimdesk.casework import attachments, editing, outside
from kimdesk.casework.attaching import add_file
from kimdesk.casework.papers import handing
from kimdesk.domain.changes import Add, Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Attachment
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.screens.family_documents import giving
from kimdesk.ui.screens.family_documents.build import build
from kimdesk.ui.screens.family_documents.giving import GiveDialog
from kimdesk.ui.screens.family_documents.parts import FileButton
from kimdesk.ui.screens.family_documents.view import DocumentsView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.surfaces import ListRow
from kimdesk.ui.widgets.tags import Tag
from tests.support.drag import drop, of_files
from tests.support.letters import letter as pdf_letter
from tests.support.photos import SECRETS, jpeg, png
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def page(stage: Stage, story: Story) -> DocumentsView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, DocumentsView)
    return shown


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Küche.jpg"
    path.write_bytes(jpeg())
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "Notiz.txt"
    path.write_text("Rückruf am Montag", "utf-8")
    return path


def files(stage: Stage, story: Story) -> dict[str, Attachment]:
    return {each.title: each for each in stage.context.desk.query.of_case(Attachment, story.case)}


def shown(page: DocumentsView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [button.text() for button in page.list.findChildren(FileButton) if not button.isHidden()]


def said(page: DocumentsView) -> str:
    return page.strip.accessibleName() if page.strip.isVisible() else ""


def press(page: DocumentsView, name: str) -> None:
    QCoreApplication.sendPostedEvents()
    find_by_name(page, name, Button).click()


def test_a_paper_in_the_wrong_hands_opens_the_sheet_without_a_name(stage: Stage, story: Story) -> None:
    asked: list[tuple[str, str]] = []
    stage.context = replace(stage.context, incident=lambda *about: asked.append(about))
    desk = stage.context.desk
    values = {"case": story.case, "date": desk.today, "document": Code("support_plan"), "recipient": "Elena Dimitrova"}
    desk.apply(Create("handout", new_id(desk.clock), values))
    page = stage.show(build, story.case)
    assert isinstance(page, DocumentsView)
    press(page, "Unterstützungsplan · 20.11.: falsch gedruckt oder übergeben")
    question = next(each for each in page.findChildren(Dialog) if each.isVisible())
    assert asked == []
    find_by_name(question, "Festhalten", Button).click()
    ((happened, given),) = asked
    assert happened == "paper"
    assert "KD-2026-0017" in given
    assert "Dimitrova" not in given
    QCoreApplication.sendPostedEvents()
    assert "in falsche Hände" in [each.text() for each in page.handouts.findChildren(Tag)]
    assert not [each for each in page.handouts.findChildren(Button) if each.isVisible()]


def test_files_dropped_are_taken_in_and_the_last_is_shown(
    page: DocumentsView, stage: Stage, story: Story, photo: Path, text: Path
) -> None:
    drop(page, text, photo)
    assert shown(page) == ["Küche.jpg", "Notiz.txt"]
    assert "2 Dateien aufgenommen" in said(page)
    kept = attachments.content(stage.context.desk, files(stage, story)["Küche.jpg"].id)
    assert not any(secret in kept.data for secret in SECRETS)
    assert page.seen.currentWidget() is page.seen.picture
    button = page.list.button(files(stage, story)["Küche.jpg"].id.hex())
    assert button is not None
    assert button.has_picture()
    assert unnamed(page) == []


def test_what_was_just_added_is_taken_back(
    page: DocumentsView, stage: Stage, story: Story, photo: Path, text: Path
) -> None:
    page.files_given.emit((text, photo))
    press(page, "Rückgängig")
    assert files(stage, story) == {}
    editing.undo(stage.context.desk)
    assert len(files(stage, story)) == 2


def test_one_bad_file_keeps_no_other_back(
    page: DocumentsView, stage: Stage, story: Story, text: Path, tmp_path: Path
) -> None:
    page.files_given.emit((tmp_path, tmp_path / "weg.pdf", text))
    assert shown(page) == ["Notiz.txt"]
    assert f"{tmp_path.name}: Das ist ein Ordner" in said(page)
    assert "weg.pdf: Die Datei oder der Datenträger ist nicht mehr da." in said(page)
    assert "1 Datei aufgenommen" in said(page)


def test_a_broken_picture_can_be_kept_as_it_is(page: DocumentsView, stage: Stage, story: Story, tmp_path: Path) -> None:
    broken = tmp_path / "IMG_1.JPG"
    broken.write_bytes(jpeg()[:600])
    page.files_given.emit((broken,))
    assert files(stage, story) == {}
    press(page, "Unverändert aufnehmen")
    assert shown(page) == ["IMG_1.JPG"]
    assert "lässt sich nicht lesen" in page.seen.notice.accessibleName()


def test_documents_come_in_without_their_author_and_it_is_said(
    page: DocumentsView, stage: Stage, story: Story, tmp_path: Path
) -> None:
    letter = tmp_path / "Bescheid.pdf"
    letter.write_bytes(pdf_letter("Bescheid", author="Karla Muster"))
    page.files_given.emit((letter,))
    assert "Angaben zu Verfasser, Programm, Zeit und Ort entfernt" in said(page)
    assert "Kommentare und Änderungsvermerke bleiben" in said(page)
    kept = attachments.content(stage.context.desk, files(stage, story)["Bescheid.pdf"].id)
    assert b"Karla" not in kept.data
    assert b"Karla" in letter.read_bytes()


def test_of_a_video_it_is_said_beforehand_what_stays_in_it(
    page: DocumentsView, stage: Stage, story: Story, tmp_path: Path
) -> None:
    video = tmp_path / "Wohnung.mp4"
    video.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(400))
    page.files_given.emit((video,))
    assert files(stage, story) == {}
    assert "Ort, Zeit und Gerät der Aufnahme" in said(page)
    press(page, "Unverändert aufnehmen")
    kept = files(stage, story)["Wohnung.mp4"]
    assert attachments.content(stage.context.desk, kept.id).data == video.read_bytes()


def test_the_cards_photo_goes_after_a_question(page: DocumentsView, tmp_path: Path) -> None:
    source = tmp_path / "DCIM" / "DSC_1.JPG"
    source.parent.mkdir()
    source.write_bytes(jpeg())
    page.files_given.emit((source,))
    press(page, "Dort löschen …")
    assert source.exists()
    answer(page, "Löschen")
    assert not source.exists()
    assert "gelöscht" in said(page)


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    yield qapp.clipboard()
    qapp.clipboard().clear()


def test_a_picture_and_a_file_are_pasted(
    page: DocumentsView, stage: Stage, story: Story, text: Path, clipboard: QClipboard
) -> None:
    clipboard.setImage(QImage.fromData(png()))
    page.paste()
    assert shown(page) == ["Bild aus der Zwischenablage"]
    clipboard.setMimeData(of_files(text))
    page.paste()
    assert set(shown(page)) == {"Bild aus der Zwischenablage", "Notiz.txt"}
    clipboard.setText("nur Worte")
    page.paste()
    assert "weder ein Bild noch eine Datei" in said(page)


def test_removing_and_bringing_back(page: DocumentsView, stage: Stage, story: Story, text: Path) -> None:
    page.files_given.emit((text,))
    press(page, "Notiz.txt: Entfernen")
    assert shown(page) == []
    press(page, "Rückgängig")
    assert shown(page) == ["Notiz.txt"]
    assert page.seen.notice.what.body == "Keine Vorschau"


@pytest.mark.parametrize("code", ["blob.missing", "blob.damaged"])
def test_a_lost_file_says_what_to_do(
    page: DocumentsView, stage: Stage, story: Story, photo: Path, text: Path, code: str
) -> None:
    desk = stage.context.desk
    add_file(desk, story.case, photo)
    (path,) = [each for each in (desk.info.folder / "blobs").rglob("*") if each.is_file()]
    if code == "blob.missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-2] + b"xx")
    page.files_given.emit((text,))
    page.chosen.emit(files(stage, story)["Küche.jpg"].id.hex())
    words = explain(Untrusted(code), "de")
    assert page.seen.notice.what.body == words.what
    assert words.next in page.seen.notice.why.body


def test_a_pdf_is_shown_and_a_broken_one_is_said(page: DocumentsView, tmp_path: Path) -> None:
    broken = tmp_path / "Bescheid.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing behind it")
    page.files_given.emit((broken,))
    assert shown(page) == []
    assert "Verfasser" in said(page)
    press(page, "Unverändert aufnehmen")
    assert "lässt sich hier nicht zeigen" in page.seen.notice.what.body


def test_confidentiality_and_category_are_kept(page: DocumentsView, stage: Stage, story: Story, text: Path) -> None:
    page.files_given.emit((text,))
    assert shown(page) == ["Notiz.txt"]
    assert "anvertraut" in page.list.findChildren(FileButton)[0].accessibleDescription()
    assert page._form is not None
    box = page._form.rows["confidentiality"].editor.widget
    assert isinstance(box, CodeCombo)
    box.set_code("shareable")
    box.chosen.emit("shareable")
    page.settle()
    assert files(stage, story)["Notiz.txt"].confidentiality == "shareable"
    assert "weitergebbar" in page.list.findChildren(FileButton)[0].accessibleDescription()


def test_a_title_typed_stands_in_the_list(page: DocumentsView, stage: Stage, story: Story, text: Path) -> None:
    page.files_given.emit((text,))
    assert page._form is not None
    editor = page._form.rows["title"].editor.widget
    editor.setFocus()
    QTest.keyClicks(editor, " alt")
    page.settle()
    assert shown(page) == ["Notiz.txt alt"]


def test_arrow_keys_go_through_the_files(page: DocumentsView, photo: Path, text: Path) -> None:
    page.files_given.emit((text, photo))
    first, second = (page.list.button(item.key) for item in page._state.files)
    assert first is not None
    assert second is not None
    assert first.isChecked()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    assert page.seen.currentWidget() is page.seen.notice
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert page.seen.currentWidget() is page.seen.picture


def test_the_privacy_key_hides_pictures_and_names(page: DocumentsView, photo: Path) -> None:
    page.files_given.emit((photo,))
    before = page.seen.picture.grab().toImage()
    privacy.hide(frozenset({"kuche", "küche"}))
    try:
        assert page.seen.picture.grab().toImage() != before
    finally:
        privacy.show()


def test_what_was_handed_out_is_listed(stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    values = {
        "case": story.case,
        "date": desk.today,
        "document": Code("support_plan"),
        "recipient": "Elena Dimitrova",
        "languages": frozenset({Code("bg")}),
        "pages": 2,
        "misdirected": Code("yes"),
    }
    handing.record(desk, values, "print")
    shown = stage.show(build, story.case)
    QCoreApplication.sendPostedEvents()
    (row,) = [each for each in shown.findChildren(ListRow) if each.isVisible()]
    assert row.what.body == "Unterstützungsplan · 20.11."
    assert row.detail.body == "Elena Dimitrova · gedruckt · Bulgarisch · 2 Seiten"
    assert find_by_name(row, "in falsche Hände", Tag)


# going out ---------------------------------------------------------------------------


def give_dialog(page: DocumentsView, name: str) -> GiveDialog:
    press(page, f"{name}: Weitergeben")
    QCoreApplication.sendPostedEvents()
    dialog = page.findChild(GiveDialog)
    assert dialog is not None
    return dialog


def choose(dialog: GiveDialog, word: str) -> None:
    at = dialog.who.findText(word)
    assert at > 0
    dialog.who.set_code(str(dialog.who.itemData(at)))
    dialog.who.chosen.emit(dialog.who.code())


def prove(asked_by: QWidget, passphrase: str, button: Button | None = None) -> None:
    """Type the passphrase once more, after the button that asks for it."""
    if button is not None:
        button.click()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = asked_by.findChildren(PassphraseDialog)
    type_text(dialog.entry.edit, passphrase)
    dialog.go_on.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_copy_for_her_is_saved_once_the_passphrase_was_right(
    page: DocumentsView, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[str] = []

    def choose_place(_parent: QWidget, _title: str, name: str, _kinds: str, take: Callable[[Path], None]) -> None:
        places.append(name)
        take(tmp_path / "kopie.txt")

    monkeypatch.setattr(giving, "ask_save", choose_place)
    page.files_given.emit((text,))
    dialog = give_dialog(page, "Notiz.txt")
    assert not dialog.save.isEnabled()
    choose(dialog, "Elena Dimitrova")
    assert "Das wird weitergegeben: Datei, 1 KB" in dialog.leaving.body
    assert dialog.save.isEnabled()
    assert unnamed(dialog) == []
    prove(dialog, "falsch", dialog.save)
    assert places == []
    prove(dialog, PASSPHRASE)
    assert places == ["KD-2026-0017.txt"]
    assert (tmp_path / "kopie.txt").read_text("utf-8") == "Rückruf am Montag"
    assert "Elena Dimitrova" in said(page)
    QCoreApplication.sendPostedEvents()
    (row,) = [each for each in page.findChildren(ListRow) if each.isVisible()]
    assert row.what.body == "Datei aus der Akte · 20.11."


def test_a_copy_that_may_not_leave_is_refused_with_its_reason(
    page: DocumentsView, stage: Stage, story: Story, text: Path
) -> None:
    page.files_given.emit((text,))
    kept = files(stage, story)["Notiz.txt"].id
    desk = stage.context.desk
    desk.apply(Add("attachment", kept, "discuss_only_with", story.mariya))
    dialog = give_dialog(page, "Notiz.txt")
    choose(dialog, "Elena Dimitrova")
    assert "nicht für diese Person bestimmt" in dialog.strip.accessibleName()
    assert not dialog.save.isEnabled()
    choose(dialog, "für die eigene Akte")
    assert not dialog.strip.isVisible()
    assert dialog.save.isEnabled()
    dialog.reject()


def test_another_program_opens_it_after_a_question_and_the_passphrase(
    page: DocumentsView, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "place", lambda: tmp_path)
    opened_there: list[Path] = []
    page.opener = lambda url: opened_there.append(Path(url.toLocalFile())) is None
    page.files_given.emit((text,))
    press(page, "Notiz.txt: Außerhalb öffnen")
    assert opened_there == []
    answer(page, "Öffnen")
    prove(page, "falsch")
    assert opened_there == []
    assert list(tmp_path.glob("kimdesk-*")) == []
    prove(page, PASSPHRASE)
    assert opened_there[0].read_text("utf-8") == "Rückruf am Montag"
    page.opener = lambda _url: False
    press(page, "Notiz.txt: Außerhalb öffnen")
    answer(page, "Öffnen")
    prove(page, PASSPHRASE)
    assert "kein Programm" in said(page)
    assert not opened_there[0].exists()


def answer(page: DocumentsView, word: str) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = page.findChild(Dialog)
    assert dialog is not None
    find_by_name(dialog, word, Button).click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
