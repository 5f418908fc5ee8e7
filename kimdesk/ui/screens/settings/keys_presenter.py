"""Changes passphrase, recovery code, deposit and vault key, beside the window. Knows no widget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.clock import day_of
from kimdesk.base.errors import KimError
from kimdesk.casework import escrow, ways
from kimdesk.casework.escrow import HolderView
from kimdesk.casework.ways import CodeState, Session, Strength, Way
from kimdesk.domain.changes import Changes
from kimdesk.ui.dialogs.sheet import Sheet
from kimdesk.ui.screens.settings.keys_state import KeysState

if TYPE_CHECKING:
    from kimdesk.ui.screens.settings.around import Around

POST = Changes(kinds=frozenset({"post"}))
"""What a new way changes for other screens: Heute reminds of the sheet."""


class View(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: KeysState) -> None:
        """Show a moment."""
        ...

    def say(self, what: str) -> None:
        """Say that something is done; `what` names it."""
        ...

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a new recovery code and bring its sheet onto paper."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class _Found:
    ways: tuple[Way, ...]
    code: CodeState
    holders: tuple[HolderView, ...]

    def since(self, kind: str) -> dt.date | None:
        """Return since when a way is in force."""
        return next((day_of(each.created_ms) for each in self.ways if each.kind == kind), None)


class KeysPresenter:
    """One change at a time. Whoever calls has asked for the passphrase before."""

    def __init__(self, context: Around, view: View) -> None:
        self._context = context
        self._desk: Session = context.desk
        self._view = view
        self.state = KeysState(practice=self._desk.practice, body=self._desk.info.kind != "desk")

    def opened(self) -> None:
        """Look anew."""
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Look again after a change of the ways."""
        if not changes.kinds or changes.touches("post"):
            self._load()

    def _load(self) -> None:
        self._context.runner.run(lambda _steps: self._look(), self._found, failed=self._view.fail)

    def _look(self) -> _Found:
        return _Found(ways.listed(self._desk), ways.code_state(self._desk), escrow.holders(self._desk))

    def _found(self, found: _Found) -> None:
        self._show(
            loaded=True,
            passphrase_since=found.since("passphrase"),
            code_since=found.code.since,
            code_kept=found.code.kept_since,
            code_out=found.code.out,
            escrow_since=found.since("escrow"),
            holders=found.holders,
        )

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # names are fields
        self._view.show_state(self.state)

    def _do(self, act: Callable[[], object], what: str) -> None:
        """Do something with the keys, then say what was done and look anew."""
        self._show(busy=True)

        def done(_result: object) -> None:
            self._show(busy=False)
            self._view.say(what)
            self._context.tell(POST)

        self._context.runner.run(lambda _steps: act(), done, failed=self._broken)

    def _broken(self, error: KimError) -> None:
        self._show(busy=False)
        self._view.fail(error)
        self._context.tell(POST)

    # passphrase and code --------------------------------------------------------

    def strength(self, passphrase: str) -> Strength:
        """Estimate how hard a passphrase is to guess."""
        return ways.strength(self._desk.services, passphrase)

    def suggestion(self) -> str:
        """Return a passphrase to offer."""
        return ways.suggestion(self._desk.services)

    def change_passphrase(self, passphrase: str) -> None:
        """Put a new passphrase in force."""
        self._do(lambda: ways.change_passphrase(self._desk, passphrase), "passphrase")

    def new_code(self) -> None:
        """Issue a new recovery code; its sheet is kept here until it is on paper."""
        self._show(busy=True)
        self._context.runner.run(lambda _steps: self._issue(), self._issued, failed=self._broken)

    def _issue(self) -> Sheet:
        from kimdesk.casework.recovery_sheet import recovery_sheet  # noqa: PLC0415 - loads the layout engine

        code = ways.new_recovery_code(self._desk)
        pdf = recovery_sheet(label=self._desk.info.label, code=code, day=self._desk.today)
        return Sheet(groups=tuple(code.groups), pdf=pdf)

    def _issued(self, sheet: Sheet) -> None:
        self._show(busy=False)
        self._view.show_sheet(sheet)

    def save_sheet(self, sheet: Sheet, file: Path) -> None:
        """Write a sheet where somebody chose, never beside the vault it opens; raises KimError."""
        from kimdesk.casework.recovery_sheet import require_free, save_sheet  # noqa: PLC0415 - as above

        require_free(file, self._desk.info.folder)
        save_sheet(sheet.pdf, file)

    def sheet_is_out(self) -> None:
        """Note that the new sheet is on paper and legible."""
        self._do(lambda: ways.code_is_out(self._desk), "sheet")

    def sheet_is_lost(self) -> None:
        """Show that a code was issued whose sheet nobody has."""
        self._context.tell(POST)

    def keep_code(self) -> None:
        """Note that the sheet lies at the provider."""
        self._do(lambda: ways.code_is_kept(self._desk), "kept")

    def code_is_back(self) -> None:
        """Note that the provider does not keep the sheet any more."""
        self._do(lambda: ways.code_is_not_kept(self._desk), "back")

    # the deposit ----------------------------------------------------------------

    def card(self, file: Path) -> HolderView:
        """Return what a holder's card says; raises KimError."""
        return escrow.card(file)

    def deposit(self, cards: tuple[tuple[Path, str], ...]) -> None:
        """Deposit the vault key with two holders."""
        self._do(lambda: escrow.agree(self._desk, cards), "deposited")

    def end_deposit(self) -> None:
        """End the deposit."""
        self._do(lambda: escrow.end(self._desk), "ended")

    # the vault key --------------------------------------------------------------

    def change_key(self, passphrase: str) -> None:
        """Let the program close the vault and put it under a new key."""
        self._context.rekey(passphrase)
