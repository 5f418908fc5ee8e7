"""A box to tick beside words of a family."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from kimdesk.ui import privacy


class Tick(QCheckBox):
    """A line that can be picked; `words` are whole, whatever the privacy key hides."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.names_changed()

    def names_changed(self) -> None:
        """Follow the privacy key."""
        self.setText(privacy.mask(self.words).replace("&", "&&"))
