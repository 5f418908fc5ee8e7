"""The page of child protection for the gallery, closed and open; what stands on it is invented."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import protection
from kimdesk.casework.desk import Desk
from kimdesk.casework.protection import ProtectionWay
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from kimdesk.ui.screens.family_protection.build import build
from kimdesk.ui.screens.family_protection.leaving_view import LeavingDialog
from kimdesk.ui.screens.family_protection.state import EntryLine, LeavingState
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the page."""
    desk = context.desk
    case = sample_case(desk)
    screen = build(context, case.hex())
    if state == "closed":
        return screen
    known = protection.entries(desk, case)
    entry = known[0].id if known else _entry(desk, case)
    screen.presenter.open()  # type: ignore[attr-defined]  # the presenter built above
    if state == "entry":
        screen.widget.listed.open_asked.emit(entry.hex())  # type: ignore[attr-defined]
    return screen


def leaving(context: Context, state: str) -> Screen:
    """Return the dialog of a way out."""
    way: ProtectionWay = "notice" if state == "notice" else "consultation"
    entries = (EntryLine(key="1", line="21.11.2026 · Ivan"), EntryLine(key="2", line="14.10.2026 · Ivan, Sofia"))
    shown = LeavingState(entries=entries, office="Kreisjugendamt Steinfurt", file_name="Falldarstellung.pdf")
    return Screen("protection_leaving", LeavingDialog(None, way, shown, context.runner))


def _entry(desk: Desk, case: RecordId) -> RecordId:
    child = next(each for each in desk.page.of_case(Person, case) if each.role == "child")
    entry = new_id(desk.clock)
    values: dict[str, Value] = {
        "case": case,
        "date": desk.today - dt.timedelta(days=2),
        "children": frozenset({child.id}),
        "observed": "Blauer Fleck am Oberarm, handgroß. Spielt ruhig, erschrickt bei lauten Stimmen.",
        "said": "Mutter: beim Klettern gefallen.",
        "assessment": "Erklärung möglich, Verlauf beobachten; Beratung mit der Fachkraft vereinbart.",
        "told_family": Code("yes"),
    }
    desk.apply(Create("protection_entry", entry, values))
    return entry
