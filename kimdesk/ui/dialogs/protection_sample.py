"""The dialog about protection at the screen for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.protection import ProtectionDialog
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the dialog where pictures can be excluded, or on a system that cannot."""
    possible = state != "impossible"
    switched = context.clock.now_ms() - 86_400_000 if possible else None
    dialog = ProtectionDialog(
        None, has_pin=possible, magnifier=possible, capture_possible=possible, switched_ms=switched
    )
    return Screen("protection", dialog)
