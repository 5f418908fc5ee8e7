"""The provider's screens with a real vault behind them: sealed sheets, shares for two persons, backups verified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework import escrow, exchange, provider_blocks
from kimdesk.casework.backups import back_up
from kimdesk.casework.desk import Desk, Services
from kimdesk.office import holders
from kimdesk.office.enrolment import enrol
from kimdesk.office.provider import NewProvider, Provider, create_provider
from kimdesk.ui.screens.backups.build import build as build_backups
from kimdesk.ui.screens.blocks.build import build as build_blocks
from kimdesk.ui.screens.sheets.build import build as build_sheets
from kimdesk.ui.shell.authority import AuthorityContext
from kimdesk.ui.shell.screen import Opens, Screen
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.drag import drop
from tests.support.hand import Hand
from tests.support.qt import unnamed
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FRESH = "kanne falter ufer nebel dorn pilz"


@dataclass
class Shown:
    provider: Provider
    open: Callable[[Callable[..., Screen]], Hand]


def made(services: Services, folder: Path) -> Provider:
    new = NewProvider(
        folder=folder, label="Musterträger e. V.", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    return create_provider(services, new)[0]


@pytest.fixture
def shown(qtbot: QtBot, look: QApplication, services: Services, tmp_path: Path) -> Iterator[Shown]:
    with made(services, tmp_path / "provider") as provider:

        def open_(build: Callable[..., Screen]) -> Hand:
            screen = build(AuthorityContext(clock=provider.clock, runner=InlineRunner(), vault=provider))
            qtbot.addWidget(screen.widget)
            screen.widget.resize(1180, 690)
            screen.widget.show()
            assert isinstance(screen.presenter, Opens)
            screen.presenter.opened()
            assert unnamed(screen.widget) == []
            return Hand(qtbot, screen.widget)

        yield Shown(provider, open_)


def said(widget: QWidget) -> str:
    words = [each.body for each in widget.findChildren(Paragraph) if each.isVisible()]
    words += [each.text() for cls in (Label, Tag) for each in widget.findChildren(cls) if each.isVisible()]
    return " ".join(words)


def test_a_sealed_sheet_comes_and_goes(shown: Shown, desk: Desk) -> None:
    enrol(shown.provider, exchange.enrol_request(desk, "Laptop 3"), exchange.own_words(desk))
    hand = shown.open(build_sheets)
    hand.wait(lambda: "0 von 1 hinterlegt" in said(hand.window))
    hand.press("Blatt von „Laptop 3“ eintragen")
    assert "Den Code auf dem Blatt kennt hier niemand" in said(hand.front)
    hand.type("Wo liegt es?", "Stahlschrank, Fach 2")
    hand.press("Eintragen")
    hand.wait(lambda: "Stahlschrank, Fach 2 · seit 20.11.2026" in said(hand.window))
    hand.press("Blatt von „Laptop 3“ zurückgegeben")
    hand.press("Zurückgegeben")
    hand.wait(lambda: "fehlt" in said(hand.window))


def test_two_persons_give_their_shares_to_whoever_they_know(
    shown: Shown, desk: Desk, services: Services, tmp_path: Path
) -> None:
    hand = shown.open(build_sheets)
    hand.press("Karte speichern …")
    assert holders.own_words(shown.provider) in said(hand.front)
    hand.type("Wer hält diesen Anteil?", "Fachbereichsleitung")
    hand.press("Karte speichern …")
    hand.save_as(tmp_path / "eins.kimh")
    hand.wait(lambda: "Die Karte ist geschrieben." in said(hand.window))
    with made(services, tmp_path / "other") as other:
        holders.write_card(other, "Datenschutz", tmp_path / "zwei.kimh")
        cards = [(tmp_path / "eins.kimh", holders.own_words(shown.provider)),
                 (tmp_path / "zwei.kimh", holders.own_words(other))]  # fmt: skip
    escrow.agree(desk, cards)
    request = tmp_path / "anfrage.kimn"
    words = escrow.ask(services, desk.info.folder, request, tmp_path / "pending", FRESH)
    drop(hand.window, request)
    hand.wait(lambda: "Anteil für „Tresor 1“ geben?" in said(hand.front))
    hand.type("Die acht Wörter, wie Sie sie hören", words)
    hand.type("Warum?", "Passphrase vergessen")
    hand.press("Anteil speichern …")
    hand.type("Passphrase", PASSPHRASE)
    hand.press("Weiter zum Speichern")
    hand.save_as(tmp_path / "eins.kima")
    hand.wait(lambda: "Anteil gegeben" in said(hand.window))
    assert "20.11.2026 · Passphrase vergessen" in said(hand.window)
    assert (tmp_path / "eins.kima").is_file()


def test_a_share_of_others_is_not_offered(shown: Shown, desk: Desk, services: Services, tmp_path: Path) -> None:
    cards = []
    for name in ("a", "b"):
        with made(services, tmp_path / name) as other:
            holders.write_card(other, name, tmp_path / f"{name}.kimh")
            cards.append((tmp_path / f"{name}.kimh", holders.own_words(other)))
    escrow.agree(desk, cards)
    words = escrow.ask(services, desk.info.folder, tmp_path / "a.kimn", tmp_path / "pending", FRESH)
    hand = shown.open(build_sheets)
    drop(hand.window, tmp_path / "a.kimn")
    hand.wait(lambda: "hält diese Stelle keinen Anteil" in said(hand.front))
    hand.type("Die acht Wörter, wie Sie sie hören", words)
    hand.type("Warum?", "x")
    assert "Anteil speichern …" not in _usable(hand)
    hand.press("Abbrechen")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    drop(hand.window, tmp_path / "foto.jpg")
    hand.wait(lambda: "nicht die Datei, die hier gebraucht wird" in said(hand.window))


def _usable(hand: Hand) -> list[str]:
    return [each.accessibleName() for each in hand.front.findChildren(QAbstractButton) if each.isEnabled()]


def test_backups_are_taken_in_by_dropping_a_stick_and_verified(shown: Shown, desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backup = back_up(desk, stick)
    hand = shown.open(build_backups)
    drop(hand.window, stick)
    hand.wait(lambda: "1 Sicherung aufgenommen." in said(hand.window))
    hand.press("„Tresor 1“ prüfen")
    hand.wait(lambda: "unversehrt am 20.11.2026" in said(hand.window))
    drop(hand.window, stick)
    hand.wait(lambda: "standen schon auf der Liste" in said(hand.window))
    (backup.folder / "vault.db").write_bytes(b"x")
    hand.press("„Tresor 1“ prüfen")
    hand.wait(lambda: "beschädigt am 20.11.2026" in said(hand.window))
    hand.choose_by_keys("Mehr zu „Tresor 1“", "Von der Liste nehmen (die Dateien bleiben)")
    hand.wait(lambda: "Noch ist keine Sicherung da" in said(hand.window))
    drop(hand.window, tmp_path / "provider")
    hand.wait(lambda: "keine Sicherung" in said(hand.window))


def test_text_blocks_are_written_changed_and_given_out(shown: Shown, desk: Desk, tmp_path: Path) -> None:
    hand = shown.open(build_blocks)
    hand.wait(lambda: "Noch gibt es keinen Baustein" in said(hand.window))
    hand.press("Neuer Baustein …")
    hand.type("Kürzel", "Freiwillig")
    hand.type("Text", "Die Begleitung ist freiwillig.")
    assert unnamed(hand.front) == []
    hand.press("Festhalten")
    hand.press("Baustein ändern: Freiwillig")
    hand.type("Text", " Alles ist freiwillig.")
    hand.press("Festhalten")
    hand.press("Datei für die Arbeitsplätze speichern …")
    hand.save_as(tmp_path / "bausteine.toml")
    hand.wait(lambda: "Die Datei mit 1 Baustein ist gespeichert." in said(hand.window))
    file, _ = provider_blocks.load(desk, tmp_path / "bausteine.toml")
    assert [each.text for each in file.blocks] == ["Die Begleitung ist freiwillig. Alles ist freiwillig."]
    hand.press("Baustein entfernen: Freiwillig")
    hand.press("Entfernen")
    hand.wait(lambda: "Noch gibt es keinen Baustein" in said(hand.window))
