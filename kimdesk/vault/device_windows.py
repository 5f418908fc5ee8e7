"""What Windows says of a disk, asked through its own libraries: no program is started, no right is needed.

BitLocker's state is the shell property that the Explorer draws its padlock from; the administrators' interfaces refuse
ordinary users. Only `Windows` talks to the system; tests give another in its place.
"""

from __future__ import annotations

import contextlib
import ctypes
from pathlib import PureWindowsPath
from typing import Any, Final, Protocol

from kimdesk.vault.device import DiskFacts

REMOVABLE, FIXED, REMOTE = 2, 3, 4
_ENCRYPTED: Final = {1: True, 2: False, 4: False, 5: False, 6: True, 7: False, 8: False}
"""On, off, (3: being encrypted: not known yet,) being decrypted, suspended, locked, impossible, key in the clear."""
_PROPERTY: Final = "System.Volume.BitLockerProtection"
_SHELL_ITEM2: Final = "{7E9FB0D3-919F-4307-AB2E-9B1860310C93}"
_RELEASE, _GET_INT32 = 2, 16  # places in the interface's table of functions


class Ask(Protocol):
    """What is asked of Windows; `root` is the drive's, as in `C:` and a backslash."""

    def drive_type(self, root: str) -> int:
        """Return the type of a drive (GetDriveTypeW)."""
        ...

    def bitlocker(self, root: str) -> int | None:
        """Return BitLocker's state of a drive, or None."""
        ...

    def system_root(self) -> str:
        """Return the root of the drive that Windows runs from and swaps to by default."""
        ...


def windows_disk(folder: PureWindowsPath, ask: Ask) -> DiskFacts:
    """Return the facts about the disk of `folder`."""
    root = folder.anchor
    if root.startswith("\\\\"):
        return DiskFacts(disk=root.casefold(), network=True)
    kind = ask.drive_type(root)
    return DiskFacts(
        disk=root.casefold(),
        network=kind == REMOTE,
        removable=kind == REMOVABLE,
        encrypted=_ENCRYPTED.get(ask.bitlocker(root) or 0),
        swap_encrypted=_ENCRYPTED.get(ask.bitlocker(ask.system_root()) or 0),
    )


class Windows:
    """The system itself; whatever it refuses to say is not known."""

    def drive_type(self, root: str) -> int:
        """Return the type of a drive."""
        return int(_library("WinDLL", "kernel32").GetDriveTypeW(root))

    def system_root(self) -> str:
        """Return the root of the system's drive."""
        text = ctypes.create_unicode_buffer(260)
        _library("WinDLL", "kernel32").GetWindowsDirectoryW(text, len(text))
        return PureWindowsPath(text.value).anchor

    def bitlocker(self, root: str) -> int | None:
        """Return BitLocker's state of a drive, or None."""
        with contextlib.suppress(OSError, AttributeError):
            return _bitlocker(root.rstrip("\\"))
        return None


def _library(kind: str, name: str) -> Any:
    return getattr(ctypes, kind)(name)  # WinDLL and OleDLL (which raises OSError for failures) exist on Windows alone


class _Guid(ctypes.Structure):
    _fields_ = (("bytes", ctypes.c_ubyte * 16),)


class _PropertyKey(ctypes.Structure):
    _fields_ = (("format", _Guid), ("pid", ctypes.c_uint32))


def _bitlocker(drive: str) -> int:
    ole, shell, properties = (_library("OleDLL", name) for name in ("ole32", "shell32", "propsys"))
    started = _library("WinDLL", "ole32").CoInitialize(None) >= 0
    try:
        interface, key, item = _Guid(), _PropertyKey(), ctypes.c_void_p()
        ole.CLSIDFromString(_SHELL_ITEM2, ctypes.byref(interface))
        properties.PSGetPropertyKeyFromName(_PROPERTY, ctypes.byref(key))
        shell.SHCreateItemFromParsingName(drive, None, ctypes.byref(interface), ctypes.byref(item))
        try:
            state = ctypes.c_int()
            _method(item, _GET_INT32, ctypes.c_void_p, ctypes.c_void_p)(
                item, ctypes.addressof(key), ctypes.addressof(state)
            )
            return state.value
        finally:
            _method(item, _RELEASE)(item)
    finally:
        if started:
            ole.CoUninitialize()


def _method(item: ctypes.c_void_p, place: int, *arguments: Any) -> Any:
    """Return a function of a COM object by its place in the object's table."""
    table = ctypes.cast(item, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
    kind, result = (getattr(ctypes, name) for name in ("WINFUNCTYPE", "HRESULT"))
    return kind(result, ctypes.c_void_p, *arguments)(table[0][place])
