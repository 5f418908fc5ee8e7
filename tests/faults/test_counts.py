"""The table of counts says what was measured, and names what was not."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.faults.counts import NOT_MEASURED, PARTS, PLACES, Counts, Part, known_files
from tests.support.tree import ROOT


def test_every_file_named_as_proof_is_there() -> None:
    assert sorted(name for name in known_files() if not (ROOT / "tests" / name).is_file()) == []


def test_every_file_named_as_proof_is_run_by_the_command() -> None:
    command = (ROOT / "installer" / "dev.py").read_text("utf-8")
    (told,) = (part for part in ast.parse(command).body if ast.unparse(part).startswith("FAULTS = "))
    assert isinstance(told, ast.Assign)
    run = [Path(each) for each in ast.literal_eval(told.value)]
    outside = {name for name in known_files() if not any(Path("tests", name).is_relative_to(each) for each in run)}
    assert sorted(outside) == []


def test_every_part_is_also_broken_on_purpose() -> None:
    def broken(part: Part) -> bool:
        return any("sabotaged=True" in (ROOT / "tests" / name).read_text("utf-8") for name in part.files)

    assert [part.title for part in PARTS if not broken(part)] == []


def test_what_did_not_run_was_not_measured(tmp_path: Path) -> None:
    counts = Counts(share=0.5, seed=7)
    counts.note(PARTS[0].files[0], "images", {"images": 450, "lost": 0})
    counts.note(PARTS[0].files[0], "a liar", {"lost": 3}, sabotaged=True)
    counts.outcome(PARTS[0].files[0], "passed")
    counts.write(tmp_path)
    told = json.loads((tmp_path / "faults.json").read_text("utf-8"))
    assert (told["seed"], told["share"], bool(told["commit"])) == (7, 0.5, True)
    files = "<br>".join(PARTS[0].files)
    first, *others, together = rows_of(tmp_path)
    assert first == ["1", PARTS[0].title, f"1 passed<br>{files}", "images: 450 images, 0 lost", "a liar: 3 lost"]
    assert [part["tests"] for part in told["parts"]] == [{"passed": 1}, *[NOT_MEASURED] * (len(PARTS) - 1)]
    assert all(row[3:] == [NOT_MEASURED, NOT_MEASURED] for row in others)
    assert f"kills: {NOT_MEASURED}" in together[3]


def rows_of(folder: Path) -> list[list[str]]:
    """Return the cells of the table, below its head."""
    lines = [line for line in (folder / "faults.md").read_text("utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_last_line_adds_up_what_was_not_broken_on_purpose(tmp_path: Path) -> None:
    counts = Counts()
    crash, kills, golden = PARTS[0].files[0], "faults/test_kill.py", "exchange/test_golden.py"
    for images in (450, 30):
        counts.note(crash, "images", {"images": images, "lost or torn": 0, PLACES: images})
    counts.note(crash, "a liar", {"images": 8, "lost or torn": 3}, sabotaged=True)
    counts.note(kills, "kills", {"kills": 10, "lost": 1, PLACES: 600})
    counts.note(golden, "files opened", {"opened": 3, "kills": 1}, part=9)
    counts.write(tmp_path)
    *parts, together = rows_of(tmp_path)
    by_number = {row[0]: row for row in parts}
    assert by_number["1"][3] == f"images: 480 images, 0 lost or torn, 480 {PLACES}"
    assert (by_number["9"][3], by_number["5"][3]) == ("files opened: 3 opened, 1 kills", NOT_MEASURED)
    told = dict(each.rsplit(": ", 1) for each in together[3].split("<br>"))
    assert [told["crash images"], told["kills"], told["plaintext found"]] == ["480", "11", NOT_MEASURED]
    assert told["acknowledged and then lost, torn or wrongly told"] == "1"
    assert told["fault points there are, distinct by operation, call site and error"] == "600"


def test_a_shared_run_gathers_the_counts_of_every_process(tmp_path: Path) -> None:
    tests, proof = ROOT / "tests", ROOT / "tests" / "faults" / "test_cipher.py"
    others = [each for each in tests.iterdir() if each.is_dir() and each.name != "faults"]
    others += [each for each in proof.parent.glob("test_*.py") if each != proof]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "1",
        "-p",
        "no:cacheprovider",
        f"--basetemp={tmp_path / 'own'}",
    ]
    command += [f"--counts={tmp_path}", "-k", "chance", *(f"--ignore={each}" for each in others)]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_XDIST", "PYTEST_CURRENT"))}
    run = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    parts = json.loads((tmp_path / "faults.json").read_text("utf-8"))["parts"]
    (measured,) = (part for part in parts if part["tests"] != NOT_MEASURED)
    assert (measured["number"], bool(measured["counted"])) == (10, True)
