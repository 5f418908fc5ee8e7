"""Keys in the whole window: another vault key, and what comes before work when the code opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.app.open import App
from kimdesk.casework import escrow, ways
from kimdesk.casework.desk import NewDesk, RecoveryCode, create_desk, open_desk
from kimdesk.office import holders
from kimdesk.store.events import events
from kimdesk.store.session import Founding, Session, create_session
from kimdesk.ui.dialogs.sheet import SheetDialog
from kimdesk.ui.screens.unlock.help_page import HelpPage
from kimdesk.ui.shell.attention import COVER_AFTER, LOCK_AFTER
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE, PROFILE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FRESH = "kanne falter ufer nebel dorn pilz"


def test_the_vault_gets_another_key_and_is_opened_anew(
    at_work: App, work: Hand, vault: Path, relaunched: Relaunched, tmp_path: Path
) -> None:
    assert isinstance(at_work.desk_window, DeskWindow)
    at_work.desk_window.go("settings_keys", "")
    work.press("Schlüssel des Tresors wechseln")
    work.type("Passphrase", PASSPHRASE)
    work.press("Schlüssel wechseln")
    work.wait(lambda: isinstance(work.front, SheetDialog))
    sheet = work.front
    assert isinstance(sheet, SheetDialog)
    assert at_work.desk is None
    sheet.save(tmp_path / "Blatt.pdf")
    for number, field in zip(sheet.asked, sheet.typed, strict=True):
        work.type(field.accessibleName(), sheet._sheet.groups[number - 1])
    work.press("Fertig")
    work.wait(lambda: bool(relaunched.calls))
    assert relaunched.calls[0][-2:] == ["open", str(vault)]
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        assert "key_changed" in [event.what for event in events(desk)]
        assert ways.code_state(desk).out


@pytest.fixture
def coded(tmp_path: Path) -> tuple[Path, RecoveryCode]:
    """A closed vault and its recovery code."""
    folder = tmp_path / "tresor"
    new = NewDesk(folder=folder, label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    desk, code = create_desk(cheap_services(), new)
    desk.close()
    return folder, code


@pytest.fixture
def started(qapp: QApplication, own_home: Path, coded: tuple[Path, RecoveryCode]) -> Iterator[App]:
    """The program at its unlock window."""
    app = open_app(qapp, own_home, Relaunched(), coded[0])
    yield app
    fixtures_close(app)


def enter_code(hand: Hand, code: RecoveryCode) -> None:
    hand.press("Wiederherstellungscode")
    hand.click(hand.field("Gruppe 1"))
    for group in code.groups:
        hand.write(group)
    hand.press("Öffnen")


def test_after_the_code_nobody_works_without_a_new_passphrase(
    qtbot: QtBot, look: QApplication, started: App, coded: tuple[Path, RecoveryCode], tmp_path: Path
) -> None:
    folder, code = coded
    hand = Hand(qtbot, started.window)
    enter_code(hand, code)
    hand.type("Passphrase", FRESH)
    assert started.desk is None
    hand.type("Noch einmal", FRESH)
    hand.press("Weiter")
    presenter = started._unlock
    assert presenter is not None
    hand.wait(lambda: presenter.state.step == "sheet")
    presenter.save_sheet(tmp_path / "Blatt.pdf")
    hand.press("Weiter")
    for number in presenter.state.asked:
        hand.type(f"Gruppe {number}", presenter.state.groups[number - 1])
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.wait(lambda: started.desk is not None)
    started.close()
    with open_desk(cheap_services(), folder, FRESH) as desk:
        assert not ways.must_renew(desk)
        assert ways.code_state(desk).out


def test_a_lock_while_the_new_passphrase_is_missing_closes_the_vault(
    qtbot: QtBot, look: QApplication, started: App, coded: tuple[Path, RecoveryCode]
) -> None:
    folder, code = coded
    hand = Hand(qtbot, started.window)
    enter_code(hand, code)
    hand.field("Noch einmal")
    started._triggered("session")
    with open_desk(cheap_services(), folder, PASSPHRASE) as desk:
        assert ways.must_renew(desk)


def test_nobody_in_front_of_an_open_vault_without_a_passphrase_locks_it(
    qtbot: QtBot, look: QApplication, started: App, coded: tuple[Path, RecoveryCode]
) -> None:
    hand = Hand(qtbot, started.window)
    hand.wait(lambda: started.unattended is not None)
    watch, now = started.unattended, [0.0]
    assert watch is not None
    watch._now = lambda: now[0]
    enter_code(hand, coded[1])
    hand.field("Noch einmal")
    relaunch = started._relaunch
    assert isinstance(relaunch, Relaunched)
    watch.touch()
    for now[0] in (COVER_AFTER, COVER_AFTER + LOCK_AFTER - 1):
        watch.look()
    assert relaunch.calls == []
    now[0] = COVER_AFTER + LOCK_AFTER
    watch.look()
    assert len(relaunch.calls) == 1
    open_desk(cheap_services(), coded[0], PASSPHRASE).close()


def test_two_persons_help_into_the_vault(
    qtbot: QtBot, qapp: QApplication, own_home: Path, coded: tuple[Path, RecoveryCode], tmp_path: Path
) -> None:
    folder, _code = coded
    cards, keepers = [], []
    for name in ("Anna", "Birgit"):
        founding = Founding(folder=tmp_path / name, kind="provider", label=name, passphrase=PASSPHRASE)
        keeper = create_session(cheap_services(), founding, Session)[0]
        keepers.append(keeper)
        holders.write_card(keeper, name, tmp_path / f"{name}.kimh")
        cards.append((tmp_path / f"{name}.kimh", holders.own_words(keeper)))
    with open_desk(cheap_services(), folder, PASSPHRASE) as desk:
        escrow.agree(desk, cards)
    app = open_app(qapp, own_home, Relaunched(), folder)
    hand = Hand(qtbot, app.window)
    hand.press("Wiederherstellungscode")
    hand.press("Mit Hilfe des Trägers")
    hand.type("Passphrase", FRESH)
    hand.type("Noch einmal", FRESH)
    page = app.window.findChild(HelpPage)
    assert page is not None
    request = tmp_path / "Anfrage.kimn"
    page.save(request)
    hand.wait(lambda: bool(page.words.body))
    answers = []
    for keeper in keepers:
        answers.append(tmp_path / f"{keeper.info.label}.kima")
        holders.give_share(keeper, request, page.words.body, "Passphrase vergessen", answers[-1])
        keeper.close()
    for answer in answers:
        page.take((answer,))
    hand.type("Wer ist dabei?", "Anna Groß, Birgit Klein")
    hand.type("Warum wird so geöffnet?", "Passphrase vergessen")
    hand.type("Passphrase", FRESH)
    hand.press("Öffnen")
    presenter = app._unlock
    assert presenter is not None
    hand.wait(lambda: presenter.state.step == "sheet")
    assert presenter.holds_key
    assert app.desk is None
    presenter.save_sheet(tmp_path / "Blatt.pdf")
    hand.press("Weiter")
    for number in presenter.state.asked:
        hand.type(f"Gruppe {number}", presenter.state.groups[number - 1])
    hand.press("Fertig")
    hand.wait(lambda: app.desk is not None)
    fixtures_close(app)
    assert list((own_home / "Hilfe").iterdir()) == []
    open_desk(cheap_services(), folder, FRESH).close()
