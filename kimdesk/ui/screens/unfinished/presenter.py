"""Restoring: taking what was typed, going where it was typed, throwing it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang, explain
from kimdesk.base.ids import from_hex
from kimdesk.casework import slips, unfinished
from kimdesk.casework.editing import Settled
from kimdesk.casework.slips import Slip
from kimdesk.casework.unfinished import Unfinished, UnfinishedField
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Kind
from kimdesk.ui.screens.unfinished.state import Entry, FieldLine, UnfinishedState

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

SLIP = "slip:"
TABS = {
    "person": "family_persons",
    "contact": "family_contacts",
    "case": "family_overview",
    "referral": "family_linking",
    "case_conference": "family_linking",
    "conference_participant": "family_linking",
}
"""Where records of a kind are typed, other than in the plan."""
DIRECTORY = frozenset({"partner", "partner_person", "interpreter"})
"""Kinds that belong to no family: typed in the directory."""


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: UnfinishedState) -> None:
        """Show the entries."""
        ...

    def slip_words(self, key: str) -> str:
        """Return what a dialog is called."""
        ...

    def slip_field(self, name: str) -> str:
        """Return what a field of a dialog is called."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class UnfinishedPresenter:
    """Listens to the screen; reads beside the window, for there may be many."""

    def __init__(self, context: Context, view: View, lang: Lang) -> None:
        self._context = context
        self._desk = context.desk
        self._view = view
        self._lang: Lang = lang
        self._found: dict[str, Unfinished] = {}

    def opened(self) -> None:
        """Show what there is."""
        self._context.runner.run(lambda _steps: self._read(), self._show, failed=self._view.fail, lane="query")

    def refresh(self, _changes: Changes) -> None:
        """Show what is left after a change."""
        self.opened()

    def _read(self) -> tuple[tuple[Unfinished, ...], tuple[Slip, ...]]:
        before = self._desk.opened_ms
        kept = tuple(each for each in slips.every(self._desk) if each.at < before)
        return unfinished.find(self._desk, lang=self._lang), kept

    def _show(self, found: tuple[tuple[Unfinished, ...], tuple[Slip, ...]]) -> None:
        records, kept = found
        self._found = {each.record.hex(): each for each in records}
        entries = [self._entry(each) for each in records] + [self._slip(each) for each in kept]
        self._view.show_state(UnfinishedState(entries=tuple(sorted(entries, key=lambda each: -each.at))))

    def _entry(self, each: Unfinished) -> Entry:
        kind = self._desk.services.registry[each.kind]
        return Entry(
            key=each.record.hex(),
            what=kind.label(self._lang),
            family=each.family,
            at=each.at,
            lines=tuple(self._line(kind, line) for line in each.fields),
            takes=any(line.problem is None for line in each.fields),
            opens=each.case is not None or each.kind in DIRECTORY,
        )

    def _line(self, kind: Kind, line: UnfinishedField) -> FieldLine:
        hint = ""
        if line.problem is not None:
            text = explain(line.problem, self._lang)
            hint = " ".join(part for part in (text.what, text.next) if part)
        label = kind.field(line.name).label(self._lang)
        return FieldLine(label=label, typed=line.typed, now=line.now, moved=line.moved, hint=hint)

    def _slip(self, slip: Slip) -> Entry:
        lines = (FieldLine(label=self._view.slip_field(name), typed=text) for name, text in slip.texts.items())
        shown = tuple(line for line in lines if line.label)
        words = self._view.slip_words(slip.key)
        return Entry(key=SLIP + slip.key, what=words, at=slip.at, lines=shown, takes=False, opens=bool(words))

    # what can be done ------------------------------------------------------

    def take(self, key: str) -> None:
        """Turn what was typed into a change."""
        each = self._found.get(key)
        if each is None:
            return
        self._context.runner.run(
            lambda _steps: unfinished.take(self._desk, each.kind, each.record), self._taken, failed=self._view.fail
        )

    def _taken(self, settled: Settled) -> None:
        self._context.tell(settled.changes)
        self.opened()
        problem = next(iter(settled.problems.values()), None)
        if problem is not None:
            self._view.fail(problem)

    def drop(self, key: str) -> None:
        """Throw it away."""

        def work() -> None:
            if key.startswith(SLIP):
                slips.drop(self._desk, key.removeprefix(SLIP))
            else:
                unfinished.drop(self._desk, from_hex(key))

        self._context.runner.run(lambda _steps: work(), lambda _none: self.opened(), failed=self._view.fail)

    def open(self, key: str) -> None:
        """Go where it was typed: what was typed lies there already."""
        each = self._found.get(key)
        if each is not None and each.case is not None:
            self._context.go(TABS.get(each.kind, "family_plan"), each.case.hex())
        elif each is not None and each.kind in DIRECTORY:
            self._context.go("partners", "")
        elif key.startswith(SLIP):
            slip = key.removeprefix(SLIP).partition(":")[0]
            self._context.go("observations" if slip == "observation" else "families", "")
