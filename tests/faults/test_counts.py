"""The table of counts says what was measured, and names what was not."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.faults.counts import NOT_MEASURED, PARTS, Counts, known_files
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


def test_what_did_not_run_was_not_measured(tmp_path: Path) -> None:
    counts = Counts(share=0.5, seed=7)
    counts.note(PARTS[0].files[0], "images", {"images": 450, "lost": 0})
    counts.note(PARTS[0].files[0], "a liar", {"lost": 3}, sabotaged=True)
    counts.outcome(PARTS[0].files[0], "passed")
    counts.write(tmp_path)
    table = (tmp_path / "faults.md").read_text("utf-8").splitlines()
    told = json.loads((tmp_path / "faults.json").read_text("utf-8"))
    assert (told["seed"], told["share"], bool(told["commit"])) == (7, 0.5, True)
    assert table[4] == (
        f"| 1 | {PARTS[0].title} | 1 passed | images: 450 images, 0 lost<br>a liar: 3 lost (broken on purpose) |"
    )
    assert [part["tests"] for part in told["parts"]] == [{"passed": 1}, *[NOT_MEASURED] * (len(PARTS) - 1)]
    assert all(NOT_MEASURED in line for line in table[5:])


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
