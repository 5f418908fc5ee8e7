from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import Lang
from kimdesk.domain.changes import Changes
from kimdesk.ui import i18n
from kimdesk.ui.shell import frame
from kimdesk.ui.shell.family import FamilyFrame, FamilyHeader, HeaderTag, Section
from kimdesk.ui.shell.nav import NavEntry, Navigation
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.widgets.labels import ElidedLabel
from kimdesk.ui.widgets.statusbar import StatusBar
from kimdesk.ui.widgets.stepper import PhaseStepper, SectionTabs, Step
from tests.support.qt import unnamed


class Listener:
    """A presenter that remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def refresh(self, changes: Changes) -> None:
        self.heard.append(changes.kinds)

    def leave(self) -> None:
        self.heard.append("left")

    def opened(self) -> None:
        self.heard.append("opened")


NEWS = Changes(kinds=frozenset({"person"}))


def window(qtbot: QtBot, clock: FixedClock, **screens: Listener) -> MainWindow:
    made = MainWindow(clock)
    qtbot.addWidget(made)
    made.set_navigation([NavEntry(key, key.title(), "users") for key in screens])
    for key, listener in screens.items():
        made.register(key, lambda _record, key=key, listener=listener: Screen(key, QWidget(), listener))
    made.resize(1000, 700)
    made.show()
    return made


def test_screens_are_told_of_changes_and_asked_to_finish(qtbot: QtBot, look: QApplication, clock: FixedClock) -> None:
    one, two = Listener(), Listener()
    shown = window(qtbot, clock, one=one, two=two)
    shown.open_screen("one")
    shown.broadcast(NEWS)
    shown.open_screen("two")
    shown.broadcast(NEWS)
    shown.close()
    assert one.heard == ["opened", NEWS.kinds, "left", NEWS.kinds]
    assert two.heard == ["opened", NEWS.kinds, "left"]


def test_back_returns_to_the_screen_before(qtbot: QtBot, look: QApplication, clock: FixedClock) -> None:
    shown = window(qtbot, clock, one=Listener(), two=Listener())
    shown.open_screen("one")
    shown.open_screen("two", "ab")
    shown.back()
    current = shown.current_screen()
    assert current is not None
    assert current.key == "one"


def test_title_and_bars_name_nobody_and_everything_has_a_name(
    qtbot: QtBot, look: QApplication, clock: FixedClock
) -> None:
    shown = window(qtbot, clock, one=Listener())
    shown.open_screen("one", "0011")
    assert shown.windowTitle() == "KIM Desk"
    assert unnamed(shown) == []


def test_the_key_for_locking_works(qtbot: QtBot, look: QApplication, clock: FixedClock) -> None:
    shown = window(qtbot, clock, one=Listener())
    shown.open_screen("one")
    with qtbot.waitSignal(shown.lock_asked, timeout=1000):
        shown.actions_["lock"].trigger()


def test_status_tells_when_the_last_text_became_durable(qtbot: QtBot, look: QApplication, clock: FixedClock) -> None:
    bar = StatusBar(clock)
    qtbot.addWidget(bar)
    bar.show()
    texts = lambda: [label.text() for label in bar.findChildren(ElidedLabel) if label.isVisible()]  # noqa: E731
    assert texts()[0] == "arbeitet ohne Internet"
    bar.set_saved(None)
    assert texts()[0] == "wird gespeichert …"
    bar.set_saved(clock.now_ms())
    clock.advance(seconds=2)
    bar._show_saved()
    assert texts()[0] == "gespeichert vor 2 s"


def steps() -> list[Step]:
    return [Step("a", "Klärung"), Step("b", "Planung"), Step("c", "Abschluss")]


def test_a_phase_is_only_asked_for(qtbot: QtBot, look: QApplication) -> None:
    stepper = PhaseStepper("Phase", steps())
    qtbot.addWidget(stepper)
    stepper.set_current("b")
    with qtbot.waitSignal(stepper.pressed, timeout=1000) as asked:
        stepper._items[2].click()
    assert asked.args == ["c"]
    assert stepper.current() == "b"


def test_arrow_keys_change_tabs(qtbot: QtBot, look: QApplication) -> None:
    tabs = SectionTabs("Abschnitte", steps())
    qtbot.addWidget(tabs)
    tabs.set_current("a")
    tabs.show()
    with qtbot.waitSignal(tabs.pressed, timeout=1000) as went:
        qtbot.keyClick(tabs._items[0], Qt.Key.Key_Right)
    assert went.args == ["b"]
    assert tabs.current() == "b"


def test_a_family_makes_its_sections_when_they_are_visited(qtbot: QtBot, look: QApplication) -> None:
    made: list[str] = []
    listener = Listener()

    def make(key: str) -> Screen:
        made.append(key)
        return Screen(key, QLabel(key), listener)

    frame = FamilyFrame(steps(), [Section(key, key, lambda key=key: make(key)) for key in ("overview", "plan")])
    qtbot.addWidget(frame)
    frame.show_header(FamilyHeader(name="Familie Dimitrov", native="Димитрови", phase="b", tags=(HeaderTag(text="x"),)))
    frame.open_section("overview")
    assert made == ["overview"]
    frame.refresh(NEWS)
    frame.open_section("plan")
    assert made == ["overview", "plan"]
    assert listener.heard == ["opened", NEWS.kinds, "left", "opened"]


@pytest.mark.parametrize(("language", "word"), [("de", "Sperren"), ("en", "Lock")])
def test_the_window_speaks_both_languages(
    qtbot: QtBot, look: QApplication, clock: FixedClock, language: i18n.Lang, word: str
) -> None:
    i18n.use(look, language)
    shown = window(qtbot, clock, one=Listener())
    assert shown.lock_button.text() == word


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_familys_tabs_stand_in_one_row_on_a_small_laptop(look: QApplication, language: Lang) -> None:
    i18n.use(look, language)
    navigation = Navigation("Bereiche")
    navigation.set_entries(frame.navigation(), frame.navigation_below())
    tabs = SectionTabs("Abschnitte", [Step(key, frame.tab_word(key)) for key, _word in frame.TABS])
    assert tabs.sizeHint().width() <= 1280 - navigation.sizeHint().width() - 2 * 24
