"""`python -m tests.faults.racing VAULT PROCESSES ROUNDS [unlocked]`: processes that open one vault at the same moment.

Each round prints how many got in. With `unlocked` the system's lock does nothing, as on a file system without locks.
"""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path

from kimdesk.base.errors import KimError
from kimdesk.vault.vault import unlock
from tests.faults.world import TODAY
from tests.support.vaults import CHEAP, PASSPHRASE

IN, REFUSED, OTHERWISE = b"i", b"r", b"?"


def race(vault: Path, processes: int) -> bytes:
    """Let processes open a vault at once and hold it; return what each of them met."""
    start, answers, done = os.pipe(), os.pipe(), os.pipe()
    children = []
    for _ in range(processes):
        child = os.fork()
        if child == 0:
            os.close(start[1])
            os.close(done[1])
            _compete(vault, start[0], answers[1], done[0])
        children.append(child)
    os.close(start[1])  # the signal: reading ends for all of them at once
    found = b"".join(os.read(answers[0], 1) for _ in children)
    os.close(done[1])
    for child in children:
        os.waitpid(child, 0)
    for descriptor in (start[0], *answers, done[0]):
        os.close(descriptor)
    return found


def _compete(vault: Path, start: int, answer: int, done: int) -> None:
    os.read(start, 1)
    try:
        held = unlock(vault, passphrase=PASSPHRASE, clock=TODAY, policy=CHEAP)
        os.write(answer, IN)
        os.read(done, 1)
        held.close()
    except KimError as error:
        os.write(answer, REFUSED if error.code == "vault.in_use" else OTHERWISE)
    except BaseException:
        os.write(answer, OTHERWISE)
    os._exit(0)


def main(vault: Path, processes: int, rounds: int, *, unlocked: bool) -> None:
    """Race a few times."""
    if unlocked:
        fcntl.flock = lambda *_: None
    for _ in range(rounds):
        found = race(vault, processes)
        sys.stdout.write(f"{found.count(IN)} {found.count(REFUSED)} {found.count(OTHERWISE)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), unlocked="unlocked" in sys.argv)
