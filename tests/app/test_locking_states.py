"""Whatever happens outside and whatever the window is doing: it locks, and what was typed is there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.app.triggers import Reason, Trigger
from kimdesk.base.progress import Progress
from kimdesk.casework import casefile, families, slips
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Person
from kimdesk.store.store import Store
from tests.app.test_triggers import Outside
from tests.faults.tallying import Tally
from tests.support import casefiles
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PHONE, NAME = "02553 4711", "Yıldız"
REASONS: tuple[Reason, ...] = ("suspend", "lid", "session", "switch", "clock")


@dataclass
class Scene:
    """The program in front of somebody, listening to what happens outside."""

    app: App
    hand: Hand
    outside: Outside
    relaunched: Relaunched
    vault: Path


# what the window may be doing -----------------------------------------------------


def deriving(scene: Scene) -> None:
    """The passphrase was typed and its key is being derived."""
    scene.hand.unlock(PASSPHRASE)
    assert scene.app.desk is None


def typing(scene: Scene) -> None:
    """A field holds what was typed a moment ago."""
    scene.hand.unlock(PASSPHRASE)
    scene.hand.open_family("Dimitrova")
    scene.hand.press("Personen", inside="Abschnitte")
    scene.hand.type("Telefon", PHONE)


def in_a_dialog(scene: Scene) -> None:
    """A dialog is open over the window, and something was typed into it."""
    typing(scene)
    scene.hand.families()
    scene.hand.press("Neue Familie")
    scene.hand.type("Nachname", NAME)
    assert QApplication.activeModalWidget() is not None


def covered(scene: Scene) -> None:
    """The cover lies over everything."""
    typing(scene)
    scene.hand.keys(Qt.Key.Key_F9)
    guarding = scene.app.guarding
    assert guarding is not None
    scene.hand.wait(lambda: guarding.covering.covered)


def importing(scene: Scene) -> None:
    """Cases are being read in, one after the other, until somebody stops it."""
    typing(scene)
    desk, begun = scene.app.desk, threading.Event()
    assert isinstance(desk, Desk)

    def read_in(steps: Progress) -> None:
        for number in range(10_000):
            steps.step(number, 10_000)
            casefile.import_case(desk, casefile.read_case(desk, casefiles.case(number)))
            begun.set()

    scene.app.runner.run(read_in, lambda _none: None)
    assert begun.wait(30)


STATES: dict[str, Callable[[Scene], None]] = {
    each.__name__.replace("_", " "): each for each in (deriving, typing, in_a_dialog, covered, importing)
}


def lost(vault: Path, state: str) -> Iterator[str]:
    """Yield what was typed and is not there, and what is half there."""
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        found = [each.phone for n in families.order(desk) for each in persons(desk, n) if each.given_name == "Elena"]
        if state != "deriving" and PHONE not in found:
            yield "the phone number"
        if state == "in a dialog" and NAME not in repr([each.texts for each in slips.every(desk)]):
            yield "the name in the dialog"
    yield from (each.code for each in check_vault(cheap_services(), vault, PASSPHRASE))


def persons(desk: Desk, number: int) -> tuple[Person, ...]:
    return tuple(desk.page.of_case(Person, families.rows(desk, [number])[number].id))


@pytest.fixture
def fired(qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path) -> Callable[..., dict[str, int]]:
    """Return what pulls a trigger in a state and counts what came of it."""

    @contextmanager
    def program(*heard: Trigger) -> Iterator[tuple[App, Relaunched]]:
        relaunched = Relaunched()
        app = open_app(qapp, own_home, relaunched, vault, triggers=lambda _window: heard)
        yield app, relaunched
        fixtures_close(app)

    def fire(state: str, reason: Reason, *, connected: bool = True) -> dict[str, int]:
        outside = Outside()
        with program(*([outside] if connected else [])) as (app, relaunched):
            qtbot.waitUntil(lambda: app.unattended is not None)
            STATES[state](Scene(app, Hand(qtbot, app.window), outside, relaunched, vault))
            outside.pull(reason)
            locked = len(relaunched.calls) == 1 and app.desk is None and outside.lock is None
        missing = list(lost(vault, state)) if locked else []
        return {"triggers fired": 1, "not locked": int(not locked), "lost": len(missing)}

    return fire


EVERY_DAY = {("deriving", "suspend"), ("typing", "lid"), ("in a dialog", "session"), ("importing", "clock")}
EVERY = [
    pytest.param(state, reason, marks=() if (state, reason) in EVERY_DAY else pytest.mark.slow)
    for state in STATES
    for reason in REASONS
]


@pytest.mark.parametrize(("state", "reason"), EVERY)
def test_it_locks_whatever_it_is_doing(
    state: str, reason: Reason, fired: Callable[..., dict[str, int]], tally: Tally
) -> None:
    counts = fired(state, reason)
    tally("lid, suspend, session lock, user switch, clock x deriving, typing, dialog, cover, import", counts)
    assert counts == {"triggers fired": 1, "not locked": 0, "lost": 0}


def test_a_trigger_that_nobody_hears_is_found_out(fired: Callable[..., dict[str, int]], tally: Tally) -> None:
    counts = fired("typing", "lid", connected=False)
    tally("a trigger that is not connected", counts, sabotaged=True)
    assert counts["not locked"] == 1


@pytest.mark.slow
def test_a_lock_that_stores_nothing_is_found_out(
    fired: Callable[..., dict[str, int]], tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "keep_draft", lambda *_given, **_named: None)
    counts = fired("typing", "session")
    tally("a lock that stores nothing", counts, sabotaged=True)
    assert counts["lost"] > 0
