"""Unfinished entries for the gallery."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem, explain
from kimdesk.domain.records import RECORDS
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.unfinished.state import Entry, FieldLine, UnfinishedState
from kimdesk.ui.screens.unfinished.view import UnfinishedView
from kimdesk.ui.shell.screen import Context, Screen

HOUR_MS = 3_600_000


def make(context: Context, state: str) -> Screen:
    """Return the screen with four entries, or with nothing left."""
    view = UnfinishedView()
    now, lang = context.clock.now_ms(), language()
    phone, born = (RECORDS["person"].field(name).label(lang) for name in ("phone", "birth_date"))
    seen = RECORDS["contact"].field("observation").label(lang)
    wrong = explain(UserProblem("field.date", field=born), lang)
    person = Entry(
        key="1",
        what=RECORDS["person"].label(lang),
        family="Dimitrov",
        at=now - HOUR_MS,
        lines=(
            FieldLine(label=phone, typed="02553 4711", now="02553 0815", moved=True),
            FieldLine(label=born, typed="31.2.1994", hint=wrong.what),
        ),
        opens=True,
    )
    contact = Entry(
        key="2",
        what=RECORDS["contact"].label(lang),
        family="Al-Hashimi",
        at=now - 20 * HOUR_MS,
        lines=(
            FieldLine(
                label=seen,
                typed="Die Wohnung ist trocken, die Kinder malen am Tisch.",
            ),
        ),
        opens=True,
    )
    family = Entry(
        key="slip:new_family",
        what=view.slip_words("new_family"),
        at=now - 30 * HOUR_MS,
        lines=(FieldLine(label=RECORDS["person"].field("family_name").label(lang), typed="Yıldız"),),
        takes=False,
        opens=True,
    )
    standing_in = Entry(
        key="slip:deputyship",
        what=view.slip_words("deputyship"),
        at=now - 31 * HOUR_MS,
        lines=(FieldLine(label=view.slip_field("deputyship", "reason"), typed="Frau Berger ist krank"),),
        takes=False,
        opens=True,
    )
    view.show_state(UnfinishedState(entries=() if state == "done" else (person, contact, family, standing_in)))
    return Screen("unfinished", view)
