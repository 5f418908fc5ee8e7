"""The list of structural observations, and its form, for the gallery."""

from __future__ import annotations

from kimdesk.casework import observations
from kimdesk.casework.observations import Preset
from kimdesk.ui.dialogs.observation_flow import made
from kimdesk.ui.screens.observations.build import build
from kimdesk.ui.screens.observations.presenter import ObservationsPresenter
from kimdesk.ui.screens.observations.state import Filter
from kimdesk.ui.shell.screen import Context, Screen

TEXT = "Wer kein Smartphone hat, bekommt keinen Termin: Die Bestätigung kommt nur über eine App."


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, nothing."""
    screen = build(context)
    assert isinstance(screen.presenter, ObservationsPresenter)
    screen.presenter.opened()
    if state == "nothing":
        screen.presenter.narrow(Filter(text="zzyzx"))
    return screen


def make_form(context: Context, state: str) -> Screen:
    """Return the form in one of its states: write (begun at a contact), names (one was found), read, answer."""
    if state == "answer":
        dialog = made(None, context, observation=observations.every(context.desk)[0])
        return Screen("observation", dialog)
    dialog = made(None, context, preset=Preset(topic="mobility_digital", actor="jobcenter"))
    dialog.text.set_text(TEXT if state != "names" else f"{TEXT} Elena wartet seit März.")
    dialog.write()
    if state == "names":
        dialog.show_names(("Elena",))
    elif state == "read":
        dialog.show_reading(dialog.written())
    return Screen("observation", dialog)
