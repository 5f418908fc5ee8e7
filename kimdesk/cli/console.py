"""What a command talks to: two streams, and a person if there is a terminal."""

from __future__ import annotations

import getpass
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """Standard output and error, and how to ask; without a terminal nobody is asked."""

    out: TextIO
    err: TextIO
    interactive: bool
    secret: Callable[[str], str]
    ask: Callable[[str], str]

    @classmethod
    def system(cls) -> Console:
        """Return the console of this process."""
        return cls(
            out=sys.stdout,
            err=sys.stderr,
            interactive=sys.stdin is not None and sys.stdin.isatty(),
            secret=getpass.getpass,
            ask=input,
        )

    def line(self, text: str = "") -> None:
        """Write one line; it is out when this returns, so that a reader may rely on it."""
        self.out.write(_plain(text) + "\n")
        self.out.flush()

    def problem(self, text: str) -> None:
        """Write one line for people's attention."""
        self.err.write(_plain(text) + "\n")
        self.err.flush()

    def data(self, value: object) -> None:
        """Write an answer for scripts as JSON."""
        self.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        self.out.flush()


def _plain(text: str) -> str:
    """Take out what could steer a terminal."""
    return _CONTROL.sub("", text)
