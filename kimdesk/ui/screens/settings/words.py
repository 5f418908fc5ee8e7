"""How the settings and the status bar speak of the last backup."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from kimdesk.base.clock import day_of, local_time
from kimdesk.casework.backups import BackupState
from kimdesk.ui.widgets.tags import Tone


def status(standing: BackupState, today: dt.date) -> str:
    """Return Sicherung: heute, geprüft; what the status bar says."""
    if standing.last_ms is None:
        return QCoreApplication.translate("BackupWords", "Sicherung: noch keine")
    if standing.gone:
        return QCoreApplication.translate("BackupWords", "Sicherung: nicht mehr an ihrem Ort")
    day = day_of(standing.last_ms)
    if day == today:
        return QCoreApplication.translate("BackupWords", "Sicherung: heute, geprüft")
    return QCoreApplication.translate("BackupWords", "Sicherung: {day}, geprüft").format(day=f"{day:%d.%m.%Y}")


def when(made_ms: int) -> str:
    """Return 20.11.2026, 10:15."""
    return f"{local_time(made_ms):%d.%m.%Y, %H:%M}"


def tag(standing: BackupState) -> tuple[str, Tone, str]:
    """Return word, tone and icon for how the last backup stands."""
    if standing.last_ms is None:
        return QCoreApplication.translate("BackupWords", "bitte sichern"), "red", "circle-alert"
    if standing.gone:
        return QCoreApplication.translate("BackupWords", "nicht mehr am gewählten Ort"), "red", "circle-alert"
    if standing.overdue:
        return QCoreApplication.translate("BackupWords", "älter als eine Woche"), "amber", "clock"
    return QCoreApplication.translate("BackupWords", "geprüft"), "green", "check"
