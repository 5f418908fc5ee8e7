"""Eingang on the screen: bundles dropped several at once, each with its verdict; stopping; what was refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import KimError, Surroundings
from kimdesk.base.progress import Progress
from kimdesk.office import inbox
from kimdesk.office.deliveries import overview
from kimdesk.office.enrolment import revoke
from kimdesk.ui.screens.inbox.build import build
from kimdesk.ui.screens.inbox.presenter import InboxPresenter
from kimdesk.ui.screens.inbox.sample import Show
from kimdesk.ui.screens.inbox.state import Contents, InboxState, Result
from kimdesk.ui.screens.inbox.view import InboxView
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.tasks import InlineRunner, QtRunner
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.districts import Pair, observe, pair, send
from tests.support.drag import drop, hover, leave, of_files
from tests.support.hand import Hand
from tests.support.qt import unnamed

__all__ = ["pair"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@dataclass
class Shown:
    view: InboxView
    presenter: InboxPresenter
    hand: Hand


@pytest.fixture
def shown(qtbot: QtBot, look: QApplication, pair: Pair) -> Shown:
    made = build(AuthorityContext(clock=pair.office.clock, runner=InlineRunner(), vault=pair.office))
    view, presenter = made.widget, made.presenter
    assert isinstance(view, InboxView)
    assert isinstance(presenter, InboxPresenter)
    presenter._tell = lambda: presenter.refresh(POST)
    qtbot.addWidget(view)
    view.resize(1180, 690)
    view.show()
    presenter.opened()
    return Shown(view, presenter, Hand(qtbot, view))


def said(view: InboxView) -> str:
    return " ".join(each.body for each in view.findChildren(Paragraph) if each.isVisible())


def tags(view: InboxView) -> list[str]:
    return [each.text() for each in view.findChildren(Tag) if each.isVisible()]


def test_several_files_dropped_at_once_each_get_a_verdict(shown: Shown, pair: Pair) -> None:
    hand, view = shown.hand, shown.view
    assert "Von jedem Gerät liegt alles vor" in said(view)
    assert unnamed(view) == []
    for number in range(3):
        observe(pair.desk)
        send(pair.desk, pair.folder / f"{number}.kimb")
    photo = pair.folder / "Familie.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    drop(view, pair.folder / "0.kimb", pair.folder / "2.kimb", pair.folder / "0.kimb", photo)
    hand.wait(lambda: tags(view) == ["abgelehnt", "schon eingelesen", "neu, frühere fehlen", "neu", "1 fehlt"])
    assert "Laptop 3, Paket Nr. 3" in said(view)
    assert "Es fehlt noch Nr. 2; das schadet nicht." in said(view)
    assert "kein Paket aus KIM Desk" in said(view)
    assert "Nr. 2 kam nie an." in said(view)
    drop(view, pair.folder / "1.kimb")
    hand.wait(lambda: tags(view) == ["neu"])
    assert unnamed(view) == []


def test_a_folder_stands_for_the_bundles_in_it_and_files_can_be_chosen(shown: Shown, pair: Pair) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    (pair.folder / "notiz.txt").write_text("Guten Tag")
    drop(shown.view, pair.folder)
    shown.hand.wait(lambda: tags(shown.view) == ["neu"])
    observe(pair.desk)
    send(pair.desk, pair.folder / "b.kimb")
    shown.hand.press("Pakete wählen …")
    shown.hand.save_as(pair.folder / "b.kimb")
    shown.hand.wait(lambda: "Laptop 3, Paket Nr. 2" in said(shown.view))


def test_a_refused_bundle_is_tried_again_and_deleted_from_its_menu(shown: Shown, pair: Pair) -> None:
    hand, view = shown.hand, shown.view
    send(pair.desk, pair.folder / "a.kimb")
    revoke(pair.office, overview(pair.office)[0].short_name)
    drop(view, pair.folder / "a.kimb")
    hand.wait(lambda: "Das Gerät „Laptop 3“ ist gesperrt." in said(view))
    hand.choose_by_keys("Was tun mit dem abgelehnten Paket", "Noch einmal prüfen")
    hand.wait(lambda: tags(view) == ["abgelehnt"])
    hand.choose_by_keys("Was tun mit dem abgelehnten Paket", "Paket löschen …")
    hand.press("Löschen")
    hand.wait(lambda: inbox.refusals(pair.office) == ())
    (pair.folder / "b.kimb").write_bytes((pair.folder / "a.kimb").read_bytes()[:-1])
    drop(view, pair.folder / "b.kimb")
    hand.choose_by_keys("Was tun mit dem abgelehnten Paket", "Von der Liste nehmen")
    assert inbox.refusals(pair.office) == ()


def test_the_place_to_drop_shows_that_it_takes_files_only(shown: Shown, pair: Pair) -> None:
    text = QMimeData()
    text.setText("Guten Tag")
    assert not hover(shown.view, text)
    assert hover(shown.view, of_files(pair.folder / "a.kimb"))
    leave(shown.view)
    assert said(shown.view).count("Pakete hierher ziehen") == 1


# the queue, without a vault -----------------------------------------------


@dataclass
class Slow(Show):
    """A gateway whose files take until they are let go, or fail."""

    contents: Contents = field(default_factory=Contents)
    seen: list[str] = field(default_factory=list)
    during: Callable[[str, Progress], None] = lambda _name, _progress: None
    breaks: KimError | None = None

    def load(self) -> Contents:
        return self.contents

    def judge(self, path: Path, progress: Progress) -> Result:
        self.seen.append(path.name)
        progress.step(1, 2)
        self.during(path.name, progress)
        progress.step(2, 2)
        if self.breaks is not None:
            raise self.breaks
        return Result(outcome="new", name=path.name)


@dataclass
class Screen:
    states: list[InboxState] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def show_state(self, state: InboxState) -> None:
        self.states.append(state)

    def show_error(self, error: KimError) -> None:
        self.errors.append(error.code)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


def test_others_get_a_turn_between_two_files_and_stopping_leaves_the_rest(qtbot: QtBot, runner: QtRunner) -> None:
    gateway, screen, between = Slow(), Screen(), list[list[str]]()
    presenter = InboxPresenter(gateway, runner, screen, tell=lambda: None)

    def meanwhile(name: str, progress: Progress) -> None:
        if name == "1":  # somebody asks for something else while the first file is at work
            runner.run(lambda _steps: None, lambda _none: between.append(list(gateway.seen)))
        for _ in range(5000 if name == "3" else 0):  # a large one
            progress.step(1, 2)
            time.sleep(0.001)

    gateway.during = meanwhile
    presenter.take([Path(str(number)) for number in range(1, 6)])
    qtbot.waitUntil(lambda: gateway.seen[-1:] == ["3"] and presenter.state.done == 2, timeout=5000)
    presenter.stop()
    qtbot.waitUntil(runner.idle, timeout=5000)
    assert len(between[0]) <= 2
    assert gateway.seen == ["1", "2", "3"]
    assert (presenter.state.busy, presenter.state.stopped) == (False, 3)
    assert [result.name for result in presenter.state.results] == ["1", "2"]


def test_our_own_disk_failing_ends_it_and_says_so() -> None:
    gateway, screen = Slow(breaks=Surroundings("disk.full")), Screen()
    presenter = InboxPresenter(gateway, InlineRunner(), screen, tell=lambda: None)
    presenter.take([Path("1"), Path("2")])
    assert gateway.seen == ["1"]
    assert screen.errors == ["disk.full"]
    assert not presenter.state.busy


def test_more_files_may_come_while_some_are_at_work() -> None:
    gateway, screen = Slow(), Screen()
    presenter = InboxPresenter(gateway, InlineRunner(), screen, tell=lambda: None)

    def more(name: str, _progress: Progress) -> None:
        if name == "1":
            presenter.take([Path("3")])

    gateway.during = more
    presenter.take([Path("1"), Path("2")])
    assert gateway.seen == ["1", "2", "3"]
    assert [result.name for result in presenter.state.results] == ["1", "2", "3"]
    assert max(state.total for state in screen.states) == 3
