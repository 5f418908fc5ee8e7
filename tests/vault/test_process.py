"""Locks between processes, replacing the process, and what it may leak: proved with real second processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kimdesk.base.errors import Surroundings
from kimdesk.vault.memory import wipe
from tests.faults.tallying import Tally
from tests.vault.conftest import PASSPHRASE, Place

PREPARE = "from tests.vault.conftest import *; from kimdesk.vault.vault import *; import sys, time, pathlib;"
OPEN = f"{PREPARE} v = unlock(pathlib.Path(sys.argv[1]), passphrase=PASSPHRASE, clock=FixedClock(0), policy=CHEAP);"
ROOT = Path(__file__).resolve().parents[2]


def start(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_second_process_is_told_that_the_vault_is_open(place: Place) -> None:
    with start(f"{OPEN} print('offen', flush=True); sys.stdin.read()", place.folder) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "offen\n"
        before = {name: data for name, data in place.bytes_of().items() if "-shm" not in name}
        with pytest.raises(Surroundings) as caught:
            place.open()
        assert caught.value.code == "vault.in_use"
        assert {name: data for name, data in place.bytes_of().items() if "-shm" not in name} == before
        other.communicate("")
    place.open().close()


def test_a_killed_process_leaves_no_lock_behind(place: Place) -> None:
    with start(f"{OPEN} print('offen', flush=True); time.sleep(60)", place.folder) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "offen\n"
        other.kill()
        other.communicate()
    assert (place.folder / "lock").exists()
    place.open().close()


def test_the_same_process_cannot_open_a_vault_twice(place: Place) -> None:
    with place.open():
        with pytest.raises(Surroundings) as caught:
            place.open()
        assert caught.value.code == "vault.in_use"


# locking: the process that knew the key is another one, or none ------------------

LOCKED = "processes that lock: one at once, one that hangs, one that cannot be replaced"
HANGS = (
    "import sys, threading; from kimdesk.vault.relaunch import Watchdog\n"
    "with Watchdog([sys.executable, '-c', 'print(\"neu\")'], seconds=0.2): threading.Event().wait(60)\n"
    "print('nie')"
)
STUCK = (
    "import threading; from kimdesk.vault.relaunch import Watchdog\n"
    "def stuck(argv): threading.Event().wait(60)\n"
    "with Watchdog(['x'], stuck, seconds=0.2): threading.Event().wait(60)\n"
    "print('nie')"
)


def locked(code: str, *arguments: str | Path, patience: float = 50) -> tuple[str, int | None, dict[str, int]]:
    """Let a process lock; return what was written, how it ended, and whether it is still there after a while."""
    with start(code, *arguments) as process:
        try:
            output, _ = process.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            return "", None, {"processes": 1, "still alive": 1}
        return output, process.returncode, {"processes": 1, "still alive": 0}


def test_the_process_is_replaced_and_the_lock_goes_with_it(place: Place, tally: Tally) -> None:
    again = f"{OPEN} print('wieder offen')"
    code = (
        f"{OPEN} from kimdesk.vault.relaunch import replace_process;"
        "replace_process([sys.executable, '-c', sys.argv[2], sys.argv[1]])"
    )
    output, _, counts = locked(code, place.folder, again)
    tally(LOCKED, counts, part=15)
    assert output == "wieder offen\n"


def test_the_watchdog_replaces_a_process_whose_lock_sequence_hangs(tally: Tally) -> None:
    output, _, counts = locked(HANGS)
    tally(LOCKED, counts, part=15)
    assert output == "neu\n"


def test_the_watchdog_ends_even_a_process_that_cannot_be_replaced(tally: Tally) -> None:
    output, code, counts = locked(STUCK)
    tally(LOCKED, counts, part=15)
    assert output == ""
    assert code
    assert counts["still alive"] == 0


def test_a_watchdog_that_sleeps_is_found_out(tally: Tally) -> None:
    asleep = "from kimdesk.vault import relaunch; relaunch.Watchdog.__enter__ = lambda self: self\n"
    _, _, counts = locked(asleep + HANGS, patience=2)
    tally("a watchdog that sleeps", counts, sabotaged=True, part=15)
    assert counts["still alive"] == 1


def test_the_watchdog_stands_down_when_the_sequence_came_through() -> None:
    code = (
        "import os, time; from kimdesk.vault.relaunch import Watchdog\n"
        "with Watchdog(['x'], lambda argv: os._exit(7), seconds=0.1): pass\n"
        "time.sleep(0.4); print('fertig')"
    )
    process = start(code)
    output, _ = process.communicate()
    assert (output, process.returncode) == ("fertig\n", 0)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux keeps these marks")
def test_a_hardened_process_leaves_no_core_and_cannot_be_read() -> None:
    code = (
        "import ctypes, resource; from kimdesk.vault.memory import harden_process; harden_process();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    output, _ = start(code).communicate()
    assert output == "(0, 0) 0\n"


def test_wiped_secrets_are_zeros() -> None:
    secret = bytearray(PASSPHRASE.encode())
    length = len(secret)
    wipe(secret)
    assert secret == bytes(length)
