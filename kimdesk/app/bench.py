"""`kimdesk bench`: how fast it is on this machine, against the same work done without us."""

from __future__ import annotations

import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kimdesk.app.bench_exchange import bundle_row, bundling
from kimdesk.app.bench_office import import_row
from kimdesk.app.bench_rows import Measured, draft_row, plan_row, question_rows
from kimdesk.app.bench_window import window_row
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.casework.generate import generate

if TYPE_CHECKING:
    from kimdesk.cli.call import Call

CONTACTS = 40
SEED = 2026


def run(call: Call) -> int:
    """Measure every row on an invented caseload; 1 where a ratio is beyond its limit."""
    families = call.args.families
    call.say(
        f"{families} Familien, {families * CONTACTS} Kontakte werden erfunden …", f"inventing {families} families …"
    )
    rows: list[Measured] = []
    with caseload(call.services, families) as desk:
        for measured in desk_rows(desk):
            call.say(measured.line(), measured.line())
            rows.append(measured)
    window = window_row()
    call.say(window.line(), window.line())
    rows.append(window)
    machine = about_machine()
    call.say(" · ".join(f"{name} {value}" for name, value in machine.items()), " · ".join(map(str, machine.values())))
    if call.scripted:
        told = [each.told() for each in rows]
        call.console.data({"machine": machine, "families": families, "contacts": families * CONTACTS, "rows": told})
    return int(any(each.too_slow() for each in rows))


def desk_rows(desk: Desk) -> Iterator[Measured]:
    """Yield every row about one desk."""
    from kimdesk.app.bench_loop import exporting_row  # noqa: PLC0415 - loads Qt

    yield from question_rows(desk)
    yield draft_row(desk)
    yield plan_row(desk)
    with bundling(desk) as make:
        yield bundle_row(make)
        yield exporting_row(desk, make)
    yield import_row(desk)


@contextmanager
def caseload(services: Services, families: int) -> Iterator[Desk]:
    """Lend a desk full of invented families that vanishes afterwards."""
    with TemporaryDirectory(prefix="kimdesk-") as place:
        new = NewDesk(
            folder=Path(place) / "tresor",
            label="Messung",
            passphrase=secrets.token_hex(16),
            profile=Profile(name="M. M."),
        )
        with create_desk(services, new)[0] as desk:
            generate(desk, families=families, seed=SEED, contacts=CONTACTS)
            yield desk


def about_machine() -> dict[str, Any]:
    """Return what the figures depend on: processor, cores, system, Python, and how busy it all was."""
    told: dict[str, Any] = {
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }
    if hasattr(os, "getloadavg"):
        told["load"] = round(os.getloadavg()[0], 2)
    return told
