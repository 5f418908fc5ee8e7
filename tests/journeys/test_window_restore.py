"""A lost laptop: on a new one the vault comes back from the provider's backup, with key and mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kimdesk.app.open import App
from kimdesk.casework import backups, escrow, ways
from kimdesk.casework.desk import NewDesk, RecoveryCode, create_desk, open_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.records import Case
from kimdesk.office import holders
from kimdesk.store.events import events
from kimdesk.store.session import Founding, Session, create_session
from kimdesk.ui.screens.unlock.help_page import HelpPage
from tests.support.hand import Hand
from tests.support.program import cheap_services
from tests.support.vaults import PASSPHRASE, PROFILE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FRESH = "kanne falter ufer nebel dorn pilz"


@dataclass
class Provider:
    """What lies at the provider: the folder of backups, and two holders' open vaults."""

    stick: Path
    keepers: tuple[Session, ...]
    code: RecoveryCode


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    """A desk whose key was deposited and which was backed up; its laptop is gone."""
    stick, keepers, cards = tmp_path / "Sicherungen", [], []
    stick.mkdir()
    for name in ("Anna", "Birgit"):
        founding = Founding(folder=tmp_path / name, kind="provider", label=name, passphrase=PASSPHRASE)
        keepers.append(create_session(cheap_services(), founding, Session)[0])
        holders.write_card(keepers[-1], name, tmp_path / f"{name}.kimh")
        cards.append((tmp_path / f"{name}.kimh", holders.own_words(keepers[-1])))
    new = NewDesk(folder=tmp_path / "alter Laptop", label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    desk, code = create_desk(cheap_services(), new)
    with desk:
        create_family(desk, NewFamily(family_name="Dimitrova", given_name="Elena"))
        escrow.agree(desk, cards)
        backups.back_up(desk, stick)
    shutil.rmtree(new.folder)
    yield Provider(stick, tuple(keepers), code)
    for keeper in keepers:
        keeper.close()


def choose_backup(hand: Hand, provider: Provider) -> None:
    hand.press("Aus einer Sicherung wiederherstellen …")
    hand.press("Ordner der Sicherungen wählen …")
    hand.choose_folder(provider.stick)


def prove_sheet(hand: Hand, app: App, folder: Path) -> None:
    presenter = app._unlock
    assert presenter is not None
    hand.wait(lambda: presenter.state.step == "sheet")
    hand.press("Als PDF speichern …")
    hand.save_as(folder / "Blatt.pdf")
    hand.press("Weiter")
    for number in presenter.state.asked:
        hand.type(f"Gruppe {number}", presenter.state.groups[number - 1])
    hand.press("Fertig")
    hand.wait(lambda: app.desk is not None)


def told(app: App) -> str:
    assert app.desk_window is not None
    return "\n".join(each.accessibleName() or each.text() for each in app.desk_window.window.findChildren(QLabel))


def test_both_holders_bring_the_vault_to_a_new_device(app: App, hand: Hand, provider: Provider, tmp_path: Path) -> None:
    choose_backup(hand, provider)
    hand.press("Mit Hilfe des Trägers")
    hand.type("Passphrase", FRESH)
    hand.type("Noch einmal", FRESH)
    request = tmp_path / "Anfrage.kimn"
    hand.press("Anfrage speichern …")
    hand.save_as(request)
    page = app.window.findChild(HelpPage)
    assert page is not None
    hand.wait(lambda: bool(page.words.body))
    for keeper in provider.keepers:
        answer = tmp_path / f"{keeper.info.label}.kima"
        holders.give_share(keeper, request, page.words.body, "Laptop gestohlen", answer)
        hand.press("Antworten wählen …")
        hand.save_as(answer)
    hand.type("Wer ist dabei?", "Anna Groß, Birgit Klein")
    hand.type("Warum wird so geöffnet?", "Laptop gestohlen")
    hand.type("Passphrase", FRESH)
    hand.press("Öffnen")
    prove_sheet(hand, app, tmp_path)
    hand.wait(lambda: "Anna Groß, Birgit Klein" in told(app))
    assert app.desk is not None
    folder = app.desk.info.folder
    app.close()
    with open_desk(cheap_services(), folder, FRESH) as desk:
        assert len(desk.query.every(Case)) == 1
        assert not ways.must_renew(desk)
        opening = next(event for event in events(desk) if event.what == "opened_by_holders")
        assert (opening.about, opening.reason) == ("Anna Groß, Birgit Klein", "Laptop gestohlen")
        assert "restored" in [event.what for event in events(desk)]


def test_the_passphrase_of_that_time_opens_the_backup(hand: Hand, app: App, provider: Provider, own_home: Path) -> None:
    choose_backup(hand, provider)
    hand.type("Passphrase", "ganz falsch")
    hand.strike(Qt.Key.Key_Return, "\r")
    presenter = app._unlock
    assert presenter is not None
    hand.wait(lambda: presenter.state.error is not None)
    hand.type("Passphrase", PASSPHRASE)
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.wait(lambda: app.desk is not None)
    assert app.desk is not None
    assert app.desk.info.folder.is_relative_to(own_home)
    assert app.settings.load().last_vault == str(app.desk.info.folder)


def test_the_code_opens_the_backup_and_is_spent(hand: Hand, app: App, provider: Provider, tmp_path: Path) -> None:
    choose_backup(hand, provider)
    hand.press("Mit dem Wiederherstellungscode")
    hand.click(hand.field("Gruppe 1"))
    for group in provider.code.groups:
        hand.write(group)
    hand.press("Öffnen")
    hand.type("Passphrase", FRESH)
    hand.type("Noch einmal", FRESH)
    hand.press("Weiter")
    prove_sheet(hand, app, tmp_path)
    assert app.desk is not None
    assert not ways.must_renew(app.desk)
