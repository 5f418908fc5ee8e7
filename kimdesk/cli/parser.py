"""The parser: argparse that answers in two languages and leaves the ending of the process to others."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from kimdesk.base.errors import Lang

_GERMAN = (
    (r"the following arguments are required: (.+)", r"Es fehlt: \1."),
    (r"unrecognized arguments: (.+)", r"Das kennt der Befehl nicht: \1."),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"\2 geht hier nicht. Möglich ist: \3."),
    (r"argument (.+): expected (?:one|at least one) argument", r"Nach \1 fehlt eine Angabe."),
    (r"argument (.+): invalid \S+ value: (.+)", r"\2 passt nicht zu \1."),
    (r"argument (.+): not allowed with argument (.+)", r"\1 und \2 gehen nicht zusammen."),
    (r"argument (.+): ignored explicit argument (.+)", r"\1 braucht keine Angabe."),
)
_HEADINGS = (
    ("usage: ", "Aufruf: "),
    ("positional arguments:", "Angaben:"),
    ("options:", "Zusätze:"),
    ("show this help message and exit", "diese Hilfe"),
)


class WrongCall(Exception):  # noqa: N818 - what happened, not a failure of ours
    """The command line does not fit the contract: what is wrong, and how it is meant."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class HelpWanted(Exception):  # noqa: N818
    """Somebody asked for help."""

    def __init__(self, text: str) -> None:
        super().__init__("help")
        self.text = text


class Parser(argparse.ArgumentParser):
    """Raises instead of ending the process."""

    def __init__(self, *, lang: Lang = "de", **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)
        self.lang = lang

    def error(self, message: str) -> NoReturn:
        """Raise WrongCall with the message in the language of the call."""
        raise WrongCall(_german(message) if self.lang == "de" else message, self.format_usage())

    def print_help(self, _file: object = None) -> NoReturn:
        """Raise HelpWanted with the text."""
        raise HelpWanted(self.format_help())

    def format_usage(self) -> str:
        """Return the short form."""
        return self._headed(super().format_usage())

    def format_help(self) -> str:
        """Return the long form."""
        return self._headed(super().format_help())

    def _headed(self, text: str) -> str:
        for english, german in _HEADINGS if self.lang == "de" else ():
            text = text.replace(english, german)
        return text


def _german(message: str) -> str:
    for pattern, german in _GERMAN:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(german)
    return message


def language(argv: Sequence[str]) -> Lang:
    """Return the language asked for; behind `print`, `--lang` is the language of the document."""
    own = list(argv[: argv.index("print")] if "print" in argv else argv)
    following = own[own.index("--lang") + 1 :][:1] if "--lang" in own else []
    return "en" if following == ["en"] or "--lang=en" in own else "de"
