"""Puts the settings together."""

from __future__ import annotations

from kimdesk.ui.screens.settings.presenter import SettingsPresenter
from kimdesk.ui.screens.settings.view import SettingsView
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the settings of the open desk."""
    view = SettingsView()
    presenter = SettingsPresenter(context, view)
    view.backup.place_chosen.connect(presenter.choose_place)
    view.backup.backup_asked.connect(presenter.back_up)
    view.backup.stop_asked.connect(presenter.stop)
    view.drill_asked.connect(presenter.drill)
    view.kept.connect(presenter.keep_code)
    view.screen_card.asked.connect(context.protect)
    return Screen("settings", view, presenter)
