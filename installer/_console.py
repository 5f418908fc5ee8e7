"""Says things in German and English and runs other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]


def say(german: str, english: str) -> None:
    """Print one thing in both languages, at once."""
    print(f"{german}\n  ({english})", flush=True)


def fail(german: str, english: str) -> NoReturn:
    """Say what is wrong and stop with exit code 1."""
    print(f"{german}\n  ({english})", file=sys.stderr, flush=True)
    sys.exit(1)


def run(command: Sequence[str | Path]) -> int:
    """Run a program in the project folder and return its exit code; a signal's death counts as failure."""
    code = subprocess.run([os.fspath(part) for part in command], cwd=ROOT, check=False).returncode
    return code if code >= 0 else 128 - code


def must(command: Sequence[str | Path], german: str, english: str) -> None:
    """Run a program that has to succeed; say otherwise what did not work, and stop."""
    if run(command):
        fail(german, english)


def quiet(command: list[str]) -> bool:
    """Run a program without showing its output; True if it exists and succeeded."""
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=120).returncode == 0
    except OSError:
        return False
