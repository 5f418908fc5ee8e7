"""Windows: no crash dumps with memory in them, and no other process of the same person reads this one's.

Administrators and debuggers with their privilege can read any process; nothing here claims otherwise. A helper process
gets its pipe handed down; it cannot take a handle from this one. WerAddExcludedApplication is left alone: it would
switch reports off for every program that runs in an interpreter of the same name.

Sources: Microsoft's pages on SetErrorMode, WerSetFlags, SetKernelObjectSecurity and process access rights.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import Final, Protocol

NO_DIALOGS: Final = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX: no crash dump either
NO_HEAP: Final = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP
OWN_DACL: Final = 0x0004  # DACL_SECURITY_INFORMATION
RIGHTS: Final = 0x0010_1401  # SYNCHRONIZE, QUERY_LIMITED_INFORMATION, QUERY_INFORMATION, TERMINATE: no VM_READ
DACL: Final = f"D:P(A;;{RIGHTS:#x};;;OW)(A;;{RIGHTS:#x};;;SY)"
"""Who may do what with this process, as security descriptor text: its owner and the system, and nobody reads memory."""


class Api(Protocol):
    """What is asked of Windows; tests give their own."""

    def set_error_mode(self, mode: int) -> None:
        """SetErrorMode."""
        ...

    def set_report_flags(self, flags: int) -> None:
        """WerSetFlags."""
        ...

    def protect_process(self, dacl: str) -> None:
        """Put an access list, as text, on this process."""
        ...


def harden(api: Api) -> None:
    """Ask for all three; what one of them refuses keeps nobody from working."""
    refused = contextlib.suppress(OSError, AttributeError)
    with refused:
        api.set_error_mode(NO_DIALOGS)
    with refused:
        api.set_report_flags(NO_HEAP)
    with refused:
        api.protect_process(DACL)


if sys.platform == "win32":
    from ctypes import wintypes

    class Native:
        """Windows itself."""

        def set_error_mode(self, mode: int) -> None:
            """SetErrorMode."""
            ctypes.WinDLL("kernel32").SetErrorMode(mode)

        def set_report_flags(self, flags: int) -> None:
            """WerSetFlags."""
            ctypes.WinDLL("kernel32").WerSetFlags(flags)

        def protect_process(self, dacl: str) -> None:
            """Make a descriptor of the text, put it on this process, and free it; raises OSError."""
            advapi, kernel = ctypes.WinDLL("advapi32", use_last_error=True), ctypes.WinDLL("kernel32")
            kernel.GetCurrentProcess.restype = wintypes.HANDLE
            descriptor = ctypes.c_void_p()
            made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
                ctypes.c_wchar_p(dacl), 1, ctypes.byref(descriptor), None
            )
            if not made:
                raise ctypes.WinError(ctypes.get_last_error())
            process = wintypes.HANDLE(kernel.GetCurrentProcess())
            put = advapi.SetKernelObjectSecurity(process, OWN_DACL, descriptor)
            kernel.LocalFree(descriptor)
            if not put:
                raise ctypes.WinError(ctypes.get_last_error())
