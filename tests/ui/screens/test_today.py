"""Heute in the window: lines are dealt with in place, each opens the place where it belongs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import backups
from kimdesk.domain.changes import Changes, Create
from kimdesk.domain.records import Measure
from kimdesk.store.events import note_event
from kimdesk.ui.screens.today.build import build
from kimdesk.ui.screens.today.view import TodayView
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.labels import Label, Paragraph
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab

GONE = "Beim letzten Beenden war der Ort der Sicherung nicht da."
LATE = "Beim letzten Beenden wurde die Sicherung nicht rechtzeitig fertig."
PROMISE = "Zugesagt: Schuldnerberatung anfragen"


@pytest.fixture
def page(stage: Stage, story: Story) -> TodayView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, TodayView)
    QCoreApplication.sendPostedEvents()
    return shown


def said(page: TodayView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    labels = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    return labels + [each.body for each in page.findChildren(Paragraph) if each.isVisible()]


def measure(stage: Stage, record: RecordId) -> Measure:
    found = stage.context.desk.query.get(Measure, record)
    assert found is not None
    return found


def test_the_day_says_what_is_important(page: TodayView) -> None:
    texts = said(page)
    assert "Freitag, 20. November 2026 · 1 aktive Familie" in texts
    assert PROMISE in texts
    assert "Familie Dimitrova · bis 17.11." in texts
    assert "Noch kein Paket erstellt" in texts


def test_a_promise_is_done_in_place_and_taken_back(page: TodayView, stage: Stage, story: Story) -> None:
    find_by_name(page, f"{PROMISE}: erledigt", Button).click()
    assert measure(stage, story.promise).state == "done"
    assert PROMISE not in said(page)
    find_by_name(page, "Rückgängig", Button).click()
    assert measure(stage, story.promise).state == "open"
    assert PROMISE in said(page)


def test_a_promise_is_put_off_by_a_week(page: TodayView, stage: Stage, story: Story) -> None:
    mover = find_by_name(page, f"{PROMISE}: verschieben", IconButton)
    menu = mover.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "um eine Woche").trigger()
    assert measure(stage, story.promise).until == stage.context.desk.today + dt.timedelta(days=7)


def test_quitting_without_a_backup_is_said_until_there_is_one(stage: Stage, story: Story, tmp_path: Path) -> None:
    desk, stick = stage.context.desk, tmp_path / "stick"
    stick.mkdir()
    backups.miss(desk, "gone")
    page = stage.show(build, story.case)
    assert isinstance(page, TodayView)
    assert GONE in said(page)
    backups.back_up(desk, stick)
    backups.miss(desk, "late")
    stage.tell(Changes(kinds=frozenset({"post"})))
    assert f"geprüft am 20.11. · {LATE}" in said(page)
    find_by_name(page, "Sichern", Button).click()
    assert stage.went == [("settings", "")]
    backups.back_up(desk, stick)
    stage.tell(Changes(kinds=frozenset({"post"})))
    assert not any("Beim letzten Beenden" in text for text in said(page))


def test_each_line_opens_its_place(page: TodayView, stage: Stage, story: Story) -> None:
    find_by_name(page, f"{PROMISE}: öffnen", Button).click()
    assert stage.went == [("family_overview", story.case.hex())]


def test_todays_appointment_is_prepared_from_here(page: TodayView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    values = {"case": story.case, "date": desk.today, "time": "14:30", "title": "Gespräch in der Kita"}
    stage.tell(desk.apply(Create("appointment", new_id(desk.clock), values)))
    assert {"14:30", "Gespräch in der Kita"} <= set(said(page))
    find_by_name(page, "Gespräch in der Kita: vorbereiten", Button).click()
    assert stage.went == [("family_overview", story.case.hex())]


def test_todays_conference_leads_to_its_page(page: TodayView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    values = {"case": story.case, "date": desk.today, "time": "10:00", "occasion": "Schulstart"}
    stage.tell(desk.apply(Create("case_conference", new_id(desk.clock), values)))
    assert "Fallkonferenz: Schulstart" in said(page)
    find_by_name(page, "Fallkonferenz: Schulstart: vorbereiten", Button).click()
    assert stage.went == [("family_linking", story.case.hex())]


def test_everything_has_a_name_and_is_reached_by_tab(page: TodayView) -> None:
    assert unnamed(page) == []
    buttons = {each for cls in (Button, IconButton) for each in page.findChildren(cls) if each.isVisible()}
    assert len(buttons) >= 4
    assert buttons <= reached_by_tab(page)


def test_for_two_weeks_it_stands_here_that_both_holders_opened_the_vault(
    stage: Stage, story: Story, clock: FixedClock
) -> None:
    note_event(stage.context.desk, "opened_by_holders", about="Anna Groß, Birgit Klein", reason="Laptop gestohlen")
    headline = "Mit Hilfe der beiden Vertrauenspersonen geöffnet am 20.11.2026"
    page = stage.show(build, story.case)
    assert isinstance(page, TodayView)
    assert headline in said(page)
    assert any("Dabei: Anna Groß, Birgit Klein. Grund: Laptop gestohlen." in each for each in said(page))
    clock.advance(days=15)
    later = stage.show(build, story.case)
    assert isinstance(later, TodayView)
    assert headline not in said(later)
