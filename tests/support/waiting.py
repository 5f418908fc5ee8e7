"""A runner whose long work does not come to an end by itself."""

from __future__ import annotations

from collections.abc import Callable

from kimdesk.base.progress import Report
from kimdesk.ui.tasks import Failed, InlineRunner, Job, Lane, T, Work


class Waiting(InlineRunner):
    """Begins no long work, so that a backup stays at work until it is cancelled; all else is done on the spot."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        *,
        failed: Failed | None = None,
        progress: Report | None = None,
        lane: Lane = "vault",
    ) -> Job:
        """Do what is short; of what is long only keep the job."""
        if lane != "long":
            return super().run(work, done, failed=failed, progress=progress, lane=lane)
        self.jobs.append(Job())
        return self.jobs[-1]
