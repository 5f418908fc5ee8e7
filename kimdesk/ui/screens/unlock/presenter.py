"""Unlocking and creating a vault, step by step; knows no widget and no vault, only a gateway."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from kimdesk.base.errors import Cancelled, KimError
from kimdesk.base.patience import Patience
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.unlock.state import GROUPS, Helped, KnownVault, NewVault, Step, Strength, UnlockState
from kimdesk.ui.tasks import Job, Runner

T = TypeVar("T")


class Created(NamedTuple):
    """An open vault with a fresh recovery code: the code in groups, and the sheet to print."""

    desk: object
    groups: tuple[str, ...]
    sheet: bytes

    def __repr__(self) -> str:
        """Never show the code."""
        return "<Created>"


class Gateway(Protocol):
    """What unlocking needs from the rest of the program; everything slow is called beside the window."""

    def vaults(self) -> tuple[KnownVault, ...]:
        """Return the vaults this workstation knows, the last used first."""
        ...

    def open(self, folder: Path, passphrase: str) -> object:
        """Open a vault; raises KimError."""
        ...

    def open_with_code(self, folder: Path, code: str) -> object:
        """Open a vault with its recovery code; raises KimError."""
        ...

    def deposited(self, folder: Path) -> bool:
        """Tell whether two persons at the provider can help into a vault."""
        ...

    def waiting_request(self, folder: Path) -> str:
        """Return the eight words of a request for help that waits for its answers, or nothing."""
        ...

    def ask_help(self, folder: Path, file: Path, passphrase: str) -> str:
        """Write a request for both holders and return its words; `passphrase` is the new one. Raises KimError."""
        ...

    def open_with_help(self, folder: Path, helped: Helped) -> Created:
        """Open a vault with both answers, its new code to be printed now; raises KimError."""
        ...

    def backups(self, place: Path) -> tuple[KnownVault, ...]:
        """Return the backups in a folder, the newest first; raises KimError."""
        ...

    def restore(self, backup: Path, secret: str, progress: Progress) -> object:
        """Make a vault on this device from a backup with its passphrase or code and return it open; raises KimError."""
        ...

    def restore_with_help(self, backup: Path, helped: Helped, progress: Progress) -> Created:
        """Make a vault on this device from a backup with both answers; raises KimError."""
        ...

    def remember(self, desk: object) -> None:
        """Let this workstation know a vault that was just made on it."""
        ...

    def wrong_group(self, code: str) -> int:
        """Return the number of the first group (1 to 8) that is wrong or missing, 0 if the code is well formed."""
        ...

    def strength(self, passphrase: str) -> Strength:
        """Estimate how hard a passphrase is to guess."""
        ...

    def suggestion(self) -> str:
        """Return a passphrase to offer: five random words."""
        ...

    def create(self, wish: NewVault) -> Created:
        """Create a vault and return it open; raises KimError."""
        ...

    def must_renew(self, desk: object) -> bool:
        """Tell whether an open vault needs a new passphrase and a new code before anything else."""
        ...

    def renew(self, desk: object, passphrase: str) -> Created:
        """Set a new passphrase and issue a new code for an open vault; raises KimError."""
        ...

    def sheet_is_proved(self, created: Created) -> None:
        """Note in the vault that its sheet is on paper."""
        ...

    def save_sheet(self, sheet: bytes, file: Path) -> None:
        """Write the recovery sheet where the user wants it; raises KimError."""
        ...

    def look(self, place: Path) -> KnownVault:
        """Return what a vault says before unlocking; raises KimError."""
        ...

    def discard(self, created: Created) -> None:
        """Take away a fresh vault whose sheet was never proved."""
        ...

    def give_back(self, desk: object) -> None:
        """Close a vault that was opened after nobody waited for it any more."""
        ...

    def demo(self, progress: Progress) -> object:
        """Create and open a vault with the demo caseload; raises KimError."""
        ...


class View(Protocol):
    """What the presenter asks of the window."""

    def show_state(self, state: UnlockState) -> None:
        """Show a moment."""
        ...


class UnlockPresenter:
    """Turns what the user does into a vault that is open; `opened` gets it."""

    def __init__(
        self,
        gateway: Gateway,
        runner: Runner,
        view: View,
        opened: Callable[[object], None],
        patience: Patience | None = None,
    ) -> None:
        self._patience = patience or Patience()
        self._gateway = gateway
        self._runner = runner
        self._view = view
        self._opened = opened
        self._wish = NewVault()
        self._created: Created | None = None
        self._renewing: object | None = None
        self._job: Job | None = None
        known = gateway.vaults()
        self.state = UnlockState(vaults=known, step="open" if known else "who")

    def start(self) -> None:
        """Show the first moment."""
        self._show()

    def look(self, place: Path) -> None:
        """Offer a vault from anywhere, or say why it cannot be opened."""
        try:
            found = self._gateway.look(place)
        except KimError as error:
            self.fail(error)
            return
        others = (vault for vault in self.state.vaults if vault.folder != found.folder)
        self._show(step="open", vaults=(found, *others), chosen=0)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        if error.code in {"vault.wrong_passphrase", "vault.wrong_code"}:
            self._patience.failed()
        self._show(busy=False, error=error)

    def _waiting(self) -> int:
        return math.ceil(self._patience.remaining())

    def waited(self) -> None:
        """The time is over; one may try again."""
        self._show()

    def abandon(self) -> None:
        """The window closes: a new vault whose recovery sheet nobody has proved to have is not kept."""
        created, self._created = self._created, None
        renewing, self._renewing = self._renewing, None
        if renewing is not None:
            self._gateway.give_back(renewing)
        elif created is not None:
            self._gateway.discard(created)

    @property
    def holds_key(self) -> bool:
        """Tell whether a vault with families in it is open here, or about to be."""
        return self._renewing is not None or (
            self.state.busy and self.state.step in {"open", "restore", "recover", "help"}
        )

    def _let_in(self, desk: object) -> None:
        """Open what was unlocked, or ask for a new passphrase first."""
        if self.state.restoring:
            self._gateway.remember(desk)
        if self._gateway.must_renew(desk):
            self._renewing = desk
            self._show(step="passphrase", renewing=True, strength=self._gateway.strength(""))
        else:
            self._opened(desk)

    def _show(self, **changes: object) -> None:
        self.state = self.state._replace(**{"error": None, "wait": self._waiting(), **changes})  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    @property
    def _folder(self) -> Path:
        """Return where the vault to be opened lies, or the backup it is made from."""
        at = self.state.at
        assert at is not None
        return at.folder

    def choose(self, number: int) -> None:
        """Choose one of the vaults."""
        self._show(chosen=number)

    def stand_in(self, *, wanted: bool) -> None:
        """Lead to a colleague's deputy package once one's own vault is open, or not after all."""
        self._show(standing_in=wanted)

    def go(self, step: Step) -> None:
        """Go to a step: recovery, back, or the first step of a new vault."""
        about = self._help() if step in {"recover", "help"} else {}
        if step in {"open", "who", "restore"}:
            about = {"restoring": step == "restore"}
        self._show(step=step, wrong_group=0, refused=(), **about)

    def leave_way(self) -> None:
        """Go back from the code: to the backup a vault is made from, or to the passphrase."""
        self.go("restore" if self.state.restoring else self._first())

    def leave_help(self) -> None:
        """Go back from the holders' help."""
        self.go("restore" if self.state.restoring else "recover")

    def _first(self) -> Step:
        return "open" if self.state.vaults else "who"

    # from a backup, on a new device ----------------------------------------------------

    def give_up_restoring(self) -> None:
        """Go back to where one begins."""
        self.go(self._first())

    def look_for_backups(self, place: Path) -> None:
        """Look for backups in a folder."""
        self._work(
            lambda _steps: self._gateway.backups(place),
            lambda found: self._choose_from(found, 0),
            lambda _found: None,
        )

    def choose_backup(self, number: int) -> None:
        """Choose one of the backups found."""
        self._choose_from(self.state.backups, number)

    def _choose_from(self, found: tuple[KnownVault, ...], number: int) -> None:
        self._show(backups=found, backup=number, deposited=self._gateway.deposited(found[number].folder))

    def restore(self, secret: str) -> None:
        """Make a vault from the chosen backup with its passphrase or its code."""
        if not self._waiting():
            backup = self._folder
            self._work(lambda steps: self._gateway.restore(backup, secret, steps), self._let_in, self._keep_for_later)

    def _keep_for_later(self, desk: object) -> None:
        """Close a vault that was made from a backup after nobody waited for it; the next start offers it."""
        self._gateway.remember(desk)
        self._gateway.give_back(desk)

    def stop_restoring(self) -> None:
        """Make no vault from a backup after all."""
        if self._job is not None:
            self._job.cancel()
        self._show(busy=False, done=0.0)

    # with the help of two persons at the provider -----------------------------------

    def _help(self) -> dict[str, object]:
        folder = self._folder
        deposited = self._gateway.deposited(folder)
        words = self._gateway.waiting_request(folder) if deposited else ""
        return {"deposited": deposited, "help_words": words, "strength": self._gateway.strength("")}

    def ask_help(self, passphrase: str, file: Path) -> None:
        """Write a request for both holders; the new passphrase is chosen now."""
        folder = self._folder
        self._work(
            lambda _steps: self._gateway.ask_help(folder, file, passphrase),
            lambda words: self._show(help_words=words),
            lambda _words: None,
        )

    def ask_anew(self) -> None:
        """Forget the request that waits; another one comes in its place."""
        self._show(help_words="", strength=self._gateway.strength(""))

    def open_with_help(self, helped: Helped) -> None:
        """Open the chosen vault, or make it from the chosen backup, with both answers; its new sheet comes next."""
        folder, restoring = self._folder, self.state.restoring
        self._work(
            lambda steps: (
                self._gateway.restore_with_help(folder, helped, steps)
                if restoring
                else self._gateway.open_with_help(folder, helped)
            ),
            self._was_helped,
            lambda made: self._keep_for_later(made.desk) if restoring else self._gateway.give_back(made.desk),
        )

    def _was_helped(self, created: Created) -> None:
        if self.state.restoring:
            self._gateway.remember(created.desk)
        self._renewing = created.desk
        self._show(renewing=True)
        self._was_created(created)

    def unlock(self, passphrase: str) -> None:
        """Open the chosen vault."""
        if self._waiting():
            return
        folder = self._folder
        self._work(lambda _steps: self._gateway.open(folder, passphrase), self._let_in, self._gateway.give_back)

    def check_code(self, groups: tuple[str, ...]) -> None:
        """Say which group is wrong as soon as it is typed in full."""
        typed = tuple(group for group in groups if group)
        wrong = self._gateway.wrong_group("-".join(typed))
        complete = typed and len(typed[-1]) == 5
        reached = len(typed) if complete else len(typed) - 1
        self._show(wrong_group=wrong if 0 < wrong <= reached else 0)

    def recover(self, groups: tuple[str, ...]) -> None:
        """Open the chosen vault with the recovery code."""
        if self._waiting():
            return
        code, folder = "-".join(groups), self._folder
        wrong = self._gateway.wrong_group(code)
        if wrong:
            self._show(wrong_group=wrong)
        elif self.state.restoring:
            self.restore(code)
        else:
            self._work(lambda _steps: self._gateway.open_with_code(folder, code), self._let_in, self._gateway.give_back)

    def describe(self, wish: NewVault) -> None:
        """Take label, name, provider and place of a new vault."""
        self._wish = wish
        self._show(step="passphrase", strength=self._gateway.strength(""))

    def weigh(self, passphrase: str) -> None:
        """Estimate a passphrase while it is typed."""
        self._show(strength=self._gateway.strength(passphrase))

    def suggestion(self) -> str:
        """Return a passphrase to offer."""
        return self._gateway.suggestion()

    def create(self, passphrase: str) -> None:
        """Create the vault with this passphrase, or let it be the new one of the vault that is open."""
        desk = self._renewing
        if desk is not None:
            self._work(lambda _steps: self._gateway.renew(desk, passphrase), self._was_created, lambda _made: None)
            return
        wish = replace(self._wish, passphrase=passphrase)
        self._work(lambda _steps: self._gateway.create(wish), self._was_created, self._gateway.discard)

    def _was_created(self, created: Created) -> None:
        self._wish = NewVault()
        self._created = created
        self._show(step="sheet", groups=created.groups, asked=(), sheet_out=False)

    def sheet(self) -> bytes:
        """Return the recovery sheet for printing, or nothing."""
        return self._created.sheet if self._created else b""

    def save_sheet(self, file: Path) -> None:
        """Write the sheet to a place the user chose."""
        sheet = self.sheet()
        self._work(
            lambda _steps: self._gateway.save_sheet(sheet, file), lambda _none: self.sheet_is_out(), lambda _none: None
        )

    def sheet_is_out(self) -> None:
        """Note that the sheet was printed or saved; two groups from it will do."""
        from kimdesk.ui.widgets.code_entry import two_groups  # noqa: PLC0415 - the first window does not wait for it

        self._show(sheet_out=True, asked=two_groups())

    def copied_by_hand(self) -> None:
        """Ask for the whole code: whoever copies by hand can slip in any group."""
        self._show(step="prove", asked=tuple(range(1, GROUPS + 1)), refused=())

    def prove(self, answers: tuple[str, ...]) -> None:
        """Compare the groups typed from the paper; then the vault is ready."""
        from kimdesk.ui.widgets.code_entry import differing  # noqa: PLC0415 - the first window does not wait for it

        refused = differing(self.state.asked, answers, self.state.groups)
        if refused:
            self._show(refused=refused)
        elif self._created is not None:
            created, self._created, self._renewing = self._created, None, None
            self._gateway.sheet_is_proved(created)
            self._show(groups=(), busy=True)
            self._opened(created.desk)

    def demo(self) -> None:
        """Prepare the demo caseload, which takes some seconds, and open it."""
        self._show(step="demo", done=0.0)
        self._job = self._runner.run(self._gateway.demo, self._opened, failed=self._no_demo, progress=self._grows)

    def _grows(self, done: int, total: int) -> None:
        self._show(done=done / max(total, 1))

    def _no_demo(self, error: KimError) -> None:
        self.go(self._first())
        self.fail(error)

    def stop_demo(self) -> None:
        """Do not prepare the demo any further."""
        if self._job is not None:
            self._job.cancel()
        self.go(self._first())

    def _work(self, work: Callable[[Progress], T], done: Callable[[T], None], too_late: Callable[[T], None]) -> None:
        """Work beside the window; `too_late` gets what came out after the window was given up."""
        self._show(busy=True, done=0.0)

        def beside(steps: Progress) -> T:
            result = work(steps)
            try:
                steps.step(1, 1)
            except Cancelled:
                too_late(result)
                raise
            return result

        def finished(result: T) -> None:
            self._show(busy=False)
            done(result)

        grows = self._grows if self.state.restoring else None
        self._job = self._runner.run(beside, finished, failed=self.fail, progress=grows)
