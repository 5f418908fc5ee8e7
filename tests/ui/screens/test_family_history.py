"""The history on the page: filtered by kind, put back with a key or a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from kimdesk.casework import editing
from kimdesk.domain.records import Person
from kimdesk.ui.screens.family_history.build import build
from kimdesk.ui.screens.family_history.view import HistoryView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def page(stage: Stage, story: Story) -> HistoryView:
    editing.put(stage.context.desk, "person", story.elena, "phone", "02553 1")
    editing.put(stage.context.desk, "person", story.elena, "phone", "02553 2")
    shown = stage.show(build, story.case)
    assert isinstance(shown, HistoryView)
    return shown


def said(page: HistoryView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.body for each in page.findChildren(Paragraph) if each.isVisible()]


def test_the_newest_change_stands_first_with_before_and_after(page: HistoryView) -> None:
    texts = said(page)
    assert "Telefon: 02553 1 → 02553 2" in texts
    assert texts.index("Telefon: 02553 1 → 02553 2") < texts.index("Telefon: – → 02553 1")
    assert unnamed(page) == []


def test_what_was_written_at_once_is_one_entry(page: HistoryView) -> None:
    texts = said(page)
    assert texts.count("Kontakt neu eingetragen") == 2
    begun = texts[texts.index("Kontakt neu eingetragen") + 1]
    assert begun.startswith("Datum: ")
    assert " · " in begun


def test_one_kind_alone(page: HistoryView) -> None:
    page.kind.set_code("contact")
    page.kind.chosen.emit("contact")
    texts = said(page)
    assert not any(text.startswith("Telefon") for text in texts)
    assert any("Schimmel" in text for text in texts)


def test_a_former_value_is_put_back(page: HistoryView, stage: Stage, story: Story) -> None:
    QCoreApplication.sendPostedEvents()
    find_by_name(page, "Telefon: 02553 1 → 02553 2: wieder einsetzen", Button).click()
    person = stage.context.desk.query.get(Person, story.elena)
    assert person is not None
    assert person.phone == "02553 1"
    assert "Wieder eingesetzt" in page.strip.accessibleName()
    assert "Telefon: 02553 2 → 02553 1" in said(page)
