"""Windows: session messages (lock, user switch) and power messages (suspend, lid) that arrive at the window.

Sources: Microsoft's pages on WM_WTSSESSION_CHANGE, WM_POWERBROADCAST and RegisterPowerSettingNotification.
"""

from __future__ import annotations

import ctypes
import sys
import uuid
from ctypes import wintypes
from typing import Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from kimdesk.app.triggers import Lock, Reason

WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1
PBT_APMSUSPEND: Final = 0x0004
PBT_APMRESUMESUSPEND: Final = 0x0007
PBT_APMRESUMEAUTOMATIC: Final = 0x0012
PBT_POWERSETTINGCHANGE: Final = 0x8013
_SESSION: Final[dict[int, Reason]] = {
    0x2: "switch",  # WTS_CONSOLE_DISCONNECT
    0x4: "switch",  # WTS_REMOTE_DISCONNECT
    0x6: "session",  # WTS_SESSION_LOGOFF
    0x7: "session",  # WTS_SESSION_LOCK
}
LID: Final = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")  # GUID_LIDSWITCH_STATE_CHANGE


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with a value of one double word."""

    _fields_ = (("setting", ctypes.c_ubyte * 16), ("length", wintypes.DWORD), ("value", wintypes.DWORD))


class Api(Protocol):
    """What is asked of Windows; tests give their own."""

    def register(self, window: int) -> None:
        """Ask for session and lid messages to a window."""
        ...

    def unregister(self, window: int) -> None:
        """Ask for them no more."""
        ...


class WindowsTrigger(QAbstractNativeEventFilter):
    """Hears the messages of one window."""

    def __init__(self, window: int, api: Api) -> None:
        super().__init__()
        self._window = window
        self._api = api
        self._lock: Lock | None = None
        self._lid_known = False

    def start(self, lock: Lock) -> None:
        """Hear messages from now on."""
        self._lock = lock
        self._lid_known = False
        self._api.register(self._window)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def stop(self) -> None:
        """Hear them no more."""
        if self._lock is None:
            return
        self._lock = None
        self._api.unregister(self._window)
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message and let it pass."""
        if event_type in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            found = wintypes.MSG.from_address(int(message))
            reason = self.meaning(found.message, found.wParam, found.lParam)
            if reason is not None and self._lock is not None:
                self._lock(reason)
        return False, 0

    def meaning(self, message: int, word: int, long: int) -> Reason | None:
        """Return why a message locks, or None."""
        if message == WM_WTSSESSION_CHANGE:
            return _SESSION.get(word)
        if message != WM_POWERBROADCAST:
            return None
        if word in {PBT_APMSUSPEND, PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC}:
            return "suspend"
        return self._lid(long) if word == PBT_POWERSETTINGCHANGE and long else None

    def _lid(self, address: int) -> Reason | None:
        """Return "lid" when it closes; the first message only tells how it stands."""
        setting = PowerSetting.from_address(address)
        if bytes(setting.setting) != LID.bytes_le:
            return None
        known, self._lid_known = self._lid_known, True
        return "lid" if known and not setting.value else None


if sys.platform == "win32":

    class Native:
        """Windows itself; a function that is missing or refuses leaves its trigger out."""

        def __init__(self) -> None:
            self._lid: int | None = None

        def register(self, window: int) -> None:
            """Ask for session and lid messages."""
            ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(wintypes.HWND(window), 0)
            ask = ctypes.WinDLL("user32").RegisterPowerSettingNotification
            ask.restype = wintypes.HANDLE
            lid = (ctypes.c_ubyte * 16).from_buffer_copy(LID.bytes_le)
            self._lid = ask(wintypes.HWND(window), ctypes.byref(lid), 0)

        def unregister(self, window: int) -> None:
            """Ask for them no more."""
            ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification(wintypes.HWND(window))
            if self._lid:
                ctypes.WinDLL("user32").UnregisterPowerSettingNotification(wintypes.HANDLE(self._lid))
