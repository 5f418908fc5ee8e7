"""Writes documents of the samples as files, to be looked at: every one, in chosen languages and every variant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kimdesk.base.errors import UserProblem
from kimdesk.documents.api import load_faces
from kimdesk.documents.voices import EASY_GERMAN
from tests.documents.every import CASES, SHIPPED, Case

LOOKED_AT = ("de", "de+bg", "de+ar", "de+ti", "de+hi")
"""Latin, Cyrillic, right to left, and the two scripts that are shaped in ways of their own."""


def chosen(languages: Sequence[str], only: str) -> Iterator[Case]:
    """Yield the shipped documents in these languages whose name begins with `only`; easy language stands for German."""
    for name in SHIPPED:
        case = CASES[name]
        spoken = "+".join("de" if each == EASY_GERMAN else each for each in case.languages)
        if spoken in languages and name.startswith(only):
            yield case


def write_all(folder: Path, languages: Sequence[str] = LOOKED_AT, only: str = "") -> int:
    """Write the files into a folder, named after document, languages and variant; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    faces = load_faces()
    written = 0
    for case in chosen(languages, only):
        try:
            pdf = case.pdf(faces)
        except UserProblem as problem:
            sys.stdout.write(f"{case.name}: {problem.code}\n")
            continue
        (folder / f"{case.name.replace(' ', '_')}.pdf").write_bytes(pdf.data)
        written += 1
    return written


def main(arguments: Sequence[str]) -> int:
    """Run from a command line: FOLDER [--lang de+bg …] [--only NAME]."""
    parser = argparse.ArgumentParser(prog="dev.py papers")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", nargs="+", default=LOOKED_AT)
    parser.add_argument("--only", default="")
    given = parser.parse_args(arguments)
    sys.stdout.write(f"{write_all(given.folder, given.lang, given.only)} PDF: {given.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
