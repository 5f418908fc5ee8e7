"""A case that changes hands, for the gallery."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.casework import handing_over
from kimdesk.domain.views.handover import ArrivedCase, Colleague
from kimdesk.ui.dialogs.handover import TakeOverDialog
from kimdesk.ui.dialogs.handover_flow import made
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen

NAME = "Ahmet Yıldız"
WORDS = "Anker Birke Fenster Hafen Kanne Laterne Möwe Wiese"


def make(context: Context, state: str) -> Screen:
    """Return the dialog of the one who gives, with child protection opened, or of the one who takes over."""
    case = sample_case(context.desk)
    found = handing_over.preview(context.desk, case)
    if state == "take":
        arrived = ArrivedCase(
            giver="M. Sommer",
            words=WORDS,
            provider="Musterträger e. V.",
            case_number=found.case_number,
            own_number="KD-2026-0031",
            persons=found.persons,
            counts=found.counts,
            files=found.files,
            day=dt.date(2026, 11, 20),
            family_told=True,
            reason="",
        )
        return Screen("handover", TakeOverDialog(None, arrived))
    dialog = made(None, context, case, found, lambda _name: None)
    dialog.show_card(Path("Karte.kimk"), Colleague(label="Laptop 4", provider="Musterträger e. V.", words=WORDS))
    dialog.name.setText(NAME)
    dialog.words.setText(WORDS)
    dialog.told.setChecked(True)
    if state == "protection":
        dialog.show_protection([("00" * 16, "12.10.2026: Ein Kind erschrickt bei lauten Stimmen.")])
    return Screen("handover", dialog)
