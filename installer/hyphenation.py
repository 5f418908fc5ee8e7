"""Builds resources/hyphenation/de.txt: the German patterns as groups that load in a few milliseconds.

Run by hand when the patterns are renewed (`python installer/hyphenation.py`); the result is part of the checkout.
Needs `npm` and `node`. The package carries the patterns as a tree: leaf = number of a row of values.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGE = "hyphen@1.14.1"
TARGET = Path(__file__).resolve().parents[1] / "resources" / "hyphenation" / "de.txt"
HEAD = """\
# Hyphenation patterns for German, reformed orthography: values, then the letters that have them ("." = edge of a word).
# Made by installer/hyphenation.py from npm `hyphen` 1.14.1, patterns de-1996 of tex-hyphen (CTAN hyph-utf8).
# Copyright (C) 2013-2018 Stephan Hennig, Werner Lemberg, Günter Milde, Sander van Geloven, Georg Pfeiffer,
# Gisbert W. Selke, Tobias Wendorf (Deutschsprachige Trennmustermannschaft). MIT licence, text in LICENCE.txt.
"""


def unpacked(work: Path) -> list[Any]:
    """Fetch the package with npm and return its German table: values, tree, exceptions."""
    done = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=work, check=True, capture_output=True, text=True)
    with tarfile.open(work / done.stdout.strip()) as archive:
        archive.extractall(work, filter="data")
    show = "process.stdout.write(JSON.stringify(require('./package/patterns/de-1996.js')))"
    printed = subprocess.run(["node", "-e", show], cwd=work, check=True, capture_output=True, text=True).stdout
    table: list[Any] = json.loads(printed)
    return table


def leaves(node: Any, letters: str = "") -> Iterator[tuple[str, int]]:
    """Yield letters and the number of their row; a node that is also a leaf is a list of both."""
    if isinstance(node, int):
        yield letters, node
        return
    if isinstance(node, list):
        yield letters, node[1]
        node = node[0]
    for letter, below in node.items():
        yield from leaves(below, letters + letter)


def main() -> None:
    """Write the file: one line for each row of values that occurs."""
    with tempfile.TemporaryDirectory() as work:
        values, tree, _ = unpacked(Path(work))
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for letters, row in leaves(tree):
        groups[tuple(values[row])].append(letters)
    lines = [f"{''.join(map(str, row))} {' '.join(sorted(words))}" for row, words in sorted(groups.items())]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
