"""`python -m tests.faults.killed_operations TEMPLATE PLACE KILLS SEED STOP NAME…`: operations killed in the middle.

A copy of this process does the operation and is killed at a random moment, some after having been stopped for STOP
seconds. One JSON line per kill goes to standard output.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError
from kimdesk.casework.desk import open_desk
from tests.faults.failing import Operation, told
from tests.faults.operations import OPERATIONS
from tests.faults.world import services
from tests.support.vaults import PASSPHRASE

BEGUN, DONE, FAILED = b"b", b"d", b"f"


def run_and_kill(operation: Operation, world: Path, wait: float, stop: float) -> tuple[bool, bool, list[str]]:
    """Kill an operation after so many seconds; return whether it was done and acknowledged, still running, findings."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work(operation, world, writing)
    os.close(writing)
    assert os.read(reading, 1) == BEGUN
    time.sleep(wait)
    findings = _while_stopped(world, child, stop) if stop else []
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    said = os.read(reading, 1)
    os.close(reading)
    if said == FAILED:
        findings.append("failed by itself")
    return said == DONE, os.WIFSIGNALED(status), findings


def _work(operation: Operation, world: Path, writing: int) -> None:
    try:
        ready = operation.enter(world)
        os.write(writing, BEGUN)
        operation.act(world, ready)
        os.write(writing, DONE)
    except BaseException:
        os.write(writing, FAILED)
    time.sleep(60)  # it is killed, never ends by itself


def _while_stopped(world: Path, child: int, stop: float) -> list[str]:
    """Stop the process; meanwhile nobody else gets into the vault it holds."""
    os.kill(child, signal.SIGSTOP)
    time.sleep(stop)
    try:
        open_desk(services(), world / "tresor", PASSPHRASE).close()
    except KimError as error:
        return [] if error.code == "vault.in_use" else [f"a stopped process: {error.code}"]
    return ["a vault held by a stopped process opens"]


def duration(operation: Operation, world: Path) -> float:
    """Return how long an operation takes, in seconds."""
    ready = operation.enter(world)
    began = time.monotonic()
    operation.act(world, ready)
    took = time.monotonic() - began
    operation.leave(ready)
    return took


def main(template: Path, place: Path, kills: int, chance: random.Random, stop: float, names: list[str]) -> None:
    """Kill each operation as often as the others."""
    for operation in (each for each in OPERATIONS if each.name in names):
        world = Path(shutil.copytree(template, place / "world"))
        longest = duration(operation, world)
        shutil.rmtree(world)
        for number in range(kills // len(names)):
            world = Path(shutil.copytree(template, place / "world"))
            halted = stop if number == 0 and operation.name == "back up" else 0
            done, running, findings = run_and_kill(operation, world, chance.uniform(0, longest), halted)
            findings += judged(operation, world, acknowledged=done)
            _tell({"operation": operation.name, "done": done, "running": running, "findings": findings})
            shutil.rmtree(world)


def judged(operation: Operation, world: Path, *, acknowledged: bool) -> list[str]:
    """Return what is lost or torn; what a process that is no more left behind may lie there until the next time."""
    try:
        return [each for each in operation.judge(world, acknowledged=acknowledged) if "left behind" not in each]
    except Exception as error:
        return [f"cannot be judged: {told(error)}"]


def _tell(outcome: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(outcome) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]), Path(given[1]), int(given[2]), random.Random(int(given[3])), float(given[4]), given[5:])
