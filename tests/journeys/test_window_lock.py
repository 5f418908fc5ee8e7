"""Locking: what was typed is stored, the key goes, and a fresh process asks for the passphrase."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kimdesk.app.open import App
from kimdesk.base.errors import KimError
from kimdesk.base.progress import Progress
from kimdesk.casework import attaching, families, outside
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.domain.records import Person
from kimdesk.ui.screens.plan.pane import PaperPane
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.commands import start
from tests.support.hand import Hand
from tests.support.letters import letter as pdf_letter
from tests.support.program import Relaunched, cheap_services
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
ENDLESS = "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT max(x) FROM n"
IN_USE = "Dieser Tresor ist schon geöffnet."


def said(window: QWidget) -> str:
    """Return everything that is told in paragraphs now."""
    return " ".join(each.body for each in window.findChildren(Paragraph) if each.isVisible())


def elena(desk: Desk) -> Person:
    (n,) = families.order(desk)
    return desk.page.of_case(Person, families.rows(desk, [n])[n].id)[0]


def test_locking_stores_what_was_typed_and_starts_afresh(work: Hand, relaunched: Relaunched, vault: Path) -> None:
    work.open_family("Dimitrova")
    work.press("Personen", inside="Abschnitte")
    work.type("Telefon", "02553 4711")
    work.keys(Qt.Key.Key_L, CONTROL)
    assert relaunched.calls == [[sys.executable, "-m", "kimdesk", "open", str(vault)]]
    assert not work.window.isVisible()
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert elena(desk).phone == "02553 4711"
        assert desk.query.drafts() == ()


def test_locking_takes_back_what_another_program_was_given(
    work: Hand, at_work: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, letter, desk = tmp_path / "runtime", tmp_path / "brief.pdf", at_work.desk
    runtime.mkdir()
    letter.write_bytes(pdf_letter("Bescheid"))
    monkeypatch.setattr(outside, "place", lambda: runtime)
    assert isinstance(desk, Desk)
    added = attaching.add_file(desk, elena(desk).case, letter)
    assert outside.open_copy(desk, added.record).exists()
    work.keys(Qt.Key.Key_L, CONTROL)
    assert list(runtime.iterdir()) == []


def test_text_that_is_not_valid_yet_is_there_after_locking(work: Hand, relaunched: Relaunched, vault: Path) -> None:
    work.open_family("Dimitrova")
    work.press("Personen", inside="Abschnitte")
    work.type("Geburtsdatum", "31.2.19")
    work.keys(Qt.Key.Key_L, CONTROL)
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert [draft.text for draft in desk.query.drafts()] == ["31.2.19"]


def test_locking_while_the_paper_is_being_drawn(work: Hand, relaunched: Relaunched, vault: Path) -> None:
    work.open_family("Dimitrova")
    work.press("Plan", inside="Abschnitte")
    work.press("Plan beginnen")
    work.press("Ziel hinzufügen")
    work.find("Maßnahme hinzufügen", QAbstractButton)
    work.type("Was soll erreicht sein?", "Eine trockene Wohnung")
    pane = work.window.findChild(PaperPane)
    assert pane is not None
    work.wait(pane.updating.isVisible)
    work.keys(Qt.Key.Key_L, CONTROL)
    assert len(relaunched.calls) == 1
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert [hit.case for hit in families.search(desk, "trockene", limit=5)] == [elena(desk).case]


def test_locking_breaks_off_whoever_still_reads(work: Hand, relaunched: Relaunched, at_work: App) -> None:
    desk, reading, ended = at_work.desk, threading.Event(), list[str]()
    assert desk is not None

    def read(_steps: Progress) -> None:
        reading.set()
        try:
            desk.query.scalar(ENDLESS)
        except KimError as error:
            ended.append(error.code)

    at_work.runner.run(read, lambda _none: None, lane="query")
    assert reading.wait(10)
    work.keys(Qt.Key.Key_L, CONTROL)
    assert len(relaunched.calls) == 1
    assert ended == ["cancelled"]


def test_closing_the_window_asks_nothing_and_stores_everything(work: Hand, vault: Path, relaunched: Relaunched) -> None:
    work.open_family("Dimitrova")
    work.press("Personen", inside="Abschnitte")
    work.type("Gesundheit", "hustet")
    assert work.window.close()
    assert relaunched.calls == []
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert elena(desk).health_note == "hustet"


def test_locking_that_hangs_is_done_by_force(vault: Path, own_home: Path) -> None:
    with start(own_home, vault, module="tests.support.stuck") as process:
        out, _ = process.communicate(timeout=60)
    assert out == f"-m kimdesk open {vault}\n"


def test_a_second_window_of_the_same_vault_is_told_so(app: App, hand: Hand, vault: Path, own_home: Path) -> None:
    with start(own_home / "other", vault, module="tests.support.writer") as other:
        assert other.stdout is not None
        assert other.stdout.readline()
        app.start(vault)
        hand.unlock(PASSPHRASE)
        hand.wait(lambda: IN_USE in said(hand.window))
        other.kill()
    hand.press("Öffnen")
    hand.wait(lambda: app.desk is not None)


def test_a_wrong_passphrase_can_be_typed_again_at_once(app: App, hand: Hand, vault: Path) -> None:
    app.start(vault)
    hand.unlock("falsch")
    hand.wait(lambda: "Passphrase" in said(hand.window))
    hand.wait(hand.field("Passphrase").hasFocus)
    hand.write(PASSPHRASE)
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.wait(lambda: app.desk is not None)


@pytest.mark.expects_log
def test_a_bug_locks_in_order(app: App, hand: Hand, vault: Path, relaunched: Relaunched) -> None:
    app.start(vault)
    hand.unlock(PASSPHRASE)
    hand.open_family("Dimitrova")
    hand.press("Personen", inside="Abschnitte")
    hand.type("Telefon", "02553 4711")
    app.bugs.uncaught(ValueError("Elena"))
    hand.press("Verstanden")
    hand.wait(lambda: len(relaunched.calls) == 1)
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert elena(desk).phone == "02553 4711"


@pytest.mark.expects_log
def test_locking_goes_on_where_closing_fails(
    app: App, hand: Hand, vault: Path, relaunched: Relaunched, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.start(vault)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk_window is not None)
    assert app.desk_window is not None
    with monkeypatch.context() as broken:
        broken.setattr(app.desk_window.window, "leave", _fails)
        hand.press("Sperren")
    assert len(relaunched.calls) == 1
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert elena(desk).given_name == "Elena"


def _fails() -> None:
    raise ValueError
