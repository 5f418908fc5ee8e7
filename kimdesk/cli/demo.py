"""`demo` and `generate`: fictional caseloads."""

from __future__ import annotations

from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verbs."""
    branch.later("demo", "die ganze Arbeit vorführen", "show the whole main job")
    branch.later("generate", "erfundene Fälle in beliebiger Zahl", "a synthetic caseload of any size")
