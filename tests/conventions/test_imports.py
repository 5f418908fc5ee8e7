"""The house rules of the architecture hold, and each of them would notice a breach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.tree import PACKAGE, ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]

# contract -> one or more breaches, each a file of the package and the line that must not stand there
PLANTS: dict[str, list[dict[str, str]]] = {
    "layers": [
        {"domain/planted.py": "import kimdesk.store"},
        {"store/planted.py": "import kimdesk.exchange"},
        {"unplaced/__init__.py": ""},
    ],
    "qt": [{"casework/planted.py": "import PySide6.QtCore"}],
    "sql": [{"casework/planted.py": "import sqlalchemy"}],
    "cipher": [{"store/planted.py": "import sqlcipher3"}],
    "crypto": [{"store/planted.py": "import cryptography"}],
    "reportlab": [{"casework/planted.py": "import reportlab"}],
    "shaping": [{"drawings/planted.py": "import uharfbuzz"}],
    "sheets": [{"casework/planted.py": "import openpyxl"}],
    "gate-ui": [{"ui/planted.py": "import kimdesk.store"}],
    "gate-cli": [{"cli/planted.py": "import kimdesk.vault"}],
    "presenters": [
        {"ui/screens/planted/__init__.py": "", "ui/screens/planted/presenter.py": "import PySide6.QtCore"},
        {"ui/screens/planted/__init__.py": "", "ui/screens/planted/state.py": "from PySide6 import QtGui"},
    ],
    "screens": [
        {
            "ui/screens/planted/__init__.py": "",
            "ui/screens/planted_too/__init__.py": "",
            "ui/screens/planted_too/view.py": "import kimdesk.ui.screens.planted",
        }
    ],
}
CASES = [(contract["id"], plant) for contract in CONTRACTS for plant in PLANTS.get(contract["id"], [])]


def lint(folder: Path) -> tuple[set[str], str]:
    """Return the names of the broken contracts of the package below a folder, and the whole report."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-logo",
        "--no-cache",
    ]
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
    report = done.stdout + done.stderr
    broken = {str(contract["id"]) for contract in CONTRACTS if f"{contract['name']} BROKEN" in report}
    assert "Contracts: " in report, report
    assert (done.returncode == 0) == (not broken), report
    return broken, report


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the package and of its contracts."""
    shutil.copytree(PACKAGE, tmp_path / "kimdesk", ignore=shutil.ignore_patterns("__pycache__", "*.md"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    broken, report = lint(ROOT)
    assert not broken, report


def test_every_contract_has_a_planted_breach() -> None:
    assert set(PLANTS) == {contract["id"] for contract in CONTRACTS}


@pytest.mark.parametrize(("contract", "plant"), CASES, ids=[contract for contract, _ in CASES])
def test_a_planted_breach_turns_exactly_its_contract_red(copy: Path, contract: str, plant: dict[str, str]) -> None:
    for name, line in plant.items():
        target = copy / "kimdesk" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(line + "\n", "utf-8")
    broken, report = lint(copy)
    assert broken == {contract}, report
