from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.progress import Progress
from kimdesk.ui.tasks import InlineRunner, QtRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shut_down()


def test_work_runs_beside_and_answers_on_the_main_thread(runner: QtRunner, qtbot: QtBot) -> None:
    where: list[bool] = []
    main = threading.main_thread()

    def work(_steps: Progress) -> bool:
        return threading.current_thread() is main

    def done(was_main: bool) -> None:
        where.extend((was_main, threading.current_thread() is main))

    runner.run(work, done)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [False, True]


def test_the_vault_lane_keeps_the_order(runner: QtRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(50):
        runner.run(lambda _steps, n=number: n, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_a_known_failure_goes_to_failed(runner: QtRunner, qtbot: QtBot) -> None:
    failures: list[KimError] = []

    def work(_steps: Progress) -> None:
        raise UserProblem("undo.nothing")

    runner.run(work, lambda _none: pytest.fail("must not be done"), failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].code == "undo.nothing"


def test_a_bug_reaches_the_hook_of_the_main_thread(runner: QtRunner, qtbot: QtBot) -> None:
    def work(_steps: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        runner.run(work, lambda _none: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_cancelled_work_tells_nobody(runner: QtRunner, qtbot: QtBot) -> None:
    started, go = threading.Event(), threading.Event()
    told: list[str] = []

    def work(steps: Progress) -> str:
        started.set()
        go.wait(5)
        steps.step(1, 2)
        return "done"

    job = runner.run(work, told.append, failed=lambda error: told.append(error.code))
    assert started.wait(5)
    job.cancel()
    go.set()
    qtbot.waitUntil(runner.idle)
    assert told == []


def test_progress_is_thinned_out_but_ends_complete(runner: QtRunner, qtbot: QtBot) -> None:
    steps_seen: list[int] = []
    finished: list[None] = []

    def work(steps: Progress) -> None:
        for number in range(2000):
            steps.step(number + 1, 2000)

    runner.run(work, finished.append, progress=lambda done, _total: steps_seen.append(done))
    qtbot.waitUntil(lambda: bool(finished))
    assert steps_seen[-1] == 2000
    assert len(steps_seen) < 100


def test_inline_runner_answers_before_it_returns() -> None:
    answers: list[object] = []
    InlineRunner().run(lambda _steps: 7, answers.append)
    assert answers == [7]

    def fails(_steps: Progress) -> None:
        raise UserProblem("undo.nothing")

    InlineRunner().run(fails, answers.append, failed=lambda error: answers.append(error.code))
    assert answers == [7, "undo.nothing"]
    with pytest.raises(UserProblem):
        InlineRunner().run(fails, answers.append)


def test_ending_finishes_what_waits_for_the_vault_and_takes_nothing_new(runner: QtRunner) -> None:
    gate = threading.Event()
    written: list[str] = []
    runner.run(lambda _steps: gate.wait(30), lambda _true: pytest.fail("must not be told"))
    runner.run(lambda _steps: written.append("typed"), lambda _none: pytest.fail("must not be told"))
    threading.Timer(0.05, gate.set).start()
    runner.finish_writing()
    assert written == ["typed"]
    late = runner.run(lambda _steps: written.append("too late"), lambda _none: None)
    runner.shut_down()
    assert written == ["typed"]
    assert late.stop.requested()
