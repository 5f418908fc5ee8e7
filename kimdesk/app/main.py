"""Where the program begins: hardens the process, then runs a command or opens the window."""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kimdesk.vault.memory import harden_process

if TYPE_CHECKING:
    from argparse import Namespace

    from kimdesk.cli.call import Call

SWITCH_SECONDS = 1e-4
"""How long a busy thread may keep the others waiting; the window stays fluent beside long work."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; without arguments it opens the window."""
    harden_process()
    sys.setswitchinterval(SWITCH_SECONDS)
    _speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    if not given:
        return _open(None)  # a double click: not even the command line is loaded before the first window
    try:
        return _run(given)
    except BrokenPipeError:
        return _reader_gone()


def _run(argv: list[str]) -> int:
    if argv[0] == "open" and (wanted := _window_call(argv)):
        return _open_as_asked(wanted)
    _start_log()
    from kimdesk.app.compose import services  # noqa: PLC0415 - behind the hardening of the process
    from kimdesk.cli.command import run  # noqa: PLC0415
    from kimdesk.cli.console import Console  # noqa: PLC0415

    verbs = {"open": lambda call: _open_as_asked(call.args), "gallery": _gallery, "bench": _bench}
    return run(argv, services(), Console.system(), verbs)


def _window_call(argv: list[str]) -> Namespace | None:
    """Return the arguments of `open`; None where the call is wrong or asks for help, which commands explain."""
    from kimdesk.cli.parser import HelpWanted, WrongCall, language  # noqa: PLC0415 - where there is something to parse
    from kimdesk.cli.verbs import root  # noqa: PLC0415
    from kimdesk.cli.window import add as add_window_verbs  # noqa: PLC0415

    parser, branch = root(language(argv))
    add_window_verbs(branch)
    try:
        return parser.parse_args(argv)
    except (WrongCall, HelpWanted):
        return None


def _open_as_asked(args: Namespace) -> int:
    return _open(Path(args.vault) if args.vault else None, demo=args.demo)


def _open(vault: Path | None, *, demo: bool = False) -> int:
    gc.disable()  # nothing is garbage before the window is up; then the window's keeper collects (decision 6)
    from kimdesk.app.open import run  # noqa: PLC0415 - Qt is loaded for the window alone

    return run(vault, demo=demo)


def _gallery(call: Call) -> int:
    from kimdesk.app.gallery import run  # noqa: PLC0415

    defects = run(Path(call.args.folder), only=call.args.only, today=call.args.today, say=call.console.line)
    return int(defects > 0)


def _bench(call: Call) -> int:
    from kimdesk.app.bench import run  # noqa: PLC0415

    return run(call)


def _speak_utf8() -> None:
    """Names come in every script; a console that cannot show one shows a substitute."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _start_log() -> None:
    from kimdesk.base.log import start_log  # noqa: PLC0415
    from kimdesk.ui.settings import folder  # noqa: PLC0415

    try:
        start_log(folder() / "log")
    except OSError:  # a log that cannot be written keeps nobody from working
        logging.getLogger("kimdesk").addHandler(logging.NullHandler())


def _reader_gone() -> int:
    """Whoever read our output has left; nothing more is said, not even by Python at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
