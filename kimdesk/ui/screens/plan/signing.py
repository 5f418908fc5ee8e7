"""The one confirmation before a plan is signed: how the family agreed, on which day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kimdesk.base.errors import UserProblem
from kimdesk.casework.plans import Signing
from kimdesk.domain.declare import Code
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, line, one_of
from kimdesk.ui.screens.plan.state import SigningQuestion
from kimdesk.ui.screens.plan.words import PlanWords
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.dates import DateEdit
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.signature import SignaturePad
from kimdesk.ui.widgets.surfaces import Flow, column, row

SCREEN, WITHOUT = "screen", "not_signed"


class SigningDialog(Dialog):
    """Five ways to agree, all equal; nothing is chosen beforehand."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget | None, question: SigningQuestion, words: PlanWords) -> None:
        title = QCoreApplication.translate("SigningDialog", "Version {number} unterschreiben")
        why = QCoreApplication.translate(
            "SigningDialog", "So hat die Familie dem Plan zugestimmt. Alle Wege gelten gleich."
        )
        super().__init__(parent, title.format(number=question.number), why, width=560)
        self._question = question
        self.box.addWidget(Paragraph(self._sentence(), "strong"))
        self.box.addWidget(Paragraph(self._shown(words), "dim"))
        self._forms = QButtonGroup(self)
        self._codes: dict[int, str] = {}
        ways = (
            (SCREEN, self.tr("hier unterschreiben")),
            ("paper", self.tr("auf Papier")),
            ("mark", self.tr("mit einem Zeichen")),
            ("oral", self.tr("mündlich")),
            (WITHOUT, self.tr("nicht unterschrieben, weil …")),
        )
        buttons = [self._way(code, word) for code, word in ways]
        self.box.addWidget(Flow(*buttons))
        self.reason = LineEdit(self.tr("Nicht unterschrieben, weil"))
        self.reason.setVisible(False)
        self.day = DateEdit(self.tr("Tag"), question.today)
        self.day.set_day(question.today)
        self.pad = SignaturePad(self.tr("Unterschrift"))
        self.again = Button(self.tr("Noch einmal"), icon="rotate-ccw", kind="quiet")
        self.again.clicked.connect(self.pad.clear)
        self.law = Paragraph(
            self.tr("Eine Unterschrift auf dem Bildschirm ist keine Schriftform im Sinne des § 126 BGB."), "small"
        )
        for part in (self.pad, self.again, self.law):
            part.setVisible(False)
        self.box.addWidget(self.reason)
        self.box.addWidget(self.pad)
        self.box.addLayout(row(self.again, None))
        self.box.addWidget(self.law)
        self.box.addLayout(column(FieldLabel(self.tr("Tag"), self.day), self.day, spacing=4))
        self.box.addWidget(Paragraph(self._after(), "small"))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.sign_button = self.add_button(self.tr("So festhalten"), self._sign, kind="primary", icon="check")
        self._forms.idToggled.connect(self._chosen)
        buttons[0].setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return {"form": one_of(self._forms, self._codes), "reason": line(self.reason), "day": line(self.day)}

    def _sentence(self) -> str:
        return self.tr(
            "Wir haben den Plan gemeinsam besprochen. Er ist freiwillig und kein Vertrag. "
            "Sie bekommen auch ohne Unterschrift Unterstützung."
        )

    def _shown(self, words: PlanWords) -> str:
        shown = self.tr("Gezeigt oder vorgelesen auf {languages}").format(
            languages=words.languages(self._question.languages)
        )
        name = self._question.interpreter
        return shown + (", " + self.tr("mündlich übertragen durch {name}").format(name=name) if name else "")

    def _after(self) -> str:
        return self.tr(
            "Danach bleibt diese Version, wie sie ist; das Druckbild wird verschlüsselt aufbewahrt. "
            "Änderungen beginnen eine neue Version. Das lässt sich nicht rückgängig machen."
        )

    def _way(self, code: str, word: str) -> Chip:
        button = Chip(word, icon="circle", touch=True)
        button.setAccessibleDescription(self.tr("Wie die Familie zugestimmt hat"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(lambda on: button.set_icon("circle-check" if on else "circle"))
        number = len(self._codes)
        self._codes[number] = code
        self._forms.addButton(button, number)
        return button

    def _chosen(self, number: int, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            without = self._codes[number] == WITHOUT
            for part in (self.pad, self.again, self.law):
                part.setVisible(self._codes[number] == SCREEN)
            self.reason.setVisible(without)
            if without:
                self.reason.setFocus()

    def _sign(self) -> None:
        form = self._codes.get(self._forms.checkedId(), "")
        problem = self.day.problem()
        day = None if problem is not None else self.day.day()
        if not form:
            self.strip.say(self.tr("Bitte wählen Sie, wie die Familie zugestimmt hat."), tone="amber")
        elif form == SCREEN and not self.pad.is_signed():
            self.strip.say(self.tr("Im Feld steht noch keine Unterschrift."), tone="amber")
        elif day is None or day > self._question.today:
            self.strip.fail(problem or UserProblem("field.date", field=self.day.accessibleName()))
        else:
            self._agree(form, day)

    def _agree(self, form: str, day: dt.date) -> None:
        reason = self.reason.text().strip() if form == WITHOUT else ""
        strokes = self.pad.strokes() if form == SCREEN else ()
        self.agreed.emit(Signing(form=Code(form), day=day, reason=reason, strokes=strokes))
        self.accept()
