"""Command lines in tests: run in this process, or in a real one."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kimdesk.casework.desk import Services
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from tests.support.tree import ROOT
from tests.support.vaults import PASSPHRASE


@dataclass(frozen=True)
class Outcome:
    """What a command said and how it ended."""

    exit: int
    out: str
    err: str

    def json(self) -> Any:
        """Return standard output as data."""
        return json.loads(self.out)

    def code(self) -> str:
        """Return the code of the failure."""
        return self.err.strip().rpartition("(")[2].rstrip(")")


@dataclass(frozen=True)
class Kimdesk:
    """The command line with a vault's passphrase at hand and somebody at the terminal only if asked for."""

    services: Services
    secret: Path
    answers: list[str] = field(default_factory=list)
    interactive: bool = False

    def __call__(self, *argv: str | Path) -> Outcome:
        """Run a command line in this process."""
        out, err = io.StringIO(), io.StringIO()
        answers = iter(self.answers)

        def ask(_question: str) -> str:
            return next(answers)

        console = Console(out=out, err=err, interactive=self.interactive, secret=ask, ask=ask)
        code = run([str(each) for each in argv], self.services, console)
        return Outcome(code, out.getvalue(), err.getvalue())

    def open(self, *argv: str | Path) -> Outcome:
        """Run a command line that opens a vault with the passphrase from its file."""
        return self(*argv, "--passphrase-file", self.secret)

    def at_terminal(self, *answers: str) -> Kimdesk:
        """Return the same with somebody who gives these answers in turn."""
        return Kimdesk(self.services, self.secret, list(answers), interactive=True)

    def process(self, *argv: str | Path, **options: Any) -> subprocess.Popen[str]:
        """Start a command line in a process of its own."""
        return start(*argv, **options)


def start(*argv: str | Path, module: str = "tests.support.cheap_kimdesk", **options: Any) -> subprocess.Popen[str]:
    """Start a real process of the command line; its output is text, line by line."""
    given: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "cwd": ROOT,
        "encoding": "utf-8",
        **options,
    }
    return subprocess.Popen([sys.executable, "-m", module, *map(str, argv)], **given)


def secret_file(folder: Path, passphrase: str = PASSPHRASE) -> Path:
    """Write a passphrase into a file and return its path."""
    path = folder / "passphrase.txt"
    path.write_text(passphrase + "\n", "utf-8")
    return path


Make = Callable[..., dict[str, Any]]
