"""The eight groups of a recovery code, shown to be copied and typed from paper."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kimdesk.base.crockford import as_meant
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Label
from kimdesk.ui.widgets.surfaces import column

GROUPS = 8
WIDTH = 5
IN_A_ROW = 4


def two_groups() -> tuple[int, int]:
    """Return the numbers of two groups to be typed from a sheet, one of each half, not to be known before."""
    half = GROUPS // 2
    return secrets.randbelow(half) + 1, secrets.randbelow(half) + half + 1


class CodeGroups(QWidget):
    """Shows a code, each group below its number."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(8)
        for at, group in enumerate(groups):
            shown = column(Label(str(at + 1), "small"), Label(group, "strong"), spacing=0)
            grid.addLayout(shown, at // IN_A_ROW, at % IN_A_ROW)


class CodeEntry(QWidget):
    """Eight small fields for the eight groups; jumps on, takes a pasted code as a whole."""

    changed = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.fields: list[LineEdit] = []
        for at in range(GROUPS):
            name = self.tr("Gruppe {n}").format(n=at + 1)
            field = LineEdit(name, letters=WIDTH)
            field.textEdited.connect(lambda text, at=at: self._typed(at, text))
            self.fields.append(field)
            grid.addLayout(column(FieldLabel(name, field), field, spacing=4), at // IN_A_ROW, at % IN_A_ROW)

    def groups(self) -> tuple[str, ...]:
        """Return what is typed, group by group."""
        return tuple(field.text().strip() for field in self.fields)

    def _typed(self, at: int, text: str) -> None:
        clean = "".join(sign for sign in text.upper() if sign.isalnum())
        self.fields[at].setText(clean[:WIDTH])
        if len(clean) >= WIDTH and at + 1 < GROUPS:
            self.fields[at + 1].setFocus()
            if len(clean) > WIDTH:
                self._typed(at + 1, clean[WIDTH:])
                return
        self.changed.emit(self.groups())

    def mark(self, *wrong: int) -> None:
        """Mark the wrong groups (1 to 8), or none."""
        for number, field in enumerate(self.fields, 1):
            set_invalid(field, invalid=number in wrong)


def differing(asked: Sequence[int], typed: Sequence[str], groups: Sequence[str]) -> tuple[int, ...]:
    """Return which of the groups asked for (1 to 8) were typed otherwise than they read; look-alikes are forgiven."""
    pairs = zip(asked, typed, strict=True)
    return tuple(number for number, text in pairs if as_meant(text.strip()) != groups[number - 1])
