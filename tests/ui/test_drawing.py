"""Pictures on screen: chosen and moved by mouse and keyboard, readable at every size, in every theme, and spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kimdesk.domain.views.pictures import Bar, BarsView, GenogramPerson, GenogramRelation, GenogramView
from kimdesk.drawings.bars import draw_bars
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.ink import ROLES
from kimdesk.drawings.picture import Picture, Style
from kimdesk.text.shaping import Faces, load_faces
from kimdesk.ui.theme.look import Look, apply
from kimdesk.ui.widgets.drawing import LEAST, MOST, DrawingView
from tests.support.qt import unnamed

Key, Mods = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def faces() -> Faces:
    return load_faces()


@pytest.fixture
def picture(faces: Faces) -> Picture:
    persons = (
        GenogramPerson(key="e", given_name="Elena", gender="f", age=32),
        GenogramPerson(key="g", given_name="Georgi", gender="m", age=35),
        GenogramPerson(key="i", given_name="Ivan", gender="m", age=5),
    )
    relations = tuple(GenogramRelation(parent, "i", "parent_of") for parent in "eg")
    return draw_genogram(GenogramView(persons=persons, relations=relations), Style(faces, ROLES))


@pytest.fixture
def view(qtbot: QtBot, look: QApplication, picture: Picture) -> DrawingView:
    shown = DrawingView(movable=True)
    qtbot.addWidget(shown)
    shown.resize(500, 500)
    shown.show_picture(picture)
    shown.show()
    shown.sheet.setFocus()
    return shown


def place(view: DrawingView, key: str) -> QPoint:
    assert view.sheet.picture is not None
    area = next(area for area in view.sheet.picture.areas if area.key == key)
    return view.sheet.box(area).center().toPoint()


def image(view: DrawingView) -> QImage:
    return view.sheet.grab().toImage()


def pressed(view: DrawingView, *keys: Qt.Key, mods: Qt.KeyboardModifier = Mods.NoModifier) -> None:
    for key in keys:
        QTest.keyPress(view.sheet, key, mods)


def test_the_picture_is_named_and_described_by_its_sentences(view: DrawingView, picture: Picture) -> None:
    assert view.sheet.accessibleName() == "Genogramm"
    assert view.sheet.accessibleDescription().startswith(" ".join(picture.sentences))
    assert "Umschalt" in view.sheet.accessibleDescription()
    assert unnamed(view) == []


def test_arrow_keys_step_from_person_to_person(view: DrawingView) -> None:
    steps: list[str] = []
    view.element_chosen.connect(steps.append)
    pressed(view, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right)
    assert steps[:3] == ["e", "i", steps[2]]
    assert set(steps[2:]) == {"e", "g"}
    assert view.chosen() == steps[-1]
    assert view.sheet.accessibleName().startswith("Genogramm: ")


def test_a_click_chooses_and_a_double_click_opens(view: DrawingView) -> None:
    chosen, opened = [], []
    view.element_chosen.connect(chosen.append)
    view.element_opened.connect(opened.append)
    QTest.mouseClick(view.sheet, LEFT, pos=place(view, "g"))
    QTest.mouseDClick(view.sheet, LEFT, pos=place(view, "i"))
    QTest.mouseClick(view.sheet, LEFT, pos=QPoint(2, 2))
    assert (chosen, opened) == (["g"], ["i"])
    pressed(view, Key.Key_Return)
    assert opened == ["i", "g"]


def test_shift_and_arrows_move_in_one_go(view: DrawingView) -> None:
    moves: list[tuple[str, int, int]] = []
    view.element_moved.connect(lambda *move: moves.append(move))
    view.choose("i")
    pressed(view, Key.Key_Right, Key.Key_Right, Key.Key_Down, mods=Mods.ShiftModifier)
    assert moves == []
    QTest.keyRelease(view.sheet, Key.Key_Shift)
    assert moves == [("i", 2, 1)]
    assert view.chosen() == "i"


def test_the_space_bar_picks_up_and_puts_down_and_escape_puts_back(view: DrawingView) -> None:
    moves: list[tuple[str, int, int]] = []
    view.element_moved.connect(lambda *move: moves.append(move))
    view.choose("i")
    pressed(view, Key.Key_Space, Key.Key_Left, Key.Key_Left, Key.Key_Return)
    pressed(view, Key.Key_Space, Key.Key_Left, Key.Key_Escape)
    pressed(view, Key.Key_Space, Key.Key_Space)
    assert moves == [("i", -2, 0)]


def test_dragging_moves_by_steps_of_the_grid(view: DrawingView, picture: Picture) -> None:
    moves: list[tuple[str, int, int]] = []
    view.element_moved.connect(lambda *move: moves.append(move))
    start = place(view, "i")
    end = start + QPoint(round(3 * picture.step * view.scale()), round(-picture.step * view.scale()))
    QTest.mousePress(view.sheet, LEFT, pos=start)
    QTest.mouseMove(view.sheet, start + QPoint(30, 0))
    QTest.mouseMove(view.sheet, end)
    QTest.mouseRelease(view.sheet, LEFT, pos=end)
    assert moves == [("i", 3, -1)]


def test_what_cannot_be_moved_stays(qtbot: QtBot, look: QApplication, faces: Faces) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    view.show_picture(draw_bars(BarsView(title="Sprachen", unit="Personen", bars=(Bar("bg", 3),)), Style(faces, ROLES)))
    moves: list[tuple[str, int, int]] = []
    view.element_moved.connect(lambda *move: moves.append(move))
    view.choose("0")
    pressed(view, Key.Key_Space, Key.Key_Right, mods=Mods.ShiftModifier)
    QTest.keyRelease(view.sheet, Key.Key_Shift)
    assert moves == []
    assert "Umschalt" not in view.sheet.accessibleDescription()


def test_focus_and_choice_are_seen(view: DrawingView, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.sheet.hasFocus)
    focused = image(view)
    view.choose("e")
    chosen = image(view)
    pressed(view, Key.Key_Right, mods=Mods.ShiftModifier)
    carried = image(view)
    view.sheet.clearFocus()
    left = image(view)
    assert len({bytes(each.constBits()) for each in (focused, chosen, carried, left)}) == 4


def test_the_chosen_person_stays_chosen_in_the_next_picture(view: DrawingView, picture: Picture, faces: Faces) -> None:
    view.choose("e")
    view.show_picture(picture)
    assert view.chosen() == "e"
    view.show_picture(draw_genogram(GenogramView(), Style(faces, ROLES)))
    assert view.chosen() == ""
    assert view.sheet.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_theme_colours_the_same_picture(view: DrawingView, theme: str, look: QApplication) -> None:
    apply(look, Look(theme=theme))  # type: ignore[arg-type]
    own = Look(theme=theme)  # type: ignore[arg-type]
    view.sheet.clearFocus()
    drawn = image(view)
    assert drawn.pixelColor(1, 1) == own.color("surface")
    colours = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(0, drawn.height(), 3)}
    assert own.color("text").name() in colours


def test_it_grows_with_window_and_font_scale_but_stays_readable(
    view: DrawingView, picture: Picture, look: QApplication
) -> None:
    view.resize(2000, 500)
    assert view.scale() == pytest.approx(MOST)
    view.resize(60, 500)
    assert view.scale() == pytest.approx(LEAST)
    assert view.horizontalScrollBar().maximum() > 0
    apply(look, Look(scale=2.0))
    assert view.scale() == pytest.approx(1.75 * LEAST)
    assert 9 * view.scale() >= 16, "the smallest names are larger than running text at 100 %"
    assert view.sheet.width() == round(picture.width * view.scale())
    assert view.height() >= view.sheet.height()


def test_ctrl_zooms_by_key_and_wheel(view: DrawingView) -> None:
    before = view.scale()
    pressed(view, Key.Key_Plus, mods=Mods.ControlModifier)
    assert view.scale() == pytest.approx(before * 1.25)
    at = QPointF(50, 50)
    for mods in (Mods.NoModifier, Mods.ControlModifier):
        wheel = QWheelEvent(
            at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, mods, Qt.ScrollPhase.NoScrollPhase, False
        )
        view.wheelEvent(wheel)
    assert view.scale() == pytest.approx(before)
    pressed(view, Key.Key_Minus, Key.Key_Minus, Key.Key_0, mods=Mods.ControlModifier)
    assert view.scale() == pytest.approx(before)


def test_hovering_shows_the_whole_name(view: DrawingView, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    for at in (place(view, "e"), QPoint(1, 1)):
        view.sheet.event(QHelpEvent(QEvent.Type.ToolTip, at, view.sheet.mapToGlobal(at)))
    assert shown == ["Elena, 32", ""]


def test_nothing_is_shown_before_there_is_a_picture(qtbot: QtBot, look: QApplication) -> None:
    view = DrawingView()
    qtbot.addWidget(view)
    view.choose("e")
    assert view.chosen() == ""
    assert view.sheet.sizeHint().isEmpty()
