"""The passphrase dialog for the gallery."""

from __future__ import annotations

from kimdesk.ui.dialogs.passphrase import PassphraseDialog
from kimdesk.ui.i18n import translated
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the dialog as it opens, or after several wrong entries."""
    dialog = PassphraseDialog(
        None,
        context.desk,
        context.runner,
        why=translated("ExchangeView", "Mit dem Paket verlassen Angaben diesen Rechner."),
        go_on=translated("ExchangeView", "Weiter zum Speichern"),
    )
    if state == "wait":
        dialog.hesitate(8)
    return Screen("passphrase", dialog)
