"""How somebody consents: on the screen, on paper, with a mark, aloud before a witness; all ways count alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kimdesk.casework.consents import Given
from kimdesk.domain.declare import Code
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.family_consents.state import GivingQuestion
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.signature import SignaturePad
from kimdesk.ui.widgets.surfaces import Flow, row

SCREEN, ORAL = "screen", "oral"


class GivingDialog(Dialog):
    """Shows what is allowed, takes the way of consenting; nothing is chosen beforehand."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None, question: GivingQuestion) -> None:
        super().__init__(parent, self.tr("{name} willigt ein").format(name=question.who), question.explained, width=600)
        for each in question.what:
            self.box.addWidget(Paragraph(each))
        self.box.addWidget(
            Paragraph(
                self.tr("Die Entscheidung ist frei und kann jederzeit widerrufen werden, ganz und ohne Grund."),
                "strong",
            )
        )
        self._group = QButtonGroup(self)
        self._codes: list[str] = []
        ways = (
            (SCREEN, self.tr("hier unterschreiben")),
            ("paper", self.tr("auf Papier")),
            ("mark", self.tr("mit einem Zeichen")),
            (ORAL, self.tr("mündlich mit Zeugin oder Zeugen")),
        )
        chips = [self._way(code, word) for code, word in ways]
        self.box.addWidget(Flow(*chips))
        self.pad = SignaturePad(self.tr("Unterschrift"))
        self.again = Button(self.tr("Noch einmal"), icon="rotate-ccw", kind="quiet")
        self.again.clicked.connect(self.pad.clear)
        self.law = Paragraph(
            self.tr("Eine Unterschrift auf dem Bildschirm ist keine Schriftform im Sinne des § 126 BGB."), "small"
        )
        self.witness = LineEdit(self.tr("Zeugin oder Zeuge"), placeholder=self.tr("Wer war dabei?"), letters=20)
        self.box.addWidget(self.pad)
        self.box.addLayout(row(self.again, None))
        self.box.addWidget(self.law)
        self.box.addWidget(self.witness)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Einwilligung festhalten"), self._take, kind="primary", icon="check")
        self._group.idToggled.connect(lambda _id, _on: self._follow())
        self._follow()
        chips[0].setFocus()

    def _way(self, code: str, word: str) -> Chip:
        chip = Chip(word, icon="circle", touch=True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleDescription(self.tr("Wie eingewilligt wird"))
        chip.toggled.connect(lambda on: chip.set_icon("circle-check" if on else "circle"))
        self._group.addButton(chip, len(self._codes))
        self._codes.append(code)
        return chip

    def _form(self) -> str:
        chosen = self._group.checkedId()
        return self._codes[chosen] if 0 <= chosen < len(self._codes) else ""

    def _follow(self) -> None:
        form = self._form()
        for part in (self.pad, self.again, self.law):
            part.setVisible(form == SCREEN)
        self.witness.setVisible(form == ORAL)

    def _take(self) -> None:
        form = self._form()
        if not form:
            self.strip.say(self.tr("Bitte wählen, wie eingewilligt wird."), tone="amber")
        elif form == SCREEN and not self.pad.is_signed():
            self.strip.say(self.tr("Im Feld steht noch keine Unterschrift."), tone="amber")
        elif form == ORAL and not self.witness.text().strip():
            self.strip.say(self.tr("Bitte eintragen, wer Zeugin oder Zeuge ist."), tone="amber")
        else:
            strokes: Sequence[Sequence[tuple[float, float]]] = self.pad.strokes() if form == SCREEN else ()
            self.given.emit(Given(form=Code(form), witness=self.witness.text(), strokes=strokes))
            self.accept()
