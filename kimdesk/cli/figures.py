"""`figures` and `deadlines`: what is counted and what is due."""

from __future__ import annotations

from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verbs."""
    branch.later("figures", "Zahlen eines Zeitraums", "figures of a period")
    here = branch.group("deadlines", "Fristen", "deadlines")
    here.later("list", "Fristen auflisten", "list deadlines")
    here.later("compute", "eine Frist mit Rechenweg", "a deadline with its steps")
