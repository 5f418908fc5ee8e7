"""The tap on Python's own file operations: `os` functions and opened files."""

from __future__ import annotations

import builtins
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.faults.taps import Call, Ear, Fault

NAMED = {
    "unlink": "unlink",
    "remove": "unlink",
    "rmdir": "rmdir",
    "mkdir": "mkdir",
    "stat": "stat",
    "lstat": "stat",
    "scandir": "list",
    "listdir": "list",
    "statvfs": "statvfs",
    "chmod": "chmod",
    "utime": "utime",
}
"""Functions that take one path."""
PAIRED = {"rename": "rename", "replace": "rename", "link": "link"}
"""Functions that take two."""


@contextmanager
def tapped(ear: Ear) -> Iterator[None]:
    """Listen while the block runs."""
    tap = _Tap(ear)
    kept = []
    for owner, name, own in tap.replacements():
        kept.append((owner, name, getattr(owner, name)))
        setattr(owner, name, own)
    try:
        yield
    finally:
        for owner, name, real in reversed(kept):
            setattr(owner, name, real)


class _Tap:
    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self._open: dict[int, Call] = {}
        """Descriptor to the call that opened it."""

    def replacements(self) -> Iterator[tuple[Any, str, Any]]:
        """Yield owner, name and stand-in of everything that is tapped."""
        for name, told in NAMED.items():
            if hasattr(os, name):
                yield os, name, self._one_path(told, getattr(os, name))
        for name, told in PAIRED.items():
            if hasattr(os, name):
                yield os, name, self._two_paths(told, getattr(os, name))
        yield os, "open", self._opening(os.open)
        yield os, "write", self._writing(os.write)
        yield os, "read", self._reading(os.read)
        yield os, "fsync", self._syncing(os.fsync)
        yield os, "ftruncate", self._truncating(os.ftruncate)
        yield os, "close", self._closing(os.close)
        for owner in (io, builtins):
            yield owner, "open", self._opening_file(io.open)
        for name in ("_USE_CP_SENDFILE", "_USE_CP_COPY_FILE_RANGE"):  # copies inside the system would go unheard
            if hasattr(shutil, name):
                yield shutil, name, False
        if sys.platform != "win32":
            import fcntl

            yield fcntl, "flock", self._locking(fcntl.flock)

    # functions of os ------------------------------------------------------

    def _path(self, path: object, folder: int | None) -> str | None:
        if isinstance(path, int):
            return self._open[path].path if path in self._open else None
        if folder is None:
            return self._ear.inside(path)
        above = self._open.get(folder)
        return None if above is None else f"{above.path}/{os.fspath(path)}".lstrip("/")  # type: ignore[call-overload]

    def _one_path(self, told: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(path: Any = ".", *rest: Any, dir_fd: int | None = None, **named: Any) -> Any:
            inside = self._path(path, dir_fd)
            options = named if dir_fd is None else {**named, "dir_fd": dir_fd}
            if inside is None:
                return real(path, *rest, **options)
            return self._done(Call(told, "python", inside), lambda: real(path, *rest, **options))

        return stand_in

    def _two_paths(self, told: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(path: Any, to: Any, **named: Any) -> Any:
            inside, target = self._ear.inside(path), self._ear.inside(to)
            if inside is None and target is None:
                return real(path, to, **named)
            return self._done(Call(told, "python", inside or "", to=target or ""), lambda: real(path, to, **named))

        return stand_in

    def _done(self, call: Call, work: Callable[[], Any]) -> Any:
        fault = self._ear.ask(call)
        if fault is not None:
            if fault.kind == "swallow":
                return None
            raise fault.error()
        result = work()
        self._ear.tell(call)
        return result

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def stand_in(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            inside = self._path(path, dir_fd)
            if inside is None:
                return real(path, flags, mode, dir_fd=dir_fd)
            call = self._opened_as(
                inside,
                creates=bool(flags & os.O_CREAT),
                truncates=bool(flags & os.O_TRUNC),
                writes=bool(flags & (os.O_WRONLY | os.O_RDWR)),
            )
            fault = self._ear.ask(call)
            if fault is not None and fault.kind == "error":
                raise fault.error()
            descriptor = real(path, flags, mode, dir_fd=dir_fd)
            self._open[descriptor] = call
            self._ear.tell(call)
            return descriptor

        return stand_in

    def _opened_as(self, inside: str, *, creates: bool, truncates: bool, writes: bool) -> Call:
        new = creates and not self._ear.has(inside)
        handle = self._ear.handle()
        return Call("open", "python", inside, handle, creates=new, truncates=truncates, writes=writes)

    def _writing(self, real: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        def stand_in(descriptor: int, data: Any, /) -> int:
            opened = self._open.get(descriptor)
            if opened is None:
                return real(descriptor, data)
            return self.write(opened, os.lseek(descriptor, 0, os.SEEK_CUR), data, lambda part: real(descriptor, part))

        return stand_in

    def write(self, opened: Call, offset: int, data: Any, real: Callable[[Any], int]) -> int:
        """Write as the listener allows; returns how many bytes went."""
        call = Call("write", "python", opened.path, opened.handle, offset, data=bytes(data))
        fault = self._ear.ask(call)
        if fault is not None:
            if fault.kind == "swallow":
                return len(call.data)
            if fault.kind == "error" or len(call.data) < 2:
                raise (fault if fault.number else Fault(28)).error()
            data = call.data[: len(call.data) // 2]
        written = real(data)
        self._ear.tell(call, data=bytes(data)[:written])
        return written

    def _reading(self, real: Callable[[int, int], bytes]) -> Callable[[int, int], bytes]:
        def stand_in(descriptor: int, size: int, /) -> bytes:
            opened = self._open.get(descriptor)
            if opened is None:
                return real(descriptor, size)
            return self.on(opened, "read", lambda: real(descriptor, size))  # type: ignore[no-any-return]

        return stand_in

    def on(self, opened: Call, name: str, work: Callable[[], Any], **what: Any) -> Any:
        """Do something with an open file as the listener allows."""
        return self._done(Call(name, "python", opened.path, opened.handle, **what), work)

    def _syncing(self, real: Callable[[int], None]) -> Callable[[Any], None]:
        def stand_in(file: Any, /) -> None:
            descriptor = file if isinstance(file, int) else file.fileno()
            opened = self._open.get(descriptor)
            if opened is None:
                real(descriptor)
            else:
                self.on(opened, "fsync", lambda: real(descriptor))

        return stand_in

    def _truncating(self, real: Callable[[int, int], None]) -> Callable[[int, int], None]:
        def stand_in(descriptor: int, size: int, /) -> None:
            opened = self._open.get(descriptor)
            if opened is None:
                real(descriptor, size)
            else:
                self.on(opened, "truncate", lambda: real(descriptor, size), size=size)

        return stand_in

    def _locking(self, real: Callable[[Any, int], None]) -> Callable[[Any, int], None]:
        def stand_in(file: Any, operation: int, /) -> None:
            descriptor = file if isinstance(file, int) else file.fileno()
            opened = self._open.get(descriptor)
            if opened is None:
                real(descriptor, operation)
            else:
                self.on(opened, "lock", lambda: real(descriptor, operation))

        return stand_in

    def _closing(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def stand_in(descriptor: int, /) -> None:
            self.forget(descriptor)
            real(descriptor)

        return stand_in

    def forget(self, descriptor: int) -> None:
        """Know a descriptor no more."""
        self._open.pop(descriptor, None)

    # opened files ---------------------------------------------------------

    def _opening_file(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def stand_in(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
            inside = self._path(file, None)
            if inside is None:
                return real(file, mode, buffering, *rest, **named)
            raw = _Raw(self, file, mode.replace("b", "").replace("t", ""), named.get("closefd", True), inside)
            if buffering == 0:
                return raw
            buffered = _buffered(raw, mode)
            if "b" in mode:
                return buffered
            return io.TextIOWrapper(buffered, *rest, **{key: each for key, each in named.items() if key != "closefd"})

        return stand_in

    def opened(self, file: Any, mode: str, inside: str) -> Call:
        """Note that a file is being opened, by its path or over a descriptor known already."""
        if isinstance(file, int):
            return self._open[file]
        call = self._opened_as(
            inside, creates=mode[0] in "wxa", truncates=mode[0] == "w", writes=mode[0] != "r" or "+" in mode
        )
        fault = self._ear.ask(call)
        if fault is not None and fault.kind == "error":
            raise fault.error()
        return call

    def know(self, descriptor: int, call: Call, *, fresh: bool) -> None:
        """Remember a descriptor, and tell where it was opened just now."""
        self._open[descriptor] = call
        if fresh:
            self._ear.tell(call)


class _Raw(io.FileIO):
    """An opened file whose calls are heard."""

    def __init__(self, tap: _Tap, file: Any, mode: str, closefd: bool, inside: str) -> None:
        self._tap = tap
        call = tap.opened(file, mode, inside)
        super().__init__(file, mode, closefd)
        self._call = call
        tap.know(self.fileno(), call, fresh=not isinstance(file, int))

    def write(self, data: Any, /) -> int:
        return self._tap.write(self._call, self.tell(), data, super().write)

    def readinto(self, buffer: Any, /) -> int:
        return self._tap.on(self._call, "read", lambda: io.FileIO.readinto(self, buffer))  # type: ignore[no-any-return]

    def read(self, size: int | None = -1, /) -> bytes:
        real = super().read
        return self._tap.on(self._call, "read", lambda: real(-1 if size is None else size))  # type: ignore[no-any-return]

    def readall(self) -> bytes:
        real = super().readall
        return self._tap.on(self._call, "read", real)  # type: ignore[no-any-return]

    def truncate(self, size: int | None = None, /) -> int:
        real, length = super().truncate, self.tell() if size is None else size
        return self._tap.on(self._call, "truncate", lambda: real(length), size=length)  # type: ignore[no-any-return]

    def close(self) -> None:
        if not self.closed and self.closefd:
            self._tap.forget(self.fileno())
        super().close()


def _buffered(raw: _Raw, mode: str) -> Any:
    if "+" in mode:
        return io.BufferedRandom(raw)
    return io.BufferedReader(raw) if mode[0] == "r" else io.BufferedWriter(raw)
