"""One call of a verb: its arguments, the program's services, and how it asks and answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kimdesk.base.errors import Cancelled, Lang, Surroundings, UserProblem
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.cli.console import Console

MOST_PASSPHRASE_BYTES = 4096
YES = frozenset({"j", "ja", "y", "yes"})


class WrongUsage(UserProblem):
    """The call itself is wrong; ends with exit code 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a verb gets."""

    args: argparse.Namespace
    services: Services
    console: Console
    lang: Lang = "de"

    @property
    def json(self) -> bool:
        """Tell whether a script reads the answer."""
        return bool(getattr(self.args, "json", False))

    def text(self, german: str, english: str) -> str:
        """Return the sentence in the language of this call."""
        return german if self.lang == "de" else english

    def say(self, german: str, english: str) -> None:
        """Tell people something; scripts get data alone."""
        if not self.json:
            self.console.line(self.text(german, english))

    def answer(self, data: object, lines: Iterable[str]) -> None:
        """Give the answer: as data to a script, as lines to people."""
        if self.json:
            self.console.data(data)
            return
        for line in lines:
            self.console.line(line)

    def passphrase(self, *, fresh: bool = False, file: str = "passphrase_file") -> str:
        """Return the passphrase from the named file, or ask for it; a fresh one is asked for twice."""
        given = getattr(self.args, file, None)
        if given is not None:
            return _from_file(Path(given))
        if not self.console.interactive:
            raise WrongUsage("usage.no_passphrase")
        typed = self.console.secret(self.text("Passphrase: ", "Passphrase: "))
        if fresh and typed != self.console.secret(self.text("Noch einmal: ", "Once more: ")):
            raise UserProblem("usage.passphrases_differ")
        return typed

    def desk(self) -> Desk:
        """Open the desk named on the command line; the caller closes it."""
        return open_desk(self.services, Path(self.args.vault), self.passphrase())

    def confirm(self, preview: Iterable[str]) -> None:
        """Show what leaves and let a person agree; `--yes` says so beforehand. Raises Cancelled, WrongUsage."""
        agreed = bool(self.args.yes)
        if not agreed and not self.console.interactive:
            raise WrongUsage("usage.no_confirmation")
        if not self.json:
            for line in preview:
                self.console.line(line)
        if agreed:
            return
        question = self.text("Weitergeben? [j/N] ", "Pass it on? [y/N] ")
        if self.console.ask(question).strip().casefold() not in YES:
            raise Cancelled


Handler: TypeAlias = Callable[[Call], int | None]


def _from_file(path: Path) -> str:
    """Return the file's text without the line end; a file is read whole, never guessed at."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_PASSPHRASE_BYTES + 1)
    except OSError as error:
        raise Surroundings("usage.passphrase_file") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Surroundings("usage.passphrase_file") from error
    if len(content) > MOST_PASSPHRASE_BYTES or not text.strip():
        raise Surroundings("usage.passphrase_file")
    return text.rstrip("\r\n")
