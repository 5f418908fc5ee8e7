"""A bus of its own with what logind, UPower and a screen saver would say on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

LOGIND = "/org/freedesktop/login1"
SESSION = f"{LOGIND}/session/_31"
UPOWER = "/org/freedesktop/UPower"
SCREEN_SAVER = "/org/freedesktop/ScreenSaver"
NAMES = ("org.freedesktop.login1", "org.freedesktop.UPower", "org.freedesktop.ScreenSaver")


class FakeSystem(QDBusVirtualObject):
    """Answers as the system would at `address`; `held` tells whether somebody holds back sleep."""

    def __init__(self, bus: QDBusConnection, address: str) -> None:
        super().__init__()
        self._bus = bus
        self.address = address
        self.values: dict[str, bool] = {"Active": True, "LidIsClosed": False}
        self.inhibited: list[list[Any]] = []
        self._read_end = -1
        self.knows_session = True
        for name in NAMES:
            assert bus.registerService(name)
        for path in (LOGIND, UPOWER):
            assert bus.registerVirtualObject(path, self, QDBusConnection.VirtualObjectRegisterOption.SubPath)

    def introspect(self, _path: str) -> str:
        """Describe nothing."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        """Answer a call."""
        answer = self._answer(message.member(), message.arguments())
        if answer is None:
            return False
        return bool(connection.send(message.createReply(answer)))

    def _answer(self, member: str, arguments: list[Any]) -> object:
        if member == "Inhibit":
            return self._hold(arguments)
        if member in {"GetSession", "GetSessionByPID"} and self.knows_session:
            return QDBusObjectPath(SESSION)
        return QDBusVariant(self.values[arguments[1]]) if member == "Get" else None

    def _hold(self, arguments: list[Any]) -> QDBusUnixFileDescriptor:
        self.inhibited.append(arguments)
        self._read_end, write_end = os.pipe()
        os.set_blocking(self._read_end, False)
        lent = QDBusUnixFileDescriptor(write_end)
        os.close(write_end)
        return lent

    def held(self) -> bool:
        """Tell whether the descriptor given out is still open somewhere."""
        if self._read_end < 0:
            return False
        try:
            return os.read(self._read_end, 1) != b""
        except BlockingIOError:
            return True

    def say(self, path: str, interface: str, signal: str, *values: object) -> None:
        """Send a signal."""
        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(list(values))
        self._bus.send(message)

    def change(self, path: str, interface: str, name: str, *, value: bool) -> None:
        """Let a property have another value and tell of it."""
        self.values[name] = value
        self.say(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", interface, {name: value}, [])

    def close(self) -> None:
        """Give the descriptor back."""
        if self._read_end >= 0:
            os.close(self._read_end)


@contextmanager
def bus() -> Iterator[tuple[FakeSystem, QDBusConnection]]:
    """Yield a system on a bus of its own, and a connection to it as the program would have."""
    daemon = shutil.which("dbus-daemon")
    assert daemon is not None
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            system = FakeSystem(QDBusConnection.connectToBus(address, "kimdesk-system"), address)
            yield system, QDBusConnection.connectToBus(address, "kimdesk-program")
            for name in ("kimdesk-system", "kimdesk-program"):
                QDBusConnection.disconnectFromBus(name)
            system.close()
        finally:
            process.kill()
