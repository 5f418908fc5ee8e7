"""`kimdesk bench` measures what it says; how fast it is, people judge."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from kimdesk.app.bench import about_machine
from kimdesk.app.bench_child import UP
from kimdesk.app.bench_exchange import bundle_row, bundling
from kimdesk.app.bench_loop import exporting_row
from kimdesk.app.bench_office import import_row
from kimdesk.app.bench_rows import Measured, draft_row, plan_row, question_rows
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk
from kimdesk.casework.generate import generate
from kimdesk.store.trace import traced
from tests.support.tree import ROOT


@pytest.fixture
def small(desk: Desk) -> Desk:
    """Return a desk with a few invented families."""
    generate(desk, families=12, seed=3, contacts=2)
    return desk


def test_every_question_is_measured_against_its_own_statements(small: Desk) -> None:
    rows = {row.row: row for row in question_rows(small)}
    assert set(rows) == {"list", "filter", "count", "search"}
    assert all(row.ratio is not None and row.ratio > 0 for row in rows.values())
    assert all(set(row.told()) >= {"row", "ratio", "ratio_limit", "median_ms", "p95_ms"} for row in rows.values())


def test_the_statements_traced_are_those_that_answer(small: Desk) -> None:
    with traced(small.query) as statements:
        counted = small.query.case_counts()
    connection = small.vault.connect("query")
    try:
        (statement,) = statements
        assert connection.execute(statement.sql, statement.parameters).fetchone() == (counted.active, counted.total)
    finally:
        connection.close()


def test_typing_leaves_nothing_behind_and_the_plan_has_its_pages(small: Desk) -> None:
    assert draft_row(small).median_ms > 0
    assert small.query.drafts() == ()
    assert int(plan_row(small).note.split()[0]) in {6, 7}


def test_a_bundle_with_families_by_name_is_made_and_the_window_is_listened_to(qtbot: QtBot, small: Desk) -> None:
    with bundling(small, named=3) as make:
        row = bundle_row(make, named=3, rounds=1)
        assert row.median_ms > 0
        assert "3 families by name" in row.note
        loop = exporting_row(small, make, seconds=0.3)
        assert "p99" in loop.note
    assert all(bundle.seq for bundle in exchange.history(small))


def test_the_office_takes_every_round_in(small: Desk) -> None:
    row = import_row(small, cases=3, rounds=2)
    assert (row.row, row.ratio_limit) == ("office import", 5.0)
    assert row.ratio is not None
    assert row.ratio > 0
    assert row.note.startswith("3 cases, 12 records")


def test_only_a_ratio_beyond_its_limit_is_too_slow() -> None:
    slow = Measured(row="x", median_ms=9e9, p95_ms=9e9, informative_ms=1)
    assert not slow.too_slow()
    assert Measured(row="x", median_ms=1, p95_ms=1, ratio=1.6, ratio_limit=1.5).too_slow()
    assert not Measured(row="x", median_ms=1, p95_ms=1, ratio=1.5, ratio_limit=1.5).too_slow()


@pytest.mark.parametrize("kind", ["ours", "bare"])
def test_both_windows_come_up(kind: str) -> None:
    command = [sys.executable, "-m", "kimdesk.app.bench_child", kind]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().strip() == UP


def test_the_machine_is_named_without_its_owner() -> None:
    assert set(about_machine()) <= {"machine", "cores", "system", "python", "load"}
