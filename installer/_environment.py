"""Makes `.venv` from the hash lock and installs the project into it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from _console import ROOT, fail, must, say
from _system import venv_package

OLDEST = (3, 11)
NEWER = ("python3.11", "python3.12", "python3.13", "python3.14", "python3")
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
SUFFIX = ".exe" if sys.platform == "win32" else ""
PYTHON = SCRIPTS / f"python{SUFFIX}"
LOCK = ROOT / "installer" / "requirements-dev.lock"
STAMP = VENV / "kimdesk.sha256"


def tool(name: str) -> Path:
    """Return the path of a program installed in the environment."""
    return SCRIPTS / f"{name}{SUFFIX}"


def switch_to_newer_python() -> None:
    """Go on with a newer Python where the running one is too old; without one, say so and stop."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        found = shutil.which(name)
        if found and _is_new_enough(found):
            sys.exit(subprocess.run([found, *sys.argv], check=False).returncode)
    need, have = "{}.{}".format(*OLDEST), "{}.{}".format(*sys.version_info[:2])
    fail(
        f"KIM Desk braucht Python {need} oder neuer; hier läuft {have}.",
        f"KIM Desk needs Python {need} or newer; this is {have}.",
    )


def ready() -> None:
    """Bring `.venv` to the state of lock, Python and pyproject.toml; quick when nothing changed."""
    locked = _digest(LOCK.read_bytes(), sys.version.encode(), os.fspath(ROOT).encode())
    project = _digest((ROOT / "pyproject.toml").read_bytes())
    done = STAMP.read_text("utf-8").split() if STAMP.is_file() and PYTHON.exists() else []
    if done == [locked, project]:
        return
    if done[:1] != [locked]:
        _make_environment()
        _install("--require-hashes", "--only-binary", ":all:", "-r", LOCK)
    _install("--no-deps", "--no-build-isolation", "-e", ROOT)
    STAMP.write_text(f"{locked}\n{project}\n", "utf-8")


def _make_environment() -> None:
    """Make an empty environment; Debian keeps what `venv` needs in a package of its own."""
    say("Richte die Python-Umgebung ein (einmalig, etwa eine Minute) …", "setting up .venv, once")
    STAMP.unlink(missing_ok=True)
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    if not uv and sys.platform.startswith("linux") and not importlib.util.find_spec("ensurepip"):
        venv_package()
    command = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    must(
        [*command, VENV],
        "Die Python-Umgebung ließ sich nicht einrichten.",
        "The Python environment could not be set up.",
    )


def _install(*what: str | Path) -> None:
    uv = shutil.which("uv")
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if uv:
        command = [uv, "pip", "install", "-q", "--python", PYTHON]
    must(
        [*command, *what],
        "Die Pakete ließen sich nicht installieren. Besteht eine Verbindung zum Internet?",
        "The packages could not be installed. Is there an internet connection?",
    )


def _is_new_enough(python: str) -> bool:
    ask = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([python, "-c", ask], capture_output=True, check=False).returncode == 0


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
