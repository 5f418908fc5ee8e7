"""Puts the settings together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.ui.i18n import translated
from kimdesk.ui.screens.settings.about_view import build_about
from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.check_view import build_check
from kimdesk.ui.screens.settings.deputy_view import build_deputy
from kimdesk.ui.screens.settings.device_view import build_device
from kimdesk.ui.screens.settings.display_view import build_display
from kimdesk.ui.screens.settings.district_view import build_district
from kimdesk.ui.screens.settings.frame import Part, PartPage, SettingsFrame
from kimdesk.ui.screens.settings.keys_flow import build_keys
from kimdesk.ui.screens.settings.letterhead_view import build_letterhead
from kimdesk.ui.screens.settings.presenter import BackupPresenter
from kimdesk.ui.screens.settings.profile_view import build_profile
from kimdesk.ui.screens.settings.provider_view import build_provider
from kimdesk.ui.screens.settings.screen_card import ScreenCard
from kimdesk.ui.screens.settings.view import BackupPage
from kimdesk.ui.shell.screen import Context, Screen


def build_backup(context: Around) -> Screen:
    """Return the part about backups."""
    page = BackupPage()
    presenter = BackupPresenter(context, page)
    page.backup.place_chosen.connect(presenter.choose_place)
    page.backup.backup_asked.connect(presenter.back_up)
    page.backup.stop_asked.connect(presenter.stop)
    page.drill_asked.connect(presenter.drill)
    page.backup.found_elsewhere.connect(presenter.look_elsewhere)
    return Screen("settings_backup", page, presenter)


def build_screen(context: Around) -> Screen:
    """Return the part about what protects the screen."""
    card = ScreenCard()
    card.asked.connect(context.protect)
    return Screen("settings_screen", PartPage(card))


COMMON: tuple[tuple[str, str, str, Callable[[Around], Screen]], ...] = (
    ("backup", str(QT_TRANSLATE_NOOP("SettingsParts", "Sicherung")), "archive", build_backup),
    ("keys", str(QT_TRANSLATE_NOOP("SettingsParts", "Schlüssel")), "key-round", build_keys),
    ("check", str(QT_TRANSLATE_NOOP("SettingsParts", "Tresor prüfen")), "list-checks", build_check),
    ("device", str(QT_TRANSLATE_NOOP("SettingsParts", "Dieses Gerät")), "laptop", build_device),
    ("display", str(QT_TRANSLATE_NOOP("SettingsParts", "Darstellung")), "sun", build_display),
    ("screen", str(QT_TRANSLATE_NOOP("SettingsParts", "Bildschirm")), "eye-off", build_screen),
    ("about", str(QT_TRANSLATE_NOOP("SettingsParts", "Über KIM Desk")), "info", build_about),
)
"""Key, word, icon and maker of the parts every vault has."""
DESK: tuple[tuple[str, str, str, Callable[[Context], Screen]], ...] = (
    ("deputy", str(QT_TRANSLATE_NOOP("SettingsParts", "Vertretung")), "users", build_deputy),
    ("letterhead", str(QT_TRANSLATE_NOOP("SettingsParts", "Briefkopf")), "mail", build_letterhead),
    ("provider", str(QT_TRANSLATE_NOOP("SettingsParts", "Träger")), "building-2", build_provider),
    ("profile", str(QT_TRANSLATE_NOOP("SettingsParts", "Profil")), "id-card", build_profile),
)
"""The same of those a desk has besides."""
BODY: tuple[tuple[str, str, str, Callable[[Around], Screen]], ...] = (
    ("district", str(QT_TRANSLATE_NOOP("SettingsParts", "Bezirk")), "map-pin", build_district),
)
"""The same of those an office or a provider has besides."""
ORDER = (
    "backup",
    "keys",
    "deputy",
    "check",
    "device",
    "district",
    "provider",
    "letterhead",
    "profile",
    "display",
    "screen",
    "about",
)
"""The order in which they are listed."""


def parts(context: Context) -> tuple[Part, ...]:
    """Return the parts as the list shows them at a desk."""
    every = [*COMMON, *DESK]
    makers = {key: (word, icon, lambda make=make: make(context)) for key, word, icon, make in every}
    return _listed(makers, [key for key in ORDER if key in makers])


def parts_of_body(around: Around) -> tuple[Part, ...]:
    """Return the parts an office or a provider has: nothing about families."""
    makers = {key: (word, icon, lambda make=make: make(around)) for key, word, icon, make in (*COMMON, *BODY)}
    return _listed(makers, [key for key in ORDER if key in makers])


def _listed(makers: Mapping[str, tuple[str, str, Callable[[], Screen]]], order: Sequence[str]) -> tuple[Part, ...]:
    found = ((key, *makers[key]) for key in order)
    return tuple(Part(key, translated("SettingsParts", word), icon, make) for key, word, icon, make in found)


def build_for_body(around: Around) -> Screen:
    """Return the settings of an open office or provider."""
    return Screen("settings", SettingsFrame(parts_of_body(around)))


def build(context: Context, _record: str = "") -> Screen:
    """Return the settings of the open desk."""
    return Screen("settings", SettingsFrame(parts(context)))
