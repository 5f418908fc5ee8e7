"""Locking ends the process: a fresh one shows the lock screen, because Python cannot wipe what it read."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Final, NoReturn, Protocol, TextIO

DEADLINE_SECONDS: Final = 1.0


class Relaunch(Protocol):
    """Replaces this process by a fresh one; tests put something milder in its place."""

    def __call__(self, argv: Sequence[str], /) -> NoReturn:
        """Start `argv` (program first) and never return."""
        ...


def replace_process(argv: Sequence[str], /) -> NoReturn:
    """Become the fresh process (POSIX) or start it and die at once (Windows)."""
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - Windows only

        subprocess.Popen(list(argv), close_fds=True)  # noqa: S603 - our own program
        os._exit(0)
    os.execv(argv[0], list(argv))  # noqa: S606 - our own program


class Watchdog:
    """Replaces the process by force where the lock sequence hangs; a context manager around that sequence.

    One second after entering it relaunches; half a second later, should even that hang, the process ends.
    """

    def __init__(
        self, argv: Sequence[str], relaunch: Relaunch = replace_process, *, seconds: float = DEADLINE_SECONDS
    ) -> None:
        self._timer = threading.Timer(seconds, relaunch, args=(tuple(argv),))
        self._timer.daemon = True
        self._hard_end = seconds * 1.5
        self._silence: TextIO | None = None

    def __enter__(self) -> Watchdog:
        """Start both deadlines."""
        # this second one needs no Python thread, so it works while C code holds the interpreter
        self._silence = open(os.devnull, "w", encoding="ascii")  # noqa: PTH123 - a device
        faulthandler.dump_traceback_later(self._hard_end, exit=True, file=self._silence)
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stand down: the sequence came through by itself."""
        self._timer.cancel()
        faulthandler.cancel_dump_traceback_later()
        if self._silence is not None:
            self._silence.close()
