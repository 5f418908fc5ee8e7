"""Visit mode's doings: every keystroke kept, agreements, the assessment, the cover, the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import editing, family, interpreters, visits
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Code
from kimdesk.domain.records import RECORDS
from kimdesk.ui.forms.port import FormPort, Outcome, Target
from kimdesk.ui.screens.visit import reading
from kimdesk.ui.screens.visit.entry import EntryDesk
from kimdesk.ui.screens.visit.reading import Found
from kimdesk.ui.screens.visit.state import ASSESSMENT, FinishQuestion, VisitState
from kimdesk.ui.shell.family_rows import values_of

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

KINDS = ("contact", "person", "measure", "goal", "support_plan", "case", "interpreter")
Work = Callable[[], Changes]
BOXES = ("family_says", "observation", ASSESSMENT, "seen")


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: VisitState) -> None:
        """Show the visit."""
        ...

    def go_to_entry(self) -> None:
        """Put the cursor into the line for an agreement."""
        ...

    def mark_entry(self, problem: KimError | None) -> None:
        """Say what is not valid yet in the line for an agreement."""
        ...

    def ask_turn(self, case: RecordId) -> None:
        """Ask to whom the screen is turned."""
        ...

    def ask_finish(self, question: FinishQuestion) -> None:
        """Ask how long it took and when one meets again."""
        ...

    def say_removed(self) -> None:
        """Say that an agreement was taken away, and offer to bring it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class VisitPresenter:
    """Listens to the screen; holds one contact of one family."""

    def __init__(self, context: Context, contact: RecordId, view: View, port: FormPort) -> None:
        self._context = context
        self._desk = context.desk
        self._contact = contact
        self._view = view
        self._port = port
        self._found: Found | None = None
        self._typed: dict[str, str] = {}
        self._opened_assessment = False
        self._asked: RecordId | None = None
        self._named = True
        self.entry = EntryDesk(context, contact, port)

    @property
    def contact(self) -> RecordId:
        """The contact that is written down."""
        return self._contact

    # the shell ------------------------------------------------------------

    def opened(self) -> None:
        """Show the visit; what was being agreed when the program ended is there again."""
        try:
            found = reading.find(self._desk, self._contact)
        except KimError as error:
            self._view.fail(error)
            return
        self.entry.begin(found.contact.case, found.entry)
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in this family."""
        if self._found is None or not changes.touches(*KINDS):
            return
        if not changes.cases or self._found.contact.case in changes.cases:
            self._load()

    def leave(self) -> None:
        """Turn what was typed into changes, the agreement in the line as well."""
        self.settle()
        if self.entry.state.text.strip():
            self.entry.commit(lambda _outcome: None)

    def _load(self) -> None:
        try:
            self._found = reading.find(self._desk, self._contact)
        except KimError as error:
            self._view.fail(error)
            return
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        codes = tuple(each.code for each in self._desk.reference["life_domain"].entries)
        contact, entry = found.contact, self.entry.state
        self._view.show_state(
            VisitState(
                family=found.label,
                form=contact.form or "",
                day=contact.date,
                later=contact.date != self._desk.today or contact.minutes is not None,
                persons=reading.persons_of(found),
                interpreting=reading.interpreting_of(found, self._text("interpreter"), self._asking(found)),
                topics=reading.topics_of(found, codes),
                family_says=self._text("family_says"),
                observation=self._text("observation"),
                assessment=self._text(ASSESSMENT) if self._opened_assessment else None,
                seen=self._text("seen"),
                agreements=reading.agreements_of(found, entry.key if entry.known else ""),
                entry=entry,
                goals=found.goals,
            )
        )

    def _text(self, name: str) -> str:
        if name in self._typed or self._found is None:
            return self._typed.get(name, "")
        return self._found.text(name)

    # typing ---------------------------------------------------------------

    @property
    def _target(self) -> Target:
        case = self._found.contact.case if self._found is not None else None
        return Target(kind="contact", record=self._contact, parent=case)

    def typed(self, name: str, text: str) -> None:
        """Keep the text of a box."""
        self._typed[name] = text
        self._port.draft(self._target, name, text)

    def settle(self) -> None:
        """Turn what was typed into a change: a box was left, or nobody typed for a while."""
        if not self._typed:
            return
        before = dict(self._typed)

        def answer(outcome: Outcome) -> None:
            for name, text in before.items():
                if name not in outcome.problems and self._typed.get(name) == text:
                    del self._typed[name]

        self._port.settle(self._target, answer)

    def set_person(self, key: str, *, there: bool) -> None:
        """Note that somebody is there, or not."""
        self._port.toggle(self._target, "present", key, on=there)

    def set_topic(self, code: str, *, on: bool) -> None:
        """Note that something was spoken about, or not."""
        self._port.toggle(self._target, "topics", code, on=on)

    # interpreting -----------------------------------------------------------

    def choose_interpreting(self, code: str) -> None:
        """Note how it was interpreted, or that only a child could translate."""
        self._asked = None
        self._change(lambda: interpreters.set_mode(self._desk, self._contact, code))

    def choose_interpreter(self, key: str) -> None:
        """Note who of the directory interprets; an empty key asks for another name. An unknown age is asked first."""
        record = from_hex(key) if key else None
        self._typed.pop("interpreter", None)
        self._asked = None
        found = self._found.interpreters if self._found is not None else ()
        if record in {each.id for each in found if each.of_age != interpreters.GROWN_UP}:
            self._asked = record
            self._show()
            return
        self._change(lambda: interpreters.choose(self._desk, self._contact, record))

    def _asking(self, found: Found) -> str:
        """Return of whom it is to be asked whether they are 18."""
        if self._asked is not None:
            return next((each.name for each in found.interpreters if each.id == self._asked), "")
        name = self._text("interpreter")
        return name.strip() if self._named and reading.age_is_open(self._desk, found, name) else ""

    def answer_age(self, *, of_age: bool) -> None:
        """Keep what was answered; a child is only ever noted, nobody under 18 stays named."""
        asked, self._asked = self._asked, None
        if asked is not None:
            self._change(lambda: interpreters.answer_age(self._desk, self._contact, asked, of_age=of_age))
        elif of_age:
            self._change(lambda: editing.put(self._desk, "contact", self._contact, "interpreter_of_age", Code("yes")))
        else:
            self._only_a_child()

    def type_interpreter(self, text: str) -> None:
        """Keep a name as it is typed; what was answered about another name is not true of it."""
        self._named = False
        found = self._found
        if found is not None and found.contact.interpreter_of_age is not None:
            self._change(lambda: editing.put(self._desk, "contact", self._contact, "interpreter_of_age", None))
        self.typed("interpreter", text)

    def leave_interpreter(self) -> None:
        """Settle the name; that of a child is not taken: a child only ever is noted. An unknown age is asked."""
        found = self._found
        name = self._text("interpreter")
        if found is not None and interpreters.age_of(self._desk, found.contact.case, name) == "child":
            self._only_a_child()
            return
        self.settle()
        self._named = True
        self._load()

    def _only_a_child(self) -> None:
        self.typed("interpreter", "")
        self.settle()
        self.choose_interpreting(interpreters.CHILD)

    def accept_interpreter(self, code: str) -> None:
        """Note whether the family accepts this person; they may refuse."""
        value = Code(code) if code else None
        self._change(lambda: editing.put(self._desk, "contact", self._contact, "interpreter_accepted", value))

    def know_interpreter(self, *, known: bool) -> None:
        """Note that the family knows this person, or is related."""
        value = Code("yes") if known else None
        self._change(lambda: editing.put(self._desk, "contact", self._contact, "interpreter_known", value))

    def _change(self, work: Work) -> None:
        self._context.runner.run(lambda _steps: work(), self._changed, failed=self._view.fail)

    # assessment and cover ---------------------------------------------------

    def flip_assessment(self) -> None:
        """Open the assessment, or close it."""
        self.settle()
        self._opened_assessment = not self._opened_assessment
        self._load()

    def cover(self) -> None:
        """Cover the screen; the assessment is closed again afterwards."""
        self.settle()
        self._opened_assessment = False
        self._load()
        self._context.cover()

    def turn(self) -> None:
        """Ask to whom of the family the screen is turned; everything typed is kept, the assessment is closed."""
        found = self._found
        if found is None:
            return
        self.settle()
        self._opened_assessment = False
        self._load()
        self._view.ask_turn(found.contact.case)

    # agreements -------------------------------------------------------------

    def agree(self) -> None:
        """Add the agreement in the line, or go to the line where there is none yet."""
        if not self.entry.state.text.strip():
            self._view.go_to_entry()
            return
        problem = self.entry.problem()
        self._view.mark_entry(problem)
        if problem is None:
            self.entry.commit(lambda _outcome: self._agreed())

    def _agreed(self) -> None:
        self._load()
        self._view.go_to_entry()

    def change(self, key: str) -> None:
        """Take an agreement back into the line to change it."""
        if self._found is None:
            return
        if self.entry.state.text.strip():
            self.entry.commit(lambda _outcome: None)
        measure = next((each for each in self._found.measures if each.id.hex() == key), None)
        if measure is not None:
            self.entry.take(measure)
            self._show()
            self._view.go_to_entry()

    def remove(self, key: str) -> None:
        """Take an agreement away; it can be brought back."""

        def removed(changes: Changes) -> None:
            self._changed(changes)
            self._view.say_removed()

        measure = from_hex(key)
        self._context.runner.run(
            lambda _steps: family.delete(self._desk, "measure", measure), removed, failed=self._view.fail
        )

    def undo(self) -> None:
        """Take back the last step."""
        self._context.runner.run(lambda _steps: editing.undo(self._desk), self._changed, failed=self._view.fail)

    def _changed(self, changes: Changes) -> None:
        self._context.tell(changes)
        self._load()

    # the end ----------------------------------------------------------------

    def ask_finish(self) -> None:
        """Ask how long it took; a talk held alone is proposed to be discussed with that person only."""
        if self.entry.state.text.strip():
            self.agree()
            if self.entry.state.text.strip():
                return
        self.settle()
        found = self._found
        if found is None:
            return
        persons = reading.persons_of(found)
        there = [each for each in persons if each.there]
        alone = len(there) == 1 and len(persons) > 1 and not found.contact.discuss_only_with
        if alone:
            self._port.toggle(self._target, "discuss_only_with", there[0].key, on=True)
            self._load()
        self._view.ask_finish(self._question(proposed=there[0].key if alone else ""))

    def _question(self, *, proposed: str) -> FinishQuestion:
        found = self._found
        assert found is not None
        values = values_of(RECORDS["contact"], found.contact)
        if proposed:  # may still be on its way into the vault
            values["discuss_only_with"] = frozenset({from_hex(proposed)})
        written = any(self._text(name).strip() for name in BOXES)
        return FinishQuestion(
            contact=self._contact,
            case=found.contact.case,
            values=values,
            drafts=found.drafts,
            persons=reading.persons_of(found),
            alone=bool(proposed),
            child=found.contact.child_interpreted == "yes",
            empty=not (written or found.contact.present or found.contact.topics or found.measures),
        )

    def finish(self, minutes: int | None, next_appointment: dt.date | None, completed: object) -> None:
        """End the visit and go back to the family."""
        self._end(
            lambda: visits.finish(
                self._desk,
                self._contact,
                minutes=minutes,
                next_appointment=next_appointment,
                completed=bool(completed),
            )
        )

    def discard(self) -> None:
        """Throw a visit away in which nothing was written."""
        self._end(lambda: family.delete(self._desk, "contact", self._contact))

    def _end(self, work: Work) -> None:
        found = self._found
        if found is None:
            return

        def ended(changes: Changes) -> None:
            self._context.tell(changes)
            self._context.go("family_contacts", found.contact.case.hex())

        self._context.runner.run(lambda _steps: work(), ended, failed=self._view.fail)
