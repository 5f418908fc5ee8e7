"""Linux: logind tells of suspend, session lock and user switch, UPower of the lid, the desktop of its screen saver.

Sources: logind's D-Bus interface (org.freedesktop.login1), UPower's reference, freedesktop's screen saver interface.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from kimdesk.app.triggers import Lock, Reason
from kimdesk.ui.widgets.brand import PRODUCT

log = logging.getLogger(__name__)
LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
UPOWER, UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))


class _Listener(QObject):
    """Connects signals of a bus to slots and asks without ever waiting for an answer."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._lock: Lock | None = None
        self._links: list[tuple[str, str, str, str, str]] = []
        self._asked: set[QDBusPendingCallWatcher] = set()

    def _listen(self, service: str, path: str, interface: str, signal: str, slot: str) -> None:
        link = (service, path, interface, signal, SLOT(slot))
        if self._bus.connect(*link[:4], self, link[4]):  # type: ignore[call-overload] # takes text, whatever its stub says
            self._links.append(link)

    def _ask(self, message: QDBusMessage, answer: Callable[[list[Any]], None]) -> None:
        """Send a call; `answer` gets its arguments, none where it failed."""
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message))
        self._asked.add(watcher)

        def finished(_watcher: QDBusPendingCallWatcher) -> None:
            self._asked.discard(watcher)
            answer([] if watcher.isError() else list(watcher.reply().arguments()))
            watcher.deleteLater()  # and with it the reply, which may hold a descriptor

        watcher.finished.connect(finished)

    def _get(self, service: str, path: str, interface: str, name: str, answer: Callable[[object], None]) -> None:
        message = QDBusMessage.createMethodCall(service, path, PROPERTIES, "Get")
        message.setArguments([interface, name])

        def got(values: list[Any]) -> None:
            value = values[0] if values else None
            answer(value.variant() if isinstance(value, QDBusVariant) else value)

        self._ask(message, got)

    def _say(self, reason: Reason) -> None:
        if self._lock is not None:
            self._lock(reason)

    def stop(self) -> None:
        """Listen no more."""
        self._lock = None
        for link in self._links:
            self._bus.disconnect(*link[:4], self, link[4])  # type: ignore[call-overload] # as above
        self._links.clear()


class LogindTrigger(_Listener):
    """Suspend, lid, session lock, user switch; sleep is held back for the moment locking takes."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__(bus)
        self._hold: QDBusUnixFileDescriptor | None = None
        self._session = ""

    def start(self, lock: Lock) -> None:
        """Listen to the system bus, where there is one."""
        if not self._bus.isConnected():
            log.info("no system bus to listen to")
            return
        self._lock = lock
        self._listen(LOGIND, LOGIND_PATH, MANAGER, "PrepareForSleep", "sleeps(bool)")
        self._listen(UPOWER, UPOWER_PATH, PROPERTIES, "PropertiesChanged", "lid_moved(QDBusMessage)")
        self._hold_sleep()
        self._find_session()

    def stop(self) -> None:
        """Listen no more and hold nothing back."""
        super().stop()
        self._hold = None  # closes the descriptor, and the system may sleep

    def _hold_sleep(self) -> None:
        message = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, MANAGER, "Inhibit")
        message.setArguments(["sleep", PRODUCT, self.tr("Der Tresor wird gesperrt."), "delay"])
        self._ask(message, self._held)

    def _held(self, values: list[Any]) -> None:
        if values and isinstance(values[0], QDBusUnixFileDescriptor) and self._lock is not None:
            self._hold = values[0]

    def _find_session(self) -> None:
        """Ask which session this is: by its name, by this process; where neither is known, listen to all."""
        named = os.environ.get("XDG_SESSION_ID", "")
        if named:
            message = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, MANAGER, "GetSession")
            message.setArguments([named])
            self._ask(message, lambda values: self._found(values) if values else self._find_by_process())
        else:
            self._find_by_process()

    def _find_by_process(self) -> None:
        message = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, MANAGER, "GetSessionByPID")
        message.setArguments([os.getpid()])
        self._ask(message, self._found)

    def _found(self, values: list[Any]) -> None:
        if self._lock is None:
            return
        path = values[0].path() if values and isinstance(values[0], QDBusObjectPath) else ""
        self._session = path
        self._listen(LOGIND, path, SESSION, "Lock", "locked()")
        if path:
            self._listen(LOGIND, path, PROPERTIES, "PropertiesChanged", "session_changed(QDBusMessage)")

    @Slot(bool)
    def sleeps(self, about_to: bool) -> None:  # noqa: FBT001, ARG002 - before sleep and after it alike
        """Lock before the laptop sleeps; should that have been missed, as soon as it is awake."""
        self._say("suspend")

    @Slot()
    def locked(self) -> None:
        """Lock with the session."""
        self._say("session")

    @Slot(QDBusMessage)
    def session_changed(self, _message: QDBusMessage) -> None:
        """Ask whether somebody else is working now."""
        self._get(LOGIND, self._session, SESSION, "Active", lambda on: self._say("switch") if on is False else None)

    @Slot(QDBusMessage)
    def lid_moved(self, _message: QDBusMessage) -> None:
        """Ask whether the lid is closed."""
        self._get(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed", lambda on: self._say("lid") if on is True else None)


class ScreenSaverTrigger(_Listener):
    """The desktop's own lock or screen saver."""

    def start(self, lock: Lock) -> None:
        """Listen to the session bus, where there is one."""
        if not self._bus.isConnected():
            log.info("no session bus to listen to")
            return
        self._lock = lock
        for name in SCREEN_SAVERS:
            self._listen(name, "", name, "ActiveChanged", "changed(bool)")

    @Slot(bool)
    def changed(self, active: bool) -> None:  # noqa: FBT001 - a D-Bus signal
        """Lock once it comes on."""
        if active:
            self._say("session")
