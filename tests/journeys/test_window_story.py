"""The way of one family, from the bed in a worker's housing to after-care, played through the screens row by row.

The rows are data (resources/demo/calendar.toml); each has a step here that does it and says what must be seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.compose import services
from kimdesk.app.windows import window_for
from kimdesk.base.clock import FixedClock
from kimdesk.casework.desk import NewDesk, create_desk
from kimdesk.ui.tasks import InlineRunner
from tests.journeys import story_autumn, story_spring
from tests.journeys.story import ROWS, STEPS, Story
from tests.support.hand import Hand
from tests.support.program import SIZE
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LATER = {"deadlines", "letters"}
"""Kinds of records that come with later work."""


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    """Return the window of a new desk on the first day."""
    clock = FixedClock.at(ROWS[0]["day"])
    new = NewDesk(folder=tmp_path / "tresor", label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    desk, _code = create_desk(services(clock, CHEAP), new)
    with desk:
        made = window_for(desk, InlineRunner(), clock)
        made.open_first()
        made.window.resize(*SIZE)
        made.window.show()
        qtbot.waitActive(made.window)
        yield Story(Hand(qtbot, made.window), desk, clock)
        made.window.hide()
        made.window.deleteLater()


def test_every_row_is_played_or_waits_for_records_that_come_later() -> None:
    assert {step.__module__ for step in STEPS.values()} == {story_spring.__name__, story_autumn.__name__}
    waiting = {each["id"] for each in ROWS if each.get("waits")}
    assert {kind for each in ROWS for kind in each.get("waits", ())} <= LATER
    assert {each["id"] for each in ROWS} - waiting <= set(STEPS)
    assert set(STEPS) <= {each["id"] for each in ROWS}


def test_the_way_of_a_family(story: Story) -> None:
    for each in ROWS:
        story.clock.ms = FixedClock.at(each["day"]).ms
        if each["id"] in STEPS:
            STEPS[each["id"]](story)
