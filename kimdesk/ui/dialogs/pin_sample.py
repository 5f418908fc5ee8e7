"""The PIN dialog for the gallery."""

from __future__ import annotations

from kimdesk.casework.covering import CoverLock
from kimdesk.ui.dialogs.pin import PinDialog
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, _state: str) -> Screen:
    """Return the dialog after two different entries."""
    dialog = PinDialog(None, CoverLock(context.desk), context.runner)
    dialog.first.setText("482915")
    dialog.again.setText("4829")
    dialog.done_button.click()
    return Screen("pin", dialog)
