"""After unlocking: when it was opened before, who tried meanwhile; and the waits between wrong entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from kimdesk.app.attempts import Attempts, Failures
from kimdesk.app.open import App
from kimdesk.casework.desk import NewDesk, create_desk, open_desk
from kimdesk.casework.last_time import LastTime, note_opening
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.drawn import drawn
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE, PROFILE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TRIED = "2 falsche Eingaben seit dem letzten Öffnen"


def said(hand: Hand) -> str:
    return " ".join(each.body for each in hand.window.findChildren(Paragraph) if each.isVisible())


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path, request: pytest.FixtureRequest
) -> Callable[[], tuple[App, Hand]]:
    """Return what starts the program at the unlock window of the vault."""

    def started() -> tuple[App, Hand]:
        made = open_app(qapp, own_home, Relaunched(), vault)
        request.addfinalizer(lambda: fixtures_close(made))
        return made, Hand(qtbot, made.window)

    return started


def enter(app: App, hand: Hand) -> None:
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)


def test_wrong_entries_are_told_once_after_the_right_one(start: Callable[[], tuple[App, Hand]]) -> None:
    app, hand = start()
    for tried in (1, 2):
        hand.wait(hand.field("Passphrase").hasFocus)
        hand.write("falsch")
        hand.strike(Qt.Key.Key_Return, "\r")
        hand.wait(lambda tried=tried: app._unlock is not None and app._unlock._patience.wrong == tried)
    hand.wait(hand.field("Passphrase").hasFocus)
    hand.write(PASSPHRASE)
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.wait(lambda: TRIED in said(hand))
    assert "sagen Sie es bitte dem Träger" in said(hand)
    app.window.close()
    app, hand = start()
    enter(app, hand)
    hand.wait(lambda: "zuletzt geöffnet" in drawn(hand.window))
    assert "falsche Eingaben" not in said(hand)


def test_the_first_opening_says_nothing(start: Callable[[], tuple[App, Hand]]) -> None:
    app, hand = start()
    enter(app, hand)
    assert "zuletzt geöffnet" not in drawn(hand.window)


def test_several_vaults_are_offered_by_their_labels_and_nothing_else(
    start: Callable[[], tuple[App, Hand]], tmp_path: Path
) -> None:
    second = NewDesk(folder=tmp_path / "zwei", label="Vertretung", passphrase=PASSPHRASE, profile=PROFILE)
    create_desk(cheap_services(), second)[0].close()
    app, hand = start()
    enter(app, hand)
    app._keep(app.settings.load().with_vault(second.folder))
    app.window.close()
    app, hand = start()
    combo = hand.window.findChild(QComboBox)
    assert combo is not None
    assert {combo.itemText(at) for at in range(combo.count())} == {"Tresor 1", "Vertretung"}
    assert not {"Maria", "Sommer", "Musterträger", "Dimitrova"} & set(drawn(hand.window).split())
    hand.choose("Tresor", "Vertretung")
    enter(app, hand)
    assert app.desk is not None
    assert app.desk.info.label == "Vertretung"


def test_wrong_entries_are_counted_per_vault_and_forgotten_once_told(tmp_path: Path) -> None:
    attempts = Attempts(tmp_path)
    for at in (1, 2):
        attempts.failed("aa", at)
    attempts.failed("bb", 3)
    assert Attempts(tmp_path).take("aa") == Failures(count=2, last_ms=2)
    assert Attempts(tmp_path).take("aa") == Failures()
    assert Attempts(tmp_path).take("bb") == Failures(count=1, last_ms=3)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"aa": 1}', '{"aa": {"count": "x", "last_ms": 1}}', "null"])
def test_a_file_that_makes_no_sense_counts_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "attempts.json").write_text(content, "utf-8")
    attempts = Attempts(tmp_path)
    assert attempts.take("aa") == Failures()
    attempts.failed("aa", 5)
    assert attempts.take("aa") == Failures(count=1, last_ms=5)


def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    Attempts(tmp_path / "file").failed("aa", 5)


def test_an_opening_tells_of_the_one_before(vault: Path) -> None:
    times = []
    for failed in (0, 3):
        with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
            opened = desk.opened_ms
            times.append((note_opening(desk, failed=failed, failed_ms=7 if failed else None), opened))
    (first, at), (second, _) = times
    assert first == LastTime()
    assert second == LastTime(opened_ms=at, failed=3, failed_ms=7)
