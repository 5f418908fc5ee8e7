"""The part of the settings about how the window looks on this workstation: language, colours, size of the type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from kimdesk.ui.screens.settings.around import Around
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.settings import LANGUAGES, THEMES, Settings, SettingsFile, folder
from kimdesk.ui.shell.family_parts import Columns, compact
from kimdesk.ui.shell.screen import Screen
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Card, column, rule

SCALES = (100, 110, 125, 150, 175, 200)
NARROWEST = 260
"""Pixels a choice needs at 100 %; where they are not there it stands below the one before."""


class DisplayPage(PartPage):
    """Three choices; `chosen` carries the settings as they should be."""

    chosen = Signal(object)

    def __init__(self, settings: Settings) -> None:
        self.card = Card(self.tr("Darstellung"))
        compact(self.card)
        super().__init__(self.card)
        self._settings = settings
        languages = {"de": "Deutsch", "en": "English"}
        themes = {
            "system": self.tr("wie das System"),
            "light": self.tr("hell"),
            "dark": self.tr("dunkel"),
            "contrast": self.tr("starker Kontrast"),
        }
        scales = sorted({*SCALES, settings.font_scale})
        self.theme = self._combo(self.tr("Farben"), [Option(each, themes[each]) for each in THEMES], settings.theme)
        percent = [Option(str(each), self.tr("{n} %").format(n=each)) for each in scales]
        self.scale = self._combo(self.tr("Schriftgröße"), percent, str(settings.font_scale))
        spoken = [Option(each, languages[each]) for each in LANGUAGES]
        self.language = self._combo(self.tr("Sprache des Fensters"), spoken, settings.language)
        hint = self.tr("Die Sprache wechselt beim nächsten Öffnen des Tresors.")
        why = self.tr("Gilt für dieses Gerät und alle Tresore darauf. Papiere haben ihre eigene Sprache.")
        self.card.add(rule(), Paragraph(why, "small"))
        choices = Columns((1, 1, 1), narrowest=NARROWEST)
        for box, combo in zip(choices.boxes, (self.theme, self.scale, self.language), strict=True):
            box.addLayout(column(FieldLabel(combo.accessibleName(), combo), combo, spacing=4))
        self.card.add(4, choices, 4, Paragraph(hint, "small"))

    def _combo(self, name: str, options: list[Option], code: str) -> CodeCombo:
        combo = CodeCombo(name, options)
        combo.removeItem(0)
        combo.set_code(code)
        combo.chosen.connect(self._tell)
        return combo

    def _tell(self) -> None:
        language = next(each for each in LANGUAGES if each == self.language.code())
        self._settings = replace(
            self._settings,
            language="en" if language == "en" else "de",
            theme=self.theme.code(),
            font_scale=int(self.scale.code()),
        )
        self.chosen.emit(self._settings)


def build_display(context: Around) -> Screen:
    """Return the part about how the window looks."""
    page = DisplayPage(SettingsFile(folder()).load())
    page.chosen.connect(context.choose_look)
    return Screen("settings_display", page)
