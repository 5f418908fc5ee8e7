"""The backup before the end, for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.farewell.view import FarewellView
from kimdesk.ui.shell.screen import Context, Screen


def make(_context: Context, _state: str) -> Screen:
    """Return the window at work."""
    view = FarewellView()
    view.show_share(0.4)
    return Screen("farewell", view)
