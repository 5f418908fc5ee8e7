"""The turned screen: one person's plan and appointments in big type, mirrored for scripts written from the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.domain.views.turned import TurnedGoal, TurnedPlan, TurnedStep
from kimdesk.ui.i18n import language
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.surfaces import Card, Page, clear, column, rule
from kimdesk.ui.widgets.turned import Big, BigText, Sign, Way

WIDEST = 1000


class TurnedView(QWidget):
    """Shows a TurnedPlan; the only way from here is `back_asked`."""

    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._way: Way = "ltr"
        self._page = Page(margins=(32, 28, 32, 28))
        self._page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page.setProperty("reads", "yes")
        self._page.setAccessibleName(self.tr("Plan der Familie"))
        self._list = column(spacing=16)
        self._page.box.addLayout(self._list)
        self._page.box.addStretch(1)
        self.back_button = Button(self.tr("Zurück"), icon="lock", kind="quiet", touch=True)
        self.back_button.setAccessibleDescription(self.tr("Fragt nach PIN oder Passphrase."))
        self.back_button.clicked.connect(self.back_asked)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._page, 1)
        outer.addWidget(rule())
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(24, 6, 24, 6)
        self._foot.addStretch(1)
        self._foot.addWidget(self.back_button)
        outer.addLayout(self._foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back as the button does."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def show_plan(self, plan: TurnedPlan) -> None:
        """Show plan and appointments."""
        self._way = plan.direction
        right = plan.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        clear(self._list)
        self._list.addLayout(self._head(plan))
        self._list.addWidget(self._appointments(plan))
        if plan.wish:
            self._list.addWidget(self._wish(plan))
        if plan.goals:
            self._list.addWidget(self._big(plan.goals_heading, "turned_head"))
        for goal in plan.goals:
            self._list.addWidget(self._goal(goal, plan.not_translated))
        for text in (plan.call, *plan.notes):
            if text:
                self._list.addWidget(self._big(text, "turned_dim"))

    def _big(self, text: str, role: Big = "turned") -> BigText:
        return BigText(text, role, self._way)

    def _head(self, plan: TurnedPlan) -> QVBoxLayout:
        below = " · ".join(part for part in (plan.name, plan.version) if part)
        return column(self._big(plan.title, "turned_title"), self._big(below, "turned_dim"), spacing=4)

    def _appointments(self, plan: TurnedPlan) -> Card:
        card = Card().add(self._big(plan.appointments_heading, "turned_head"))
        for each in plan.appointments:
            card.add(self._big(each.when, "turned_strong"))
            if each.what:
                card.add(self._big(each.what))
        if plan.no_appointment:
            card.add(self._big(plan.no_appointment))
        return card

    def _wish(self, plan: TurnedPlan) -> Card:
        card = Card().add(self._big(plan.wish_heading, "turned_head"))
        self._say(card, plan.wish, plan.not_translated if plan.wish_foreign else "")
        return card

    def _goal(self, goal: TurnedGoal, not_translated: str) -> Card:
        card = Card().add(self._big(goal.name, "turned_dim"))
        self._say(card, goal.wording, not_translated if goal.foreign else "", role="turned_strong")
        for step in goal.steps:
            card.add(rule(), self._step(step, not_translated))
        return card

    def _say(self, card: Card, text: str, note: str, *, role: Big = "turned") -> None:
        card.add(self._big(text, role) if not note else BigText(text, role, "ltr"))
        if note:
            card.add(self._big(note, "turned_dim"))

    def _step(self, step: TurnedStep, not_translated: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Sign(step.sign, step.word), 0, Qt.AlignmentFlag.AlignTop)
        words = column(self._big(step.sentence, "turned_dim" if step.done else "turned"), spacing=2)
        if step.until:
            words.addWidget(self._big(step.until, "turned_strong"))
        if step.foreign:
            words.addWidget(self._big(not_translated, "turned_dim"))
        line.addLayout(words, 1)
        return line

    def fail(self, error: KimError) -> None:
        """Show nothing of the family and say why."""
        clear(self._list)
        self._list.addWidget(BigText(explain(error, language()).what, "turned", "ltr"))
