"""What the operating system has to bring: Qt's libraries and Python's own `venv`; apt brings them."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys

from _console import fail, must, quiet, say

# library file -> Debian package; the wheel brings everything else
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


def has_screen() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_libraries(*, with_screen: bool) -> None:
    """Make sure that Qt's system libraries are there; installs them or says how, and stops."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**OFFSCREEN, **(X11 if with_screen else {})}
    missing = {library: package for library, package in wanted.items() if not _loads(library)}
    if missing:
        packages(list(missing.values()), missing=list(missing))


def packages(names: list[str], *, missing: list[str]) -> None:
    """Install Debian packages as root; otherwise print the one line to paste, and stop."""
    if not shutil.which("apt-get"):
        text = ", ".join(missing)
        fail(
            f"Dem System fehlt: {text}. Bitte nachinstallieren.",
            f"The system lacks {text}. Please install it.",
        )
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(INSTALL)} {' '.join(map(_known_name, names))}"
        fail(f"Bitte diese Zeile ausführen und neu starten:\n{line}", "Please run this line and start again.")
    say(f"Installiere Systempakete: {' '.join(names)}", "installing system packages")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    trouble = (
        "Die Systempakete ließen sich nicht installieren.",
        "The system packages could not be installed.",
    )
    must(["apt-get", "update", "-qq"], *trouble)
    must([*INSTALL, *map(_known_name, names)], *trouble)


def tracer() -> None:
    """Bring strace where that is possible; without it, the proofs that need it are skipped and say so."""
    if shutil.which("strace") or not sys.platform.startswith("linux"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        packages(["strace"], missing=["strace"])
    else:
        say(
            "strace fehlt: Was es braucht, wird übersprungen und genannt.",
            "strace is missing: what needs it is skipped and named",
        )


def venv_package() -> None:
    """Install what Debian splits off from Python, so that `venv` works."""
    own = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    packages([own], missing=["python3-venv"])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _known_name(package: str) -> str:
    """Return the name this release uses; newer ones renamed packages for 64-bit time."""
    renamed = package + "t64"
    return renamed if quiet(["apt-cache", "show", renamed]) else package
