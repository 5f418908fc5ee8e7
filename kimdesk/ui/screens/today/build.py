"""Puts Heute together."""

from __future__ import annotations

from kimdesk.ui.screens.today.presenter import TodayPresenter
from kimdesk.ui.screens.today.view import TodayView
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen


def build(context: Context, _record: str = "") -> Screen:
    """Return the screen of the day."""
    view = TodayView(Words(context.desk.reference, context.desk.today))
    presenter = TodayPresenter(context, view)
    view.matter_asked.connect(presenter.open)
    view.ticked.connect(lambda record, text, is_done: presenter.done(record, text, is_done=is_done))
    view.moved.connect(presenter.move)
    view.families_asked.connect(lambda: context.go("families", ""))
    view.backup_asked.connect(lambda: context.go("settings", ""))
    view.code_kept.connect(presenter.keep_code)
    view.device_asked.connect(lambda: context.go("settings_device", ""))
    view.keys_asked.connect(lambda: context.go("settings_keys", ""))
    view.print_list_asked.connect(lambda: context.go("print_list", ""))
    return Screen("today", view, presenter)
