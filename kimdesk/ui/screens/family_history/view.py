"""The page of a family's history, day by day."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.history import Step
from kimdesk.domain.records import RECORDS
from kimdesk.ui.screens.family_history.state import HistoryState
from kimdesk.ui.shell.family_parts import compact, keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Page, clear, column, row, rule

LONGEST = 160


class HistoryView(Page):
    """Shows the page, tells what is asked for."""

    kind_chosen = Signal(str)
    more_asked = Signal()
    back_asked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self._words = words
        self.strip = Strip()
        self.kind = CodeCombo(self.tr("Zeigen"), ())
        self.kind.setItemText(0, self.tr("alles"))
        self.kind.chosen.connect(self.kind_chosen)
        self.why = Paragraph(self.tr("Wer was an welchem Tag geändert hat. Uhrzeiten stehen hier nicht."), "dim")
        self._days = column(spacing=12)
        self.more = Button(self.tr("Mehr anzeigen"), icon="chevron-down")
        self.more.clicked.connect(self.more_asked)
        reads(self.more)
        self.box.addWidget(self.strip)
        head = row(self.why, self.kind)
        head.setStretch(0, 1)
        self.box.addLayout(head)
        self.box.addLayout(self._days)
        self.box.addLayout(row(self.more, None))
        self.box.addStretch(1)
        keep_edge(self)

    def show_state(self, state: HistoryState) -> None:
        """Show everything."""
        self.kind.set_options([Option(name, word) for name, word in state.kinds])
        self.kind.setItemText(0, self.tr("alles"))
        self.kind.set_code(state.kind)
        clear(self._days)
        for day, steps in groupby(state.steps, key=lambda step: step.line.day):
            self._days.addWidget(self._day(day, list(steps)))
        if not state.steps:
            self._days.addWidget(EmptyState(self.tr("Noch nichts geändert."), icon="history"))
        self.more.setVisible(state.more > 0)

    def _day(self, day: dt.date, steps: list[Step]) -> Card:
        card = Card(f"{day:%d.%m.%Y}")
        compact(card)
        for began, entry in groupby(steps, key=_began):
            for part in [self._beginning(list(entry))] if began else map(self._line, entry):
                card.add(rule(), part)
        return card

    def _beginning(self, steps: list[Step]) -> QWidget:
        """Return one entry for a record that began: what was written into it at once, as it was written."""
        first = steps[-1]
        kind = RECORDS[first.line.kind].label(self._words.lang)
        about = f"{kind}: {_short(first.about)}" if first.about else kind
        written = " · ".join(f"{step.line.field}: {_short(step.line.after)}" for step in steps[::-1] if step.line.name)
        head = Paragraph(self.tr("{what} neu eingetragen").format(what=about), "strong")
        below = [Paragraph(written)] if written else []
        made = QWidget()
        made.setLayout(column(head, *below, Paragraph(first.line.actor, "small"), spacing=0))
        return made

    def _line(self, step: Step) -> QWidget:
        line = step.line
        kind = RECORDS[line.kind].label(self._words.lang)
        about = f"{kind}: {_short(step.about)}" if step.about else kind
        what = self._what(step)
        made = QWidget()
        text = column(Paragraph(what, "strong" if not line.name else ""), Paragraph(self._whose(about, step), "small"))
        text.setSpacing(0)
        layout = row(spacing=12)
        layout.addLayout(text, 1)
        if step.can_put_back:
            back = Button(self.tr("Wieder einsetzen"), icon="undo-2", kind="quiet")
            back.setAccessibleName(self.tr("{what}: wieder einsetzen").format(what=what))
            back.clicked.connect(lambda: self.back_asked.emit(step))
            layout.addWidget(back)
        made.setLayout(layout)
        return made

    def _what(self, step: Step) -> str:
        line = step.line
        words = {
            "delete": self.tr("{what} entfernt"),
            "redact": self.tr("{what} endgültig gelöscht"),
            "restore": self.tr("{what} zurückgeholt"),
        }
        if not line.name:
            return words.get(line.op, "{what}").format(what=line.field)
        if line.op == "set":
            return self.tr("{field}: {before} → {after}").format(
                field=line.field, before=_short(line.before) or "–", after=_short(line.after) or "–"
            )
        return f"{line.field}: {_short(line.after)}"

    def _whose(self, about: str, step: Step) -> str:
        return " · ".join(part for part in (about, step.line.actor) if part)

    # telling --------------------------------------------------------------

    def say_put_back(self, field: str) -> None:
        """Say what stands again."""
        self.strip.say(self.tr("Wieder eingesetzt: {field}").format(field=field), tone="green")

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)


def _began(step: Step) -> bytes:
    """Return the record whose beginning a step belongs to; empty where it changes one there was."""
    return step.line.record if step.line.op == "create" else b""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " …"
