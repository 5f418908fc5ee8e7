"""A chip that offers the short papers around a visit and a plan, where people look for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal

from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option


class PapersChip(ChoiceChip):
    """Tells which paper is wanted, by its name in `casework/papers/kinds.py`; the print dialog asks for whom."""

    wanted = Signal(str)

    def __init__(self, papers: Sequence[str], *, beside_print: bool = False) -> None:
        super().__init__(QCoreApplication.translate("PapersChip", "Papiere drucken"), icon="printer")
        words = {
            "briefing": self.tr("Besuchsvorbereitung, auch ohne Namen"),
            "visit_sheet": self.tr("Besuchsbogen zum Ausfüllen"),
            "fridge": self.tr("Kühlschrankblatt"),
            "aloud": self.tr("Vorlesefassung"),
        }
        self.set_options([Option(paper, words[paper]) for paper in papers])
        self.set_word(self.tr("Weitere") if beside_print else self.tr("Papiere drucken"))
        self.taken.connect(self._want)

    def _want(self, paper: str) -> None:
        self.set_code("")
        self.wanted.emit(paper)
