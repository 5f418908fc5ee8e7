"""The one way to work beside the window: a lane for the vault, one for long looks at all of it, a pool for the rest."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Literal, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kimdesk.base.errors import Cancelled, KimError
from kimdesk.base.progress import Cancel, Progress, Report
from kimdesk.ui.garbage import GarbageKeeper

T = TypeVar("T")
Lane = Literal["vault", "query", "long", "side"]
Work = Callable[[Progress], T]
Failed = Callable[[KimError], None]

_BEAT = 0.05


class Job:
    """A piece of running work: `cancel` asks it to stop, `forget` drops its answers."""

    def __init__(self) -> None:
        self.stop = Cancel()
        self.wanted = True

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing more is told."""
        self.stop.request()
        self.wanted = False

    def forget(self) -> None:
        """Let the work finish, but tell nobody."""
        self.wanted = False


class Runner(Protocol):
    """What a presenter needs to do long work."""

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        *,
        failed: Failed | None = None,
        progress: Report | None = None,
        lane: Lane = "vault",
    ) -> Job:
        """Do work; then one of `done` and `failed` is called on the main thread, unless cancelled."""
        ...


def smooth_threads() -> None:
    """Let the window answer while Python works beside it: gaps of 416 ms become 60 ms; call at start."""
    sys.setswitchinterval(1e-4)


class InlineRunner:
    """Does everything at once, on the spot: for presenters' tests and the gallery."""

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        *,
        failed: Failed | None = None,
        progress: Report | None = None,
        lane: Lane = "vault",  # noqa: ARG002 - there is one lane
    ) -> Job:
        """Do the work and tell the result before returning."""
        job = Job()
        try:
            result = work(Progress(progress, job.stop))
        except Cancelled:
            return job
        except KimError as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        return job


class _Mailbox(QObject):
    """Lives on the main thread; everything posted to it is called there."""

    post = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.post.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, message: Callable[[], None]) -> None:
        message()


class QtRunner:
    """Runs work in threads and posts results back through one queued signal."""

    def __init__(self) -> None:
        self._mailbox = _Mailbox()
        self._garbage = GarbageKeeper()
        self._lanes = {
            "vault": ThreadPoolExecutor(1, thread_name_prefix="vault"),
            "query": ThreadPoolExecutor(1, thread_name_prefix="query"),
            "long": ThreadPoolExecutor(1, thread_name_prefix="long"),
            "side": ThreadPoolExecutor(2, thread_name_prefix="side"),
        }
        self._open: set[Job] = set()
        self._ending = False

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        *,
        failed: Failed | None = None,
        progress: Report | None = None,
        lane: Lane = "vault",
    ) -> Job:
        """Do work on a lane; `done`, `failed` and `progress` are called on the main thread. At the end: nothing."""
        job = Job()
        if self._ending:
            job.cancel()
            return job
        self._open.add(job)
        steps = Progress(self._throttled(job, progress) if progress else None, job.stop)
        self._lanes[lane].submit(self._perform, job, partial(work, steps), done, failed)
        return job

    def settle(self) -> None:
        """Take what is loaded by now as there for life; called once a vault's window is up."""
        self._garbage.settle()

    def idle(self) -> bool:
        """Tell whether nothing is running or waiting."""
        return not self._open

    def finish_writing(self) -> None:
        """Ask everything to stop and wait for the vault's lane; what was typed and waits there is still stored."""
        self._ending = True
        for job in tuple(self._open):
            job.cancel()
        self._lanes["vault"].shutdown(wait=True)

    def shut_down(self) -> None:
        """Ask everything to stop, wait for what is running, and tell nobody."""
        self.finish_writing()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._open.clear()
        self._garbage.end()

    def _perform(self, job: Job, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed | None) -> None:
        try:
            answer: Callable[[], None] | None = partial(done, work())
        except Cancelled:
            answer = None
        except KimError as error:
            answer = partial(failed, error) if failed else partial(_raise, error)
        except BaseException as error:
            answer = partial(_raise, error)
        self._mailbox.post.emit(partial(self._finish, job, answer))

    def _finish(self, job: Job, answer: Callable[[], None] | None) -> None:
        self._open.discard(job)
        if answer is not None and job.wanted:
            answer()

    def _throttled(self, job: Job, report: Report) -> Report:
        last = 0.0

        def step(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _BEAT or done >= total:
                last = now
                self._mailbox.post.emit(lambda: report(done, total) if job.wanted else None)

        return step


def _raise(error: BaseException) -> None:
    raise error
