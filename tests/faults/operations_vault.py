"""Getting into a vault, changing its locks, copying it and getting it back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.casework import backups, ways
from kimdesk.casework.desk import Desk, NewDesk, create_desk, open_desk
from kimdesk.casework.health import check_vault
from kimdesk.casework.recovery_sheet import keep_sheet
from kimdesk.domain.records import Case
from kimdesk.vault import safety
from kimdesk.vault.backup import backups_in, verify_files
from tests.faults.world import NEW_PASSPHRASE, AtTheDesk, look_through, services
from tests.support.vaults import PASSPHRASE, PROFILE


class Open(AtTheDesk):
    """Unlocking."""

    name = "open"

    def enter(self, world: Path) -> Any:
        """Nothing is open yet; `act` leaves the desk here."""
        return []

    def act(self, world: Path, ready: Any) -> None:
        """Open and read."""
        ready.append(open_desk(services(), world / "tresor", PASSPHRASE))
        ready[0].query.every(Case)

    def leave(self, ready: Any) -> None:
        """Close it where it opened."""
        for desk in ready:
            desk.close()


class Check(AtTheDesk):
    """`vault check`."""

    name = "check"

    def enter(self, world: Path) -> Any:
        """Nothing to open."""
        return contextlib.ExitStack()

    def act(self, world: Path, ready: Any) -> None:
        """Look through the vault."""
        check_vault(services(), world / "tresor", PASSPHRASE)


class ChangePassphrase(AtTheDesk):
    """A new passphrase."""

    name = "change the passphrase"

    def enter(self, world: Path) -> Any:
        """Open with whichever is in force."""
        return open_desk(services(), world / "tresor", self._opening(world))

    def act(self, world: Path, ready: Any) -> None:
        """Change it."""
        ways.change_passphrase(ready, NEW_PASSPHRASE)

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Exactly one passphrase opens, the new one where acknowledged."""
        opening = [each for each in (PASSPHRASE, NEW_PASSPHRASE) if self._opens(world, each)]
        if len(opening) != 1:
            yield f"{len(opening)} passphrases open"
        if acknowledged and opening != [NEW_PASSPHRASE]:
            yield "the new passphrase does not open"
        yield from super().judge(world, acknowledged=acknowledged)

    def _opening(self, world: Path) -> str:
        return PASSPHRASE if self._opens(world, PASSPHRASE) else NEW_PASSPHRASE

    def _opens(self, world: Path, passphrase: str) -> bool:
        with contextlib.suppress(UserProblem):
            open_desk(services(), world / "tresor", passphrase).close()
            return True
        return False


class ChangeKey(ChangePassphrase):
    """Another vault key, with a fresh passphrase."""

    name = "change the vault key"

    def enter(self, world: Path) -> Any:
        """The vault is closed; the passphrase in force is looked up."""
        return self._opening(world)

    def act(self, world: Path, ready: Any) -> None:
        """Change it."""
        ways.change_vault_key(services(), world / "tresor", ready, NEW_PASSPHRASE)

    def leave(self, ready: Any) -> None:
        """Nothing is open."""


class CopyBefore(AtTheDesk):
    """The copy made before an import."""

    name = "copy before"

    def act(self, world: Path, ready: Any) -> None:
        """Make it."""
        ready.store.copy_before("import")

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Every copy that counts is whole."""
        found = safety.copies(world / "tresor")
        if acknowledged and not found:
            yield "the copy is gone"
        for each in found:
            verify_files(each.folder)


class BackUp(AtTheDesk):
    """A backup."""

    name = "back up"

    def act(self, world: Path, ready: Any) -> None:
        """Make it."""
        backups.back_up(ready, world / "sicherungen")

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Every backup that counts is whole; one more where acknowledged."""
        found = backups_in(world / "sicherungen")
        for each in found:
            try:
                verify_files(each.folder)
            except KimError as error:
                yield f"a backup that counts is not whole: {error.code}"
        if not found or (acknowledged and len(found) < 2):
            yield "a backup is gone"


class Restore(AtTheDesk):
    """A backup becomes a vault again."""

    name = "restore"

    def enter(self, world: Path) -> Any:
        """The backup's folder."""
        return backups_in(world / "sicherungen")[0].folder

    def act(self, world: Path, ready: Any) -> None:
        """Restore it."""
        backups.restore(services(), ready, world / "wieder", PASSPHRASE)

    def leave(self, ready: Any) -> None:
        """Nothing is open."""

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The restored vault is whole or not there, and the backup is as it was."""
        verify_files(backups_in(world / "sicherungen")[0].folder)
        if not (world / "wieder" / "Tresor.kimvault").exists():
            if acknowledged:
                yield "the restored vault is gone"
            return
        yield from look_through(world / "wieder")


class Drill(Restore):
    """A backup is tried out."""

    name = "drill"

    def act(self, world: Path, ready: Any) -> None:
        """Try it."""
        backups.drill(services(), ready, world, PASSPHRASE)

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The backup is as it was, and the trial is gone unless the disk keeps it."""
        verify_files(backups_in(world / "sicherungen")[0].folder)
        if acknowledged and list(world.glob("KIM-Probe-*")):
            yield "the trial was left behind"


class Found(AtTheDesk):
    """A new vault with its recovery sheet."""

    name = "create a vault"

    def enter(self, world: Path) -> Any:
        """Nothing is open yet."""
        return []

    def act(self, world: Path, ready: Any) -> None:
        """Create it and write its sheet."""
        new = NewDesk(folder=world / "neu", label="Neu", passphrase=PASSPHRASE, profile=PROFILE)
        ready.append(keep_sheet(create_desk(services(), new), world / "stick" / "blatt.pdf"))

    def leave(self, ready: Any) -> None:
        """Close it where it was made."""
        for desk in ready:
            desk.close()

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """A vault with its sheet, or neither unless the disk keeps it."""
        there = (world / "neu" / "Tresor.kimvault").exists()
        if acknowledged and not there:
            yield "the new vault is gone"
        if there:
            yield from look_through(world / "neu")
            if not (world / "stick" / "blatt.pdf").exists():
                yield "a vault without its sheet was left behind"
