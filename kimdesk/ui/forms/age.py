"""Asks in place whether whoever is named as interpreting is at least 18; the answer is never guessed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Flow


class AgeQuestion(QWidget):
    """A question below the field with the name, and its two answers; hidden while nothing is to be asked."""

    answered = Signal(bool)

    def __init__(self, *, touch: bool = False) -> None:
        super().__init__()
        self.question = Paragraph("", "strong")
        self.why = Paragraph("", "small")
        self.grown_up = Button(self.tr("Ja, mindestens 18"), icon="check", touch=touch)
        self.too_young = Button(self.tr("Nein, unter 18"), icon="x", touch=touch)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.question, self.why, Flow(self.grown_up, self.too_young)):
            box.addWidget(part)
        self.grown_up.clicked.connect(lambda: self.answered.emit(True))  # noqa: FBT003 - a Qt signal
        self.too_young.clicked.connect(lambda: self.answered.emit(False))  # noqa: FBT003 - a Qt signal
        self.hide()

    def ask(self, name: str, *, waits: bool) -> str:
        """Ask about somebody, or about nobody; returns what is asked. `waits`: the name is not taken before."""
        question = self.tr("Ist {name} mindestens 18 Jahre alt?").format(name=name) if name else ""
        self.question.set_body(question)
        self.why.set_body(
            self.tr("Kinder und Jugendliche dolmetschen nicht. Der Name wird übernommen, sobald das beantwortet ist.")
            if waits
            else self.tr("Kinder und Jugendliche dolmetschen nicht.")
        )
        for button in (self.grown_up, self.too_young):
            button.setAccessibleDescription(question)
        self.setVisible(bool(name))
        return question
