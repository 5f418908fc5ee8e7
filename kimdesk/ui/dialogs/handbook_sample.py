"""The handbook for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.handbook import HandbookDialog
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the dialog at one of its pages."""
    return Screen("handbook", HandbookDialog(None, context.runner, context.clock, state))
