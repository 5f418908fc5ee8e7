"""Puts the cover together."""

from __future__ import annotations

from collections.abc import Callable

from kimdesk.ui.screens.cover.presenter import CoverPresenter, Secret
from kimdesk.ui.screens.cover.view import CoverView
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.tasks import Runner


def build(secret: Secret, runner: Runner, *, opened: Callable[[str], None], lock: Callable[[], None]) -> Screen:
    """Return the cover; keep it while it is shown.

    `opened` is called with what was asked for once that was right, `lock` at the last wrong entry.
    """
    view = CoverView(secret.asks)
    presenter = CoverPresenter(secret, runner, view, opened=opened, lock=lock)
    view.entered.connect(presenter.enter)
    view.lock_asked.connect(lock)
    presenter.begin()
    return Screen("cover", view, presenter)
