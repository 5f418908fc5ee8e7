"""Hears of every attempt of Python's to reach a network: sockets of the internet, names looked up, pages asked for.

Python tells its audit hooks before each such call; a hook stays for the life of the process and is silent unless asked.
Sockets between processes of one computer are none of the internet.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

INTERNET = {socket.AF_INET, socket.AF_INET6}
_heard: list[list[str]] = []
_installed: list[bool] = []


@contextmanager
def listening() -> Iterator[list[str]]:
    """Yield a list that fills with what was attempted while the block ran."""
    if not _installed:
        sys.addaudithook(_hear)
        _installed.append(True)
    attempts: list[str] = []
    _heard.append(attempts)
    try:
        yield attempts
    finally:
        _heard.remove(attempts)


def _hear(event: str, args: tuple[object, ...]) -> None:
    if not _heard or event[:7] not in {"socket.", "urllib.", "http.cl", "ftplib.", "smtplib"}:
        return
    if event.startswith("socket.") and not _is_internet(event, args):
        return
    for attempts in _heard:
        attempts.append(event)


def _is_internet(event: str, args: tuple[object, ...]) -> bool:
    """Tell whether a call concerns the internet: a socket of its families, an address with a port, or a name."""
    if event == "socket.__new__":
        return args[1] in INTERNET
    if event in {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}:
        return isinstance(args[-1], tuple)
    return event not in {"socket.gethostname", "socket.sethostname"}
