"""The box behind Ctrl+K for the gallery."""

from __future__ import annotations

from kimdesk.ui import actions
from kimdesk.ui.dialogs.command import CommandDialog
from kimdesk.ui.dialogs.command_presenter import Command, find
from kimdesk.ui.shell.screen import Context, Screen

TEXTS = {"actions": "", "found": "dimi", "nothing": "xyzzy"}


def make(context: Context, state: str) -> Screen:
    """Return the box with actions, with what was found, or with nothing."""
    box = CommandDialog(None)
    text = TEXTS[state]
    known = [Command(id=each.id, word=actions.text(each.id), icon=each.icon) for each in actions.ACTIONS]
    box.field.setText(text)
    box.show_found(find(context.desk, text, known[:9]), text)
    return Screen("command", box)
