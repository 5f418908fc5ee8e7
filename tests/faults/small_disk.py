"""Operations on a disk that is nearly full: a real one in memory, mounted where only this process sees it.

`python -m tests.faults.small_disk TEMPLATE PLACE STEP NAME…` needs the right to mount; `unshare -m` gives it a view
of its own. One JSON line per attempt goes to standard output.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError
from tests.faults.failing import Operation, told, wordless
from tests.faults.operations import OPERATIONS

ROOM = 1 << 20
"""Room that every operation finds enough."""
FULL = {"disk.full", "medium.full"}
BALLAST = "ballast"


@contextmanager
def mounted(place: Path, size: int) -> Iterator[Path]:
    """Mount a disk of a size and take it away again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def size_of(folder: Path) -> int:
    """Return the bytes a folder needs on a disk, in whole pages."""
    return sum(4096 + (path.stat().st_size + 4095) // 4096 * 4096 for path in folder.rglob("*"))


def free_of(disk: Path) -> int:
    """Return the room left."""
    found = os.statvfs(disk)
    return found.f_bavail * found.f_frsize


def fill(disk: Path, free: int) -> None:
    """Leave so much room and no more."""
    with (disk / BALLAST).open("wb") as file:
        while (much := free_of(disk) - free) >= 4096:
            file.write(b"\0" * min(much // 4096 * 4096, 1 << 20))
            file.flush()


def attempt(operation: Operation, template: Path, place: Path, free: int) -> dict[str, Any]:
    """Do an operation with so much room left and tell what came of it."""
    with mounted(place, size_of(template) + 3 * ROOM) as disk:
        world = Path(shutil.copytree(template, disk / "world"))
        ready = operation.enter(world)
        fill(disk, free)
        failure = _acted(operation, world, ready)
        findings = list(_wrong(failure))
        while_full = _judged(operation, world, acknowledged=failure is None)
        findings += [f"while full: {each}" for each in while_full if "disk.full" not in each]
        (disk / BALLAST).unlink()
        findings += _judged(operation, world, acknowledged=failure is None)
        if failure is not None:
            again = _acted(operation, world, operation.enter(world))
            if again is not None:
                findings.append(f"with room again: {told(again)}")
            findings += _judged(operation, world, acknowledged=again is None)
    code = failure.code if isinstance(failure, KimError) else None
    return {"operation": operation.name, "free": free, "code": code, "findings": findings}


def _acted(operation: Operation, world: Path, ready: Any) -> BaseException | None:
    try:
        operation.act(world, ready)
    except Exception as error:
        return error
    finally:
        operation.leave(ready)
    return None


def _wrong(failure: BaseException | None) -> Iterator[str]:
    if failure is not None:
        yield from wordless(failure, FULL)


def _judged(operation: Operation, world: Path, *, acknowledged: bool) -> list[str]:
    try:
        return list(operation.judge(world, acknowledged=acknowledged))
    except Exception as error:
        return [f"cannot be judged: {told(error)}"]


def main(template: Path, place: Path, step: int, names: list[str]) -> None:
    """Try each operation with ever more room, until it goes through twice."""
    for operation in OPERATIONS:
        if operation.name in names:
            passed, free = 0, 0
            while passed < 2:
                outcome = attempt(operation, template, place, free)
                passed += outcome["code"] is None and not outcome["findings"]
                sys.stdout.write(json.dumps(outcome) + "\n")
                sys.stdout.flush()
                free += step
                if free > 4 * ROOM:
                    break


def permitted(place: Path) -> bool:
    """Tell whether a process may mount a disk in a view of its own."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
