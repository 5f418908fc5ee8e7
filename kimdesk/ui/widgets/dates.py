"""A line for a date as people type it here: 31.12.2026, 31.12.26, heute, morgen; or a month, a year, ~1991."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.domain.values import parse_day, parse_partial
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid


def show_day(day: date | None) -> str:
    """Return a day as 31.12.2026, or an empty text."""
    return f"{day:%d.%m.%Y}" if day is not None else ""


def short_day(day: date | None, today: date) -> str:
    """Return a day as 12.11., with the year where it is not this one; “—” for none."""
    if day is None:
        return "—"
    return f"{day:%d.%m.}" if day.year == today.year else f"{day:%d.%m.%Y}"


def typed_partial(edtf: str) -> str:
    """Return a partial date the way it can be typed again: 1991, 03.1991, 16.03.1991, ~1991."""
    about = "~" if edtf.endswith("~") else ""
    return about + ".".join(reversed(edtf.rstrip("~").split("-")))


class DateEdit(LineEdit):
    """A line for a date: text stays as typed until it is left, then it is written out in full."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, today: date, *, partial: bool = False, touch: bool = False) -> None:
        super().__init__(name, touch=touch)
        self._today = today
        self._partial = partial
        self.setPlaceholderText(self.tr("TT.MM.JJJJ, auch nur Jahr") if partial else self.tr("TT.MM.JJJJ"))
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self._leave)

    def day(self) -> date | None:
        """Return the day typed, None for an empty field; raises UserProblem(field.date)."""
        text = self.text().strip()
        return parse_day(text, self.accessibleName(), self._today) if text else None

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(show_day(day))

    def problem(self) -> KimError | None:
        """Return why the text means no date, or None."""
        text = self.text().strip()
        try:
            if text and self._partial:
                parse_partial(text, self.accessibleName(), self._today)
            elif text:
                parse_day(text, self.accessibleName(), self._today)
        except UserProblem as problem:
            return problem
        return None

    def _leave(self) -> None:
        problem, text = self.problem(), self.text().strip()
        if text and problem is None:
            name = self.accessibleName()
            self.setText(
                typed_partial(parse_partial(text, name, self._today))
                if self._partial
                else show_day(parse_day(text, name, self._today))
            )
        set_invalid(self, invalid=problem is not None)
        self.left.emit()
