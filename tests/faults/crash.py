"""Crashes a recorded day at many moments and looks whether everything acknowledged is there, whole."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kimdesk.app.compose import services
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.casework.health import check_vault
from kimdesk.exchange.enrolment import read_request
from kimdesk.vault.backup import backups_in, verify_files
from kimdesk.vault.database import DBAPI
from kimdesk.vault.vault import OpenVault, create, unlock
from tests.faults.conftest import clear
from tests.faults.day import BACKUPS, DAY, PASSPHRASES, RESTORED, ROUNDS, STICK, VAULT
from tests.faults.disk import MODELS, Disk
from tests.faults.events import Event, Said, Synced
from tests.support.vaults import CHEAP

CLOCK = FixedClock.at(DAY)


@dataclass(slots=True)
class Report:
    """What a series of crashes came to."""

    images: int = 0
    opened: int = 0
    facts: int = 0
    found: list[str] = field(default_factory=list)


def moments(events: Sequence[Event], number: int, chance: random.Random, *, around_syncs: float = 0) -> list[int]:
    """Return how many events happen before each crash: some at random, and before and after a share of the syncs."""
    picked = set(chance.sample(range(len(events) + 1), min(number, len(events))))
    for place, event in enumerate(events):
        if isinstance(event, Synced) and chance.random() < around_syncs:
            picked |= {place, place + 1}
    return sorted(picked)


def crash(events: Sequence[Event], at: Iterable[int], place: Path, chance: random.Random, *, deep: bool) -> Report:
    """Crash at each of the moments in each of the ways, judge what is left, and report."""
    report, disk, done = Report(), Disk(), 0
    for moment in at:
        for event in events[done:moment]:
            disk.take(event)
        done = max(done, moment)
        for model in MODELS:
            image = place / "image"
            image.mkdir()
            disk.leave(image, model, chance)
            judge = _Judge(image, disk.said, deep=deep, old_ways=deep or model == "drop")
            report.found += [f"{model} after {moment}: {each}" for each in judge.findings()]
            report.images += 1
            report.opened += judge.opened
            report.facts += judge.facts
            clear(image)
    return report


def swallowed_syncs(events: Iterable[Event]) -> list[Event]:
    """Return the events of a program that never forces anything to the disk."""
    return [event for event in events if not isinstance(event, Synced)]


def said_too_early(events: Sequence[Event]) -> list[Event]:
    """Return the events of a program that acknowledges before it works: each word moves up to the one before."""
    words = [event for event in events if isinstance(event, Said)]
    early: list[Event] = [words[0]]
    following = iter(words[1:])
    for event in events:
        if isinstance(event, Said):
            early += [word for word in [next(following, None)] if word is not None]
        else:
            early.append(event)
    return early


class _Judge:
    """Looks at what one crash left."""

    def __init__(self, image: Path, said: Sequence[str], *, deep: bool, old_ways: bool) -> None:
        self._image = image
        self._vault = image / VAULT
        self._deep = deep
        self._old_ways = old_ways
        self._said: dict[str, list[list[str]]] = {}
        for text in said:
            word, *rest = text.split()
            self._said.setdefault(word, []).append(rest)
        self.opened = False
        self.facts = 0

    def findings(self) -> Iterator[str]:
        """Yield what is lost or torn."""
        yield from self._on_the_stick()
        yield from self._among_the_backups()
        yield from self._restored()
        if "created" not in self._said:
            yield from self._before_there_was_a_vault()
            return
        try:
            vault = self._unlocked()
        except KimError as error:
            yield f"does not open: {error.code}"
            return
        self.opened = True
        with vault:
            yield from (f"check: {finding.code}" for finding in vault.check())
            connection = vault.connect("query")
            try:
                yield from self._inside(vault, connection)
            except DBAPI.Error as error:
                yield f"cannot be read: {error}"
            finally:
                connection.close()
        if self._deep:
            yield from self._looked_through(self._passphrase)

    def _before_there_was_a_vault(self) -> Iterator[str]:
        """Whatever a founding cut short left opens, or is cleared away by the next one."""
        try:
            if (self._vault / "Tresor.kimvault").exists():
                unlock(self._vault, passphrase=PASSPHRASES[0], clock=CLOCK, policy=CHEAP).close()
            else:
                named: dict[str, Any] = {"kind": "desk", "label": "x", "clock": CLOCK, "policy": CHEAP}
                create(self._vault, passphrase=PASSPHRASES[0], **named)[0].close()
        except KimError as error:
            yield f"remains are in the way: {error.code}"

    def _unlocked(self) -> OpenVault:
        """Open with the passphrase acknowledged last, or the one being set; the one before opens nothing any more."""
        self._passphrase = len(self._said.get("passphrase", ()))
        try:
            if self._passphrase and self._old_ways:
                self._refused(self._passphrase - 1)
            return unlock(self._vault, passphrase=PASSPHRASES[self._passphrase], clock=CLOCK, policy=CHEAP)
        except KimError as error:
            if error.code != "vault.wrong_passphrase" or self._passphrase + 1 == len(PASSPHRASES):
                raise
        self._passphrase += 1
        return unlock(self._vault, passphrase=PASSPHRASES[self._passphrase], clock=CLOCK, policy=CHEAP)

    def _refused(self, number: int) -> None:
        self.facts += 1
        try:
            unlock(self._vault, passphrase=PASSPHRASES[number], clock=CLOCK, policy=CHEAP).close()
        except KimError as error:
            if error.code == "vault.wrong_passphrase":
                return
            raise
        raise KimError("an old passphrase still opens")

    def _inside(self, vault: OpenVault, connection: Any) -> Iterator[str]:
        ask = connection.execute
        case = ask("SELECT strengths, wish FROM cases WHERE case_number='KD-2026-10000'").fetchone()
        person = ask("SELECT given_name FROM persons ORDER BY n LIMIT 1").fetchone()
        draft = ask("SELECT text FROM draft WHERE field='wish'").fetchone()
        yield from self._numbers(case, person, draft)
        yield from self._imported(connection)
        yield from self._attached(vault, ask('SELECT id, "key", sha256 FROM blob').fetchall())

    def _numbers(self, case: Any, person: Any, draft: Any) -> Iterator[str]:
        saved, typed = self._last("saved"), self._last("typed")
        self.facts += 2
        if case is None or person is None:
            if saved:
                yield "the family is gone"
            return
        there, name = _number(case[0]), person[0].removeprefix("E ")
        if there < saved:
            yield f"saved {saved}, found {there}"
        if there and name != str(there):
            yield "a torn transaction"
        if max(_number(case[1]), _number(draft[0]) if draft else 0) < typed:
            yield f"keystroke {typed} is gone"

    def _imported(self, connection: Any) -> Iterator[str]:
        rows = connection.execute(
            "SELECT case_number, (SELECT count(*) FROM persons WHERE root=c.id),"
            " (SELECT count(*) FROM contacts WHERE root=c.id), (SELECT count(*) FROM measures WHERE root=c.id)"
            " FROM cases c WHERE case_number<>'KD-2026-10000'"
        ).fetchall()
        there = {number: counts for number, *counts in rows}
        self.facts += len(rows)
        for (number,) in self._said.get("imported", ()):
            if number not in there:
                yield f"imported case {number} is gone"
        yield from (f"half a case {number}" for number, counts in there.items() if counts != [3, 3, 3])

    def _attached(self, vault: OpenVault, rows: list[tuple[bytes, bytes, bytes]]) -> Iterator[str]:
        there = {blob.hex(): digest.hex() for blob, _, digest in rows}
        if any(there.get(blob) != digest for blob, digest in self._said.get("attached", ())):
            yield "an attachment is gone"
        yield from self._readable(vault, rows)

    def _readable(self, vault: OpenVault, rows: list[tuple[bytes, bytes, bytes]]) -> Iterator[str]:
        for blob, key, digest in rows:
            self.facts += 1
            try:
                if hashlib.sha256(vault.blobs().read(blob.hex(), key)).digest() != digest:
                    yield "an attachment is altered"
            except KimError as error:
                yield f"an attachment does not open: {error.code}"

    def _on_the_stick(self) -> Iterator[str]:
        """A file under its final name is whole; one that was acknowledged is there."""
        promised = dict(self._said.get("written", ()))
        for name, digest in promised.items():
            self.facts += 1
            file = self._image / STICK / name
            if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                yield f"{name} is gone"
        for file in (self._image / STICK).glob("*.pdf"):
            if not file.read_bytes().rstrip().endswith(b"%%EOF"):
                yield f"half of {file.name}"
        for file in (self._image / STICK).glob("*.kimr"):
            try:
                read_request(file.read_bytes())
            except KimError as error:
                yield f"half of {file.name}: {error.code}"

    def _among_the_backups(self) -> Iterator[str]:
        """A backup that counts is whole; one that was acknowledged counts."""
        found = {each.folder.name: each for each in backups_in(self._image / BACKUPS)}
        for rest in self._said.get("backed", ()):
            self.facts += 1
            if " ".join(rest[1:]) not in found:
                yield "a backup is gone"
        for each in found.values():
            try:
                verify_files(each.folder)
            except KimError as error:
                yield f"a backup that counts is not whole: {error.code}"

    def _restored(self) -> Iterator[str]:
        """A restored vault is whole with its attachments, or there is none."""
        acknowledged = self._said.get("restored", ())
        folder = self._image / RESTORED
        if not (folder / "Tresor.kimvault").exists():
            if acknowledged:
                yield "the restored vault is gone"
            return
        self.facts += 1
        try:
            with unlock(folder, passphrase=PASSPHRASES[ROUNDS - 1], clock=CLOCK, policy=CHEAP) as vault:
                yield from (f"restored, check: {finding.code}" for finding in vault.check())
                connection = vault.connect("query")
                rows = connection.execute('SELECT id, "key", sha256 FROM blob').fetchall()
                connection.close()
                yield from self._readable(vault, rows)
        except KimError as error:
            yield f"the restored vault does not open: {error.code}"

    def _looked_through(self, passphrase: int) -> Iterator[str]:
        """Let the program itself look: pages, slots, the journal's chain, every attachment.

        Bytes of an attachment whose record was not written any more may lie about; a later start clears them away.
        """
        found = check_vault(services(CLOCK, CHEAP), self._vault, PASSPHRASES[passphrase])
        yield from (f"vault check: {each.code}" for each in found if each.code != "check.blob_orphans")

    def _last(self, word: str) -> int:
        return max((int(rest[0]) for rest in self._said.get(word, ())), default=0)


def _number(text: str | None) -> int:
    return int((text or "0").partition(":")[0])
