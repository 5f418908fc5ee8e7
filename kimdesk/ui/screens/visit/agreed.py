"""What is agreed at a visit: the line to write it, and the rows of what was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.visit.state import AgreementLine, Entry, GoalChoice
from kimdesk.ui.screens.visit.words import VisitWords
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Chip, IconButton
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.dates import DateEdit
from kimdesk.ui.widgets.done import TextButton
from kimdesk.ui.widgets.inputs import LineEdit, set_invalid
from kimdesk.ui.widgets.labels import IconLabel, Paragraph
from kimdesk.ui.widgets.surfaces import Card, clear, row, rule
from kimdesk.ui.widgets.tags import Tag

WHO = ("case_manager", "family")


class EntryLine(QWidget):
    """The line in which an agreement is written."""

    text_typed = Signal(str)
    until_typed = Signal(str)
    who_set = Signal(str, bool)
    goal_chosen = Signal(str)
    done = Signal()

    def __init__(self, today: dt.date, words: VisitWords) -> None:
        super().__init__()
        self._words = words
        self.text = LineEdit(self.tr("Was ist vereinbart?"), placeholder=self.tr("Was ist vereinbart?"), touch=True)
        self.text.setMaxLength(500)
        self.until = DateEdit(self.tr("bis"), today, touch=True)
        self.until.setPlaceholderText(self.tr("bis TT.MM.JJJJ"))
        self.until.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.who = {code: Chip(words.who_word(code), touch=True) for code in WHO}
        self.goal = ChoiceChip(self.tr("Für welches Ziel"), icon="target", touch=True)
        self.text.textEdited.connect(self.text_typed)
        self.until.edited.connect(self.until_typed)
        self.text.returnPressed.connect(self.done)
        self.goal.chosen.connect(self.goal_chosen)
        for code, chip in self.who.items():
            chip.setAccessibleDescription(self.tr("Wer"))
            chip.clicked.connect(lambda on, code=code: self.who_set.emit(code, on))
        self.line = row(self.text)
        self.line.addLayout(row(*self.who.values(), self.until, self.goal, None))
        self.line.setStretch(0, 1)
        self.setLayout(self.line)

    def show_entry(self, entry: Entry, goals: Sequence[GoalChoice]) -> None:
        """Show the line; a field somebody types in is left alone unless a new line begins."""
        for field, text in ((self.text, entry.text), (self.until, entry.until)):
            if field.text() != text and not (field.hasFocus() and text):
                field.setText(text)
        for code, chip in self.who.items():
            chip.setChecked(code in entry.who)
        options = [Option("", self.tr("ohne Ziel")), *(Option(each.key, self._words.goal(each)) for each in goals)]
        self.goal.set_options(options)
        self.goal.set_code(entry.goal)
        self.goal.setVisible(bool(goals))


class AgreedCard(Card):
    """What is agreed: rows, and below them the line for the next one."""

    change_asked = Signal(str)
    remove_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, today: dt.date, words: VisitWords, key: str) -> None:
        super().__init__(QCoreApplication.translate("AgreedCard", "Vereinbart"))
        self._words = words
        self._shown: tuple[AgreementLine, ...] = ()
        self.entry = EntryLine(today, words)
        self.add_button = Button(self.tr("Vereinbarung"), icon="plus", kind="quiet", key=key)
        self.add_button.setAccessibleName(self.tr("Vereinbarung hinzufügen"))
        self.add_button.clicked.connect(self.add_asked)
        self.hint = Paragraph("", "error")
        self.hint.hide()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._area = self._scrolling()
        self.add_to_head(self.add_button)
        self.box.setContentsMargins(16, 8, 16, 12)
        self.add(self.entry, self.hint)
        self.box.addWidget(self._area, 1)

    def _scrolling(self) -> QScrollArea:
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._rows)
        outer.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidget(body)
        area.setMinimumHeight(current().control(touch=True) * 2 + 4)
        for part in (area, body):
            part.setProperty("role", "clear")
        return area

    def show_agreements(self, lines: tuple[AgreementLine, ...]) -> None:
        """Show what was agreed, the newest first."""
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._rows)
        for place, line in enumerate(reversed(lines)):
            parts = (rule(), self._row(line)) if place else (self._row(line),)
            for part in parts:
                self._rows.addWidget(part)
                part.show()

    def _row(self, line: AgreementLine) -> QWidget:
        words = TextButton(line.text, touch=True)
        words.setAccessibleName(self.tr("Vereinbarung ändern: {text}").format(text=line.text))
        words.clicked.connect(lambda: self.change_asked.emit(line.key))
        gone = IconButton("x", self.tr("Vereinbarung entfernen: {text}").format(text=line.text), touch=True)
        gone.clicked.connect(lambda: self.remove_asked.emit(line.key))
        who, until = self._words.who(line.who), self._words.until(line.until)
        tags = [Tag(word) for word in (who, until) if word]
        if line.goal:
            tags.append(Tag(self._words.for_goal(line.goal, line.domain), "accent"))
        whole = QWidget()
        layout = row(IconLabel("circle-check"), words, *tags, gone)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        return whole

    def mark(self, problem: KimError | None) -> None:
        """Say what is not valid yet in the line."""
        text = explain(problem, language()) if problem is not None else None
        self.hint.set_body(" ".join(part for part in (text.what, text.next) if part) if text else "")
        self.hint.setVisible(problem is not None)
        set_invalid(self.entry.until, invalid=problem is not None)
        if problem is not None:
            self.entry.until.setFocus()
