from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import new_id
from kimdesk.casework import families
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.ui.screens.families.build import build
from kimdesk.ui.screens.families.presenter import FamiliesPresenter
from kimdesk.ui.screens.families.state import Filter
from kimdesk.ui.screens.families.table import due_cell
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.paged import PagedTableModel
from tests.support.qt import find_by_name, type_text, unnamed

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> tuple[FamiliesView, FamiliesPresenter, list[tuple[str, str]]]:
    gone: list[tuple[str, str]] = []
    for family_name, given_name in (("Dimitrov", "Georgi"), ("Yıldız", "Ayşe"), ("Großmann", "Änne")):
        families.create_family(context.desk, families.NewFamily(family_name=family_name, given_name=given_name))
    made = build(replace(context, go=lambda key, record: gone.append((key, record))))
    view, presenter = made.widget, made.presenter
    assert isinstance(view, FamiliesView)
    assert isinstance(presenter, FamiliesPresenter)
    qtbot.addWidget(view)
    view.resize(1180, 690)
    view.show()
    presenter.opened()
    return view, presenter, gone


Made = tuple[FamiliesView, FamiliesPresenter, list[tuple[str, str]]]


def names(view: FamiliesView) -> list[str]:
    model = view.table.rows
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_list_is_in_german_order_and_a_preview_is_shown(screen: Made) -> None:
    view, _presenter, _gone = screen
    assert names(view) == ["Dimitrov", "Großmann", "Yıldız"]
    assert view.table.current_n() is not None
    assert unnamed(view) == []


@pytest.mark.parametrize(("typed", "found"), [("gross", "Großmann"), ("yildiz", "Yıldız"), ("georgi", "Dimitrov")])
def test_typing_narrows_in_any_spelling(qtbot: QtBot, screen: Made, typed: str, found: str) -> None:
    view, _presenter, _gone = screen
    field = find_by_name(view, "Familien filtern", QLineEdit)
    with qtbot.waitSignal(view.search.searched, timeout=2000):
        type_text(field, typed)
    assert names(view) == [found]


def test_nothing_found_offers_a_way_back(qtbot: QtBot, screen: Made) -> None:
    view, presenter, _gone = screen
    presenter.search("zzyzx")
    assert presenter.state.shown == 0
    find_by_name(view, "Filter zurücksetzen", QPushButton).click()
    presenter.search("")
    assert len(names(view)) == 3


def test_return_opens_the_chosen_family(qtbot: QtBot, screen: Made) -> None:
    view, _presenter, gone = screen
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    chosen = view.table.rows.item(1)
    assert chosen is not None
    assert gone == [("family", chosen.id.hex())]


def test_a_new_family_needs_one_name_only(qtbot: QtBot, screen: Made) -> None:
    view, presenter, gone = screen
    view.open_form()
    dialog = view._form
    assert dialog is not None
    create = find_by_name(dialog, "Anlegen", QPushButton)
    assert not create.isEnabled()
    type_text(find_by_name(dialog, "Vorname", QLineEdit), "Ömer")
    create.click()
    assert gone[-1][0] == "family"
    assert view._form is None
    presenter.refresh(Changes(kinds=frozenset({"case"})))
    assert len(names(view)) == 4


def test_chips_narrow_and_combine(screen: Made, context: Context) -> None:
    view, presenter, _gone = screen
    desk = context.desk
    case = families.rows(desk, families.order(desk)[:1]).popitem()[1].id
    measure = new_id(desk.clock)
    values = {"case": case, "text": "Anruf", "until": desk.today + dt.timedelta(days=3), "state": "open"}
    desk.apply(Create("measure", measure, values), Set("case", case, "phase", Code("planning")))
    presenter.refresh(Changes(kinds=frozenset({"measure"})))
    presenter.narrow(Filter(due_soon=True))
    assert names(view) == ["Dimitrov"]
    presenter.narrow(Filter(due_soon=True, phase="closure"))
    assert names(view) == []
    presenter.narrow(Filter(phase="planning"))
    assert names(view) == ["Dimitrov"]


def test_a_second_press_turns_the_order_round(screen: Made) -> None:
    view, presenter, _gone = screen
    presenter.sort("label")
    assert names(view) == ["Yıldız", "Großmann", "Dimitrov"]


def test_cells_speak_their_column(screen: Made) -> None:
    view, _presenter, _gone = screen
    spoken = view.table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Familie: Dimitrov"


@pytest.mark.parametrize(
    ("days", "tone", "text"),
    [(0, "red", "heute"), (-3, "red", "17.11."), (1, "amber", "morgen"), (14, "amber", "04.12."), (15, "", "05.12.")],
)
def test_a_deadline_is_told_by_colour_and_word(look: object, days: int, tone: str, text: str) -> None:
    cell = due_cell(TODAY + dt.timedelta(days=days), TODAY)
    assert (cell.tone, cell.text) == (tone, text)


def test_the_model_holds_what_qt_expects(qtbot: QtBot, screen: Made, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(screen[0].table.rows)


def test_pages_are_fetched_when_they_are_looked_at(qtbot: QtBot) -> None:
    asked: list[int] = []

    def load(numbers: object) -> list[int]:
        asked.append(len(numbers))  # type: ignore[arg-type]
        return list(numbers)  # type: ignore[call-overload]

    model: PagedTableModel[int] = PagedTableModel((), load)
    model.set_order(range(100_000))
    assert asked == []
    assert model.item(99_999) == 99_999
    assert model.item(99_900) == 99_900
    assert asked == [32, 128]
