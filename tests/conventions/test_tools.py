"""Style, types and import contracts, as the tools see them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.tree import ROOT

TOOLS = {
    "ruff check": ["ruff", "check", "--no-cache", "--output-format", "concise"],
    "ruff format": ["ruff", "format", "--check", "--no-cache", "--output-format", "concise"],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_finds_nothing(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *TOOLS[name]], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
