"""The head of visit mode: whose visit, who is there, what it is about; covering and ending."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.ui.screens.visit.interpreting import InterpretingLine
from kimdesk.ui.screens.visit.state import PersonChip, TopicChip, VisitState
from kimdesk.ui.screens.visit.words import VisitWords
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.labels import ElidedLabel, Label
from kimdesk.ui.widgets.surfaces import Flow, column, row


class ToggleFlow(Flow):
    """Chips that are on or off; they are made anew only where others are wanted."""

    flipped = Signal(str, bool)

    def __init__(self, title: str) -> None:
        self._title = Label(title, "label")
        super().__init__(self._title)
        self.setAccessibleName(title)
        self.chips: dict[str, Chip] = {}
        self._words: dict[str, str] = {}

    def offer(self, words: dict[str, str]) -> None:
        """Offer these chips, before whatever was added behind them."""
        if words == self._words:
            return
        self._words = words
        for chip in self.chips.values():
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        later = [item.widget() for item in iter(lambda: self._layout.takeAt(1), None)]
        self.chips = {key: self._chip(key, word) for key, word in words.items()}
        for part in (*self.chips.values(), *later):
            if part is not None:
                self.add(part)
        for chip in self.chips.values():
            chip.show()

    def _chip(self, key: str, word: str) -> Chip:
        chip = Chip(word, icon="plus", touch=True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleDescription(self._title.text())
        chip.toggled.connect(lambda on: chip.set_icon("check" if on else "plus"))
        chip.clicked.connect(lambda on: self.flipped.emit(key, on))
        return chip

    def press(self, key: str, *, on: bool) -> None:
        """Show a chip as on or off."""
        self.chips[key].setChecked(on)


class Head(QWidget):
    """Everything above the boxes."""

    cover_asked = Signal()
    turn_asked = Signal()
    finish_asked = Signal()

    def __init__(self, words: VisitWords, *, cover: str, turn: str, finish: str) -> None:
        super().__init__()
        self._words = words
        self._all_topics = False
        self._topics: tuple[TopicChip, ...] = ()
        self.overline = ElidedLabel("", "dim")
        self.title = ElidedLabel("", "title")
        self.cover_button = Button(self.tr("Abdecken"), icon="eye-off", key=cover, touch=True)
        self.turn_button = Button(self.tr("Der Familie zeigen"), icon="monitor-smartphone", touch=True)
        self.turn_button.setToolTip(turn)
        self.finish_button = Button(self.tr("Besuch beenden"), icon="check", kind="primary", touch=True)
        self.finish_button.setToolTip(finish)
        self.persons = ToggleFlow(self.tr("Dabei"))
        self.topics = ToggleFlow(self.tr("Themen"))
        self.interpreting = InterpretingLine(words)
        self.more = Chip(self.tr("mehr …"), checkable=False, touch=True)
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.cover_button.clicked.connect(self.cover_asked)
        self.turn_button.clicked.connect(self.turn_asked)
        self.finish_button.clicked.connect(self.finish_asked)
        self.more.clicked.connect(self._show_more)

    def _build(self) -> None:
        names = column(self.overline, self.title, spacing=0)
        self.top = row(spacing=12)
        self.top.addLayout(names, 1)
        self.top.addLayout(row(self.turn_button, self.cover_button, self.finish_button, None, spacing=12))
        self.persons.add(self.interpreting.mode)
        self.topics.add(self.more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self.top)
        box.addWidget(Flow(self.persons, self.topics, spacing=12))
        box.addWidget(self.interpreting)

    def show_head(self, state: VisitState) -> None:
        """Show whose visit it is, who is there, what it is about."""
        self.overline.setText(self._words.overline(state.form, state.day, later=state.later))
        self.title.setText(self.tr("Familie {name}").format(name=state.family))
        self._show_persons(state.persons)
        self.interpreting.show_interpreting(state.interpreting)
        self._topics = state.topics
        self._show_topics()

    def _show_persons(self, persons: tuple[PersonChip, ...]) -> None:
        self.persons.offer({each.key: self._words.person(each) for each in persons})
        for each in persons:
            self.persons.press(each.key, on=each.there)
        self._order()

    def _show_topics(self) -> None:
        shown = [each for each in self._topics if self._all_topics or each.first or each.on]
        self.topics.offer({each.code: self._words.topic(each.code) for each in shown})
        for each in shown:
            self.topics.press(each.code, on=each.on)
        self.more.setVisible(len(shown) < len(self._topics))
        self._order()

    def _order(self) -> None:
        """Let Tab go from one to the next as they stand; chips made later would come last."""
        chips = (self.persons.chips.values(), self.topics.chips.values())
        people, topics = (list(each) for each in chips)
        ways: list[QWidget] = [self.turn_button, self.cover_button, self.finish_button, *people, self.interpreting.mode]
        ways += [*topics, self.more]
        ways += self.interpreting.fields()
        for before, after in pairwise(ways):
            QWidget.setTabOrder(before, after)

    def _show_more(self) -> None:
        self._all_topics = True
        self._show_topics()
        rest = [each.code for each in self._topics if not each.first]
        if rest:
            self.topics.chips[rest[0]].setFocus()
