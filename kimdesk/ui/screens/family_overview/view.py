"""A family's first page: what matters, in the order it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.domain.records import RECORDS
from kimdesk.domain.values import show
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Target
from kimdesk.ui.forms.records import RecordsCard
from kimdesk.ui.screens.family_overview.state import (
    APPOINTMENTS,
    CLOSING,
    HOUSING,
    INTAKE,
    PHASES,
    OverviewState,
    PersonLine,
    PlanLines,
    RecentContact,
)
from kimdesk.ui.shell.family_parts import Columns, EditCard, NameLine, PromiseRow, compact, keep_edge, quiet
from kimdesk.ui.shell.family_rows import Promise
from kimdesk.ui.shell.family_words import Words, beginning
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag, Tone, tag_width

CASE = RECORDS["case"]
WISHES = ("wish", "strengths")
SAFETY = ("safety_note",)
FACTS: tuple[str | tuple[str, ...], ...] = (("first_contact", "municipality"), "access_route", "concern")
ACTS = ("phase", "closed_on")
"""What changes by an act in the head of the page, not by typing."""
PLACED = (*WISHES, *SAFETY, "first_contact", "municipality", "access_route", "concern", *ACTS)

_GOALS: dict[str, tuple[Tone, str]] = {
    "reached": ("green", "check"),
    "partly_reached": ("green", ""),
    "in_progress": ("blue", ""),
    "stalled": ("amber", "triangle-alert"),
}


class OverviewView(Page):
    """Shows the page, tells what is asked for."""

    ticked = Signal(str, bool)
    section_asked = Signal(str)

    def __init__(self, context: FormContext, course: Mapping[str, RecordsCard]) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self.course = course
        self._context = context
        self._words = Words(context.reference, context.today)
        self._state: OverviewState | None = None
        self.strip = Strip()
        self.closed = Strip()
        self.wish = self._editable(self.tr("Wunsch und Stärken"), self.tr("Wunsch und Stärken ändern"), WISHES)
        self.facts = self._editable(self.tr("Zum Fall"), self.tr("Angaben zum Fall ändern"), self._fact_rows())
        self.hand_over = quiet(self.tr("Übergeben …"), "users")
        self.hand_over.setAccessibleName(self.tr("Fall an die nächste Fallführung übergeben"))
        reads(self.hand_over)  # the file can be written once more
        self.facts.add_to_head(self.hand_over)
        self.safety = self._editable(self.tr("Sicherheit"), self.tr("Hinweis zur Sicherheit ändern"), SAFETY)
        self.recent = Listed(self.tr("Zuletzt"))
        self.promises = Listed(self.tr("Offene Zusagen"))
        self.plan = Listed(self.tr("Plan"))
        self.here = Listed(self.tr("Hier wohnen"))
        self._ways()
        columns = Columns((41, 36, 33))
        for at, cards in enumerate(self._places()):
            for card in cards:
                columns.boxes[at].addWidget(card)
        self.box.addWidget(self.closed)
        self.box.addWidget(self.strip)
        self.box.addWidget(columns)
        self.box.addStretch(1)
        self.body.hide()
        keep_edge(self)

    def _places(self) -> tuple[tuple[QWidget, ...], ...]:
        names = (APPOINTMENTS, INTAKE, HOUSING, PHASES, CLOSING)
        appointments, intake, housing, phases, closing = (self.course[name] for name in names)
        return (
            (self.wish, self.recent, self.facts, intake),
            (self.promises, appointments, self.plan, closing),
            (self.here, self.safety, housing, phases),
        )

    def _editable(self, heading: str, edit: str, rows: tuple[str | tuple[str, ...], ...]) -> EditCard:
        card = EditCard(heading, edit, lambda: Form(CASE, rows, self._context))
        card.opened.connect(self._fill_forms)
        return card

    def _fact_rows(self) -> tuple[str | tuple[str, ...], ...]:
        return (*FACTS, *remaining(CASE, PLACED))

    def _ways(self) -> None:
        for card, word, section in (
            (self.recent, self.tr("Alle Kontakte"), "contacts"),
            (self.plan, self.tr("Zum Plan"), "plan"),
            (self.here, self.tr("Personen"), "persons"),
        ):
            button = quiet(word)
            button.clicked.connect(lambda _checked=False, to=section: self.section_asked.emit(to))
            reads(button)
            card.add_to_head(button)

    # showing --------------------------------------------------------------

    def show_state(self, state: OverviewState) -> None:
        """Show everything; a form that is being typed into keeps its text."""
        self._state = state
        self._fill_forms()
        self._show_wish(state)
        self._show_facts(state)
        self._show_safety(state)
        self._show_recent(state)
        self._show_promises(state)
        self._show_plan(state.plan)
        self._show_persons(state)
        self._show_closing(state)
        self.body.show()

    def _show_closing(self, state: OverviewState) -> None:
        self.course[CLOSING].setVisible(state.ending)
        self.closed.setVisible(state.closed and not state.handed_to)  # of that the head says so on every page
        if state.closed and not state.handed_to:
            self.closed.say(
                self.tr("Dieser Fall ist abgeschlossen."),
                self.tr("Änderungen sind möglich und stehen im Verlauf. Zum Weiterarbeiten oben eine Phase wählen."),
                tone="amber",
            )

    def _fill_forms(self) -> None:
        state = self._state
        if state is None:
            return
        target = Target(kind=CASE.name, record=RecordId(bytes.fromhex(state.case)))
        for card in (self.wish, self.facts, self.safety):
            if card.form is not None:
                card.form.show_record(target, state.values, state.drafts)

    def _text(self, state: OverviewState, name: str) -> str:
        return state.drafts.get(name, str(state.values.get(name) or "")).strip()

    def _show_wish(self, state: OverviewState) -> None:
        clear(self.wish.lines)
        wish, strengths = (self._text(state, name) for name in WISHES)
        if wish:
            self.wish.lines.addWidget(Paragraph(self._quoted(wish)))
        if strengths:
            self.wish.lines.addWidget(Paragraph(strengths, "small"))
        if not wish and not strengths:
            self.wish.lines.addWidget(Paragraph(self.tr("Was wünscht sich die Familie? Was kann sie gut?"), "dim"))

    def _quoted(self, text: str) -> str:
        bare = text.strip('„“”"» «')
        return f"„{bare}“" if self._context.language == "de" else f"“{bare}”"

    def _show_facts(self, state: OverviewState) -> None:
        clear(self.facts.lines)
        rows = [name for line in self._fact_rows() for name in ((line,) if isinstance(line, str) else line)]
        for name in rows:
            spec, value = CASE.field(name), state.values.get(name)
            if value is None or name == "case_number":
                continue
            shown = show(spec, value, self._context.reference, self._context.language)
            self.facts.lines.addLayout(
                column(Label(spec.label(self._context.language), "small"), Paragraph(shown), spacing=0)
            )
        if not self.facts.lines.count():
            self.facts.lines.addWidget(Paragraph(self.tr("Noch nichts erfasst."), "dim"))

    def _show_safety(self, state: OverviewState) -> None:
        clear(self.safety.lines)
        note = self._text(state, "safety_note")
        text = Paragraph(note) if note else Paragraph(self.tr("Kein Hinweis erfasst."), "dim")
        self.safety.lines.addWidget(text)

    def _show_recent(self, state: OverviewState) -> None:
        rows: list[QWidget] = [self._contact(each) for each in state.recent]
        hint = self.tr("Hier stehen Besuche, Gespräche und Anrufe. Der erste beginnt mit „Besuch“.")
        self.recent.show_rows(rows, hint)

    def _contact(self, contact: RecentContact) -> QWidget:
        title = self._words.contact(form=contact.form, minutes=contact.minutes, interpreting=contact.interpreting)
        text = Paragraph(beginning(contact.text), "small")
        if not contact.text:
            text.hide()
        day = Tag(self._words.day(contact.date))
        day.setMinimumWidth(tag_width("00.00."))
        return _beside(day, column(1, Paragraph(title, "strong"), text, spacing=1))

    def _show_promises(self, state: OverviewState) -> None:
        before = self.promises.findChildren(PromiseRow)
        focused = next((row.key for row in before if row.tick.hasFocus()), "")
        rows: list[QWidget] = []
        for promise in state.promises:
            made = PromiseRow(promise, self._words)
            made.ticked.connect(self.ticked)
            rows.append(made)
        self.promises.show_rows(rows, self.tr("Nichts offen. Zusagen entstehen bei Besuchen und im Plan."))
        for row in rows:
            if isinstance(row, PromiseRow) and row.key == focused:
                row.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_plan(self, plan: PlanLines | None) -> None:
        self.plan.title.setText(
            self.tr("Plan, Version {number}").format(number=plan.version) if plan else self.tr("Plan")
        )
        rows = [self._goal(goal.state, goal.wording) for goal in plan.goals] if plan else []
        hint = self.tr("In dieser Version steht noch kein Ziel.") if plan else self.tr("Noch kein Plan begonnen.")
        self.plan.show_rows(rows, hint)
        self.plan.below(self._signed(plan) if plan else "")

    def _signed(self, plan: PlanLines) -> str:
        if plan.signed_on is None:
            return self.tr("Noch nicht unterschrieben")
        return self.tr("Unterschrieben am {day}").format(day=self._words.day(plan.signed_on))

    def _goal(self, state: str, wording: str) -> QWidget:
        tone, icon = _GOALS.get(state, ("", ""))
        tag = Tag(self._words.label("goal_state", state), tone, icon=icon)
        text = Paragraph(wording) if wording else Paragraph(self.tr("noch ohne Wortlaut"), "dim")
        return _beside(tag, column(2, text, spacing=0))

    def _show_persons(self, state: OverviewState) -> None:
        rows = [self._person(each) for each in state.persons if each.here]
        self.here.show_rows(rows, self.tr("Noch niemand erfasst."))
        away = [self._aged(each) for each in state.persons if not each.here]
        self.here.below(self.tr("Woanders: {names}").format(names=self._words.both(away)) if away else "")

    def _aged(self, person: PersonLine) -> str:
        age = self._words.age(person.age)
        return f"{person.name} ({age})" if age else person.name

    def _person(self, person: PersonLine) -> QWidget:
        german = person.german if person.german not in {"", "none", "unknown"} else ""
        reads = self._words.both(self._words.label("language", code) for code in person.reads)
        parts = [
            self._words.age(person.age),
            person.situation,
            german,
            self.tr("liest {languages}").format(languages=reads) if reads else "",
        ]
        detail = Paragraph(" · ".join(part for part in parts if part), "small")
        if not detail.body:
            detail.hide()
        made = QWidget()
        made.setLayout(column(NameLine(person.name, person.native), detail, spacing=1))
        return made

    # telling --------------------------------------------------------------

    def say_handed(self, _name: str) -> None:
        """Say what became of the file; the page says to whom the case went."""
        self.strip.say(
            self.tr("Die Übergabedatei ist gespeichert."),
            self.tr("Sie öffnet nur an diesem einen Schreibtisch. Hier bleibt alles lesbar."),
            tone="green",
        )

    def say_done(self, promise: Promise) -> None:
        """Say what was ticked off, and offer to take it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(lambda: self._take_back(promise.key))
        self.strip.say(self.tr("Erledigt: {text}").format(text=promise.text), tone="green", buttons=(back,))

    def _take_back(self, key: str) -> None:
        self.strip.hide()
        self.ticked.emit(key, False)  # noqa: FBT003 - Qt's signals take no keywords

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.body.show()
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        for card in (self.wish, self.facts, self.safety):
            card.settle()
        for part in self.course.values():
            part.settle()


class Listed(Card):
    """A card of rows with thin lines between them, or a dim sentence where there are none."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        compact(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(7)
        self._below = Paragraph("", "small")
        self._line = rule()
        self.add(rule(), self._rows, self._line, self._below)
        self.below("")

    def show_rows(self, rows: list[QWidget], empty: str) -> None:
        """Show these rows."""
        clear(self._rows)
        for at, each in enumerate(rows):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(each)
            each.show()
        if not rows:
            self._rows.addWidget(Paragraph(empty, "dim"))

    def below(self, text: str) -> None:
        """Show a dim sentence below the rows."""
        self._below.set_body(text)
        self._below.setVisible(bool(text))
        self._line.setVisible(bool(text))


def _beside(tag: Tag, text: QVBoxLayout) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(text, 1)
    return made
