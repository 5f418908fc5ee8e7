"""The judge from npm: `age-encryption`, an independent age program in TypeScript that knows hybrid keys.

Standard library only. `python3 installer/judges_npm.py` installs the locked version into `.judges/npm`;
needs node 20 or newer with npm. Tests that miss it skip and name this command.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".judges" / "npm"
LOCKED = ROOT / "installer" / "judges" / "npm"
ENTRY = HOME / "node_modules" / "age-encryption" / "dist" / "index.js"


def ready() -> bool:
    """Tell whether the judge can be asked."""
    return bool(shutil.which("node")) and ENTRY.is_file()


def install() -> int:
    """Install exactly the locked packages, without running any script of theirs; returns the exit code."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm fehlt: bitte node 20 oder neuer installieren.\n  (npm is missing: please install node 20 or newer.)")
        return 1
    HOME.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCKED / name, HOME / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(HOME)]
    return subprocess.run(command, cwd=HOME, check=False).returncode


def main() -> int:
    """Install what is missing."""
    if ready():
        print("npm: age-encryption ist da.\n  (age-encryption is there.)")
        return 0
    return install()


if __name__ == "__main__":
    sys.exit(main())
