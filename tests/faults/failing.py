"""Lets file operations fail, one at a time: once, or from then on for good, at every place the program makes one.

A fault point is an operation of the program, a call site in it and an error. After each, three things are looked at:
the failure came out as one of ours, with words in both languages and its true cause; what was acknowledged is there
and nothing is half there; and once the trouble is over, the same operation goes through.
"""

from __future__ import annotations

import errno
import random
import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from kimdesk.base.errors import KimError, UserProblem, explain
from tests.faults.conftest import clear
from tests.faults.counts import POINTS
from tests.faults.taps import Call, Fault, call_site, tapped

Error = Literal["EIO", "ENOSPC", "EACCES", "EROFS", "EINTR", "ENOLCK", "SHORT"]
CHANGING = {"rename", "unlink", "mkdir", "rmdir", "link", "chmod", "utime"}
Pick = Callable[[list["Point"]], Sequence["Point"]]
REMAINS = "left behind"
CAUSES = {
    "EIO": {"disk.failing", "medium.failing"},
    "ENOSPC": {"disk.full", "medium.full"},
    "EACCES": {"disk.no_permission", "medium.no_permission"},
    "EROFS": {"disk.read_only", "medium.read_only", "disk.no_permission"},
    "EINTR": {"disk.other", "medium.other"},
    "ENOLCK": {"vault.no_locking"},
    "SHORT": {"disk.full", "medium.full"},
}
"""The codes that name an error's true cause."""
DATABASE_CAUSES = {
    *("disk.failing", "disk.other", "disk.no_permission", "disk.read_only", "disk.full"),
    *("vault.damaged", "backup.damaged", "backup.failed_check"),
}


class Operation(Protocol):
    """Something the program does with files. `world` is a folder prepared for it, a copy for each point."""

    name: str

    def enter(self, world: Path) -> Any:
        """Get ready, undisturbed."""
        ...

    def act(self, world: Path, ready: Any) -> None:
        """Do it; faults happen here."""
        ...

    def leave(self, ready: Any) -> None:
        """Put things away, undisturbed; called after `act`, however it ended."""
        ...

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Yield what is lost or torn; not acknowledged means that either all of it or nothing may be there."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """A place where an operation touches a file: which call, and how often it came by."""

    place: str
    call: Call
    times: int

    def errors(self) -> Iterator[Error]:
        """Yield the errors a disk can have there."""
        name, python = self.call.name, self.call.layer == "python"
        yield "EIO"
        if name == "write" or (name == "open" and self.call.creates) or name in {"mkdir", "link"}:
            yield "ENOSPC"
        if name in CHANGING | {"open", "stat", "list"}:
            yield "EACCES"
        if name in CHANGING or (name == "open" and self.call.writes):
            yield "EROFS"
        if python and name in {"open", "write", "read", "fsync"}:
            yield "EINTR"
        if name == "lock":
            yield "ENOLCK"
        if python and name == "write":
            yield "SHORT"


@dataclass(frozen=True, slots=True)
class Point:
    """One fault: where, the how manyeth time, which error, and whether the trouble stays."""

    operation: str
    site: Site
    error: Error
    turn: int
    lasting: bool

    @property
    def counted(self) -> tuple[str, str, Error]:
        """What makes a point distinct."""
        return self.operation, self.site.place, self.error

    def __str__(self) -> str:
        stays = "for good" if self.lasting else "once"
        return f"{self.operation}: {self.error} {stays} at {self.site.place} ({self.turn + 1} of {self.site.times})"


@dataclass(slots=True)
class Report:
    """What a series of faults came to."""

    tried: int = 0
    fired: int = 0
    refused: int = 0
    points: set[tuple[str, str, Error]] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    found: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Return what is told."""
        return {
            POINTS: len(self.points),
            "faults": self.fired,
            "ended in a message": self.refused,
            "different messages": len(self.codes),
            "findings": len(self.found),
        }


class Disturber:
    """Listens; armed, it disturbs the calls of one point, or only notes what calls there are."""

    def __init__(self) -> None:
        self.armed = False
        self.fired = False
        self.point: Point | None = None
        self.seen: dict[str, list[Call]] = {}

    def before(self, call: Call) -> Fault | None:
        """Let a call fail if its turn has come."""
        if not self.armed:
            return None
        if self.fired:
            return self._lasting(call)
        place = call_site(call)
        if place is None:
            return None
        calls = self.seen.setdefault(place, [])
        calls.append(call)
        point = self.point
        if point is None or place != point.site.place or len(calls) - 1 != point.turn:
            return None
        self.fired = True
        return fault(point.error)

    def after(self, call: Call) -> None:
        """Nothing is to be learned from what went well."""

    def _lasting(self, call: Call) -> Fault | None:
        point = self.point
        if point is None or not point.lasting:
            return None
        return fault(point.error) if point.error in set(Site("", call, 1).errors()) else None


def fault(error: Error) -> Fault:
    """Return what a call does with an error."""
    return Fault(errno.ENOSPC, "short") if error == "SHORT" else Fault(getattr(errno, error))


def sites(operation: Operation, world: Path) -> list[Site]:
    """Do an operation once, undisturbed, and return every place where it touches a file."""
    disturber = Disturber()
    outcome = _attempt(operation, world, disturber)
    assert outcome is None, outcome
    return [Site(place, calls[0], len(calls)) for place, calls in disturber.seen.items()]


def points(operation: Operation, found: Iterable[Site]) -> list[Point]:
    """Return every point: each site's first and last turn, each error, once and for good."""
    return [
        Point(operation.name, site, error, turn, lasting)
        for site in found
        for error in site.errors()
        for turn in sorted({0, site.times - 1})
        for lasting in (False, True)
        if not (lasting and error == "EINTR")  # no signal interrupts for ever, and Python itself tries again
    ]


def points_of(operation: Operation, template: Path, place: Path) -> list[Point]:
    """Return every point of an operation in a fresh copy of the template."""
    world = _copy(template, place)
    every = points(operation, sites(operation, world))
    clear(world)
    return every


def try_points(operation: Operation, template: Path, place: Path, pick: Pick, report: Report) -> None:
    """Try those of an operation's points that are picked; the world is a fresh copy of the template each time."""
    for point in pick(points_of(operation, template, place)):
        world = _copy(template, place)
        _try(operation, point, world, report)
        clear(world)


def failures(operation: Operation, template: Path, place: Path, pick: Pick) -> Iterator[tuple[Point, BaseException]]:
    """Yield how an operation fails at each point picked."""
    for point in pick(points_of(operation, template, place)):
        world, disturber = _copy(template, place), Disturber()
        disturber.point = point
        failure = _attempt(operation, world, disturber)
        clear(world)
        if failure is not None:
            yield point, failure


def some(share: float, chance: random.Random) -> Pick:
    """Pick a share of the points by chance."""
    return lambda every: every if share >= 1 else chance.sample(every, max(1, round(len(every) * share)))


def _copy(template: Path, place: Path) -> Path:
    return Path(shutil.copytree(template, place / "world"))


def _try(operation: Operation, point: Point, world: Path, report: Report) -> None:
    disturber = Disturber()
    disturber.point = point
    failure = _attempt(operation, world, disturber)
    report.tried += 1
    if not disturber.fired:
        return
    report.fired += 1
    report.points.add(point.counted)
    report.refused += failure is not None
    if isinstance(failure, KimError):
        report.codes.add(failure.code)
    found = _findings(operation, point, world, failure)
    report.found += [f"{point}: {each}" for each in found if not (REMAINS in each and _keeps_remains(point))]


def _keeps_remains(point: Point) -> bool:
    """Whether nothing could be cleared away: the trouble stayed, and it is one that forbids removing."""
    return point.lasting and point.error in {"EIO", "EACCES", "EROFS"}


def _findings(operation: Operation, point: Point, world: Path, failure: BaseException | None) -> Iterator[str]:
    if failure is not None:
        yield from wordless(failure, _causes(point))
    yield from _judged(operation, world, acknowledged=failure is None)
    if failure is not None:
        again = _attempt(operation, world, Disturber())
        if again is None:
            yield from (f"the second time, {each}" for each in _judged(operation, world, acknowledged=True))
        elif not _was_done(again):
            yield f"the second time, {told(again)}"


def _judged(operation: Operation, world: Path, *, acknowledged: bool) -> list[str]:
    try:
        return list(operation.judge(world, acknowledged=acknowledged))
    except Exception as error:
        return [f"cannot be judged: {told(error)}"]


def _was_done(error: BaseException) -> bool:
    """Whether a second time is refused because the first one had gone through but for its last word."""
    return isinstance(error, KimError) and error.code in {"medium.exists", "vault.folder_not_empty"}


def _causes(point: Point) -> set[str]:
    """Return the codes that tell a fault truly.

    SQLite says of most troubles only that there was one, and what cannot be read was perhaps altered.
    """
    if point.site.call.layer == "python" or (point.error == "ENOSPC" and point.site.call.name == "write"):
        return CAUSES[point.error]
    return DATABASE_CAUSES


def wordless(failure: BaseException, causes: set[str]) -> Iterator[str]:
    """Yield what is wrong with how a failure is told."""
    if not isinstance(failure, KimError):
        yield told(failure)
        return
    for lang in ("de", "en"):
        try:
            words = explain(failure, lang)  # type: ignore[arg-type] # one of the two
        except KeyError:
            yield f"{failure.code} has no words"
            return
        if not all(words):
            yield f"{failure.code} does not say what happened, what is safe and what to do"
    if failure.code not in causes and not isinstance(failure, UserProblem):
        yield f"told as {failure.code}"


def told(error: BaseException) -> str:
    """Return type, code and place of a failure."""
    if isinstance(error, KimError):
        return f"{type(error).__name__} {error.code}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "kimdesk" in frame.filename]
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}: {error}"


def _attempt(operation: Operation, world: Path, disturber: Disturber) -> BaseException | None:
    """Do an operation and return how it failed; only `act` is disturbed."""
    with tapped(world, disturber):
        ready = operation.enter(world)
        disturber.armed = True
        try:
            operation.act(world, ready)
        except Exception as error:
            return error
        finally:
            disturber.armed = False
            operation.leave(ready)
    return None
