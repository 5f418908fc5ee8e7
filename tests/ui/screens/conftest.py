"""Fixtures for screens: a small family, and a stage that passes news of writes on."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kimdesk.casework.desk import Desk
from kimdesk.ui.shell.screen import Context
from tests.ui.screens.family_story import Stage, Story, write_story


@pytest.fixture
def story(desk: Desk) -> Story:
    """Return a small family with contacts, a promise and a plan."""
    return write_story(desk)


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> Stage:
    """Return a stage that shows a screen as the shell does."""
    return Stage(context, qtbot)
