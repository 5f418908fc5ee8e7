"""Another program looks at a file: a copy in the clear, asked for, in a folder of its own, and gone at the lock.

Where a copy lies is kept in the vault before it is written: what a crash leaves behind is removed at the next start.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
import tempfile
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework.desk import Desk
from kimdesk.casework.giving import OWN, prepare, write_pieces
from kimdesk.domain.files import suffix_of
from kimdesk.exchange.medium import create_private
from kimdesk.store.session import Session
from kimdesk.vault.trouble import translated

_KEY = "outside/"
_FOLDER = "kimdesk-"


def open_copy(desk: Desk, record: RecordId, progress: Progress = SILENT) -> Path:
    """Write a file in the clear for another program and return where; its name tells nothing.

    An act: the caller has confirmed it. Raises UserProblem attachment.not_opened for what no program is handed, what
    reading the file raises, Surroundings, Cancelled; nothing is left behind then.
    """
    row = prepare(desk, record, OWN).row
    suffix = suffix_of(row.mime)
    if not suffix:
        raise UserProblem("attachment.not_opened")
    folder = place() / f"{_FOLDER}{secrets.token_hex(8)}"
    desk.put_state(_KEY + folder.name, str(folder))
    path = folder / f"{secrets.token_hex(4)}{suffix}"
    try:
        with translated():
            folder.mkdir(0o700)
            with create_private(path) as file:
                write_pieces(desk, row, file, progress)
            path.chmod(0o400)  # what is written there would be lost
    except BaseException:
        clean(desk)
        raise
    return path


def clean(session: Session) -> int:
    """Remove every copy; returns how many are still held by another program, to be tried again at the next start."""
    left = 0
    for key, folder in session.states(_KEY).items():
        if _remove(Path(folder)):
            session.drop_state(key)
        else:
            left += 1
    return left


def place() -> Path:
    """Return where copies are written: in memory where the system offers that, else its folder for what passes."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform == "linux" and runtime and Path(runtime).is_dir():
        return Path(runtime)
    return Path(tempfile.gettempdir())


def _remove(folder: Path) -> bool:
    """Remove a folder of ours, whatever lies in it; tells whether it is gone. Another's is left alone."""
    if not folder.name.startswith(_FOLDER):
        return True
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            path.chmod(0o600)
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
