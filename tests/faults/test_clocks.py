"""A clock that stands, jumps, runs backwards or is decades off loses nothing and puts nothing in a wrong order."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock, local_time
from kimdesk.base.errors import UserProblem
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.editing import keep, settle
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.health import check_vault
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Case
from kimdesk.domain.views.drafts import Draft
from kimdesk.store.hlc import HybridClock
from kimdesk.vault.backup import backups_in, verify_files
from tests.faults.tallying import Tally
from tests.support.districts import make_desk
from tests.support.vaults import CHEAP, PASSPHRASE

NOON = dt.datetime(2026, 11, 20, 11, tzinfo=dt.UTC)
DAY_MS = 86_400_000


def ms(moment: dt.datetime) -> int:
    return int(moment.timestamp() * 1000)


WALKS = {
    "anywhere": [
        NOON,
        NOON - dt.timedelta(days=3652),
        NOON + dt.timedelta(days=18262),
        dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
        dt.datetime(2038, 1, 19, 3, 14, 8, tzinfo=dt.UTC),
        NOON,
    ],
    "ten years back": [NOON, NOON - dt.timedelta(days=3652), NOON - dt.timedelta(days=3651), NOON],
    "fifty years on and back": [NOON, NOON + dt.timedelta(days=18262), NOON, NOON + dt.timedelta(seconds=1)],
    "standing still": [NOON] * 4,
    "the end of 32 bits": [dt.datetime(2038, 1, 19, 3, 14, second, tzinfo=dt.UTC) for second in (6, 7, 8, 9)],
    "the end of unsigned 32 bits": [
        dt.datetime(2106, 2, 7, 6, 28, second, tzinfo=dt.UTC) for second in (14, 15, 16, 17)
    ],
    "an empty battery": [NOON, dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.datetime(2000, 1, 1, tzinfo=dt.UTC), NOON],
    "summer begins": [
        dt.datetime(2026, 3, 29, 0, 59, 59, tzinfo=dt.UTC) + dt.timedelta(seconds=each) for each in (0, 1, 2, 3600)
    ],
    "summer ends": [
        dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC) + dt.timedelta(minutes=each) for each in (0, 30, 60, 90)
    ],
    "midnight": [
        dt.datetime(2026, 11, 19, 22, 59, 59, tzinfo=dt.UTC) + dt.timedelta(seconds=each) for each in range(4)
    ],
}


class Walk:
    """Works at a desk while the clock goes wherever it goes, and looks whether all of it is there, in order."""

    def __init__(self, folder: Path, moments: list[int]) -> None:
        self._folder = folder
        self._moments = moments
        self._clock = FixedClock(moments[0])
        self._services = build_services(self._clock, CHEAP)
        self.acts = 0

    def findings(self) -> Iterator[str]:
        """Yield what went wrong."""
        stick = self._folder / "stick"
        stick.mkdir()
        make_desk(self._services, self._folder / "tresor").close()
        case = None
        for place, moment in enumerate(self._moments):
            self._clock.ms = moment
            with open_desk(self._services, self._folder / "tresor", PASSPHRASE) as desk:
                case = case or create_family(desk, NewFamily(given_name="Elena", case_number="KD-1"))
                yield from self._works(desk, case, place)
                if place in {0, len(self._moments) // 2, len(self._moments) - 1}:
                    yield from self._backs_up(desk, stick)
        yield from self._afterwards(stick)

    def _backs_up(self, desk: Desk, stick: Path) -> Iterator[str]:
        made = backups.back_up(desk, stick)
        if made not in backups_in(stick):
            yield "a backup just made was taken for an old one"

    def _works(self, desk: Desk, case: bytes, place: int) -> Iterator[str]:
        record = desk.query.every(Case)[0].id
        assert record == case
        desk.apply(Set("case", record, "strengths", f"Stärke {place}"))
        keep(desk, Draft(kind="case", record=record, field="wish", text=f"Wunsch {place}"))
        self._clock.ms = self._moments[min(place + 1, len(self._moments) - 1)]  # it jumps while somebody types
        keep(desk, Draft(kind="case", record=record, field="wish", text=f"Wunsch {place}, weiter"))
        problems = settle(desk, "case", record).problems
        if problems:
            yield f"what was typed was refused: {sorted(problems)}"
        there = desk.query.every(Case)[0]
        if (there.strengths, there.wish) != (f"Stärke {place}", f"Wunsch {place}, weiter"):
            yield f"step {place} is not there"
        if desk.query.history(record)[-1].after != f"Wunsch {place}, weiter":
            yield f"step {place} is not the last in its history"
        self.acts += 4

    def _afterwards(self, stick: Path) -> Iterator[str]:
        with open_desk(self._services, self._folder / "tresor", PASSPHRASE) as desk:
            with desk.query.connection() as conn:
                revisions = [row[0] for row in conn.exec_driver_sql("SELECT hlc FROM journal ORDER BY n")]
            if revisions != sorted(revisions) or not revisions:
                yield "revisions fall"
            if local_time(self._clock.ms).date() != desk.today:
                yield "today is another day"
        for finding in check_vault(self._services, self._folder / "tresor", PASSPHRASE):
            yield f"vault check: {finding.code}"
        for backup in backups_in(stick):
            verify_files(backup.folder)


SHORT = ("anywhere", "summer ends")


@pytest.mark.parametrize(
    "name", [each if each in SHORT else pytest.param(each, marks=pytest.mark.slow) for each in WALKS]
)
def test_a_clock_that_walks(name: str, scratch: Path, tally: Tally) -> None:
    walk = Walk(scratch, [ms(moment) for moment in WALKS[name]])
    found = list(walk.findings())
    tally(name, {"steps": len(WALKS[name]), "acts": walk.acts, "findings": len(found)})
    assert found == []


@pytest.mark.slow
def test_a_clock_gone_mad(scratch: Path, tally: Tally) -> None:
    chance = random.Random(tally.seed)
    moments = [ms(NOON) + round(chance.gauss(0, 1) * chance.choice((1, DAY_MS, 9000 * DAY_MS))) for _ in range(80)]
    moments = [max(0, moment) for moment in moments][: tally.portion(80)]
    walk = Walk(scratch, moments)
    found = list(walk.findings())
    tally(
        "jumps by chance, milliseconds to decades", {"steps": len(moments), "acts": walk.acts, "findings": len(found)}
    )
    assert found == []


def test_revisions_that_follow_the_clock_are_found_out(
    scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HybridClock, "tick", lambda self: self._clock.now_ms() << 16)
    try:
        found = list(Walk(scratch, [ms(moment) for moment in WALKS["ten years back"]]).findings())
    except UserProblem as refused:
        found = [refused.code]
    tally("revisions that follow the clock", {"findings": len(found)}, sabotaged=True)
    assert found
