"""The passphrase dialog for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the dialog as it opens, or after several wrong entries."""
    dialog = PassphraseDialog(
        None,
        context.desk,
        context.runner,
        why="Mit dem Paket verlassen Angaben zu Familien diesen Rechner.",
        go_on="Paket erstellen",
    )
    if state == "wait":
        dialog.hesitate(8)
    return Screen("passphrase", dialog)
