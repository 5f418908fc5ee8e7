"""Whatever file operation fails: it is said truly, nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kimdesk.base.errors import KimError
from kimdesk.casework import casefile, erasing, printing
from kimdesk.exchange import medium, receive, seal
from kimdesk.vault import backup, blobs
from tests.faults import database_tap
from tests.faults.conftest import in_memory
from tests.faults.counts import PLACES
from tests.faults.failing import Operation, Pick, Point, Report, points_of, some, try_points
from tests.faults.operations import OPERATIONS
from tests.faults.tallying import Tally
from tests.faults.test_erased import hasty
from tests.faults.world import make_world

pytestmark = pytest.mark.skipif(not database_tap.AVAILABLE, reason="the database library shows no symbols here")
BY_NAME: dict[str, Operation] = {operation.name: operation for operation in OPERATIONS}

FOUND_ONCE = {
    "open": ("working.py EIO read", "unlock_with EIO stat"),
    "export": ("new_part EACCES stat",),
    "send": ("_holds EACCES stat", "require_new EIO stat"),
    "receive": ("create_private EACCES open", "receive EACCES unlink", "outbox.py EIO read"),
    "change the vault key": ("copy_database EIO write", "write_durable EIO rename", "_begun_at_rest EIO stat"),
    "back up": ("files.py EACCES list", "_copy_blobs EACCES list", "copy_database ENOSPC write"),
    "restore": ("_begun_at_rest EIO stat", "read_header EIO open"),
    "drill": ("_begun_at_rest EIO stat", "_existing EIO open", "trials.py EROFS unlink"),
    "create a vault": ("migrate.py EIO write", "store.py EIO fsync", "write_whole ENOSPC write"),
}
"""Points that once ended in a traceback, a wrong word, a lock that stayed, or a backup without its attachments."""


EVERY_DAY = ("open", "export", "back up")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a world to be copied for each fault."""
    with in_memory(tmp_path_factory.mktemp("template")) as folder:
        make_world(folder)
        yield folder


def like(words: str) -> Callable[[Point], bool]:
    """Tell points by a part of their place, their error and their call."""
    place, error, call = words.split()
    return lambda point: place in point.site.place and (point.error, point.site.call.name) == (error, call)


def those_found_once(operation: str, missing: list[str]) -> Pick:
    """Pick, of each kind that made trouble once, the first point."""

    def pick(every: list[Point]) -> list[Point]:
        found = {words: [point for point in every if like(words)(point)] for words in FOUND_ONCE[operation]}
        missing.extend(f"{operation}: {words}" for words, some_of in found.items() if not some_of)
        return [some_of[0] for some_of in found.values() if some_of]

    return pick


@pytest.mark.parametrize(
    "name", [each if each in EVERY_DAY else pytest.param(each, marks=pytest.mark.slow) for each in FOUND_ONCE]
)
def test_faults_that_made_trouble_once_do_no_harm(name: str, template: Path, scratch: Path, tally: Tally) -> None:
    report, missing = Report(), list[str]()
    try_points(BY_NAME[name], template, scratch, those_found_once(name, missing), report)
    tally(f"{name}: faults that made trouble once", report.counts())
    assert not missing
    assert report.found == []


@pytest.mark.parametrize("name", ["save", "attach", "empty a card", "erase a removed file"])
def test_everyday_work_survives_failing_files(name: str, template: Path, scratch: Path, tally: Tally) -> None:
    report, chance = Report(), random.Random(tally.seed)
    try_points(BY_NAME[name], template, scratch, lambda every: chance.sample(every, 3), report)
    tally(f"{name}: a sample", report.counts())
    assert report.found == []
    assert report.fired


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_NAME)
def test_an_operation_survives_every_failing_call(name: str, template: Path, scratch: Path, tally: Tally) -> None:
    report, chance = Report(), random.Random(f"{tally.seed} {name}")
    try_points(BY_NAME[name], template, scratch, some(tally.share, chance), report)
    tally(name, report.counts())
    assert report.found == []
    assert report.fired


@pytest.mark.slow
def test_there_are_hundreds_of_places_to_fail(template: Path, scratch: Path, tally: Tally) -> None:
    there = {point.counted for operation in OPERATIONS for point in points_of(operation, template, scratch)}
    tally("all operations, undisturbed", {"operations": len(OPERATIONS), PLACES: len(there)})
    assert len(there) >= 600


# broken on purpose --------------------------------------------------------


@contextlib.contextmanager
def unwatched() -> Iterator[None]:
    yield


def careless(path: Path, content: bytes) -> None:
    with contextlib.suppress(OSError):
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("module", "name", "instead", "operation", "words", "finding"),
    [
        (medium, "watched", unwatched, "enrol", "settled EIO write", "OSError"),
        (printing, "write_durable", careless, "print to file", "save ENOSPC write", "half of plan.pdf"),
        (
            erasing,
            "drop_erasable",
            hasty,
            "erase a removed file",
            "store.py ENOSPC write",
            "missing|gone before its key",
        ),
    ],
    ids=["raw failures", "swallowed failures", "bytes before their key"],
)
def test_a_program_that_handles_failures_badly_is_found_out(
    module: object,
    name: str,
    instead: Callable[..., object],
    operation: str,
    words: str,
    finding: str,
    template: Path,
    scratch: Path,
    tally: Tally,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, name, instead)
    report = Report()
    try_points(BY_NAME[operation], template, scratch, lambda every: [p for p in every if like(words)(p)], report)
    tally(f"{name} does nothing", report.counts(), sabotaged=True)
    assert report.found
    assert all(any(words in each for words in finding.split("|")) for each in report.found)


# memory -----------------------------------------------------------------------


def no_memory(*_given: object, **_named: object) -> None:
    raise MemoryError


HUNGRY = {
    "attach": (blobs, "write_all"),
    "import": (casefile, "_changes"),
    "send": (seal, "Encryptor"),
    "sign": (printing, "plan_pdf"),
    "back up": (backup, "_digest"),
    "receive": (receive, "Decryptor"),
}
"""Steps that take much memory: what they belong to, and the function that asks for it."""


@pytest.mark.parametrize(
    "name", [each if each == "attach" else pytest.param(each, marks=pytest.mark.slow) for each in HUNGRY]
)
def test_too_little_memory_leaves_nothing_half(name: str, template: Path, scratch: Path, tally: Tally) -> None:
    operation, found = BY_NAME[name], list[str]()
    world = Path(shutil.copytree(template, scratch / "world"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*HUNGRY[name], no_memory)
        ready = operation.enter(world)
        with pytest.raises((MemoryError, KimError)):
            operation.act(world, ready)
        operation.leave(ready)
    found += operation.judge(world, acknowledged=False)
    ready = operation.enter(world)
    operation.act(world, ready)
    operation.leave(ready)
    found += operation.judge(world, acknowledged=True)
    tally(f"{name} without memory", {"findings": len(found)})
    assert found == []
