"""Fixtures for everything that draws: the look in force, and a context around the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kimdesk.base.clock import FixedClock
from kimdesk.casework.desk import Desk
from kimdesk.ui import i18n
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.theme.look import Look, apply


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Put the light look and German in force; returns the application."""
    apply(qapp, Look())
    i18n.use(qapp, "de")
    yield qapp
    qapp.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # what a test closed would be dressed again in every later one
    apply(qapp, Look())
    i18n.use(qapp, "de")


@pytest.fixture
def context(look: QApplication, desk: Desk, clock: FixedClock) -> Context:
    """Return what a screen gets, working at once."""
    runner = InlineRunner()
    return Context(clock=clock, runner=runner, desk=desk, port=DeskPort(desk, runner, clock))
