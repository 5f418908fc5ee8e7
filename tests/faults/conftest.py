"""Where fault tests put the many small vaults they break."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@contextmanager
def in_memory(otherwise: Path) -> Iterator[Path]:
    """Yield an empty folder in memory where the system has one, so that thousands of vaults cost the disk nothing."""
    if not (_MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)):
        yield otherwise
        return
    folder = Path(tempfile.mkdtemp(prefix="kimdesk-", dir=_MEMORY))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def clear(folder: Path) -> None:
    """Remove a folder that was looked at, and what still holds on to it: collecting waits for the end of a test.

    Failures hold their frames and those an open database with its pages: a thousand of them fill a machine's memory.
    """
    shutil.rmtree(folder)
    gc.collect(1)


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Path]:
    """Return an empty folder for vaults that are broken."""
    with in_memory(tmp_path) as folder:
        yield folder


@pytest.fixture(autouse=True)
def collected_on_the_way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a long proof without widgets collect its garbage as it goes, or it would fill the memory."""
    goes_on = request.node.get_closest_marker("slow") and not {"qapp", "qtbot"} & set(request.fixturenames)
    if goes_on:
        gc.enable()
    yield
    gc.disable()
