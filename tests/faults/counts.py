"""Counts of the proofs: shown at the end of a run, and written as a table into a folder where asked.

Each part of the test plan names the test files that prove it; a part none of whose tests ran says „nicht gemessen".
Counts of the same name are added up, so that a test with many cases tells one line. What something broken on purpose
came to stands apart: there, findings are what is wanted.
"""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
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
        (
            "faults/test_flips.py",
            "faults/test_unnoticed.py",
            "vault/test_health.py",
            "vault/test_slots.py",
            "vault/test_blobs.py",
        ),
    ),
    Part(
        5,
        "Test vectors and other people's programs",
        (
            "exchange/test_age_vectors.py",
            "exchange/test_age_interop.py",
            "exchange/test_envelope.py",
            "exchange/test_golden.py",
        ),
    ),
    Part(6, "Properties of exchange and merging", ("exchange/test_properties.py", "exchange/test_merging.py")),
    Part(7, "Clocks", ("faults/test_clocks.py",)),
    Part(8, "Two instances", ("faults/test_instances.py", "vault/test_process.py", "journeys/test_window_lock.py")),
    Part(
        9,
        "Older and newer formats",
        ("store/test_migrate.py", "corpus/test_golden_vaults.py", "exchange/test_golden.py"),
    ),
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
            "app/test_locking_states.py",
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
    """What one proof counted; `sabotaged` tells that something was broken on purpose and had to be found.

    `part` is the one part it belongs to where its file proves several.
    """

    what: str
    counts: Mapping[str, Figure]
    sabotaged: bool = False
    seed: int = SEED
    part: int | None = None

    def line(self) -> str:
        """Say it in one line."""
        return f"{self.told()} (broken on purpose)" if self.sabotaged else self.told()

    def told(self) -> str:
        """Say what was counted."""
        return f"{self.what}: " + ", ".join(f"{number} {name}" for name, number in self.counts.items())

    def continues(self, other: Row) -> bool:
        """Tell whether both are cases of one proof."""
        return (self.what, self.sabotaged, self.part) == (other.what, other.sabotaged, other.part)

    def plus(self, other: Row) -> Row:
        """Return both together."""
        sums = dict(self.counts)
        for name, number in other.counts.items():
            before = sums.get(name, 0)
            sums[name] = before + number if isinstance(before, int) and isinstance(number, int) else number
        return replace(self, counts=sums)


@dataclass(frozen=True, slots=True)
class Total:
    """What the whole table comes to: all counts of these names, added up, or the largest of them."""

    title: str
    names: tuple[str, ...]
    largest: bool = False

    def line(self, rows: Iterable[Row]) -> str:
        """Say it in one line, leaving out what was broken on purpose."""
        found = [number for row in rows if not row.sabotaged for number in self._numbers(row)]
        return f"{self.title}: {(max if self.largest else sum)(found) if found else NOT_MEASURED}"

    def _numbers(self, row: Row) -> Iterator[int]:
        yield from (number for name, number in row.counts.items() if name in self.names and isinstance(number, int))


POINTS = "distinct points (operation, call site, error)"
PLACES = "different ways to fail"
TOTALS = (
    Total("fault points there are, distinct by operation, call site and error", (PLACES,), largest=True),
    Total("faults at them", ("faults",)),
    Total("crash images", ("images",)),
    Total("kills", ("kills",)),
    Total("bits altered and files cut", ("tried",)),
    Total("acknowledged and then lost, torn or wrongly told", ("lost or torn", "lost", "findings", "records missing")),
    Total("tamperings believed", ("changed", "crashed", "believed")),
    Total("put back to an earlier whole state, found at the next contact", ("earlier",)),
    Total("plaintext found", ("hits", "not like chance")),
)


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

    def note(
        self, file: str, what: str, counts: Mapping[str, Figure], *, sabotaged: bool = False, part: int | None = None
    ) -> None:
        """Keep what a proof counted, added to what other cases of it counted before."""
        row, rows = Row(what, counts, sabotaged, self.seed, part), self.rows.setdefault(file, [])
        for place, known in enumerate(rows):
            if known.continues(row):
                rows[place] = known.plus(row)
                return
        rows.append(row)

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
        yield from (line for line in self._totals() if not line.endswith(NOT_MEASURED))

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
        rows = [row for file in part.files for row in self.rows.get(file, ())]
        return [row for row in rows if row.part in {None, part.number}]

    def _totals(self) -> Iterator[str]:
        for total in TOTALS:
            yield total.line(row for rows in self.rows.values() for row in rows)

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
        yield from LEGEND
        yield ""
        yield "| part | what | tests | counted | broken on purpose, to be found |"
        yield "|---|---|---|---|---|"
        for part in PARTS:
            yield self._line(part)
        yield f"| | together | | {'<br>'.join(self._totals())} | |"

    def _line(self, part: Part) -> str:
        ends, rows = self._part(part)["tests"], self._rows(part)
        tests = ", ".join(f"{number} {end}" for end, number in ends.items()) if isinstance(ends, dict) else ends
        files = "<br>".join(part.files)
        counted = "<br>".join(row.told() for row in rows if not row.sabotaged) or NOT_MEASURED
        broken = "<br>".join(row.told() for row in rows if row.sabotaged) or NOT_MEASURED
        return f"| {part.number} | {part.title} | {tests}<br>{files} | {counted} | {broken} |"


LEGEND = (
    "Every part was proved by the tests named below `tests/`. „Counted“ says how much was tried and what came of it;",
    "where something went wrong, the test failed too. In the last column the program, or what watches it, was broken",
    "on purpose, and the same counting had to report it: a proof that finds nothing there would prove nothing at all.",
    "With the same seed the same chances are taken again; a share below 1 ran that part of the long proofs.",
)


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
