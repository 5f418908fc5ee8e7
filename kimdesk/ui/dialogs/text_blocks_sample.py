"""Text blocks for the gallery."""

from __future__ import annotations

from kimdesk.casework import text_blocks
from kimdesk.ui.dialogs.text_blocks import ManageDialog, TextBlocksDialog, Where
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.notes import NoteEdit


def make(context: Context, state: str) -> Screen:
    """Return the list to choose from, or the dialog in which blocks are written."""
    if state == "manage":
        dialog = ManageDialog(None, context)
        dialog.turn_to(text_blocks.blocks(context.desk)[0].id)
        return Screen("text_blocks", dialog)
    return Screen("text_blocks", TextBlocksDialog(None, context, Where(note=NoteEdit(""))))
