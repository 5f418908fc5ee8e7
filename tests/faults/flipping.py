"""Alters files of a vault at rest, bit by bit and cut by cut, and looks at what the program makes of them."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kimdesk.base.errors import KimError, error_table
from kimdesk.vault.database import DATABASE_NAME
from kimdesk.vault.policy import Policy
from kimdesk.vault.vault import OpenVault, create, unlock
from tests.faults.conftest import clear
from tests.faults.world import TODAY
from tests.support.vaults import CHEAP, PASSPHRASE

Outcome = Literal["refused", "found", "same", "earlier", "changed", "crashed"]
"""Refused with a code; damage named by a check; nothing lost; a whole earlier state; wrong; a traceback."""
Alter = Callable[[bytes], bytes]
Rows = Mapping[str, list[tuple[Any, ...]]]
PARTS, LANGUAGES = ("what", "safe", "next"), ("de", "en")
LOG_NAME = f"{DATABASE_NAME}-wal"
NOTES_AT_ONCE = 5
NOTES = 12


@dataclass(frozen=True, slots=True)
class Victim:
    """A closed vault, its file to be altered, and what it holds."""

    folder: Path
    file: str
    rows: Rows
    codes: set[str] = field(default_factory=set)

    def suffer(self, alter: Alter, place: Path) -> Outcome:
        """Alter the file in a copy and say what comes of it."""
        copy = Path(shutil.copytree(self.folder, place / "copy"))
        file = copy / self.file
        file.write_bytes(alter(file.read_bytes()))
        try:
            return self.outcome(copy)
        finally:
            clear(copy)

    def outcome(self, folder: Path, policy: Policy = CHEAP) -> Outcome:
        """Open, check and read a vault."""
        try:
            with unlock(folder, passphrase=PASSPHRASE, clock=TODAY, policy=policy) as vault:
                found = (*vault.findings, *vault.check())
                if any(finding.severity == "damage" for finding in found):
                    return self._told("found", *(finding.code for finding in found))
                return self._compared(rows_of(vault))
        except KimError as error:
            return self._told("refused", error.code)
        except Exception:
            return "crashed"

    def _told(self, outcome: Outcome, *codes: str) -> Outcome:
        """Return the outcome if each code says in both languages what happened, what is safe and what to do."""
        self.codes.update(codes)
        whole = (
            all(error_table().get(code, {}).get(lang, {}).get(part) for part in PARTS)
            for code in codes
            for lang in LANGUAGES
        )
        return outcome if all(whole) else "crashed"

    def _compared(self, rows: Rows) -> Outcome:
        if rows == self.rows:
            return "same"
        notes, wanted = rows.get("note", []), self.rows.get("note", [])
        whole = len(notes) % NOTES_AT_ONCE == 0 and notes == wanted[: len(notes)]
        others_same = all(rows.get(name) == self.rows[name] for name in self.rows if name not in {"note", "meta"})
        return "earlier" if whole and others_same else "changed"


def rows_of(vault: OpenVault) -> Rows:
    """Return every row of every table that stands for itself."""
    connection = vault.connect("query")
    try:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        ).fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}
    finally:
        connection.close()


def database_victim(folder: Path) -> Victim:
    """Return a closed vault, everything in its main file."""
    return _made(folder, DATABASE_NAME, keep_log=False)


def log_victim(folder: Path) -> Victim:
    """Return a vault as a crash left it: all notes still in the write-ahead log."""
    return _made(folder, LOG_NAME, keep_log=True)


def _made(folder: Path, file: str, *, keep_log: bool) -> Victim:
    work = folder.with_name(folder.name + "-work")
    vault, _ = create(work, kind="desk", label="Büro", passphrase=PASSPHRASE, clock=TODAY, policy=CHEAP)
    with vault:
        connection = vault.connect("writer")
        connection.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(NOTES):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO note (body) VALUES (?)", [(f"Besuch {number} " * 60,)] * NOTES_AT_ONCE)
            connection.execute("COMMIT")
        rows = rows_of(vault)
        if keep_log:
            shutil.copytree(work, folder, ignore=shutil.ignore_patterns("*-shm"))
        connection.close()
    if not keep_log:
        shutil.copytree(work, folder)
    clear(work)
    return Victim(folder, file, rows)


def flips(size: int, number: int, chance: random.Random) -> Iterator[Alter]:
    """Yield single flipped bits at random places."""
    for _ in range(number):
        yield flip(chance.randrange(size * 8))


def flip(bit: int) -> Alter:
    """Return what flips one bit."""

    def alter(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        return bytes(changed)

    return alter


def cuts(size: int, number: int, chance: random.Random) -> Iterator[Alter]:
    """Yield truncations: at page edges and anywhere else."""
    for place in range(number):
        length = chance.randrange(size) if place % 2 else chance.randrange(size // 4096 + 1) * 4096
        yield lambda content, length=length: content[:length]  # type: ignore[misc]


def suffered(victim: Victim, ways: Iterable[Alter], place: Path) -> Counter[Outcome]:
    """Let a victim suffer each way and count the outcomes."""
    return Counter(victim.suffer(way, place) for way in ways)
