"""The way in: `python3 installer/dev.py demo` shows the program, `python3 installer/dev.py test` checks it.

Standard library only. Makes `.venv` from the hash lock, installs the project, finds the libraries Qt needs.
This file and its helpers keep to syntax that an old Python can read, so that it can say what is missing.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from _console import ROOT, fail, run, say
from _environment import PYTHON, ready, switch_to_newer_python, tool
from _system import has_screen, qt_libraries, tracer
from _translations import collect

VERBS = {
    "demo": "show the program on fictional families; without a screen, do the main job headless",
    "test": "run the everyday tests; further arguments go to pytest",
    "check": "run only the house rules: style, types, imports, conventions",
    "prove": "run every test, the long proofs included",
    "faults": "run every proof of tests/faults and write the table of counts into the folder given",
    "papers": "write every document of the samples as PDF into the folder given, to be looked at",
    "judges": "install the independent programs that tests compare ours with",
    "migration": "write the migration for newly declared fields",
    "i18n": "collect the texts of the user interface into resources/i18n",
}
MOST_CORES = 4
"""More cores than this wait for the longest file."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there
ROOM = 1024**3
"""Bytes that have to be free in memory before tests put their files there; the suite uses a small part of it."""
FAULTS = (
    "tests/faults",
    "tests/vault",
    "tests/exchange",
    "tests/journeys",
    "tests/app",
    "tests/corpus",
    "tests/store/test_migrate.py",
    "tests/ui/test_clipboard.py",
)


def demo(rest: list[str]) -> int:
    """Open the app on the demo caseload, or do the whole main job headless where there is no screen."""
    if has_screen():
        return run([tool("kimdesk"), "open", "--demo", *rest])
    folder = Path(tempfile.gettempdir(), time.strftime("kimdesk-demo-%Y%m%d-%H%M%S"))
    say(
        "Kein Bildschirm: Die Vorführung läuft ohne Fenster.",
        "no screen: the demonstration runs without a window",
    )
    result = run([tool("kimdesk"), "demo", folder, *rest])
    if not result:
        written = sorted(path for path in folder.rglob("*") if path.is_file())
        say(f"{len(written)} Dateien liegen in {folder}", f"{len(written)} files are in {folder}")
    return result


def test(rest: list[str]) -> int:
    """Run the everyday suite; linters, types and import contracts are tests in it."""
    with _files_in_memory() as place:
        return _pytest([*place, *rest])


def _pytest(rest: list[str]) -> int:
    return run([PYTHON, "-m", "pytest", *_spread(rest), *rest])


@contextlib.contextmanager
def _files_in_memory() -> Iterator[list[str]]:
    """Say where tests put their files, in memory where there is room: waiting for a disk is half of their time."""
    if not (os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM):
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="kimdesk-", dir=MEMORY) as folder:
        yield [f"--basetemp={folder}"]


def _spread(rest: list[str]) -> list[str]:
    """Share the whole suite among the processor's cores, file by file; what names tests runs in one process."""
    cores = min(os.cpu_count() or 1, MOST_CORES)
    alone = cores < 2 or any(not each.startswith("-") for each in rest)
    return [] if alone else ["-n", str(cores), "--dist", "loadfile", "--no-loadscope-reorder"]


def check(rest: list[str]) -> int:
    """Run the house rules alone."""
    return test(["tests/conventions", *rest])


def prove(rest: list[str]) -> int:
    """Run everything, the long proofs included, on the disk people have."""
    return _pytest(["-m", "", *rest])


def faults(rest: list[str]) -> int:
    """Run the whole test plan of faults, long parts included, and write its table; `--share 0.1` runs a tenth."""
    if not rest or rest[0].startswith("-"):
        fail("Bitte einen Ordner für die Tabelle nennen.", "Please name a folder for the table.")
    tracer()
    folder = Path(rest[0]).resolve()
    result = _pytest([*FAULTS, "-m", "not gui", f"--counts={folder}", *rest[1:]])
    say(f"Die Tabelle steht in {folder / 'faults.md'}", "the table is there")
    return result


def papers(rest: list[str]) -> int:
    """Write every document in the languages and variants that people look at; `--lang`, `--only` choose others."""
    return run([PYTHON, "-m", "tests.documents.write_all", *rest])


def judges(rest: list[str]) -> int:
    """Install the heavy, independent programs that the tests compare ours with."""
    scripts = [ROOT / "installer" / name for name in ("judges.py", "judges_npm.py")]
    return max((run([PYTHON, script, *rest]) for script in scripts if script.is_file()), default=0)


def migration(rest: list[str]) -> int:
    """Write the SQL that brings a vault of the last release to today's declarations."""
    return run([PYTHON, "-m", "kimdesk.store.migration_writer", *rest])


def i18n(rest: list[str]) -> int:
    """Collect source texts into the two catalogues and compile them."""
    if rest:
        fail(f"„i18n“ kennt {rest[0]} nicht.", f"“i18n” does not know {rest[0]}.")
    collect()
    return 0


def main(argv: list[str]) -> int:
    """Prepare the environment, then do what the first argument asks."""
    switch_to_newer_python()
    parser = argparse.ArgumentParser(prog="dev.py", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.epilog = "\n".join(f"  {verb:10} {text}" for verb, text in VERBS.items())
    parser.add_argument("verb", choices=VERBS, metavar="VERB", help="one of the words below")
    chosen = parser.parse_args(argv[:1])
    qt_libraries(with_screen=has_screen())
    ready()
    work = {"demo": demo, "test": test, "check": check, "prove": prove}
    work.update({"papers": papers, "faults": faults, "judges": judges, "migration": migration, "i18n": i18n})
    return work[chosen.verb](argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
