"""The data-breach dialog for the gallery."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.progress import Progress
from kimdesk.ui.dialogs.incident import IncidentDialog
from kimdesk.ui.shell.screen import Context, Screen


class Nothing:
    """A source without a sheet."""

    def __init__(self, *, counts_itself: bool) -> None:
        self.counts_itself = counts_itself

    def sheet(self, happened: str) -> bytes:  # noqa: ARG002 - as the Protocol names it
        """Return nothing."""
        return b""

    def count(self, backup: Path, secret: str, progress: Progress) -> None:
        """Count nothing."""

    def save(self, file: Path, sheet: bytes) -> None:
        """Write nothing."""


def make(context: Context, state: str) -> Screen:
    """Return the dialog: at an open vault, without the lost one, or about a paper."""
    dialog = IncidentDialog(
        None,
        Nothing(counts_itself=state == "vault"),
        context.runner,
        "paper" if state == "paper" else "laptop",
    )
    if state == "without":
        dialog.take(Path("E:/Sicherungen/eine"))
    return Screen("incident", dialog)
