"""Kills imports and typing at random moments and compares what was acknowledged with what is there."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kimdesk.app.compose import services
from kimdesk.casework import casefile, families
from kimdesk.casework.desk import Desk, NewDesk, create_desk, open_desk
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Case
from tests.support import casefiles
from tests.support.commands import secret_file, start
from tests.support.typist import text
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

CASES = 60
KILLS_PER_VAULT = 4
EARLY = 0.08
"""Share of the kills aimed at the time before the first acknowledgement."""


@dataclass(slots=True)
class Report:
    """What a series of kills came to."""

    kills: int = 0
    after_first: int = 0
    finished: int = 0
    acknowledged: int = 0
    strokes: int = 0
    values: int = 0
    lost: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Return what is told."""
        return {
            "kills": self.kills,
            "after the first acknowledgement": self.after_first,
            "came too late": self.finished,
            "cases acknowledged": self.acknowledged,
            "keystrokes acknowledged": self.strokes,
            "values compared": self.values,
            "lost": len(self.lost),
            "findings of vault check": len(self.findings),
        }


class Torture:
    """One series: vaults in a folder, each killed a few times while different files are imported."""

    def __init__(self, folder: Path, seed: int, program: str = "tests.support.cheap_kimdesk") -> None:
        self._folder = folder
        self._program = program
        self._random = random.Random(seed)
        self._services = services(policy=CHEAP)
        self._secret = secret_file(folder)
        self._window = 0.8
        self.report = Report()

    def run(self, kills: int) -> Report:
        """Kill so many times."""
        series = 0
        while self.report.kills < kills:
            self._one_vault(self._folder / f"tresor-{series}", min(KILLS_PER_VAULT, kills - self.report.kills))
            series += 1
        return self.report

    def _one_vault(self, vault: Path, kills: int) -> None:
        new = NewDesk(folder=vault, label="Tresor", passphrase=PASSPHRASE, profile=PROFILE)
        create_desk(self._services, new)[0].close()
        known: dict[str, casefiles.Case] = {}
        acknowledged: set[str] = set()
        for turn in range(kills):
            cases = [casefiles.case(turn * CASES + each) for each in range(CASES)]
            known |= {each["case_number"]: each for each in cases}
            file = casefiles.write(self._folder / "cases.json", cases)
            acknowledged |= set(self._kill_import(vault, file))
            self._compare(vault, known, acknowledged)
        self._kill_typing(vault, "KD-2026-00000")
        self.report.acknowledged += len(acknowledged)

    def _kill_typing(self, vault: Path, number: str) -> None:
        """Kill somebody who types; what was last said to be stored, or something newer, must be there."""
        with open_desk(self._services, vault, PASSPHRASE) as desk:
            row = desk.query.case_by_number(number)
        if row is None:
            return
        with start(vault, row.id.hex(), module="tests.support.typist") as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            time.sleep(self._random.uniform(0, 0.3))
            process.kill()
            lines += process.stdout.readlines()
        said = [int(line.split()[1]) for line in lines if line.startswith("gespeichert ") and line.endswith("\n")]
        self.report.kills += 1
        self.report.after_first += bool(said)
        self.report.strokes += len(said)
        with open_desk(self._services, vault, PASSPHRASE) as desk:
            drafts = desk.query.drafts(row.id)
            case = desk.query.get(Case, row.id)
            found = drafts[0].text if drafts else (case.wish if case else None) or "0:"
        there = int(found.partition(":")[0])
        if there < said[-1] or found != text(there):
            self.report.lost.append(f"keystroke {said[-1]}")
        self.report.findings += [each.code for each in check_vault(self._services, vault, PASSPHRASE)]

    def _kill_import(self, vault: Path, file: Path) -> Sequence[str]:
        """Return the case numbers whose `ok` line was read from an import that was killed."""
        early = self._random.random() < EARLY
        words = ("case", "import", vault, file, "--passphrase-file", self._secret)
        with start(*words, module=self._program) as process:
            assert process.stdout is not None
            began = time.monotonic()
            lines = [] if early else [process.stdout.readline()]
            time.sleep(self._random.uniform(0, 0.7 if early else self._window))
            running = process.poll() is None
            process.kill()
            lines += process.stdout.readlines()
        self._count(lines, running=running, seconds=time.monotonic() - began)
        return [line.split()[1] for line in lines if line.startswith("ok ") and line.endswith("\n")]

    def _count(self, lines: Sequence[str], *, running: bool, seconds: float) -> None:
        if not running:  # the import was faster than the kill: it does not count, and the next kill comes sooner
            self.report.finished += 1
            self._window *= 0.8
            return
        assert seconds < 60
        self.report.kills += 1
        self.report.after_first += any(line.startswith("ok ") for line in lines)

    def _compare(self, vault: Path, known: dict[str, casefiles.Case], acknowledged: set[str]) -> None:
        with open_desk(self._services, vault, PASSPHRASE) as desk:
            there = {desk.page.case_rows([n])[n].case_number for n in families.order(desk, active_only=False)}
            self.report.lost += sorted(acknowledged - there)
            for number in sorted(there):  # a case is there whole, acknowledged or not
                self._compare_case(desk, known[number])
        found = check_vault(self._services, vault, PASSPHRASE)
        self.report.findings += [each.code for each in found]

    def _compare_case(self, desk: Desk, wanted: casefiles.Case) -> None:
        found = dict(casefiles.values(casefile.shown(desk, wanted["case_number"])))
        for place, value in casefiles.values(wanted):
            self.report.values += 1
            if found.get(place) != value:
                self.report.lost.append(f"{wanted['case_number']}.{place[1]}")
