"""The change of the vault key for the gallery."""

from __future__ import annotations

from kimdesk.base.errors import Surroundings
from kimdesk.ui.screens.rekey.view import RekeyView
from kimdesk.ui.shell.screen import Context, Screen


def make(_context: Context, state: str) -> Screen:
    """Return the window at work, or after something failed."""
    view = RekeyView()
    view.show_share(0.4)
    if state == "failed":
        view.fail(Surroundings("disk.full"))
    return Screen("rekey", view)
