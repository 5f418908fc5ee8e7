"""Who knows whom: a list of sentences, and one more to put together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.screens.family_network.state import TieItem, TiesState
from kimdesk.ui.shell.family_parts import compact
from kimdesk.ui.widgets import closed
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, clear, column, row
from kimdesk.ui.widgets.tab_order import follow_reading


class TiesCard(Card):
    """Lists the ties; each can be removed, a new one is two choices."""

    wanted = Signal(str, str)
    unwanted = Signal(str, str)
    restore_asked = Signal(str)

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        compact(self)
        self.strip = Strip()
        self._lines = column(spacing=2)
        self.empty = Paragraph(self.tr("Noch niemand verbunden."), "dim")
        self.one = CodeCombo(self.tr("Neue Verbindung: wer"), ())
        self.other = CodeCombo(self.tr("Neue Verbindung: kennt wen"), ())
        self.add_button = Button(self.tr("Verbinden"), icon="plus")
        self.add_button.clicked.connect(self._add)
        self.new = QWidget()
        self.new.setLayout(column(self.one, self.other, row(self.add_button, None)))
        closed.omit(self.new)
        for combo in (self.one, self.other):
            combo.chosen.connect(self._judge)
        self.add(self.strip, self.empty, self._lines, 4, self.new)

    def show_ties(self, state: TiesState) -> None:
        """Show all ties, and offer everybody for a new one."""
        clear(self._lines)
        self.empty.setVisible(not state.items)
        for each in state.items:
            self._lines.addWidget(self._line(each))
        self.new.setVisible(len(state.people) > 1)
        people = [Option(key, name) for key, name in state.people]
        for combo, question in ((self.one, self.tr("Wer?")), (self.other, self.tr("Kennt wen?"))):
            combo.set_options(people)
            combo.setItemText(0, question)
        self._judge()
        follow_reading(self)

    def _line(self, item: TieItem) -> QWidget:
        sentence = self.tr("{one} und {other} kennen sich").format(one=item.one, other=item.other)
        gone = IconButton("x", self.tr("Entfernen: {sentence}").format(sentence=sentence))
        closed.omit(gone)
        gone.clicked.connect(lambda: self.unwanted.emit(item.key, sentence))
        made = QWidget()
        line = row(Paragraph(sentence), gone)
        line.setStretch(0, 1)
        line.setAlignment(gone, Qt.AlignmentFlag.AlignVCenter)
        made.setLayout(line)
        return made

    def _judge(self) -> None:
        one, other = self.one.code(), self.other.code()
        self.add_button.setEnabled(bool(one) and bool(other) and one != other)

    def _add(self) -> None:
        self.wanted.emit(self.one.code(), self.other.code())
        self.one.set_code("")
        self.other.set_code("")
        self._judge()
        self.one.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_removed(self, key: str, line: str) -> None:
        """Say what was removed, and offer to bring it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._bring_back(key))
        self.strip.say(self.tr("Entfernt: {name}").format(name=line), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, key: str) -> None:
        self.strip.hide()
        self.restore_asked.emit(key)
