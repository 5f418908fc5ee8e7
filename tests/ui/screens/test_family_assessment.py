"""Assessments on the page: begun empty, rated, compared with the last one, completed and then closed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework import assessments, editing
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Assessment, DomainRating
from kimdesk.drawings.ink import PRINT
from kimdesk.drawings.svg import prepared
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.family_assessment.build import build
from kimdesk.ui.screens.family_assessment.view import AssessmentView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.tick import Tick
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def page(stage: Stage, story: Story) -> AssessmentView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, AssessmentView)
    return shown


def ratings(stage: Stage, story: Story, assessment: Assessment) -> list[DomainRating]:
    found = stage.context.desk.query.of_case(DomainRating, story.case)
    return [each for each in found if each.assessment == assessment.id]


def newest(stage: Stage, story: Story) -> Assessment:
    return max(stage.context.desk.query.of_case(Assessment, story.case), key=lambda each: each.date)


def rated_before(stage: Stage, story: Story) -> None:
    """Write a completed assessment of 90 days ago that rated residence."""
    desk = stage.context.desk
    made = assessments.begin(desk, story.case)
    editing.put(desk, "assessment", made, "date", desk.today - dt.timedelta(days=90))
    (first,) = [each for each in ratings(stage, story, newest(stage, story)) if each.domain == "residence"]
    editing.put(desk, "domain_rating", first.id, "client_rating", Code("2"))
    editing.put(desk, "domain_rating", first.id, "need", "Beratung zur Karte")
    assessments.complete(desk, made)


def combo(page: QWidget, name: str) -> QComboBox:
    (found,) = [each for each in page.findChildren(QComboBox) if each.accessibleName() == name and each.isVisible()]
    return found


def choose(page: QWidget, name: str, word: str) -> None:
    """Choose an entry of a list and go on, as with the keyboard."""
    box = combo(page, name)
    box.setFocus()
    QTest.keyClicks(box, word)
    QTest.keyClick(box, Qt.Key.Key_Tab)


def test_a_new_one_has_all_life_domains_and_carries_nothing_over(stage: Stage, story: Story) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    find_by_name(page, "Assessment beginnen", Button).click()
    second = newest(stage, story)
    assert second.completed_on is None
    assert len(ratings(stage, story, second)) == len(stage.context.desk.reference["life_domain"].entries) == 12
    assert all(each.client_rating is None and each.need is None for each in ratings(stage, story, second))
    assert unnamed(page) == []


def test_the_last_time_stands_beside_the_form(stage: Stage, story: Story) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    find_by_name(page, "Assessment beginnen", Button).click()
    assert isinstance(page, AssessmentView)
    words = [label.body for label in page.domains.findChildren(QWidget) if hasattr(label, "body") and label.isVisible()]
    assert any("Beim letzten Mal, am" in text and "Bedarf: Beratung zur Karte" in text for text in words)


def test_each_rating_is_a_step_of_its_own(page: AssessmentView, stage: Stage, story: Story) -> None:
    find_by_name(page, "Assessment beginnen", Button).click()
    choose(page, "Bewertung der Familie", "3")
    choose(page, "Meine Bewertung", "2")
    (first,) = [each for each in ratings(stage, story, newest(stage, story)) if each.domain == "residence"]
    assert (first.client_rating, first.own_rating) == ("3", "2")
    editing.undo(stage.context.desk)
    (first,) = [each for each in ratings(stage, story, newest(stage, story)) if each.domain == "residence"]
    assert (first.client_rating, first.own_rating) == ("3", None)
    assert not page.comparison.isHidden()
    assert "Familie" in page.comparison.sentences.body


def test_completing_is_asked_and_closes_everything(page: AssessmentView, stage: Stage, story: Story) -> None:
    find_by_name(page, "Assessment beginnen", Button).click()
    day = newest(stage, story)
    (button,) = [each for each in page.findChildren(Button) if each.text().startswith("Fertigstellen")]
    button.click()
    dialog = page.findChildren(Dialog)[0]
    assert newest(stage, story).completed_on is None
    find_by_name(dialog, "Fertigstellen", Button).click()
    assert newest(stage, story).completed_on == stage.context.desk.today
    with pytest.raises(KimError, match=r"record\.frozen"):
        editing.put(stage.context.desk, "domain_rating", ratings(stage, story, day)[0].id, "own_rating", Code("3"))
    assert not combo(page, "Bewertung der Familie").isEnabled()


def test_a_life_domain_that_is_missing_is_added_again(page: AssessmentView, stage: Stage, story: Story) -> None:
    find_by_name(page, "Assessment beginnen", Button).click()
    find_by_name(page, "Lebensbereich entfernen", Button).click()
    assert len(ratings(stage, story, newest(stage, story))) == 11
    find_by_name(page, "Fehlende Lebensbereiche ergänzen", Button).click()
    assert len(ratings(stage, story, newest(stage, story))) == 12


@pytest.mark.parametrize("width", [620, 1096, 1150])
def test_the_page_is_never_wider_than_the_window(stage: Stage, story: Story, width: int) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    assert isinstance(page, AssessmentView)
    find_by_name(page, "Assessment beginnen", Button).click()
    page.comparison.table_fold.click()
    page.resize(width, 600)
    assert page.horizontalScrollBar().maximum() == 0


def test_tab_goes_from_top_to_bottom(stage: Stage, story: Story) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    assert isinstance(page, AssessmentView)
    find_by_name(page, "Assessment beginnen", Button).click()
    at, names = find_by_name(page, "Assessment beginnen", QWidget), []
    at.setFocus()
    for _step in range(20):
        QTest.keyClick(at, Qt.Key.Key_Tab)
        found = page.focusWidget()
        assert found is not None
        at = found
        names.append(at.accessibleName().split(":")[0])
    expected = ["Assessment", "Fertigstellen …", "Drucken …", "Assessment", "Drucken …", "Lebensbereich"]
    expected += ["Bewertung der Familie", "Meine Bewertung", "Sicht der Familie", "Meine Sicht", "Situation"]
    expected += ["Ressourcen", "Bedarf", "Nächster Schritt", "Dringlichkeit"]
    assert names == [*expected, "Lebensbereich", "Lebensbereich entfernen", *3 * ["Lebensbereich"]]


def test_the_table_says_row_and_column(stage: Stage, story: Story) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    assert isinstance(page, AssessmentView)
    find_by_name(page, "Im Vergleich: Als Tabelle", FoldButton).click()
    picture = page.comparison.drawing.sheet.picture
    assert picture is not None
    assert PRINT.text not in prepared(picture)  # the look gives the colours
    cells = [each.accessibleName() for each in page.comparison.table.findChildren(QWidget)]
    assert any(name.startswith("Aufenthalt, ") and name.endswith(": 2") for name in cells)


def test_it_is_printed_through_the_one_dialog(stage: Stage, story: Story) -> None:
    rated_before(stage, story)
    page = stage.show(build, story.case)
    (button,) = [each for each in page.findChildren(Button) if each.accessibleName().startswith("Drucken")]
    button.click()
    (dialog,) = page.findChildren(PrintDialog)
    dialog.own_chosen.emit(True)
    assert dialog.leaving.isVisible()
    (line,) = [each for each in dialog.findChildren(Tick) if each.isVisible()]  # its texts only as picked
    assert line.words == "Aufenthalt: Beratung zur Karte"
    dialog.reject()
