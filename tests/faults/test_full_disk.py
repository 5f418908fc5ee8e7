"""A disk that fills up at any point is said to be full, and nothing acknowledged is lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kimdesk.vault import trouble
from tests.faults import database_tap
from tests.faults.conftest import clear, in_memory
from tests.faults.failing import wordless
from tests.faults.operations import OPERATIONS
from tests.faults.small_disk import FULL, permitted
from tests.faults.tallying import Tally
from tests.faults.taps import Call, Fault, tapped
from tests.faults.world import make_world
from tests.support.tree import ROOT

BY_NAME = {operation.name: operation for operation in OPERATIONS}
NO_SPACE = 28


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a world to be copied."""
    with in_memory(tmp_path_factory.mktemp("template")) as folder:
        make_world(folder)
        yield folder


# a disk that counts, everywhere -------------------------------------------------


class Budget:
    """Lets files grow by so many bytes together, then the disk is full."""

    def __init__(self, room: int) -> None:
        self.room: int | None = None
        self._given = room
        self._ends: dict[str, int] = {}

    def begin(self) -> None:
        """Begin to count."""
        self.room = self._given

    def end(self) -> None:
        """Make room again."""
        self.room = None

    def before(self, call: Call) -> Fault | None:
        """Refuse what does not fit."""
        if self.room is None:
            return None
        grown = self._growth(call)
        if grown > self.room or (call.name == "mkdir" and self.room < 4096):
            return Fault(NO_SPACE)
        self.room -= grown
        return None

    def after(self, call: Call) -> None:
        """Nothing else is to be learned."""

    def _growth(self, call: Call) -> int:
        if call.name != "write":
            return 0
        end, before = call.offset + len(call.data), self._ends.get(call.path, 0)
        self._ends[call.path] = max(end, before)
        return max(0, end - before)


def on_a_counting_disk(name: str, template: Path, scratch: Path, room: int) -> tuple[bool, list[str]]:
    """Do an operation with so much room; say whether it failed, and what is wrong with how it did."""
    operation, budget = BY_NAME[name], Budget(room)
    world = Path(shutil.copytree(template, scratch / "world"))
    failure: BaseException | None = None
    with tapped(world, budget):
        ready = operation.enter(world)
        budget.begin()
        try:
            operation.act(world, ready)
        except Exception as error:
            failure = error
        finally:
            budget.end()
            operation.leave(ready)
    findings = list(wordless(failure, FULL)) if failure is not None else []
    findings += list(operation.judge(world, acknowledged=failure is None))
    clear(world)
    return failure is not None, [f"{name} with {room}: {each}" for each in findings]


ROOMS = (0, 20_000, 150_000)
needs_tap = pytest.mark.skipif(not database_tap.AVAILABLE, reason="the database library shows no symbols here")


@needs_tap
@pytest.mark.parametrize("name", ["import", "send"])
def test_a_disk_that_fills_up_is_said_to_be_full(name: str, template: Path, scratch: Path, tally: Tally) -> None:
    failed, found = 0, list[str]()
    for room in ROOMS:
        refused, findings = on_a_counting_disk(name, template, scratch, room)
        failed, found = failed + refused, found + findings
    tally(f"{name} with {len(ROOMS)} sizes of room", {"refused": failed, "findings": len(found)})
    assert found == []
    assert failed


@needs_tap
def test_a_full_disk_told_as_something_else_is_found_out(
    template: Path, scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(trouble._BY_RESULT, 13, "vault.busy")
    _, found = on_a_counting_disk("save", template, scratch, 0)
    tally("a full disk told as a busy vault", {"findings": len(found)}, sabotaged=True)
    assert found


# a real small disk, where mounting is permitted -----------------------------------


def on_real_disks(template: Path, scratch: Path, step: int, names: Sequence[str]) -> list[dict[str, Any]]:
    place = scratch / "disk"
    place.mkdir()
    if not permitted(place):
        pytest.skip("mounting a small disk is not permitted here")
    command = ["unshare", "-m", sys.executable, "-m", "tests.faults.small_disk", str(template), str(place), str(step)]
    done = subprocess.run([*command, *names], cwd=ROOT, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def counted(attempts: Sequence[dict[str, Any]]) -> dict[str, int]:
    return {
        "attempts": len(attempts),
        "operations": len({each["operation"] for each in attempts}),
        "refused as full": sum(each["code"] is not None for each in attempts),
        "findings": sum(len(each["findings"]) for each in attempts),
    }


def sound(attempts: Sequence[dict[str, Any]]) -> None:
    assert [each for each in attempts if each["findings"]] == []
    names = {each["operation"] for each in attempts}
    assert {each["operation"] for each in attempts if each["code"]} == names, "not every operation met a full disk"


def test_a_full_disk_keeps_its_name_even_at_the_door(template: Path, scratch: Path, tally: Tally) -> None:
    attempts = on_real_disks(template, scratch, 256 << 10, ["open"])
    tally("unlocking on a real small disk", counted(attempts))
    sound(attempts)


@pytest.mark.slow
def test_every_operation_on_real_small_disks(template: Path, scratch: Path, tally: Tally) -> None:
    step = round((64 << 10) / min(tally.share, 1))
    attempts = on_real_disks(template, scratch, step, list(BY_NAME))
    tally(f"real small disks, room in steps of {step >> 10} KiB", counted(attempts))
    sound(attempts)
