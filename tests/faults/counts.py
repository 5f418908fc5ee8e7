"""Counts of the proofs: shown at the end of a run, and written as a table into a folder where asked.

The test plan has seventeen parts. Each names the test files that prove it; a part none of whose tests ran says
„nicht gemessen".
"""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.support.tree import ROOT

Figure = int | str
NOT_MEASURED = "nicht gemessen"
SEED = 20261120


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the test plan and the files whose tests prove it."""

    number: int
    title: str
    files: tuple[str, ...]


PARTS = (
    Part(1, "Crash images from a recorded day", ("faults/test_crash.py", "faults/test_erased.py")),
    Part(2, "Faults at every file operation", ("faults/test_failing.py", "vault/test_faults.py")),
    Part(3, "Kills", ("faults/test_kill.py", "journeys/test_window_killed.py")),
    Part(
        4,
        "Bit flips and truncations",
        ("faults/test_flips.py", "vault/test_health.py", "vault/test_slots.py", "vault/test_blobs.py"),
    ),
    Part(
        5,
        "Test vectors and other people's programs",
        ("exchange/test_age_vectors.py", "exchange/test_age_interop.py", "exchange/test_golden.py"),
    ),
    Part(6, "Properties of exchange and merging", ("exchange/test_properties.py",)),
    Part(7, "Clocks", ("faults/test_clocks.py",)),
    Part(8, "Two instances", ("faults/test_instances.py", "vault/test_process.py", "journeys/test_window_lock.py")),
    Part(9, "Older and newer formats", ("store/test_migrate.py", "exchange/test_golden.py")),
    Part(10, "The cipher is really on", ("faults/test_cipher.py", "vault/test_database.py", "vault/test_entering.py")),
    Part(11, "Traces of a day", ("faults/test_traces.py", "app/test_traces.py", "ui/test_clipboard.py")),
    Part(12, "Secrets in logs", ("faults/test_logs.py", "app/test_bugs.py")),
    Part(
        13, "The price of guessing", ("faults/test_guessing.py", "vault/test_strength.py", "vault/test_calibration.py")
    ),
    Part(14, "Large attachments", ("faults/test_resources.py",)),
    Part(
        15,
        "Lock triggers",
        (
            "journeys/test_window_lock.py",
            "app/test_triggers.py",
            "app/test_triggers_linux.py",
            "app/test_covering.py",
            "vault/test_process.py",
        ),
    ),
    Part(
        16,
        "Recovery drills",
        ("vault/test_recovery.py", "vault/test_backup.py", "vault/test_escrow.py", "vault/test_keychange.py"),
    ),
    Part(17, "Full disks", ("faults/test_full_disk.py",)),
    Part(
        18,
        "No network",
        (
            "faults/test_no_network.py",
            "journeys/test_command_line.py",
            "journeys/test_window.py",
            "journeys/test_window_exchange.py",
            "journeys/test_window_office.py",
        ),
    ),
    Part(19, "Hostile bundles", ("exchange/test_malicious.py", "exchange/test_envelope.py")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one proof counted; `sabotaged` tells that something was broken on purpose and had to be found."""

    what: str
    counts: Mapping[str, Figure]
    sabotaged: bool = False
    seed: int = SEED

    def line(self) -> str:
        """Say it in one line."""
        told = ", ".join(f"{number} {name}" for name, number in self.counts.items())
        return f"{self.what}: {told}" + (" (broken on purpose)" if self.sabotaged else "")


@dataclass(slots=True)
class Counts:
    """Everything counted in one run of the tests."""

    share: float = 1.0
    seed: int = SEED
    rows: dict[str, list[Row]] = field(default_factory=dict)
    outcomes: dict[str, dict[str, int]] = field(default_factory=dict)

    def portion(self, whole: int) -> int:
        """Return the share of a long proof that was asked for."""
        return max(1, round(whole * self.share))

    def note(self, file: str, what: str, counts: Mapping[str, Figure], *, sabotaged: bool = False) -> None:
        """Keep what a proof counted."""
        self.rows.setdefault(file, []).append(Row(what, counts, sabotaged, self.seed))

    def outcome(self, file: str, result: str) -> None:
        """Count a test's end."""
        ends = self.outcomes.setdefault(file, {})
        ends[result] = ends.get(result, 0) + 1

    def lines(self) -> Iterator[str]:
        """Yield every count in one line."""
        yield f"seed {self.seed}, commit {commit()}, share {self.share:g}"
        for part in PARTS:
            for row in self._rows(part):
                yield f"{part.number:>2}  {row.line()}"

    def write(self, folder: Path) -> None:
        """Write `faults.json` and `faults.md` into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        told = {
            "seed": self.seed,
            "commit": commit(),
            "share": self.share,
            "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
            "parts": [self._part(part) for part in PARTS],
        }
        (folder / "faults.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (folder / "faults.md").write_text("\n".join(self._table(told)) + "\n", "utf-8")

    def _rows(self, part: Part) -> list[Row]:
        return [row for file in part.files for row in self.rows.get(file, ())]

    def _part(self, part: Part) -> dict[str, object]:
        ends: dict[str, int] = {}
        for file in part.files:
            for result, number in self.outcomes.get(file, {}).items():
                ends[result] = ends.get(result, 0) + number
        rows = [asdict(row) for row in self._rows(part)]
        return {"number": part.number, "title": part.title, "tests": ends or NOT_MEASURED, "counted": rows}

    def _table(self, told: Mapping[str, object]) -> Iterator[str]:
        yield f"Seed {self.seed}, commit {told['commit']}, share {self.share:g}, {told['machine']}"
        yield ""
        yield "| part | what | tests | counted |"
        yield "|---|---|---|---|"
        for part in PARTS:
            ends = self._part(part)["tests"]
            tests = ", ".join(f"{number} {end}" for end, number in ends.items()) if isinstance(ends, dict) else ends
            counted = "<br>".join(row.line() for row in self._rows(part))
            yield f"| {part.number} | {part.title} | {tests} | {counted} |"


def file_of(node: str) -> str:
    """Return the file of a test below `tests/`."""
    return node.partition("::")[0].removeprefix("tests/")


def known_files(parts: Iterable[Part] = PARTS) -> set[str]:
    """Return every file that proves a part."""
    return {file for part in parts for file in part.files}


def commit() -> str:
    """Return the commit the tests ran on, with a mark where files differ from it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
