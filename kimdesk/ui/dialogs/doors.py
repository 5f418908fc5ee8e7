"""How a visit begins: three doors to choose from with one key, and what is asked first of one that is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kimdesk.base.errors import KimError, UserProblem, explain
from kimdesk.domain.declare import Code
from kimdesk.domain.records import RECORDS
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import parse
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.i18n import language
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.dates import DateEdit
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Flow, column, row

Door = Literal["prepare", "write", "later"]
DOORS: tuple[Door, ...] = ("prepare", "write", "later")
USUAL_MINUTES = (15, 30, 45, 60, 90)
HOME_VISIT = "home_visit"


class DoorsDialog(Dialog):
    """Vorbereiten, Mitschreiben, Nachtragen: 1, 2, 3, or Return for the one used most."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("Besuch"), self.tr("Wie möchten Sie beginnen?"), width=520)
        said = {
            "prepare": (self.tr("Vorbereiten"), self.tr("Letzte Notizen, offene Zusagen, wer dort wohnt."), "eye"),
            "write": (self.tr("Mitschreiben"), self.tr("Sie sind jetzt bei der Familie oder am Telefon."), "pen-line"),
            "later": (self.tr("Nachtragen"), self.tr("Der Besuch war schon; zuerst Tag und Dauer."), "history"),
        }
        self.doors: dict[Door, Button] = {}
        for number, door in enumerate(DOORS, start=1):
            word, why, icon = said[door]
            button = Button(word, icon=icon, kind="primary" if door == "write" else "secondary", key=str(number))
            button.setAccessibleDescription(why)
            button.setAutoDefault(True)
            button.setDefault(door == "write")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on=False, door=door: self.take(door))
            self.doors[door] = button
            self.box.addLayout(column(button, Paragraph(why, "small"), spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.doors["write"].setFocus()

    def take(self, door: Door) -> None:
        """Go through a door."""
        self.accept()
        self.chosen.emit(door)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let 1, 2 and 3 open the doors."""
        if event.text() in {"1", "2", "3"}:
            self.take(DOORS[int(event.text()) - 1])
            return
        super().keyPressEvent(event)


class LaterDialog(Dialog):
    """Which day it was and how long it took; both can be changed afterwards."""

    entered = Signal(object, object, str)

    def __init__(self, parent: QWidget | None, today: dt.date, reference: Reference) -> None:
        super().__init__(parent, self.tr("Nachtragen"), self.tr("Wann war es, und wie lange?"), width=520)
        self._today = today
        self.day = DateEdit(self.tr("Tag"), today)
        self.day.set_day(today)
        self.minutes = LineEdit(RECORDS["contact"].field("minutes").label(language()))
        entries = [each for each in reference["contact_form"].entries if each.valid_on(today)]
        options = [Option(each.code, each.label(language())) for each in entries]
        self.form = CodeCombo(RECORDS["contact"].field("form").label(language()), options)
        self.form.set_code(HOME_VISIT)
        self.hint = Paragraph("", "error")
        self.hint.hide()
        fields = row(*(), spacing=12)
        for field in (self.day, self.minutes, self.form):
            fields.addLayout(column(FieldLabel(field.accessibleName(), field), field, spacing=4), 1)
        self.box.addLayout(fields)
        self.box.addWidget(Flow(*(self._usual(minutes) for minutes in USUAL_MINUTES)))
        self.box.addWidget(self.hint)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Weiter"), self._go_on, kind="primary", icon="arrow-right")
        self.day.setFocus()
        self.day.selectAll()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(day=self.day, minutes=self.minutes, form=self.form)

    def _usual(self, minutes: int) -> Chip:
        chip = Chip(self.tr("{minutes} min").format(minutes=minutes), checkable=False)
        chip.clicked.connect(lambda: self.minutes.setText(str(minutes)))
        return chip

    def _go_on(self) -> None:
        try:
            day = self.day.day() or self._today
            minutes = parse(RECORDS["contact"].field("minutes"), self.minutes.text(), today=self._today)
            if day > self._today:
                raise UserProblem("contact.ahead")
        except UserProblem as problem:
            self._mark(problem)
            return
        self.accept()
        self.entered.emit(day, minutes, self.form.code() or HOME_VISIT)

    def _mark(self, problem: KimError) -> None:
        text = explain(problem, language())
        field = self.day if self.day.problem() is not None or problem.code == "contact.ahead" else self.minutes
        for each in (self.day, self.minutes):
            set_invalid(each, invalid=each is field)
        self.hint.set_body(f"{text.what} {text.next}")
        self.hint.show()
        field.setFocus()
        field.selectAll()


Enter = Callable[[dt.date, int | None, Code], None]


def ask_door(
    parent: QWidget,
    today: dt.date,
    reference: Reference,
    *,
    go: Callable[[Door], None],
    later: Enter,
    keep: Callable[[LaterDialog], None] = lambda _dialog: None,
) -> DoorsDialog:
    """Ask how a visit begins; `later` gets day, minutes and form of one that is over, `go` the other doors.

    `keep` lets what is typed about one that is over outlive the program.
    """
    doors = DoorsDialog(parent)

    def through(door: Door) -> None:
        if door != "later":
            go(door)
            return
        dialog = LaterDialog(parent, today, reference)
        dialog.entered.connect(lambda day, minutes, form: later(day, minutes, Code(form)))
        keep(dialog)
        dialog.open()

    doors.chosen.connect(through)
    doors.open()
    return doors
