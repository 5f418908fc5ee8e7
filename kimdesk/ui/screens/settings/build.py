"""Puts the settings together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.ui.i18n import translated
from kimdesk.ui.screens.settings.check_view import build_check
from kimdesk.ui.screens.settings.deputy_view import build_deputy
from kimdesk.ui.screens.settings.device_view import build_device
from kimdesk.ui.screens.settings.frame import Part, PartPage, SettingsFrame
from kimdesk.ui.screens.settings.keys_flow import build_keys
from kimdesk.ui.screens.settings.presenter import BackupPresenter
from kimdesk.ui.screens.settings.provider_view import build_provider
from kimdesk.ui.screens.settings.screen_card import ScreenCard
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.shell.screen import Context, Screen


def build_backup(context: Context) -> Screen:
    """Return the part about backups."""
    page = BackupPage()
    presenter = BackupPresenter(context, page)
    page.backup.place_chosen.connect(presenter.choose_place)
    page.backup.backup_asked.connect(presenter.back_up)
    page.backup.stop_asked.connect(presenter.stop)
    page.drill_asked.connect(presenter.drill)
    page.backup.found_elsewhere.connect(presenter.look_elsewhere)
    return Screen("settings_backup", page, presenter)


def build_screen(context: Context) -> Screen:
    """Return the part about what protects the screen."""
    card = ScreenCard()
    card.asked.connect(context.protect)
    return Screen("settings_screen", PartPage(card))


PARTS: tuple[tuple[str, str, str, Callable[[Context], Screen]], ...] = (
    ("backup", str(QT_TRANSLATE_NOOP("SettingsParts", "Sicherung")), "archive", build_backup),
    ("keys", str(QT_TRANSLATE_NOOP("SettingsParts", "Schlüssel")), "key-round", build_keys),
    ("deputy", str(QT_TRANSLATE_NOOP("SettingsParts", "Vertretung")), "users", build_deputy),
    ("check", str(QT_TRANSLATE_NOOP("SettingsParts", "Tresor prüfen")), "list-checks", build_check),
    ("device", str(QT_TRANSLATE_NOOP("SettingsParts", "Dieses Gerät")), "laptop", build_device),
    ("provider", str(QT_TRANSLATE_NOOP("SettingsParts", "Träger")), "building-2", build_provider),
    ("screen", str(QT_TRANSLATE_NOOP("SettingsParts", "Bildschirm")), "eye-off", build_screen),
)
"""Key, word, icon and maker of each part, in the order they are listed."""


def parts(context: Context) -> tuple[Part, ...]:
    """Return the parts as the list shows them."""
    return tuple(
        Part(key, translated("SettingsParts", word), icon, lambda make=make: make(context))  # type: ignore[misc]
        for key, word, icon, make in PARTS
    )


def build(context: Context, _record: str = "") -> Screen:
    """Return the settings of the open desk."""
    return Screen("settings", SettingsFrame(parts(context)))
