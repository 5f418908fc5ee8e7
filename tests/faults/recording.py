"""Records what a workload does to files: by strace, which sees the system's own calls, or by our taps.

Both give the same events; a test compares them. The taps need nothing but Python and are there on every Linux and
macOS; strace is the independent witness.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.events import Event, Linked, Made, Opened, Removed, Renamed, Said, Synced, Truncated, Written
from tests.faults.taps import Call, Fault, tapped
from tests.support.tree import ROOT

Say = Callable[[str], None]
_CALLS = (
    "open,openat,close,read,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,truncate,rename,renameat,"
    "renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,lseek,dup,dup2,dup3"
)


class Recorder:
    """Listens to the taps and keeps events; `say` marks what the program told the outside world."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def before(self, call: Call) -> Fault | None:
        """Let everything pass."""
        return None

    def after(self, call: Call) -> None:
        """Keep what changes something."""
        event = _event(call)
        if event is not None:
            self.events.append(event)

    def say(self, text: str) -> None:
        """Note an acknowledgement."""
        self.events.append(Said(text))


def _event(call: Call) -> Event | None:
    match call.name:
        case "open":
            return Opened(call.handle, call.path, call.creates, call.truncates)
        case "write":
            return Written(call.handle, call.offset, call.data)
        case "truncate":
            return Truncated(call.handle, call.size)
        case "fsync":
            return Synced(call.handle)
        case "rename":
            return Renamed(call.path, call.to)
        case "link":
            return Linked(call.path, call.to)
        case "unlink" | "rmdir":
            return Removed(call.path)
        case "mkdir":
            return Made(call.path)
    return None


def by_taps(folder: Path, work: Callable[[Path, Say], None]) -> list[Event]:
    """Run a workload in this process and return what it did below a folder."""
    recorder = Recorder()
    with tapped(folder, recorder):
        work(folder, recorder.say)
    return recorder.events


def strace_available() -> bool:
    """Tell whether strace is there and may trace."""
    strace = shutil.which("strace")
    if strace is None or not sys.platform.startswith("linux"):
        return False
    return subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def by_strace(folder: Path, module: str) -> list[Event]:
    """Run `python -m module FOLDER` under strace and return what it did below the folder.

    A line it writes to standard output is an acknowledgement.
    """
    log = folder.with_name(folder.name + ".strace")
    command = ["strace", "-f", "-xx", "-s", str(1 << 24), "--seccomp-bpf", "-e", f"trace={_CALLS}", "-o", str(log)]
    subprocess.run([*command, sys.executable, "-m", module, str(folder)], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    try:
        return list(_Trace(folder).events(_whole_lines(log)))
    finally:
        log.unlink()


# reading strace -----------------------------------------------------------

_LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<args>.*)\) += (?P<result>-?\d+)")
_UNFINISHED = re.compile(r"(?P<pid>\d+) +(?P<start>.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<rest>.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _whole_lines(log: Path) -> Iterator[str]:
    """Yield the lines of a trace; calls interrupted by another thread's are put together, in the order they ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if unfinished := _UNFINISHED.match(line):
                begun[unfinished["pid"]] = f"{unfinished['pid']} {unfinished['start']}"
            elif resumed := _RESUMED.match(line):
                yield begun.pop(resumed["pid"]) + resumed["rest"]
            else:
                yield line


class _Trace:
    """Follows descriptors through a trace. Threads share them; a child process is not expected to write."""

    def __init__(self, folder: Path) -> None:
        self._root = os.fspath(folder.absolute())
        self._files: dict[int, Opened] = {}
        self._position: dict[int, int] = {}
        self._known: set[str] = {""}
        self._handle = 0

    def events(self, lines: Iterator[str]) -> Iterator[Event]:
        """Yield what happened below the folder."""
        for line in lines:
            match = _LINE.match(line)
            if match is None or int(match["result"]) < 0:
                continue
            reader = getattr(self, f"_{match['call'].removesuffix('64')}", None)
            if reader is not None:
                texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(match["args"])]
                yield from reader(_Args(_TEXT.sub("", match["args"]), texts, int(match["result"])))

    def _inside(self, path: bytes) -> str | None:
        absolute = os.fspath(ROOT / os.fsdecode(path))
        if absolute == self._root:
            return ""
        return absolute.removeprefix(self._root + os.sep) if absolute.startswith(self._root + os.sep) else None

    # one method per system call -------------------------------------------

    def _openat(self, args: _Args) -> Iterator[Event]:
        self._files.pop(args.result, None)
        path = self._inside(args.texts[0])
        if path is None or path.endswith("-shm"):
            return
        creates = "O_CREAT" in args.rest and path not in self._known
        self._known.add(path)
        self._handle += 1
        opened = Opened(self._handle, path, creates, "O_TRUNC" in args.rest)
        self._files[args.result], self._position[args.result] = opened, 0
        yield opened

    _open = _openat

    def _close(self, args: _Args) -> Iterator[Event]:
        self._files.pop(args.number(0), None)
        yield from ()

    def _lseek(self, args: _Args) -> Iterator[Event]:
        self._position[args.number(0)] = args.result
        yield from ()

    def _read(self, args: _Args) -> Iterator[Event]:
        descriptor = args.number(0)
        self._position[descriptor] = self._position.get(descriptor, 0) + args.result
        yield from ()

    def _write(self, args: _Args) -> Iterator[Event]:
        descriptor = args.number(0)
        if descriptor == 1:
            for line in args.texts[0].decode().splitlines():
                yield Said(line)
        elif opened := self._files.get(descriptor):
            yield Written(opened.handle, self._position[descriptor], args.texts[0][: args.result])
            self._position[descriptor] += args.result

    def _pwrite(self, args: _Args) -> Iterator[Event]:
        if opened := self._files.get(args.number(0)):
            yield Written(opened.handle, args.number(-1), args.texts[0][: args.result])

    def _fsync(self, args: _Args) -> Iterator[Event]:
        if opened := self._files.get(args.number(0)):
            yield Synced(opened.handle)

    _fdatasync = _fsync

    def _writev(self, args: _Args) -> Iterator[Event]:
        assert args.number(0) not in self._files, "a kind of writing this reader does not know"
        yield from ()

    _pwritev = _dup = _dup2 = _dup3 = _writev

    def _ftruncate(self, args: _Args) -> Iterator[Event]:
        if opened := self._files.get(args.number(0)):
            yield Truncated(opened.handle, args.number(1))

    def _rename(self, args: _Args) -> Iterator[Event]:
        path, to = self._inside(args.texts[0]), self._inside(args.texts[1])
        if path is not None and to is not None:
            moved = {each for each in self._known if each == path or each.startswith(f"{path}/")}
            self._known = (self._known - moved) | {to + each[len(path) :] for each in moved}
            yield Renamed(path, to)

    _renameat = _renameat2 = _rename

    def _link(self, args: _Args) -> Iterator[Event]:
        path, to = self._inside(args.texts[0]), self._inside(args.texts[1])
        if path is not None and to is not None:
            self._known.add(to)
            yield Linked(path, to)

    _linkat = _link

    def _unlink(self, args: _Args) -> Iterator[Event]:
        path = self._inside(args.texts[0])
        if path is not None and not path.endswith("-shm"):
            self._known.discard(path)
            yield Removed(path)

    _unlinkat = _rmdir = _unlink

    def _mkdir(self, args: _Args) -> Iterator[Event]:
        path = self._inside(args.texts[0])
        if path is not None:
            self._known.add(path)
            yield Made(path)

    _mkdirat = _mkdir


class _Args:
    """The arguments of one call: texts apart, the rest as written, and the result."""

    def __init__(self, rest: str, texts: list[bytes], result: int) -> None:
        self.rest, self.texts, self.result = rest, texts, result

    def number(self, place: int) -> int:
        """Return a whole number among the arguments."""
        return int(self.rest.split(", ")[place])
