"""The beginning of a visit for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.doors import DoorsDialog, LaterDialog
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the three doors, or what is asked of a visit that is over."""
    if state == "later":
        return Screen("doors", LaterDialog(None, context.desk.today, context.desk.reference))
    return Screen("doors", DoorsDialog(None))
