"""One call of a verb: its arguments, the program's services, and how it asks and answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from kimdesk.base.errors import Cancelled, KimError, Lang, Surroundings, Untrusted, UserProblem, explain
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.cli.console import Console

MOST_PASSPHRASE_BYTES = 4096
T = TypeVar("T")
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
    def scripted(self) -> bool:
        """Tell whether a script reads the answer."""
        return bool(getattr(self.args, "json", False))

    def text(self, german: str, english: str) -> str:
        """Return the sentence in the language of this call."""
        return german if self.lang == "de" else english

    def say(self, german: str, english: str) -> None:
        """Tell people something; scripts get data alone."""
        if not self.scripted:
            self.console.line(self.text(german, english))

    def answer(self, data: object, lines: Iterable[str]) -> None:
        """Give the answer: as data to a script, as lines to people."""
        if self.scripted:
            self.console.data(data)
            return
        for line in lines:
            self.console.line(line)

    def problem(self, error: KimError, **about: str) -> None:
        """Report a failure after which the command goes on; `about` says what it is about."""
        if self.scripted:
            told = {"code": error.code, "params": {**error.params, **about}}
            self.console.problem(json.dumps(told, ensure_ascii=False))
            return
        subject = "".join(f"{name}: " for name in about.values())
        self.console.problem(f"{subject}{explain(error, self.lang).sentence()} ({error.code})")

    def tried(self, where: str, work: Callable[[], T]) -> T | None:
        """Return what the work returns, or None once its refusal is reported; troubles of the disk end the command."""
        try:
            return work()
        except (UserProblem, Untrusted) as problem:
            self.problem(problem, where=where)
            return None

    def leaving(self) -> str:
        """Return the heading of every preview: for whom and what for."""
        args = self.args
        who = args.recipient or self.text("eigene Akte", "own record")
        what_for = self.services.reference.label("purpose", args.purpose, self.lang) if args.purpose else ""
        purpose = self.text(f", Zweck: {what_for}", f", purpose: {what_for}") if what_for else ""
        return self.text(f"Das wird weitergegeben (für: {who}{purpose}):", f"This leaves (for: {who}{purpose}):")

    def staying(self) -> str:
        """Return the one sentence about what stays, the same whatever there is."""
        return self.text(
            "Alles andere bleibt im Tresor: was anvertraut oder besonders geschützt ist, und was keine Einwilligung "
            "deckt.",
            "Everything else stays in the vault: what is confided or specially protected, and what no consent covers.",
        )

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

    def confirm(self, preview: Iterable[str], question: str = "") -> None:
        """Show what leaves, or comes, and let a person agree; `--yes` says so before. Raises Cancelled, WrongUsage."""
        agreed = bool(self.args.yes)
        if not agreed and not self.console.interactive:
            raise WrongUsage("usage.no_confirmation")
        if not self.scripted:
            for line in preview:
                self.console.line(line)
        if agreed:
            return
        asked = question or self.text("Weitergeben? [j/N] ", "Pass it on? [y/N] ")
        if self.console.ask(asked).strip().casefold() not in YES:
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
