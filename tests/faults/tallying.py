"""The fixture that counts, for every test that proves a part of the plan, and what a run says about it at its end.

A plugin and no conftest: where a run is shared, the process that gathers the reports collects no tests and so would
never read the conftest of this folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.faults.counts import Counts, Figure, file_of, known_files

TOLD = "counts"
_COUNTS = pytest.StashKey[Counts]()


def counts_of(config: pytest.Config) -> Counts:
    """Return the counts of this run."""
    if _COUNTS not in config.stash:
        config.stash[_COUNTS] = Counts(share=config.getoption("--share"), seed=config.getoption("--seed"))
    return config.stash[_COUNTS]


class Tally:
    """Lets a test say what it counted."""

    def __init__(self, counts: Counts, node: pytest.Item) -> None:
        self._counts = counts
        self._node = node
        self.seed = counts.seed
        self.share = counts.share

    def portion(self, whole: int) -> int:
        """Return the share of a long proof that was asked for."""
        return self._counts.portion(whole)

    def __call__(
        self, what: str, counts: Mapping[str, Figure], *, sabotaged: bool = False, part: int | None = None
    ) -> None:
        """Keep counts with the test's report, which reaches the summary from whatever process ran the test.

        `part`: the only part of the plan this belongs to, where the test's file proves several.
        """
        told = {"what": what, "counts": dict(counts), "sabotaged": sabotaged, "part": part}
        self._node.user_properties.append((TOLD, told))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """Return what a test tells its counts to."""
    return Tally(counts_of(request.config), request.node)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count how tests end, part by part."""
    file = file_of(report.nodeid)
    if report.when == "call":
        _TOLD.extend((file, told) for name, told in report.user_properties if name == TOLD)
    if file in known_files() and (report.when == "call" or report.outcome == "skipped"):
        _OUTCOMES.append((file, report.outcome))


_OUTCOMES: list[tuple[str, str]] = []
_TOLD: list[tuple[str, Any]] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show what was counted, and write the table where asked; a process of a shared run knows its own part only."""
    if hasattr(config, "workerinput"):
        return
    counts = counts_of(config)
    for file, outcome in _OUTCOMES:
        counts.outcome(file, outcome)
    for file, told in _TOLD:
        counts.note(file, **told)
    if counts.rows:
        terminalreporter.section("counts")
        for line in counts.lines():
            terminalreporter.write_line(line)
    folder = config.getoption("--counts")
    if folder is not None:
        counts.write(folder)
