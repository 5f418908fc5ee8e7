"""The settings for the gallery: a vault that is backed up, one at work, and a fresh one."""

from __future__ import annotations

from pathlib import Path

from kimdesk.casework.backups import BackupInfo, BackupState
from kimdesk.ui.screens.settings.build import build
from kimdesk.ui.screens.settings.state import SettingsState
from kimdesk.ui.screens.settings.view import SettingsView
from kimdesk.ui.shell.screen import Context, Screen

_DAY = 86_400_000
_PLACE = Path("E:/Sicherungen")


def make(context: Context, state: str) -> Screen:
    """Return the screen in one of its states: list, working, nothing."""
    view = build(context).widget
    assert isinstance(view, SettingsView)
    view.show_state(_state(context, state))
    return Screen("settings", view)


def _state(context: Context, state: str) -> SettingsState:
    now, day = context.clock.now_ms(), context.desk.today
    if state == "nothing":
        fresh = BackupState(last_ms=None, place=None, reachable=False, gone=False, due=True, overdue=True)
        return SettingsState(day=day, standing=fresh, code_since=day)
    made = BackupState(last_ms=now - _DAY, place=_PLACE, reachable=True, gone=False, due=True, overdue=False)
    rows = tuple(_backup(now - days * _DAY) for days in (1, 4, 9))
    work = state == "working"
    return SettingsState(
        day=day,
        standing=made,
        rows=rows,
        work="backup" if work else "",
        share=0.6 if work else 0,
        code_since=day,
        code_kept=None if work else day,
    )


def _backup(made: int) -> BackupInfo:
    return BackupInfo(
        folder=_PLACE / str(made), vault_id="0" * 32, label="Tresor 1", made_ms=made, rows=5200, size=48_200_000
    )
