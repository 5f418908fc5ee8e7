"""The line in which an agreement is written: a draft from its first key, a measure once it is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import editing, family
from kimdesk.domain.records import RECORDS, Measure
from kimdesk.domain.values import parse
from kimdesk.ui.forms.port import Answer, FormPort, Target
from kimdesk.ui.screens.visit.state import Entry

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


class EntryDesk:
    """Keeps the line durable; the same line changes an agreement that is already there."""

    def __init__(self, context: Context, contact: RecordId, port: FormPort) -> None:
        self._desk = context.desk
        self._contact = contact
        self._port = port
        self._case: RecordId | None = None
        self.state = Entry()

    def begin(self, case: RecordId, restored: Entry | None) -> None:
        """Start with what was being written when the program ended, or with an empty line."""
        self._case = case
        self.state = restored or self._fresh()

    def _fresh(self) -> Entry:
        return Entry(key=editing.mint(self._desk).hex())

    def take(self, measure: Measure) -> None:
        """Change an agreement that is already there."""
        self.state = Entry(
            key=measure.id.hex(),
            text=measure.text or "",
            who=tuple(sorted(measure.who)),
            until=f"{measure.until:%d.%m.%Y}" if measure.until is not None else "",
            goal=measure.goal.hex() if measure.goal is not None else "",
            known=True,
        )

    @property
    def _target(self) -> Target:
        return Target(kind="measure", record=from_hex(self.state.key), parent=self._case)

    def type_text(self, text: str) -> None:
        """Keep the words."""
        self.state = replace(self.state, text=text)
        self._port.draft(self._target, "text", text)
        self._keep_rest()

    def type_until(self, text: str) -> None:
        """Keep the day as typed."""
        self.state = replace(self.state, until=text)
        self._port.draft(self._target, "until", text)
        self._keep_rest()

    def set_who(self, code: str, *, on: bool) -> None:
        """Note who does it."""
        who = tuple(sorted({*self.state.who, code} if on else {*self.state.who} - {code}))
        self.state = replace(self.state, who=who)
        if self.state.known:
            self._port.toggle(self._target, "who", code, on=on)
        else:
            self._keep_rest()

    def choose_goal(self, goal: str) -> None:
        """Note for which goal it is."""
        self.state = replace(self.state, goal=goal)
        self._port.draft(self._target, "goal", goal)
        self._keep_rest()

    def _keep_rest(self) -> None:
        """Keep with a new agreement where it belongs, so that it is whole whenever it is settled."""
        if self.state.known or not (self.state.text.strip() or self.state.until.strip()):
            return
        rest = {"contact": self._contact.hex(), "who": ",".join(self.state.who), "state": "open"}
        for name, text in rest.items():
            self._port.draft(self._target, name, text)

    def problem(self) -> KimError | None:
        """Return why the day is not valid yet, or None."""
        try:
            parse(RECORDS["measure"].field("until"), self.state.until, today=self._desk.today)
            parse(RECORDS["measure"].field("text"), self.state.text, today=self._desk.today)
        except UserProblem as problem:
            return problem
        return None

    def commit(self, answer: Answer) -> None:
        """Make it an agreement and start an empty line."""
        target = self._target
        if not self.state.known and self._case is not None:
            number = len(family.agreements(self._desk, self._case)) + 1
            self._port.draft(target, "position", str(number))
        self.state = self._fresh()
        self._port.settle(target, answer)
