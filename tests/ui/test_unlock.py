from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import Cancelled, KimError, UserProblem
from kimdesk.base.patience import Patience
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.unlock.presenter import Created, UnlockPresenter
from kimdesk.ui.screens.unlock.state import Helped, KnownVault, NewVault, Strength, UnlockState
from kimdesk.ui.screens.unlock.view import UnlockView
from kimdesk.ui.tasks import InlineRunner, Job, Work
from kimdesk.ui.widgets.labels import Label
from kimdesk.vault.recovery import RecoveryCode
from tests.support.qt import find_by_name, type_text, unnamed

T = TypeVar("T")
CODE = RecoveryCode.of(bytes(range(20)))
ONE = KnownVault(folder=Path("one"), label="Tresor 1")
TWO = KnownVault(folder=Path("two"), label="Vertretung")


@dataclass
class Vaults:
    """A gateway that remembers; the right passphrase is “richtig”."""

    known: tuple[KnownVault, ...] = (ONE, TWO)
    said: list[object] = field(default_factory=list)
    renews: bool = False

    def vaults(self) -> tuple[KnownVault, ...]:
        return self.known

    def open(self, folder: Path, passphrase: str) -> object:
        if passphrase != "richtig":
            raise UserProblem("vault.wrong_passphrase")
        return folder

    def open_with_code(self, folder: Path, code: str) -> object:
        return (folder, RecoveryCode.parse(code).text)

    def deposited(self, folder: Path) -> bool:
        return folder == TWO.folder

    def waiting_request(self, folder: Path) -> str:
        return ""

    def ask_help(self, folder: Path, file: Path, passphrase: str) -> str:
        self.said.append((folder, file, passphrase))
        return "acht wörter"

    def open_with_help(self, folder: Path, helped: Helped) -> Created:
        return Created(desk=(folder, helped.answers, helped.passphrase), groups=CODE.groups, sheet=b"%PDF")

    def backups(self, place: Path) -> tuple[KnownVault, ...]:
        if place.name == "leer":
            raise UserProblem("backup.none_here")
        return (
            KnownVault(folder=place / "neu", label="Tresor 1", backup_ms=2),
            KnownVault(folder=place / "alt", label="Tresor 1"),
        )

    def restore(self, backup: Path, secret: str, progress: Progress) -> object:
        progress.step(1, 2)
        if secret not in {"richtig", CODE.text}:
            raise UserProblem("vault.wrong_passphrase")
        return ("restored", backup)

    def restore_with_help(self, backup: Path, helped: Helped, progress: Progress) -> Created:
        progress.step(1, 2)
        return Created(desk=("restored", backup, helped.present), groups=CODE.groups, sheet=b"%PDF")

    def remember(self, desk: object) -> None:
        self.said.append(("remembered", desk))

    def wrong_group(self, code: str) -> int:
        try:
            RecoveryCode.parse(code)
        except UserProblem as problem:
            return int(problem.params.get("group", 8))
        return 0

    def strength(self, passphrase: str) -> Strength:
        return Strength(bits=len(passphrase) * 3.0, needed=60)

    def create(self, wish: NewVault) -> Created:
        self.said.append(wish)
        return Created(desk="new desk", groups=CODE.groups, sheet=b"%PDF")

    def suggestion(self) -> str:
        return "kanne falter ufer nebel dorn"

    def must_renew(self, desk: object) -> bool:
        return self.renews and isinstance(desk, tuple)

    def renew(self, desk: object, passphrase: str) -> Created:
        self.said.append(("renewed", passphrase))
        return Created(desk=desk, groups=CODE.groups, sheet=b"%PDF")

    def sheet_is_proved(self, created: Created) -> None:
        self.said.append("proved")

    def save_sheet(self, sheet: bytes, file: Path) -> None:
        if file.name == "full":
            raise UserProblem("disk.full")
        self.said.append((sheet, file))

    def look(self, place: Path) -> KnownVault:
        if place.name == "gone":
            raise UserProblem("vault.not_found")
        return KnownVault(folder=place, label="von woanders")

    def discard(self, created: Created) -> None:
        self.said.append(("discarded", created.desk))

    def give_back(self, desk: object) -> None:
        self.said.append(("given back", desk))

    def demo(self, progress: Progress) -> object:
        progress.step(1, 2)
        return "demo"


@dataclass
class Shown:
    """A view that remembers what it was shown."""

    states: list[UnlockState] = field(default_factory=list)

    def show_state(self, state: UnlockState) -> None:
        self.states.append(state)


@pytest.fixture
def opened() -> list[object]:
    return []


def started(gateway: Vaults, opened: list[object]) -> UnlockPresenter:
    presenter = UnlockPresenter(gateway, InlineRunner(), Shown(), opened.append)
    presenter.start()
    return presenter


def code_of(error: KimError | None) -> str:
    return error.code if error else ""


def test_the_chosen_vault_opens(opened: list[object]) -> None:
    presenter = started(Vaults(), opened)
    presenter.choose(1)
    presenter.unlock("richtig")
    assert opened == [TWO.folder]


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(opened: list[object]) -> None:
    presenter = started(Vaults(), opened)
    presenter.unlock("falsch")
    assert code_of(presenter.state.error) == "vault.wrong_passphrase"
    assert not presenter.state.busy
    presenter.unlock("richtig")
    assert presenter.state.error is None
    assert opened == [ONE.folder]


def test_the_fourth_try_has_to_wait_and_the_right_one_begins_anew(opened: list[object]) -> None:
    now = [0.0]
    presenter = UnlockPresenter(Vaults(), InlineRunner(), Shown(), opened.append, Patience(lambda: now[0]))
    presenter.start()
    waits = []
    for _ in range(5):
        presenter.unlock("falsch")
        waits.append(presenter.state.wait)
        now[0] += presenter.state.wait
    assert waits == [0, 0, 1, 2, 4]
    presenter.unlock("falsch")
    presenter.unlock("richtig")
    assert opened == []
    assert presenter.state.wait == 8
    now[0] += 5
    presenter.choose(1)
    assert presenter.state.wait == 3
    now[0] += 3
    presenter.waited()
    presenter.unlock("richtig")
    assert opened == [TWO.folder]


def test_the_window_counts_the_wait_down(qtbot: QtBot, look: QApplication) -> None:
    view = UnlockView()
    qtbot.addWidget(view)
    presenter = UnlockPresenter(Vaults(), InlineRunner(), view, lambda _desk: None)
    view.attach(presenter)
    presenter.start()
    view.show()
    for _ in range(3):
        presenter.unlock("falsch")
    assert not find_by_name(view, "Passphrase", QLineEdit).isEnabled()
    assert find_by_name(view, "Nächster Versuch in 1 s", Label)
    qtbot.waitUntil(lambda: find_by_name(view, "Passphrase", QLineEdit).isEnabled())


def test_the_wrong_group_is_named_as_soon_as_it_is_complete(opened: list[object]) -> None:
    presenter = started(Vaults(), opened)
    presenter.go("recover")
    good, wrong = CODE.groups[0], CODE.groups[1][:4] + ("0" if CODE.groups[1][4] != "0" else "1")
    presenter.check_code((good, wrong[:3]))
    assert presenter.state.wrong_group == 0
    presenter.check_code((good, wrong))
    assert presenter.state.wrong_group == 2
    presenter.check_code(CODE.groups)
    assert presenter.state.wrong_group == 0
    presenter.recover(CODE.groups)
    assert opened == [(ONE.folder, CODE.text)]


def test_creating_ends_only_with_two_groups_from_the_paper(opened: list[object]) -> None:
    gateway = Vaults(known=())
    presenter = started(gateway, opened)
    assert presenter.state.step == "who"
    presenter.describe(NewVault(label="Tresor 1", name="Maria Sommer"))
    presenter.weigh("kurz")
    assert not presenter.state.strength.enough
    presenter.create("pferd lampe seife wolke treppe")
    assert presenter.state.step == "sheet"
    presenter.save_sheet(Path("full"))
    assert not presenter.state.sheet_out
    presenter.save_sheet(Path("sheet.pdf"))
    assert presenter.state.sheet_out
    presenter.go("prove")
    first, second = presenter.state.asked
    presenter.prove((CODE.groups[first - 1], "XXXXX"))
    assert presenter.state.refused == (second,)
    assert opened == []
    presenter.prove((CODE.groups[first - 1].lower(), CODE.groups[second - 1]))
    assert opened == ["new desk"]
    assert presenter.state.groups == ()


def test_a_copy_by_hand_is_typed_back_whole_and_every_wrong_group_is_named(opened: list[object]) -> None:
    presenter = started(Vaults(known=()), opened)
    presenter.describe(NewVault(label="Tresor 1", name="Maria Sommer"))
    presenter.create("pferd lampe seife wolke treppe")
    presenter.copied_by_hand()
    assert presenter.state.step == "prove"
    assert presenter.state.asked == tuple(range(1, 9))
    slips = [*CODE.groups]
    slips[1], slips[6] = "XXXXX", ""
    presenter.prove(tuple(slips))
    assert presenter.state.refused == (2, 7)
    assert opened == []
    presenter.prove(tuple(group.lower().replace("1", "l").replace("0", "o") for group in CODE.groups))
    assert opened == ["new desk"]


def test_a_sheet_printed_after_all_needs_two_groups_again(opened: list[object]) -> None:
    presenter = started(Vaults(known=()), opened)
    presenter.describe(NewVault(label="Tresor 1", name="Maria Sommer"))
    presenter.create("pferd lampe seife wolke treppe")
    presenter.copied_by_hand()
    presenter.go("sheet")
    presenter.sheet_is_out()
    assert len(presenter.state.asked) == 2


def test_after_the_code_a_new_passphrase_and_a_new_sheet_come_first(opened: list[object]) -> None:
    gateway = Vaults(renews=True)
    presenter = started(gateway, opened)
    presenter.go("recover")
    presenter.recover(CODE.groups)
    assert opened == []
    assert presenter.state.step == "passphrase"
    assert presenter.holds_key
    presenter.create(presenter.suggestion())
    presenter.sheet_is_out()
    presenter.go("prove")
    presenter.prove(tuple(CODE.groups[at - 1] for at in presenter.state.asked))
    assert gateway.said == [("renewed", "kanne falter ufer nebel dorn"), "proved"]
    assert opened == [(ONE.folder, CODE.text)]
    presenter.abandon()
    assert gateway.said[-1] == "proved", "who works in a vault needs it open"


def test_a_vault_waiting_for_its_new_passphrase_is_closed_with_the_window(opened: list[object]) -> None:
    gateway = Vaults(renews=True)
    presenter = started(gateway, opened)
    presenter.recover(CODE.groups)
    presenter.create("kanne falter ufer nebel dorn")
    presenter.abandon()
    assert gateway.said[-1] == ("given back", (ONE.folder, CODE.text))
    assert opened == []


def test_an_offered_passphrase_is_typed_once_more_by_hand(
    qtbot: QtBot, look: QApplication, opened: list[object]
) -> None:
    view = window(qtbot, Vaults(renews=True), opened)
    presenter = view._asks
    presenter.recover(CODE.groups)
    find_by_name(view, "Fünf Wörter vorschlagen", QPushButton).click()
    find_by_name(view, "Weiter", QPushButton).click()
    assert presenter.state.step == "passphrase"
    type_text(find_by_name(view, "Noch einmal", QLineEdit), "kanne falter ufer nebel dorn")
    find_by_name(view, "Weiter", QPushButton).click()
    assert presenter.state.step == "sheet"


def test_secrets_do_not_show_in_reprs(opened: list[object]) -> None:
    presenter = started(Vaults(known=()), opened)
    presenter.create("pferd lampe seife wolke treppe")
    assert CODE.groups[0] not in repr(presenter.state)
    assert "pferd" not in repr(NewVault(passphrase="pferd"))


def window(qtbot: QtBot, gateway: Vaults, opened: list[object]) -> UnlockView:
    view = UnlockView()
    qtbot.addWidget(view)
    presenter = UnlockPresenter(gateway, InlineRunner(), view, opened.append)
    view.attach(presenter)
    presenter.start()
    view.resize(1000, 700)
    view.show()
    return view


def test_the_window_opens_a_vault_by_keyboard(qtbot: QtBot, look: QApplication, opened: list[object]) -> None:
    view = window(qtbot, Vaults(), opened)
    assert unnamed(view) == []
    field = find_by_name(view, "Passphrase", QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    type_text(field, "richtig")
    field.returnPressed.emit()
    assert opened == [ONE.folder]


def test_caps_lock_is_noticed_while_typing(qtbot: QtBot, look: QApplication, opened: list[object]) -> None:
    view = window(qtbot, Vaults(), opened)
    type_text(find_by_name(view, "Passphrase", QLineEdit), "A")
    hint = next(label for label in view.findChildren(Label) if label.text() == "Die Feststelltaste ist aktiv")
    assert hint.isVisible()
    type_text(find_by_name(view, "Passphrase", QLineEdit), "b")
    assert not hint.isVisible()


def test_a_pasted_code_fills_all_groups(qtbot: QtBot, look: QApplication, opened: list[object]) -> None:
    view = window(qtbot, Vaults(), opened)
    find_by_name(view, "Wiederherstellungscode", QPushButton).click()
    first = find_by_name(view, "Gruppe 1", QLineEdit)
    first.setText(CODE.text)
    first.textEdited.emit(CODE.text)
    find_by_name(view, "Öffnen", QPushButton).click()
    assert opened == [(ONE.folder, CODE.text)]


def test_the_first_run_goes_through_all_steps(qtbot: QtBot, look: QApplication, opened: list[object]) -> None:
    gateway = Vaults(known=())
    view = window(qtbot, gateway, opened)
    type_text(find_by_name(view, "Ihr Name", QLineEdit), "Maria Sommer")
    find_by_name(view, "Weiter", QPushButton).click()
    for name in ("Passphrase", "Noch einmal"):
        type_text(find_by_name(view, name, QLineEdit), "pferd lampe seife wolke")
    find_by_name(view, "Tresor anlegen", QPushButton).click()
    assert not find_by_name(view, "Weiter", QPushButton).isEnabled()
    shown = {label.text() for label in view.findChildren(Label)}
    assert set(CODE.groups) <= shown
    assert gateway.said == [NewVault(label="Tresor 1", name="Maria Sommer", passphrase="pferd lampe seife wolke")]


# from a backup, on a new device --------------------------------------------------


def on_new_device(opened: list[object], gateway: Vaults) -> UnlockPresenter:
    presenter = started(gateway, opened)
    assert presenter.state.step == "who"
    presenter.go("restore")
    presenter.look_for_backups(Path("Stick"))
    return presenter


def test_a_vault_is_made_from_the_backup_chosen(opened: list[object]) -> None:
    gateway = Vaults(known=())
    presenter = on_new_device(opened, gateway)
    presenter.choose_backup(1)
    presenter.restore("falsch")
    assert code_of(presenter.state.error) == "vault.wrong_passphrase"
    assert opened == []
    presenter.restore("richtig")
    made = ("restored", Path("Stick/alt"))
    assert opened == [made]
    assert ("remembered", made) in gateway.said


def test_after_the_code_from_a_backup_a_new_passphrase_comes_next(opened: list[object]) -> None:
    presenter = on_new_device(opened, Vaults(known=(), renews=True))
    presenter.go("recover")
    presenter.recover(CODE.groups)
    assert (presenter.state.step, presenter.state.renewing) == ("passphrase", True)
    assert opened == []


def test_both_holders_open_a_backup(opened: list[object]) -> None:
    gateway = Vaults(known=())
    presenter = on_new_device(opened, gateway)
    presenter.go("help")
    presenter.ask_help("kanne falter ufer nebel dorn", Path("Anfrage.kimn"))
    helped = Helped(answers=(Path("a"), Path("b")), passphrase="neu", present="Anna, Birgit", reason="Code verbrannt")
    presenter.open_with_help(helped)
    assert presenter.state.step == "sheet"
    assert presenter.holds_key
    assert ("remembered", ("restored", Path("Stick/neu"), "Anna, Birgit")) in gateway.said


def test_where_no_backup_lies_it_is_said_and_one_can_go_back(opened: list[object]) -> None:
    presenter = started(Vaults(known=()), opened)
    presenter.go("restore")
    presenter.look_for_backups(Path("leer"))
    assert code_of(presenter.state.error) == "backup.none_here"
    assert presenter.state.at is None
    presenter.give_up_restoring()
    assert (presenter.state.step, presenter.state.restoring) == ("who", False)


def test_going_back_from_the_code_leads_to_the_backup_again(opened: list[object]) -> None:
    presenter = on_new_device(opened, Vaults(known=()))
    presenter.go("recover")
    presenter.leave_way()
    assert presenter.state.step == "restore"
    presenter.go("help")
    presenter.leave_help()
    assert (presenter.state.step, presenter.state.restoring) == ("restore", True)


class Stopping(InlineRunner):
    """Somebody cancels as soon as the first piece of work reports."""

    def run(self, work: Work[T], done: Callable[[T], None], **given: Any) -> Job:
        job = Job()
        with contextlib.suppress(Cancelled):
            done(work(Progress(lambda _done, _total: job.cancel(), job.stop)))
        return job


def test_a_restoring_that_was_stopped_opens_nothing_and_what_is_whole_is_offered_later(opened: list[object]) -> None:
    gateway = Vaults(known=())
    presenter = on_new_device(opened, gateway)
    presenter._runner = Stopping()
    presenter.restore("richtig")
    presenter.stop_restoring()
    assert opened == []
    assert not presenter.state.busy
    made = ("restored", Path("Stick/neu"))
    assert gateway.said[-2:] == [("remembered", made), ("given back", made)]
