"""Letterhead, profile and display in the settings: kept while one types, refused clearly, seen on paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import KimError
from kimdesk.casework import letterhead, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.letterhead import Head
from kimdesk.ui.screens.settings.about_view import libraries
from kimdesk.ui.screens.settings.build import ORDER, build
from kimdesk.ui.screens.settings.display_view import DisplayPage
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.letterhead_view import LetterheadPage
from kimdesk.ui.screens.settings.profile_view import ProfilePage
from kimdesk.ui.settings import Settings
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def frame(stage: Stage, story: Story) -> SettingsFrame:
    shown = stage.show(build, story.case)
    assert isinstance(shown, SettingsFrame)
    return shown


def picture(file: Path, size: tuple[int, int] = (1800, 600)) -> Path:
    Image.new("RGB", size, "#0B6A6B").save(file)
    return file


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def pictures(pdf: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages)


def page_of(frame: SettingsFrame) -> LetterheadPage:
    page = frame.page("letterhead")
    assert isinstance(page, LetterheadPage)
    return page


def test_what_is_typed_into_the_letterhead_is_kept_and_previewed(frame: SettingsFrame, desk: Desk) -> None:
    page = page_of(frame)
    assert letterhead.load(desk).name == "Musterträger e. V.", "before anything is set, the profile speaks"
    type_text(find_by_name(page, "Förderhinweis", QPlainTextEdit), "Gefördert durch das Land")
    note = find_by_name(page, "Fußzeile", QPlainTextEdit)
    type_text(note, "VR 0000")
    frame.leave()
    head = letterhead.load(desk)
    assert (head.funding, head.foot) == ("Gefördert durch das Land", ("VR 0000",))
    assert page.preview.page_count() == 1


def test_a_line_just_begun_stays_while_the_rest_is_kept(frame: SettingsFrame, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(frame)
    note = find_by_name(page, "Zeilen darunter", QPlainTextEdit)
    with qtbot.waitActive(page):
        page.activateWindow()
    note.clear()
    type_text(note, "Kirchplatz 1")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    page.fields.settle()
    assert letterhead.load(desk).lines == ("Kirchplatz 1",)
    qtbot.keyClicks(note, "Ochtrup")
    assert note.toPlainText() == "Kirchplatz 1\nOchtrup"


def test_a_logo_is_made_small_and_printed(frame: SettingsFrame, desk: Desk, tmp_path: Path) -> None:
    page_of(frame).logo_chosen.emit(picture(tmp_path / "logo.png"))
    head = letterhead.load(desk)
    assert head.logo is not None
    with Image.open(io.BytesIO(head.logo)) as kept:
        assert max(kept.size) <= 700
    made = letterhead.sample(desk, head).data
    assert pictures(made) == 1
    assert "Musterbrief" in words(made)
    page_of(frame).logo_removed.emit()
    assert letterhead.load(desk).logo is None


@pytest.mark.parametrize("content", [b"", b"kein Bild", b"\x89PNG\r\n\x1a\n" + bytes(200)])
def test_a_logo_that_cannot_be_read_is_refused_and_the_old_one_stays(
    frame: SettingsFrame, desk: Desk, tmp_path: Path, content: bytes
) -> None:
    page = page_of(frame)
    page.logo_chosen.emit(picture(tmp_path / "logo.png"))
    before = letterhead.load(desk).logo
    broken = tmp_path / "kaputt.png"
    broken.write_bytes(content)
    page.logo_chosen.emit(broken)
    assert page.strip.isVisible()
    assert "„Logo“ lässt sich nicht lesen" in page.strip.accessibleName()
    assert letterhead.load(desk).logo == before
    with pytest.raises(KimError, match=r"document\.image_unreadable"):
        letterhead.read_logo(broken)


def test_letters_carry_it_and_plans_do_not(desk: Desk, story: Story) -> None:
    letterhead.save(desk, Head(name="Musterträger e. V.", funding="Gefördert durch das Land"))
    order = printing.PrintOrder(languages=("de",))
    printed = printing.prepare_paper(desk, story.case, "invitation", order)
    assert "Gefördert durch das Land" in words(printed.pdf.data)
    other = printing.prepare_paper(desk, story.case, "visit_sheet", order)
    assert "Gefördert durch das Land" not in words(other.pdf.data)


def test_the_profile_is_kept_while_one_types(frame: SettingsFrame, desk: Desk) -> None:
    page = frame.page("profile")
    assert isinstance(page, ProfilePage)
    field = find_by_name(page, "Datenschutzbeauftragte Person", QLineEdit)
    type_text(field, "Erika Muster")
    field.editingFinished.emit()
    assert desk.profile.officer == "Erika Muster"
    assert desk.profile.name == "Maria Sommer"
    page.title_chosen.emit("integration_plan")
    desk.load_profile()
    assert desk.profile.plan_title == "integration_plan"


def test_colours_and_size_are_asked_for_at_once(stage: Stage, story: Story) -> None:
    from dataclasses import replace

    asked: list[object] = []
    stage.context = replace(stage.context, choose_look=asked.append)
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    page = frame.page("display")
    assert isinstance(page, DisplayPage)
    page.theme.set_code("dark")
    page.theme.chosen.emit("dark")
    page.scale.set_code("150")
    page.scale.chosen.emit("150")
    assert asked[-1] == Settings(theme="dark", font_scale=150)


def test_the_licences_of_all_libraries_are_named() -> None:
    found = {name: licence for name, _version, licence in libraries()}
    assert {"reportlab", "sqlalchemy"} <= {name.casefold() for name in found}
    assert [name for name, licence in found.items() if not licence] == []


@pytest.mark.parametrize("key", ORDER)
def test_every_part_names_its_controls(frame: SettingsFrame, key: str) -> None:
    page: QWidget = frame.page(key)
    QCoreApplication.sendPostedEvents()
    assert unnamed(page) == []
