"""Before the screen is turned to the family: to whom, in which language, and what she will see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework import family, turning
from kimdesk.casework.turning import Turn
from kimdesk.domain.reference import Reference
from kimdesk.domain.views.turned import TurnedPlan
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.i18n import language
from kimdesk.ui.shell.family_rows import full_name
from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.surfaces import Card, Flow

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnState:
    """Who may be named, who is, in which language, and what that person will see."""

    persons: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    person: str = ""
    language: str = "de"
    plan: TurnedPlan | None = field(default=None, repr=False)
    problem: KimError | None = None


class View(Protocol):
    """What the presenter needs of the dialog."""

    def show_state(self, state: TurnState) -> None:
        """Show everything."""
        ...

    def accept(self) -> None:
        """Close: the screen is being turned."""
        ...


class TurnPresenter:
    """Looks at what a person would see whenever somebody or another language is chosen; turns the screen once."""

    def __init__(self, context: Context, case: RecordId, view: View, visit: RecordId | None = None) -> None:
        self._context, self._case, self._view, self._visit = context, case, view, visit
        self._persons = family.persons(context.desk, case)
        self._state = TurnState(
            persons=tuple((each.id.hex(), full_name(each)) for each in self._persons),
            languages=turning.languages(context.desk),
        )

    @property
    def state(self) -> TurnState:
        """What is shown now."""
        return self._state

    def opened(self) -> None:
        """Ask; nothing is looked at before somebody is named."""
        self._tell(self._state)

    def choose_person(self, key: str) -> None:
        """Name the person; her language follows."""
        person = next(each for each in self._persons if each.id.hex() == key)
        self._look(replace(self._state, person=key, language=turning.language_of(self._context.desk, person)))

    def choose_language(self, code: str) -> None:
        """Show it in another language."""
        self._look(replace(self._state, language=code))

    def _look(self, state: TurnState) -> None:
        self._tell(replace(state, plan=None, problem=None))
        if not state.person:
            return
        wanted = self._turn()

        def seen(plan: TurnedPlan) -> None:
            if wanted == self._turn():
                self._tell(replace(self._state, plan=plan))

        self._context.runner.run(
            lambda _steps: turning.shown(self._context.desk, wanted), seen, failed=self._failed, lane="query"
        )

    def _turn(self) -> Turn:
        person = RecordId(bytes.fromhex(self._state.person))
        return Turn(case=self._case, person=person, language=self._state.language, visit=self._visit)

    def turn(self) -> None:
        """Turn the screen: from now on only PIN or passphrase lead back."""
        if self._state.plan is None:
            return
        wanted = self._turn()

        def turned(_plan: TurnedPlan) -> None:
            self._view.accept()
            self._context.go("turned", wanted.text())

        self._context.runner.run(lambda _steps: turning.turn(self._context.desk, wanted), turned, failed=self._failed)

    def _failed(self, error: KimError) -> None:
        self._tell(replace(self._state, problem=error))

    def _tell(self, state: TurnState) -> None:
        self._state = state
        self._view.show_state(state)


class TurnDialog(Dialog):
    """Shows a TurnState."""

    person_chosen = Signal(str)
    language_chosen = Signal(str)
    turn_asked = Signal()

    def __init__(self, parent: QWidget | None, reference: Reference, lang: Lang) -> None:
        title = QCoreApplication.translate("TurnDialog", "Der Familie zeigen")
        why = QCoreApplication.translate(
            "TurnDialog",
            "Eine Person sieht Plan und Termine in ihrer Sprache. Zurück geht es nur mit PIN oder Passphrase.",
        )
        super().__init__(parent, title, why, width=600)
        self.presenter: TurnPresenter | None = None
        self._reference, self._lang = reference, lang
        self._chips: dict[str, Chip] = {}
        self._persons = Flow()
        self.language = ChoiceChip(self.tr("Sprache"), icon="languages")
        self.language.chosen.connect(self.language_chosen)
        self._facts = Paragraph("")
        self._rest = Paragraph(
            self.tr(
                "Alles andere bleibt im Tresor: was anvertraut oder besonders geschützt ist, "
                "und was keine Einwilligung deckt."
            ),
            "dim",
        )
        self.box.addWidget(Paragraph(self.tr("Wem zeigen Sie den Bildschirm?"), "strong"))
        self.box.addWidget(self._persons)
        self.box.addWidget(Flow(self.language))
        self.box.addWidget(Card(self.tr("Das wird gezeigt")).add(self._facts, self._rest))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.turn_button = self.add_button(
            self.tr("Bildschirm umdrehen"), self.turn_asked.emit, kind="primary", icon="monitor-smartphone"
        )

    def show_state(self, state: TurnState) -> None:
        """Show everything."""
        self._show_persons(state.persons)
        for key, chip in self._chips.items():
            chip.setChecked(key == state.person)
            chip.set_icon("circle-check" if key == state.person else "circle")
        self.language.set_options([Option(code, self._word(code)) for code in state.languages])
        self.language.set_code(state.language)
        self._facts.set_body(self._told(state))
        self.turn_button.setEnabled(state.plan is not None)
        if state.problem is not None:
            self.strip.fail(state.problem)

    def _show_persons(self, persons: Sequence[tuple[str, str]]) -> None:
        if self._chips:
            return
        for key, name in persons:
            chip = self._chips[key] = Chip(name, icon="circle")
            chip.setAccessibleDescription(self.tr("Wem zeigen Sie den Bildschirm?"))
            chip.clicked.connect(lambda _on, key=key: self.person_chosen.emit(key))
        self._persons.refill(*self._chips.values())

    def _word(self, code: str) -> str:
        return self._reference.label("language", code, self._lang)

    def _told(self, state: TurnState) -> str:
        plan = state.plan
        if plan is None:
            return (
                self.tr("wird vorbereitet …") if state.person else self.tr("Noch nichts: Bitte wählen Sie eine Person.")
            )
        steps = sum(len(goal.steps) for goal in plan.goals)
        lines = [
            ", ".join((self.tr("%n Ziele", "", len(plan.goals)), self.tr("%n Schritte", "", steps))),
            self.tr("%n Termine", "", len(plan.appointments)),
        ]
        open_ = sum(goal.foreign + sum(step.foreign for step in goal.steps) for goal in plan.goals) + plan.wish_foreign
        if open_:
            lines.append(self.tr("%n Texte haben noch keine Übersetzung und stehen auf Deutsch da.", "", open_))
        return "\n".join(lines)


def open_turn(parent: QWidget | None, context: Context, case: RecordId, visit: RecordId | None = None) -> TurnDialog:
    """Ask to whom the screen is turned; from a visit it is turned back to that visit."""
    dialog = made(parent, context, case, visit)
    dialog.open()
    return dialog


def made(parent: QWidget | None, context: Context, case: RecordId, visit: RecordId | None = None) -> TurnDialog:
    """Return the dialog with its presenter, not yet shown."""
    dialog = TurnDialog(parent, context.desk.reference, language())
    dialog.presenter = presenter = TurnPresenter(context, case, dialog, visit)
    dialog.person_chosen.connect(presenter.choose_person)
    dialog.language_chosen.connect(presenter.choose_language)
    dialog.turn_asked.connect(presenter.turn)
    presenter.opened()
    return dialog
