"""The program reaches no network. Every journey in tests/journeys is listened to as well."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.recording import strace_available
from tests.faults.tallying import Tally
from tests.support.offline import listening
from tests.support.tree import ROOT

PROGRAM = [sys.executable, "-m", "tests.support.cheap_kimdesk"]
LISTENED = """
import sys
from tests.support.offline import listening
from kimdesk.app.compose import services
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from tests.support.vaults import CHEAP
with listening() as attempts:
    code = run(sys.argv[1:], services(policy=CHEAP), Console.system())
print(len(attempts), "attempts")
sys.exit(code)
"""


def new_socket() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def new_socket_of_six() -> None:
    socket.socket(socket.AF_INET6, socket.SOCK_STREAM).close()


def name_looked_up() -> None:
    socket.getaddrinfo("localhost", 80)


def page_asked_for() -> None:
    urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)


WAYS: tuple[Callable[[], None], ...] = (new_socket, new_socket_of_six, name_looked_up, page_asked_for)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_each_way_out_is_heard(way: Callable[[], None], tally: Tally) -> None:
    with listening() as attempts, contextlib.suppress(OSError):
        way()
    tally(way.__name__, {"heard": len(attempts)}, sabotaged=True)
    assert attempts


def test_sockets_of_this_computer_are_none_of_the_internet() -> None:
    with listening() as attempts:
        first, second = socket.socketpair()
        first.close()
        second.close()
    assert attempts == [] or sys.platform == "win32"


@pytest.mark.slow
def test_the_whole_main_job_without_an_attempt(scratch: Path, tally: Tally) -> None:
    command = [sys.executable, "-c", LISTENED, "demo", str(scratch / "demo")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    attempts = int(done.stdout.splitlines()[-1].split()[0])
    tally("the demonstration, heard by Python", {"attempts": attempts})
    assert attempts == 0


@pytest.mark.slow
def test_the_whole_main_job_where_there_is_no_network(scratch: Path, tally: Tally) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-n", "true"], check=False, capture_output=True).returncode:
        pytest.skip("an empty network namespace is not permitted here")
    done = subprocess.run(
        [unshare, "-n", *PROGRAM, "demo", str(scratch / "demo")], cwd=ROOT, check=False, capture_output=True, text=True
    )
    tally("the demonstration in an empty network namespace", {"exit code": done.returncode})
    assert done.returncode == 0, done.stderr
    assert "angekommen" in done.stdout


_SOCKET = re.compile(r"(?:socket|connect|bind|sendto)\([^)]*AF_(INET6?|PACKET|NETLINK)[^)]*\)")


def internet_calls(command: list[str], log: Path) -> list[str]:
    """Run a command under strace and return its calls that concern a network."""
    if not strace_available():
        pytest.skip("strace is missing or may not trace here")
    traced = ["strace", "-f", "-e", "trace=%network", "-o", str(log)]
    subprocess.run([*traced, *command], cwd=ROOT, check=True, capture_output=True)
    return [match.group() for match in _SOCKET.finditer(log.read_text("utf-8", errors="replace"))]


@pytest.mark.slow
def test_the_system_sees_no_socket_of_the_internet(scratch: Path, tally: Tally) -> None:
    calls = internet_calls([*PROGRAM, "demo", str(scratch / "demo")], scratch / "log")
    tally("the demonstration, seen by strace", {"network calls": len(calls)})
    assert calls == []


@pytest.mark.slow
def test_the_system_sees_no_socket_of_the_window(scratch: Path, tally: Tally) -> None:
    code = (
        "import os, sys; os.environ.update(QT_QPA_PLATFORM='offscreen', KIMDESK_HOME=sys.argv[1]);"
        "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication;"
        "from pathlib import Path; from kimdesk.app.open import App; from tests.support.program import cheap_services;"
        "q = QApplication([]); a = App(q, place=Path(sys.argv[1]), services=cheap_services); a.start(None);"
        "QTimer.singleShot(1500, q.quit); QApplication.exec()"
    )
    calls = internet_calls([sys.executable, "-c", code, str(scratch / "home")], scratch / "log")
    tally("the window, seen by strace", {"network calls": len(calls)})
    assert calls == []


@pytest.mark.slow
def test_a_program_that_reaches_out_is_seen(scratch: Path, tally: Tally) -> None:
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    calls = internet_calls([sys.executable, "-c", code], scratch / "log")
    tally("a program that reaches out, seen by strace", {"network calls": len(calls)}, sabotaged=True)
    assert calls
