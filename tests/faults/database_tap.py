"""The tap on the encrypted database: SQLite's own file layer, heard and disturbed call by call.

SQLite asks a table of functions for every file operation. The table's few entries that change something are
replaced by functions that ask the listener first. That needs the library's symbols, which the wheels for Linux and
macOS export; elsewhere `AVAILABLE` is false.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p
from typing import Any

import sqlcipher3._sqlite3

from tests.faults.taps import Call, Ear, Fault

OPEN_CREATE = 0x4
WAL_FILE, MAIN_JOURNAL = 0x80000, 0x800
_OK = 0
_FULL, _READONLY, _CANT_OPEN = 13, 8, 14
_FAILED = {"read": 266, "write": 778, "fsync": 1034, "truncate": 1546, "unlink": 2570, "open": _CANT_OPEN}
"""SQLite's result code of a failed operation (SQLITE_IOERR_…, SQLITE_CANTOPEN)."""

_CLOSE = ctypes.CFUNCTYPE(c_int, c_void_p)
_READ = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)
_OPEN = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
# names are passed on as the very pointers SQLite gave: it keeps them


class _Methods(ctypes.Structure):
    """sqlite3_io_methods: what can be done with an open file."""

    _fields_ = [
        ("version", c_int),
        ("close", _CLOSE),
        ("read", _READ),
        ("write", _READ),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("rest", c_void_p * 13),
    ]


class _File(ctypes.Structure):
    """sqlite3_file: begins with its methods."""

    _fields_ = [("methods", POINTER(_Methods))]


class _System(ctypes.Structure):
    """sqlite3_vfs: what can be done with files by name; only its beginning."""

    _fields_ = [
        ("version", c_int),
        ("size", c_int),
        ("longest", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
    ]


def _found() -> _System | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(sqlcipher3._sqlite3.__file__)
    try:
        find = library.sqlite3_vfs_find
    except AttributeError:
        return None
    find.restype, find.argtypes = POINTER(_System), [c_char_p]
    system: _System = find(None).contents
    return system


SYSTEM = _found()
AVAILABLE = SYSTEM is not None


@contextmanager
def tapped(ear: Ear) -> Iterator[None]:
    """Listen while the block runs; files opened meanwhile are to be closed in it as well."""
    if SYSTEM is None:
        yield
        return
    real_open, real_delete = _copied(SYSTEM.open, _OPEN), _copied(SYSTEM.delete, _DELETE)
    tap = _Tap(ear, real_open, real_delete)
    SYSTEM.open, SYSTEM.delete = tap.open, tap.delete
    try:
        yield
    finally:
        SYSTEM.open, SYSTEM.delete = real_open, real_delete
        tap.let_go()


class _Opened:
    """One open file of the database, and the functions it had."""

    def __init__(self, call: Call, methods: Any, *, syncs_folder: bool) -> None:
        self.call = call
        self.methods = methods
        self.syncs_folder = syncs_folder


class _Tap:
    def __init__(self, ear: Ear, real_open: Any, real_delete: Any) -> None:
        self._ear = ear
        self._real_open = real_open
        self._real_delete = real_delete
        self._files: dict[int, _Opened] = {}
        self._own: dict[int, _Methods] = {}
        self.open, self.delete = _OPEN(self._open), _DELETE(self._delete)
        self._calls = {
            "close": _CLOSE(self._close),
            "read": _READ(self._read),
            "write": _READ(self._write),
            "truncate": _TRUNCATE(self._truncate),
            "sync": _SYNC(self._sync),
        }

    def let_go(self) -> None:
        """Give files that are still open their own functions back."""
        for address, opened in self._files.items():
            ctypes.cast(address, POINTER(_File)).contents.methods = opened.methods

    # by name --------------------------------------------------------------

    def _open(self, system: int, name: int | None, file: int, flags: int, out: Any) -> int:
        path = self._ear.inside(_text(name)) if name else None
        if path is None or path.endswith("-shm"):
            return self._real_open(system, name, file, flags, out)
        creates = bool(flags & OPEN_CREATE) and not self._ear.has(path)
        call = Call("open", "database", path, self._ear.handle(), creates=creates, writes=True)
        if fault := self._ear.ask(call):
            return _result(call, fault)
        result = self._real_open(system, name, file, flags, out)
        if result == _OK:
            opened = ctypes.cast(file, POINTER(_File)).contents
            journal = bool(flags & (WAL_FILE | MAIN_JOURNAL)) and bool(flags & OPEN_CREATE)
            methods = _copied(opened.methods, POINTER(_Methods))
            self._files[file] = _Opened(call, methods, syncs_folder=journal)
            opened.methods = ctypes.pointer(self._tapped(methods))
            self._ear.tell(call)
        return result

    def _tapped(self, methods: Any) -> _Methods:
        address = ctypes.addressof(methods.contents)
        if address not in self._own:
            own = _Methods()
            ctypes.memmove(ctypes.byref(own), address, ctypes.sizeof(_Methods))
            for name, function in self._calls.items():
                setattr(own, name, function)
            self._own[address] = own
        return self._own[address]

    def _delete(self, system: int, name: int, sync_folder: int) -> int:
        path = self._ear.inside(_text(name))
        if path is None:
            return self._real_delete(system, name, sync_folder)
        call = Call("unlink", "database", path)
        if fault := self._ear.ask(call):
            return _result(call, fault)
        result = self._real_delete(system, name, sync_folder)
        if result == _OK:
            self._ear.tell(call)
            if sync_folder:
                self._folder_synced(path)
        return result

    def _folder_synced(self, path: str) -> None:
        handle, folder = self._ear.handle(), path.rpartition("/")[0]
        self._ear.tell(Call("open", "database", folder, handle))
        self._ear.tell(Call("fsync", "database", folder, handle))

    # open files -----------------------------------------------------------

    def _close(self, file: int) -> int:
        opened = self._files.pop(file)
        ctypes.cast(file, POINTER(_File)).contents.methods = opened.methods
        return opened.methods.contents.close(file)  # type: ignore[no-any-return]

    def _read(self, file: int, buffer: int, size: int, offset: int) -> int:
        opened = self._files[file]
        call = Call("read", "database", opened.call.path, opened.call.handle, offset, size)
        if fault := self._ear.ask(call):
            return _result(call, fault)
        return opened.methods.contents.read(file, buffer, size, offset)  # type: ignore[no-any-return]

    def _write(self, file: int, buffer: int, size: int, offset: int) -> int:
        opened = self._files[file]
        data = ctypes.string_at(buffer, size)
        call = Call("write", "database", opened.call.path, opened.call.handle, offset, size, data)
        return self._do(call, lambda: opened.methods.contents.write(file, buffer, size, offset))

    def _truncate(self, file: int, size: int) -> int:
        opened = self._files[file]
        call = Call("truncate", "database", opened.call.path, opened.call.handle, size=size)
        return self._do(call, lambda: opened.methods.contents.truncate(file, size))

    def _sync(self, file: int, flags: int) -> int:
        opened = self._files[file]
        call = Call("fsync", "database", opened.call.path, opened.call.handle)
        if fault := self._ear.ask(call):
            return _result(call, fault)
        result: int = opened.methods.contents.sync(file, flags)
        if result != _OK:
            return result
        self._ear.tell(call)
        if opened.syncs_folder:  # SQLite forces the folder with a journal's first sync
            opened.syncs_folder = False
            self._folder_synced(opened.call.path)
        return result

    def _do(self, call: Call, work: Any) -> int:
        if fault := self._ear.ask(call):
            return _result(call, fault)
        result: int = work()
        if result == _OK:
            self._ear.tell(call)
        return result


def _text(name: int) -> str:
    return os.fsdecode(ctypes.string_at(name))


def _copied(pointer: Any, kind: Any) -> Any:
    """Return a pointer of its own: what ctypes reads from a structure follows when the structure changes."""
    return ctypes.cast(ctypes.cast(pointer, c_void_p).value or 0, kind)


def _result(call: Call, fault: Fault) -> int:
    """Return what SQLite's own layer would return for a failure."""
    if fault.kind == "swallow":
        return _OK
    if call.name == "open":
        return _READONLY if fault.number == errno.EROFS else _CANT_OPEN
    if call.name == "write" and fault.number == errno.ENOSPC:
        return _FULL
    return _FAILED[call.name]
