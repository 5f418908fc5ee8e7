"""Choosing a paper, for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.papers import LetterDialog, PapersDialog
from kimdesk.ui.shell.screen import Context, Screen

SUBJECT, WORDS = "Ihr Antrag auf einen Platz in der Kita", "Sofia steht auf der Liste für Januar."


def make(_context: Context, state: str) -> Screen:
    """Return the papers there are, or a letter being written."""
    if state == "letter":
        dialog = LetterDialog(None)
        dialog.subject.setText(SUBJECT)
        dialog.words.setPlainText(WORDS)
        return Screen("papers", dialog)
    return Screen("papers", PapersDialog(None))
