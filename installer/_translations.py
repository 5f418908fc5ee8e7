"""Collects the texts of the user interface into catalogues; German is the source language."""

from __future__ import annotations

from pathlib import Path

from _console import ROOT, must
from _environment import tool

TEXTS = ROOT / "resources" / "i18n"


def collect(folder: Path = TEXTS) -> None:
    """Bring the catalogues in `folder` up to the sources; the German one holds plural forms only."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(path for room in ("ui", "app") for path in (ROOT / "kimdesk" / room).rglob("*.py"))
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "de", "-target-language"]
    for target in (["en"], ["de", "-pluralonly"]):
        catalogue = folder / f"kimdesk_{target[0]}.ts"
        must(
            [tool("pyside6-lupdate"), *sources, *options, *target, "-ts", catalogue],
            "Die Übersetzungen ließen sich nicht erzeugen.",
            "The translations could not be collected.",
        )
