"""The list of partners: two lines each; the arrow keys go from one to the next, Tab enters at the one shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kimdesk.ui.screens.partners.state import PartnerItem
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.keyed_list import KeyedList


class PartnerList(KeyedList[PersonButton]):
    """Shows partners, tells which one is chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__(QCoreApplication.translate("PartnerList", "Stellen"), PersonButton)
        self._words = words

    def show_items(self, items: Sequence[PartnerItem], selected: str) -> None:
        """Show these partners."""
        for button, item in zip(self.show_keys([item.key for item in items], selected), items, strict=True):
            button.say(item.name or self.tr("Neue Stelle"), "", self._detail(item))

    def _detail(self, item: PartnerItem) -> str:
        if item.draft:
            return self.tr("noch ohne Namen") if not item.name else self.tr("Entwurf")
        parts = [self._words.label("partner_type", item.kind), self._words.label("municipality", item.place)]
        if item.inactive:
            parts.append(self.tr("nicht mehr aktiv"))
        return " · ".join(part for part in parts if part) or self.tr("noch nichts erfasst")
