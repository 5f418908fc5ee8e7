"""Keys in the settings: each change asks for the passphrase, and a new sheet is on paper before it counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kimdesk.casework import escrow, ways
from kimdesk.casework.desk import Desk
from kimdesk.office import holders
from kimdesk.store.session import Founding, Services, Session, create_session
from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.dialogs.sheet import SheetDialog
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.frame import SettingsFrame
from kimdesk.ui.screens.settings.keys_dialogs import DepositDialog, NewPassphraseDialog
from kimdesk.ui.screens.settings.keys_view import KeysPage
from kimdesk.ui.screens.today.build import build as build_today
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import Widget, find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.screens.family_story import Stage, Story, reached_by_tab
from tests.ui.screens.test_settings_screen import said

FRESH = "kanne falter ufer nebel dorn pilz"


@pytest.fixture
def page(stage: Stage, story: Story) -> KeysPage:
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    page = frame.page("keys")
    assert isinstance(page, KeysPage)
    return page


def dialog_of(page: QWidget, kind: type[Widget]) -> Widget:
    QCoreApplication.sendPostedEvents()
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press(where: QWidget, name: str) -> None:
    QCoreApplication.sendPostedEvents()
    find_by_name(where, name, Button).click()


def prove(page: QWidget, passphrase: str = PASSPHRASE) -> None:
    asked = dialog_of(page, PassphraseDialog)
    type_text(asked.entry.edit, passphrase)
    asked.go_on.click()


def opens(desk: Desk, passphrase: str) -> bool:
    return desk.vault.opens_with(passphrase, policy=desk.services.policy)


def test_the_passphrase_is_changed_once_the_old_one_was_right(page: KeysPage, desk: Desk) -> None:
    press(page, "Passphrase ändern")
    prove(page)
    asked = dialog_of(page, NewPassphraseDialog)
    for name in ("Neue Passphrase", "Noch einmal"):
        type_text(find_by_name(asked, name, QLineEdit), FRESH)
    press(asked, "Passphrase ändern")
    assert opens(desk, FRESH)
    assert not opens(desk, PASSPHRASE)
    assert "Die Passphrase ist geändert." in said_on(page)


def test_a_wrong_passphrase_changes_nothing(page: KeysPage, desk: Desk) -> None:
    before = desk.vault.slots().generation
    press(page, "Neues Blatt …")
    prove(page, "ganz falsch")
    assert dialog_of(page, PassphraseDialog).strip.isVisible()
    assert desk.vault.slots().generation == before


def test_a_new_sheet_counts_once_two_groups_were_read_from_it(page: KeysPage, desk: Desk, tmp_path: Path) -> None:
    press(page, "Neues Blatt …")
    prove(page)
    sheet = dialog_of(page, SheetDialog)
    assert not sheet.done_button.isEnabled()
    sheet.save(desk.info.folder / "Blatt.pdf")
    assert sheet.strip.isVisible(), "never beside the lock it opens"
    assert not sheet.done_button.isEnabled()
    place = tmp_path / "Blatt.pdf"
    sheet.save(place)
    assert place.read_bytes().startswith(b"%PDF")
    (first, second), (one, other) = sheet.asked, sheet.typed
    type_text(one, sheet._sheet.groups[first - 1].lower())
    type_text(other, "AAAAA")
    sheet.done_button.click()
    assert f"Gruppe {second} steht so nicht auf dem Blatt." in sheet.hint.body
    assert not ways.code_state(desk).out
    other.clear()
    type_text(other, sheet._sheet.groups[second - 1])
    sheet.done_button.click()
    state = ways.code_state(desk)
    assert state.out
    assert state.remind, "it lies nowhere yet"
    press(page, "Liegt beim Träger")
    assert not ways.code_state(desk).remind


def test_a_code_copied_by_hand_counts_once_all_of_it_was_read_back(page: KeysPage, desk: Desk) -> None:
    def shown() -> list[str]:
        return [each.text() for each in sheet.findChildren(QLabel) if each.isVisible() and each.text() in groups]

    press(page, "Neues Blatt …")
    prove(page)
    sheet = dialog_of(page, SheetDialog)
    groups = sheet._sheet.groups
    assert shown() == [*groups]
    press(sheet, "Von Hand abgeschrieben")
    assert shown() == []
    for field, group in zip(sheet.entry.fields, ("00000", *groups[1:]), strict=True):
        type_text(field, group)
    press(sheet, "Fertig")
    assert "Gruppe 1 steht so nicht auf dem Blatt." in sheet.hint.body
    assert not ways.code_state(desk).out
    press(sheet, "Code noch einmal zeigen")
    assert not sheet.done_button.isEnabled(), "nothing was printed"
    press(sheet, "Von Hand abgeschrieben")
    sheet.entry.fields[0].clear()
    type_text(sheet.entry.fields[0], groups[0].lower())
    press(sheet, "Fertig")
    assert not sheet.isVisible()
    assert ways.code_state(desk).out


def test_a_sheet_nobody_has_is_said_here_and_on_heute(page: KeysPage, stage: Stage, story: Story) -> None:
    today = stage.show(build_today, story.case)
    press(page, "Neues Blatt …")
    prove(page)
    sheet = dialog_of(page, SheetDialog)
    sheet.reject()
    assert sheet.isVisible(), "it asks once"
    press(sheet, "Trotzdem schließen")
    assert "Der neue Code kam nie auf Papier. Bitte stellen Sie ein neues Blatt aus." in said_on(page)
    press(today, "Ausstellen")
    assert stage.went == [("settings_keys", "")]


def said_on(page: KeysPage) -> list[str]:
    return said(page)


@pytest.fixture
def cards(services: Services, tmp_path: Path) -> list[tuple[Path, str, str]]:
    """The cards of two holders: file, label, words."""
    found = []
    for name in ("Anna", "Birgit"):
        founding = Founding(folder=tmp_path / name, kind="provider", label=name, passphrase=PASSPHRASE)
        with create_session(services, founding, Session)[0] as keeper:
            file = tmp_path / f"{name}.kimh"
            holders.write_card(keeper, name, file)
            found.append((file, name, holders.own_words(keeper)))
    return found


def test_two_holders_get_their_shares_and_the_deposit_ends(
    page: KeysPage, desk: Desk, cards: list[tuple[Path, str, str]]
) -> None:
    press(page, "Hinterlegen …")
    asked = dialog_of(page, DepositDialog)
    agree = find_by_name(asked, "Hinterlegen", Button)
    for card, (file, name, words) in zip(asked.cards, cards, strict=True):
        assert not agree.isEnabled()
        card.take(file)
        assert card.who.text() == name
        type_text(card.words, words)
    agree.click()
    prove(page)
    assert [holder.label for holder in escrow.holders(desk)] == ["Anna", "Birgit"]
    press(page, "Hinterlegung beenden")
    prove(page)
    assert escrow.holders(desk) == ()


def test_a_file_that_is_no_card_is_refused(page: KeysPage, tmp_path: Path) -> None:
    wrong = tmp_path / "falsch.kimh"
    wrong.write_bytes(b"nichts")
    press(page, "Hinterlegen …")
    asked = dialog_of(page, DepositDialog)
    asked.cards[0].take(wrong)
    assert asked.strip.isVisible()
    assert not asked.cards[0].ready()


def test_the_vault_key_is_changed_with_the_passphrase_just_proved(stage: Stage, story: Story) -> None:
    took: list[str] = []
    stage.context = replace(stage.context, rekey=took.append)
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    page = frame.page("keys")
    press(page, "Schlüssel des Tresors wechseln")
    assert took == []
    prove(page)
    assert took == [PASSPHRASE]


def test_the_example_has_no_keys_to_change(stage: Stage, story: Story) -> None:
    stage.context.desk.practice = True
    frame = stage.show(build, story.case)
    assert isinstance(frame, SettingsFrame)
    page = frame.page("keys")
    QCoreApplication.sendPostedEvents()
    buttons = [each for each in page.findChildren(Button) if each.isVisible()]
    assert buttons
    assert not any(each.isEnabled() for each in buttons)


def test_everything_has_a_name_and_is_reached_by_tab(page: KeysPage) -> None:
    QCoreApplication.sendPostedEvents()
    assert unnamed(page) == []
    buttons = {each for each in page.findChildren(Button) if each.isVisible()}
    assert len(buttons) >= 4
    assert buttons <= reached_by_tab(page)
