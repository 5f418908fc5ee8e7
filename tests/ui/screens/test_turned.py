"""Der Familie zeigen: asked first, shown in big type, and left only behind the cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.turning import Turn
from kimdesk.domain.records import Handout, Person
from kimdesk.ui.dialogs.turn import TurnDialog, open_turn
from kimdesk.ui.screens.turned.build import build
from kimdesk.ui.screens.turned.view import TurnedView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.turned import BigText
from tests.support.qt import find_by_name, unnamed
from tests.ui.screens.plan_support import WORDING, with_plan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def elena(desk: Desk, case: RecordId) -> RecordId:
    return desk.query.of_case(Person, case)[0].id


@pytest.fixture
def window(look: QApplication, desk: Desk, clock: FixedClock, qtbot: QtBot) -> Iterator[DeskWindow]:
    made = DeskWindow(desk, InlineRunner(), clock)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.open_first()
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.window.hide()


def said(view: QWidget) -> str:
    return "\n".join(each.body for each in view.findChildren(BigText))


def test_somebody_is_named_before_the_screen_is_turned(
    qtbot: QtBot, context: Context, family: RecordId, desk: Desk
) -> None:
    with_plan(desk, family)
    went: list[tuple[str, str]] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = open_turn(parent, replace(context, go=lambda key, record: went.append((key, record))), family)
    assert not dialog.turn_button.isEnabled()
    assert unnamed(dialog) == []
    find_by_name(dialog, "Elena Dimitrova", Chip).click()
    assert dialog.language.code() == "bg"
    assert "1 Ziel, 1 Schritt" in dialog._facts.body
    assert "2 Texte haben noch keine Übersetzung" in dialog._facts.body
    find_by_name(dialog, "Bildschirm umdrehen", Button).click()
    assert went == [("turned", Turn(case=family, person=elena(desk, family), language="bg").text())]
    assert [each.way for each in desk.query.of_case(Handout, family)] == ["shown"]


@pytest.mark.parametrize(("language", "direction"), [("bg", "LeftToRight"), ("ar", "RightToLeft")])
def test_the_screen_speaks_her_language_and_is_mirrored_where_it_is_written_from_the_right(
    qtbot: QtBot, context: Context, family: RecordId, language: str, direction: str
) -> None:
    with_plan(context.desk, family)
    turn = Turn(case=family, person=elena(context.desk, family), language=language)
    screen = build(context, turn.text())
    view = screen.widget
    assert isinstance(view, TurnedView)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    screen.presenter.opened()  # type: ignore[attr-defined]
    assert view.layoutDirection().name == direction
    assert WORDING in said(view)
    assert unnamed(view) == []
    assert "Zurück" in view.back_button.accessibleName()


def test_nothing_but_the_plan_is_left_of_the_window_and_back_means_covered(
    qtbot: QtBot, window: DeskWindow, family: RecordId, desk: Desk
) -> None:
    with_plan(desk, family)
    covered: list[str] = []
    window.window.cover_asked.connect(lambda: covered.append(shown_key(window)))
    window.go("family_plan", family.hex())
    window.go("turned", Turn(case=family, person=elena(desk, family), language="bg").text())
    frame = window.window
    for part in (frame.nav, frame.status, frame.command, frame.lock_button):
        assert not part.isVisible()
    usable = {each for each in ("command", "today", "families", "undo", "redo", "back", "settings", "visit", "privacy")
              if each in frame.actions_ and frame.actions_[each].isEnabled()}  # fmt: skip
    assert usable == set()
    assert frame.actions_["cover"].isEnabled()
    assert frame.actions_["lock"].isEnabled()
    shown = frame.stack.currentWidget()
    assert isinstance(shown, TurnedView)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert covered == ["turned"]
    assert shown_key(window) == "family"
    assert frame.status.isVisible()
    frame.back()
    assert shown_key(window) != "turned"


def shown_key(window: DeskWindow) -> str:
    screen = window.window.current_screen()
    return screen.key if screen is not None else ""


def test_the_plan_page_offers_it(qtbot: QtBot, window: DeskWindow, family: RecordId, desk: Desk) -> None:
    with_plan(desk, family)
    window.go("family_plan", family.hex())
    window.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window.window)
    handle = window.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.window.findChild(TurnDialog) is not None)
    window.window.findChild(TurnDialog).reject()
