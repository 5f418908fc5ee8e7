"""After a day of work and a lock, no word of it lies anywhere but in what was saved on purpose."""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.faults.conftest import in_memory
from tests.faults.marked_day import SAVED, WORDS
from tests.faults.recording import strace_available
from tests.faults.tallying import Tally
from tests.faults.traces import Search
from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process that kills itself at once")
PATIENCE_SECONDS = 60


def surroundings(root: Path) -> dict[str, str]:
    """Return an environment in which every place a desktop program leaves traces lies below one folder."""
    places = {
        "HOME": "home",
        "KIMDESK_HOME": "home/kimdesk",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "run",
        "TMPDIR": "tmp",
    }
    for place in places.values():
        (root / place).mkdir(mode=0o700, parents=True, exist_ok=True)
    own = {name: str(root / place) for name, place in places.items()}
    return {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}


def day_in(root: Path, *before: str) -> None:
    """Let a day happen below a folder; it ends with a kill."""
    command = [*before, sys.executable, "-m", "tests.faults.marked_day", str(root)]
    done = subprocess.run(command, cwd=ROOT, env=surroundings(root), check=False, capture_output=True, text=True)
    assert done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}, done.stderr
    assert done.stdout == ""


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a day that ended with a kill."""
    with in_memory(tmp_path_factory.mktemp("day")) as root:
        day_in(root)
        yield root


def test_nothing_of_a_day_is_left_outside_the_vault(day: Path, tally: Tally) -> None:
    search = Search(WORDS)
    hits = list(search.in_folder(day, but=[day / SAVED]))
    files = [path for path in day.rglob("*") if path.is_file() and not path.is_relative_to(day / SAVED)]
    counts = {"words": len(WORDS), "files": len(files), "bytes": search.looked_at, "hits": len(hits)}
    tally(
        f"a day, a kill; saved on purpose: {', '.join(sorted(each.name for each in (day / SAVED).iterdir()))}", counts
    )
    assert hits == []
    names = {path.name for path in files}
    assert {"vault.db", "vault.db-wal", "kimdesk.log", "paket.kimb", "half.part"} <= names


def test_what_was_saved_on_purpose_is_found(day: Path, tally: Tally) -> None:
    """The search sees: the family's own file holds its names, and the passphrase lies where it was put."""
    found = {hit.word for hit in Search(WORDS).in_folder(day / SAVED)}
    tally("what was saved on purpose", {"words found": len(found)}, sabotaged=True)
    assert {"family name", "native name", "note", "passphrase"} <= found


def zipped(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", content)
    return target.getvalue()


WORD = WORDS["note"].encode()
SMALL_NATIVE = WORDS["native name"].lower()
LEAKS: dict[str, tuple[str, bytes]] = {
    "a temporary file": ("tmp/x.txt", WORD),
    "UTF-16 in the cache": ("home/.cache/x", b"\1" + WORDS["note"].encode("utf-16-le")),
    "base64 in the settings": ("home/.config/x", base64.b64encode(b"a" + WORD)),
    "a packed stream": ("tmp/x.pdf", b"%PDF stream\n" + zlib.compress(WORD * 9)),
    "a packed log in capitals": ("home/kimdesk/old.gz", gzip.compress(b"QUARZHUMMELOVA" * 9)),
    "packed twice": ("tmp/y", zlib.compress(b"_" * 20 + gzip.compress(WORD * 9))),
    "an office file": ("tmp/x.xlsx", zipped(WORD * 9)),
    "the name of a file": (f"home/.local/share/{WORDS['family name']}.lnk", b""),
    "Cyrillic in small letters": ("tmp/z", SMALL_NATIVE.encode("utf-16-le")),
    "escaped JSON": ("tmp/j", json.dumps(WORDS["native name"]).encode()),
}


def test_every_planted_leak_is_found(tmp_path: Path, tally: Tally) -> None:
    found = 0
    for place, content in LEAKS.values():
        root = tmp_path / "root"
        surroundings(root)
        assert list(Search(WORDS).in_folder(root)) == []
        (root / place).write_bytes(content)
        found += bool(list(Search(WORDS).in_folder(root)))
        shutil.rmtree(root)
    tally("planted leaks", {"planted": len(LEAKS), "found": found}, sabotaged=True)
    assert found == len(LEAKS)


# the memory of what goes on running -----------------------------------------------


def hits_in(pid: int, words: Mapping[str, str] = WORDS) -> tuple[int, int]:
    """Return how many hits there are in a process, and how many bytes were looked at."""
    search = Search(words)
    try:
        hits = list(search.in_process(pid))
    except PermissionError:
        pytest.skip("this user may not read the memory of the program")
    return len(hits), search.looked_at


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_a_process_that_kept_a_word_is_found_out(tmp_path: Path, tally: Tally) -> None:
    code = "import sys; kept = sys.stdin.readline(); print('kept', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(WORD + b"\n")
        process.stdin.flush()
        process.stdout.readline()
        found, looked_at = hits_in(process.pid)
        process.stdin.close()
    tally("a process that kept a word", {"bytes": looked_at, "hits": found}, sabotaged=True)
    assert found


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc")
def test_after_locking_no_process_knows_a_word(day: Path, scratch: Path, tally: Tally) -> None:
    root = Path(shutil.copytree(day, scratch / "root"))
    home, vault = root / "home" / "kimdesk", root / "tresor"
    command = [sys.executable, "-m", "tests.faults.marked_window", str(home), str(vault)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings(root), **pipes) as process:
        try:
            assert process.stdout is not None
            assert process.stdin is not None
            assert process.stdout.readline() == "typed\n"
            before, _ = hits_in(process.pid)
            process.stdin.write("\n")
            process.stdin.flush()
            wait_for(lambda: b"marked_window" not in Path(f"/proc/{process.pid}/cmdline").read_bytes())
            wait_for(lambda: "libQt6Widgets" in Path(f"/proc/{process.pid}/maps").read_text("utf-8"))
            time.sleep(2)  # the fresh program has shown its lock screen by now
            assert process.poll() is None
            in_memory_of, looked_at = hits_in(process.pid)
            assert children_of(process.pid) == []
        finally:
            process.kill()
    hits = list(Search(WORDS).in_folder(root, but=[root / SAVED]))
    tally("the program after locking", {"bytes of memory": looked_at, "hits": in_memory_of, "in files": len(hits)})
    tally("the same program before locking", {"hits": before}, sabotaged=True)
    assert in_memory_of == 0
    assert before > 0
    assert hits == []


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()


_OPENED = re.compile(r'openat?\((?:AT_FDCWD, )?"([^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)[^)]*\) = \d+')
HARMLESS = ("/dev/null", "/dev/tty", "/dev/shm/")


@pytest.mark.slow
def test_nothing_is_written_elsewhere(scratch: Path, tally: Tally) -> None:
    if not strace_available():
        pytest.skip("strace is missing or may not trace here")
    root, log = scratch / "root", scratch / "trace"
    root.mkdir()
    day_in(root, "strace", "-f", "-e", "trace=open,openat,creat", "-o", str(log))
    opened = {match.group(1) for match in _OPENED.finditer(log.read_text("utf-8", errors="replace"))}
    elsewhere = {path for path in opened if not path.startswith((str(root), *HARMLESS))}
    tally("files opened for writing", {"below the folder": len(opened - elsewhere), "elsewhere": len(elsewhere)})
    assert elsewhere == set()
    assert opened
