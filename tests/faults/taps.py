"""A tap on every file operation below one folder: Python's own calls and those of the encrypted database.

Whoever listens is asked before each call and told after it. The answer may let it pass, make it fail, write only a
part, or drop it while claiming that it was done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Literal, Protocol

from tests.support.tree import PACKAGE

Layer = Literal["python", "database"]
_PACKAGE = os.fspath(PACKAGE) + os.sep


@dataclass(frozen=True, slots=True)
class Call:
    """One operation on a file: `path` and `to` relative to the folder listened to."""

    name: str
    layer: Layer
    path: str
    handle: int = 0
    offset: int = 0
    size: int = 0
    data: bytes = b""
    to: str = ""
    creates: bool = False
    truncates: bool = False
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What a call does instead of its work: fail with an error number, write a part, or nothing at all."""

    number: int = 0
    kind: Literal["error", "short", "swallow"] = "error"

    def error(self) -> OSError:
        """Return the failure as Python raises it."""
        return OSError(self.number, os.strerror(self.number))


class Listener(Protocol):
    """Hears of calls."""

    def before(self, call: Call) -> Fault | None:
        """Say what happens instead of the call, None to let it pass."""
        ...

    def after(self, call: Call) -> None:
        """Hear that a call has been done; `data` is what was really written."""
        ...


class Ear:
    """What the two taps share: the folder, and the one who listens."""

    def __init__(self, folder: Path, listener: Listener) -> None:
        self._root = os.fspath(folder.absolute())
        self._listener = listener
        self._next = 1
        self._look = os.lstat  # the real one, before anything is tapped

    def inside(self, path: object) -> str | None:
        """Return a path relative to the folder, None where it lies elsewhere."""
        if not isinstance(path, (str, os.PathLike)):
            return None
        absolute = os.fspath(Path(path).absolute())
        if absolute == self._root:
            return ""
        start = self._root + os.sep
        return absolute[len(start) :].replace(os.sep, "/") if absolute.startswith(start) else None

    def has(self, path: str) -> bool:
        """Tell whether something lies under a relative path."""
        try:
            self._look(f"{self._root}{os.sep}{path}")
        except OSError:
            return False
        return True

    def handle(self) -> int:
        """Return the number of a new opening."""
        self._next += 1
        return self._next

    def ask(self, call: Call) -> Fault | None:
        """Ask what happens."""
        return self._listener.before(call)

    def tell(self, call: Call, **changed: object) -> None:
        """Tell what happened."""
        self._listener.after(replace(call, **changed) if changed else call)  # type: ignore[arg-type]


def call_site(call: Call) -> str | None:
    """Return where in the program a call comes from: file, line and function, and what was done to which file.

    None for calls of the tests themselves.
    """
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
    if frame is None:
        return None
    place = frame.f_code.co_filename.removeprefix(_PACKAGE).replace(os.sep, "/")
    suffix = f" {call.layer} {call.path.rpartition('.')[2]}" if call.layer == "database" else ""
    return f"{place}:{frame.f_lineno} {frame.f_code.co_name} {call.name}{suffix}"


@contextmanager
def tapped(folder: Path, listener: Listener) -> Iterator[None]:
    """Listen to every file operation below a folder while the block runs."""
    from tests.faults import database_tap, python_tap

    ear = Ear(folder, listener)
    with python_tap.tapped(ear), database_tap.tapped(ear):
        yield
