"""Unfinished entries for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.unfinished.state import Entry, FieldLine, UnfinishedState
from kimdesk.ui.screens.unfinished.view import UnfinishedView
from kimdesk.ui.shell.screen import Context, Screen

HOUR_MS = 3_600_000


def make(context: Context, state: str) -> Screen:
    """Return the screen with three entries, or with nothing left."""
    view = UnfinishedView()
    now = context.clock.now_ms()
    person = Entry(
        key="1",
        what="Person",
        family="Dimitrov",
        at=now - HOUR_MS,
        lines=(
            FieldLine(label="Telefon", typed="02553 4711", now="02553 0815", moved=True),
            FieldLine(label="Geburtsdatum", typed="31.2.1994", hint="„Geburtsdatum“ ist kein Datum."),
        ),
        opens=True,
    )
    contact = Entry(
        key="2",
        what="Kontakt",
        family="Al-Hashimi",
        at=now - 20 * HOUR_MS,
        lines=(FieldLine(label="Was ich beobachte", typed="Die Wohnung ist trocken, die Kinder malen am Tisch."),),
        opens=True,
    )
    family = Entry(
        key="slip:new_family",
        what=view.slip_words("new_family"),
        at=now - 30 * HOUR_MS,
        lines=(FieldLine(label="Nachname", typed="Yıldız"),),
        takes=False,
        opens=True,
    )
    view.show_state(UnfinishedState(entries=() if state == "done" else (person, contact, family)))
    return Screen("unfinished", view)
