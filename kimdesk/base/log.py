"""The program's log: event names, counts and codes only, never what a record says."""

from __future__ import annotations

import logging
import re
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

ROOT = "kimdesk"
MOST_BYTES = 1_000_000
_HOME = r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)[^/\\\s\"']+"


class RedactingFormatter(logging.Formatter):
    """Writes a line without what an exception says: type and place of a failure, never its message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line; home folders are shortened so that no user name stays."""
        return re.sub(_HOME, "~", super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802
        """Return the places of a traceback and the exception's type; messages may hold field values."""
        kind: type[BaseException] = ei[0]
        trace: TracebackType | None = ei[2]
        places = []
        while trace is not None:
            places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
            trace = trace.tb_next
        return f"{kind.__name__} at " + " > ".join(places)


class _Others(logging.Handler):
    """Takes what libraries log: who complains is written down, what they say may hold names and stays out."""

    def __init__(self, file: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Write down one complaint of a library."""
        if record.name.partition(".")[0] != ROOT:
            told = {"name": record.name, "levelname": record.levelname, "levelno": record.levelno}
            self._file.handle(logging.makeLogRecord(told | {"msg": "complains"}))


def start_log(folder: Path) -> None:
    """Write the log of this process into a file; one that has grown is put aside, two old ones are kept.

    Complaints of libraries and Python's warnings go there as well, without their words, instead of standard error,
    which desktops keep in journals. The standard library's rotating handler would load sockets before the first window.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "kimdesk.log"
    _put_aside(file)
    handler = logging.FileHandler(file, encoding="utf-8")
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logging.getLogger().addHandler(_Others(handler))
    warnings.showwarning = _note_warning


def _note_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Log kind and place of a warning, not what it says."""
    del message, file, line
    logging.getLogger(ROOT).warning("warning %s at %s:%d", category.__name__, Path(filename).name, lineno)


def _put_aside(file: Path) -> None:
    if not file.exists() or file.stat().st_size < MOST_BYTES:
        return
    older = file.with_suffix(".log.1")
    if older.exists():
        older.replace(file.with_suffix(".log.2"))
    file.replace(older)
