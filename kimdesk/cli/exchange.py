"""`enrol`, `export`, `verify`, `receive`: the desk's side of the exchange."""

from __future__ import annotations

from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("enrol", "dieses Gerät anmelden", "enrol this device")
    here.later("request", "eine Anfrage schreiben", "write a request")
    here.later("accept", "eine Zusage annehmen", "accept a grant")
    branch.later("export", "ein Paket für die Koordinierungsstelle", "a bundle for the office")
    branch.later("verify", "ein Paket prüfen", "verify a bundle")
    branch.later("receive", "Eingangsbestätigungen und Pakete einlesen", "take in receipts and bundles")
