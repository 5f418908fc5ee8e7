"""How somebody consents: on the screen, on paper, with a mark, aloud before a witness; all ways count alike."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.casework.consents import Given
from kimdesk.domain.declare import Code
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept, one_of
from kimdesk.ui.screens.family_consents.state import GivingQuestion
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.pdf import PdfPreview
from kimdesk.ui.widgets.signature import SignaturePad
from kimdesk.ui.widgets.surfaces import Flow, column, row

SCREEN, ORAL = "screen", "oral"


class GivingDialog(Dialog):
    """Shows the document and what it allows, takes the way of consenting; nothing is chosen beforehand."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None, question: GivingQuestion, runner: Runner) -> None:
        width = 1000 if question.paper else 600
        super().__init__(
            parent, self.tr("{name} willigt ein").format(name=question.who), question.explained, width=width
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
        self.pads = [SignaturePad(self._pad_name(name)) for name in question.signers or ("",)]
        self.again = Button(self.tr("Noch einmal"), icon="rotate-ccw", kind="quiet")
        self.again.clicked.connect(self._clear)
        self.law = Paragraph(
            self.tr("Eine Unterschrift auf dem Bildschirm ist keine Schriftform im Sinne des § 126 BGB."), "small"
        )
        self.witness = LineEdit(self.tr("Zeugin oder Zeuge"), placeholder=self.tr("Wer war dabei?"), letters=20)
        self.preview = PdfPreview(self.tr("Das Blatt, in das eingewilligt wird"), runner)
        self._lay_out(question, chips)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Einwilligung festhalten"), self._take, kind="primary", icon="check")
        self._group.idToggled.connect(lambda _id, _on: self._follow())
        self._follow()
        chips[0].setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return what outlives the program: how, and who witnessed it; never the strokes of a signature."""
        return {"form": one_of(self._group, dict(enumerate(self._codes))), **kept(witness=self.witness)}

    def _lay_out(self, question: GivingQuestion, chips: list[Chip]) -> None:
        free = self.tr("Die Entscheidung ist frei und kann jederzeit widerrufen werden, ganz und ohne Grund.")
        told = [Paragraph(each) for each in question.what]
        self._names = [Paragraph(name, "dim") for name in question.signers] if len(question.signers) > 1 else []
        signing = [part for pair in zip_longest(self._names, self.pads) for part in pair if part is not None]
        left = column(
            *told, Paragraph(free, "strong"), Flow(*chips), *signing, row(self.again, None), self.law, self.witness,
            None, spacing=12,
        )  # fmt: skip
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left, 3)
        self.box.addLayout(both, 1)
        if question.paper:
            both.addWidget(self.preview, 2)
            self.preview.setMinimumWidth(360)
            self.preview.show_pdf(question.paper)
            self.least_height = min(current().px(620), 720)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setStretchFactor(self.box, 100)

    def _pad_name(self, name: str) -> str:
        return self.tr("Unterschrift: {name}").format(name=name) if name else self.tr("Unterschrift")

    def _clear(self) -> None:
        for pad in self.pads:
            pad.clear()

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
        for part in (*self._names, *self.pads, self.again, self.law):
            part.setVisible(form == SCREEN)
        self.witness.setVisible(form == ORAL)

    def _take(self) -> None:
        form = self._form()
        if not form:
            self.strip.say(self.tr("Bitte wählen, wie eingewilligt wird."), tone="amber")
        elif form == SCREEN and not all(pad.is_signed() for pad in self.pads):
            self.strip.say(self.tr("Es fehlt noch eine Unterschrift."), tone="amber")
        elif form == ORAL and not self.witness.text().strip():
            self.strip.say(self.tr("Bitte eintragen, wer Zeugin oder Zeuge ist."), tone="amber")
        else:
            strokes = tuple(pad.strokes() for pad in self.pads) if form == SCREEN else ()
            self.given.emit(Given(form=Code(form), witness=self.witness.text(), strokes=strokes))
            self.accept()
