"""The end of a visit: how long it took, when one meets again, done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import UserProblem
from kimdesk.domain.records import RECORDS
from kimdesk.domain.values import Value, parse
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.forms.form import Form, FormContext
from kimdesk.ui.forms.port import Target
from kimdesk.ui.screens.visit.state import FinishQuestion
from kimdesk.ui.screens.visit.words import VisitWords
from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Flow

USUAL_MINUTES = (30, 45, 60, 90)
FIELDS = (("minutes", "next_appointment"), ("travel_minutes", "effort_minutes"), "discuss_only_with")


class FinishDialog(Dialog):
    """Three answers, none of them necessary; Return is done."""

    finished_with = Signal(object, object, object)
    discarded = Signal()

    def __init__(self, parent: QWidget | None, question: FinishQuestion, shared: FormContext, title: str) -> None:
        why = QCoreApplication.translate("FinishDialog", "Nichts davon ist nötig; alles lässt sich später ergänzen.")
        super().__init__(parent, title, why, width=620)
        self._today = shared.today
        words = VisitWords(shared.reference, shared.language, shared.today)
        options = [Option(each.key, words.person(each)) for each in question.persons]
        context = replace(shared, records={"person": options}, touch=True)
        self.form = Form(RECORDS["contact"], FIELDS, context)
        target = Target(kind="contact", record=question.contact, parent=question.case)
        self.form.show_record(target, question.values, question.drafts)
        usual = [self._usual(minutes) for minutes in USUAL_MINUTES]
        self.complete = Chip(self.tr("Notiz gleich abschließen"), icon="lock", touch=True)
        self.complete.setAccessibleDescription(
            self.tr("Danach lässt sie sich nur noch berichtigen, nicht mehr ändern.")
        )
        self.complete.setToolTip(self.complete.accessibleDescription())
        self.box.addWidget(Flow(*usual, self.complete))
        self.box.addWidget(self.form)
        if question.alone:
            self.box.addWidget(Paragraph(self._alone(), "dim"))
        if question.child:
            self.box.addWidget(Paragraph(words.child_noted(), "dim"))
        if question.empty:
            self.add_button(self.tr("Besuch verwerfen"), self._discard, kind="danger", icon="trash-2")
        self.add_button(self.tr("Zurück zum Besuch"), self.reject)
        self.add_button(title, self._finish, kind="primary", icon="check")
        self.form.focus_first()

    def _alone(self) -> str:
        return self.tr(
            "Bei diesem Gespräch war eine Person allein dabei. Darum ist vorgeschlagen, es nur mit ihr zu besprechen."
        )

    def _usual(self, minutes: int) -> Chip:
        chip = Chip(self.tr("{minutes} min").format(minutes=minutes), checkable=False, touch=True)
        chip.clicked.connect(lambda: self._take(minutes))
        return chip

    def _take(self, minutes: int) -> None:
        row = self.form.rows["minutes"]
        row.editor.set_text(str(minutes))
        row.editor.typed.emit(str(minutes))
        self.form.rows["next_appointment"].editor.widget.setFocus()

    def _value(self, name: str) -> Value:
        row = self.form.rows[name]
        try:
            value = parse(row.spec, row.editor.text(), today=self._today)
        except UserProblem as problem:
            row.show_problem(problem)
            row.editor.widget.setFocus()
            raise
        return value

    def _finish(self) -> None:
        try:
            minutes, day = self._value("minutes"), self._value("next_appointment")
        except UserProblem:
            return
        self.form.settle()
        self.finished_with.emit(
            minutes if isinstance(minutes, int) else None,
            day if isinstance(day, dt.date) else None,
            self.complete.isChecked(),
        )
        self.accept()

    def _discard(self) -> None:
        self.discarded.emit()
        self.accept()
