"""`office …`: the coordination office's side."""

from __future__ import annotations

from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("office", "Koordinierungsstelle", "coordination office")
    here.later("create", "den Tresor der Koordinierungsstelle anlegen", "make the office's vault")
    here.later("enrol", "ein Gerät zulassen", "enrol a device")
    here.later("import", "Pakete einlesen", "import bundles")
    here.later("receipts", "Eingangsbestätigungen schreiben", "write receipts")
    here.later("figures", "Zahlen des Kreises", "the district's figures")
