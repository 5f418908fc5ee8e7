from __future__ import annotations

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, Surroundings
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress, Report
from kimdesk.casework import editing
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Person
from kimdesk.ui.forms.port import DeskPort, Outcome, Target
from kimdesk.ui.tasks import InlineRunner, Job, Lane, QtRunner


class Flaky(InlineRunner):
    """Fails as often as it is told to, as a full disk does."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    def run(  # type: ignore[override] # typed loosely for the test
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        *,
        failed: Callable[[KimError], None] | None = None,
        progress: Report | None = None,
        lane: Lane = "vault",
    ) -> Job:
        if self.failures:
            self.failures -= 1
            assert failed is not None
            failed(Surroundings("disk.full"))
            return Job()
        return super().run(work, done, failed=failed, progress=progress, lane=lane)


def target_of(desk: Desk, family: RecordId) -> Target:
    return Target(kind="person", record=desk.page.of_case(Person, family)[0].id, parent=family)


def test_text_that_could_not_be_stored_goes_along_with_the_next_attempt(
    desk: Desk, family: RecordId, clock: FixedClock
) -> None:
    errors: list[KimError] = []
    saved: list[int | None] = []
    port = DeskPort(desk, Flaky(1), clock, saved=saved.append, failed=errors.append)
    target = target_of(desk, family)
    port.draft(target, "phone", "02553 1")
    assert ([error.code for error in errors], saved) == (["disk.full"], [None])
    port.draft(target, "email", "e@example.org")
    assert saved[-1] == clock.now_ms()
    assert {draft.field for draft in desk.query.drafts(target.record)} == {"phone", "email"}


def test_settling_that_failed_loses_nothing(desk: Desk, family: RecordId, clock: FixedClock) -> None:
    outcomes: list[Outcome] = []
    port = DeskPort(desk, Flaky(2), clock)
    target = target_of(desk, family)
    port.draft(target, "phone", "02553 1")
    port.settle(target, outcomes.append)
    assert outcomes == []
    port.settle(target, outcomes.append)
    assert outcomes == [Outcome()]
    stored = desk.page.get(Person, target.record)
    assert stored is not None
    assert stored.phone == "02553 1"


def test_a_new_record_exists_with_its_required_fields(desk: Desk, family: RecordId, clock: FixedClock) -> None:
    outcomes: list[Outcome] = []
    port = DeskPort(desk, InlineRunner(), clock)
    target = Target(kind="person", record=editing.mint(desk), parent=family)
    port.draft(target, "phone", "02553 2")
    port.settle(target, outcomes.append)
    port.draft(target, "given_name", "Ivan")
    port.settle(target, outcomes.append)
    assert [outcome.exists for outcome in outcomes] == [False, True]


def test_what_is_typed_while_something_is_being_stored_needs_no_window_to_be_stored(
    desk: Desk, family: RecordId, clock: FixedClock, qtbot: QtBot
) -> None:
    runner, saved = QtRunner(), list[int | None]()
    port = DeskPort(desk, runner, clock, saved=saved.append)
    target = target_of(desk, family)
    gate = threading.Event()
    runner.run(lambda _steps: gate.wait(30), lambda _true: None)
    for length in range(1, 8):
        port.draft(target, "phone", "02553 4711"[:length])
    gate.set()
    runner.finish_writing()
    assert [draft.text for draft in desk.query.drafts(target.record)] == ["02553 4"]
    assert set(saved) == {None}
    runner.shut_down()
