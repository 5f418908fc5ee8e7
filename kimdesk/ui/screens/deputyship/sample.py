"""Standing in for the gallery: asked, chosen, refused, read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.base.errors import Untrusted, UserProblem
from kimdesk.domain.views.deputies import Package, PackageDate, PackageFamily, PackageFile, PackagePerson
from kimdesk.ui.screens.deputyship.state import DeputyshipState
from kimdesk.ui.screens.deputyship.view import DeputyshipView
from kimdesk.ui.shell.screen import Context, Screen

_DAY_MS = 86_400_000


def make(context: Context, state: str) -> Screen:
    """Return the screen in one of the states the catalog names."""
    view = DeputyshipView()
    now, today = context.clock.now_ms(), context.desk.today
    found = (
        PackageFile(file=Path("1"), label="Laptop 2", made_ms=now - _DAY_MS),
        PackageFile(file=Path("2"), label="Laptop 7", made_ms=now - 4 * _DAY_MS),
    )
    if state in {"read", "nobody"}:
        families = () if state == "nobody" else _families(today)
        package = Package(
            owner="Katrin Berger",
            label="Laptop 2",
            made_ms=now - _DAY_MS,
            until=today + dt.timedelta(days=21),
            families=families,
        )
        view.show_state(DeputyshipState(package=package, reason="Frau Berger ist krank, Termin morgen"))
    else:
        view.show_state(DeputyshipState(found=found if state in {"found", "over", "foreign"} else ()))
    if state == "over":
        view.fail(UserProblem("deputy.over", until=f"{today - dt.timedelta(days=3):%d.%m.%Y}"))
    elif state == "foreign":
        view.fail(Untrusted("bundle.not_for_us"))
    return Screen("deputyship", view)


def _families(today: dt.date) -> tuple[PackageFamily, ...]:
    soon = today + dt.timedelta(days=1)
    first = PackageFamily(
        case_number="KD-2026-0017",
        persons=(
            PackagePerson(
                name="Elena Dimitrova",
                role="Mutter",
                phone="02553 4711",
                languages=("Bulgarisch", "Türkisch"),
                interpreter_needed="ja",
            ),
            PackagePerson(name="Mariya Dimitrova", role="Kind"),
        ),
        appointments=(
            PackageDate(text="Ausländerbehörde", day=soon, detail="10:00, Rathaus Ochtrup, Zimmer 12"),
            PackageDate(text="", day=today + dt.timedelta(days=9)),
        ),
        promises=(PackageDate(text="Schuldnerberatung anfragen", day=today, detail="Fallbegleitung"),),
    )
    second = PackageFamily(
        case_number="KD-2026-0021",
        persons=(PackagePerson(name="Yusuf Al-Hashimi", role="Vater", languages=("Arabisch",)),),
        appointments=(),
        promises=(PackageDate(text="Formular der Familienkasse mitbringen", day=None),),
    )
    return first, second
