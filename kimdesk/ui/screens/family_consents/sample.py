"""The page of a family's consents for the gallery, and the dialog of giving one."""

from __future__ import annotations

from kimdesk.ui.screens.family_consents.build import build
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.family_consents.state import GivingQuestion
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.buttons import Chip


def make(context: Context, state: str) -> Screen:
    """Return the page, with a new consent being prepared where asked."""
    screen = build(context, sample_case(context.desk).hex())
    if state == "new":
        screen.widget.listed.add_asked.emit()  # type: ignore[attr-defined]  # the page built above
    return screen


def giving(context: Context, state: str) -> Screen:  # noqa: ARG001 - one state
    """Return the dialog with the pad open."""
    question = GivingQuestion(
        who="Elena",
        what=("Gespräch mit Schule oder Kita · Kita Regenbogen", "Welche Angaben: Name und Person"),
        explained="Erklärt auf Bulgarisch.",
    )
    dialog = GivingDialog(None, question)
    dialog.findChildren(Chip)[0].setChecked(True)
    return Screen("giving", dialog)
