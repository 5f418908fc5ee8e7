"""Restoring: taking what was typed, going where it was typed, throwing it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang, explain
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import slips, unfinished
from kimdesk.casework.editing import Settled
from kimdesk.casework.slips import Slip
from kimdesk.casework.unfinished import Unfinished, UnfinishedField
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Kind
from kimdesk.domain.records import Consent, SupportPlan
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
SLIPS: Mapping[str, str] = MappingProxyType(
    {
        "new_family": "families",
        "observation": "observations",
        "sign": "family_plan",
        "consent": "family_consents",
        "relative": "family_persons",
        "letter": "family_overview",
        "handover": "family_overview",
        "later": "family_overview",
        "agreement": "exchange",
        "request": "exchange",
        "grant": "exchange",
        "deputy": "settings_deputy",
        "deposit": "settings_keys",
        "deputyship": "deputyship",
    }
)
"""Where the dialog of a slip is opened; those of a family open on its page."""
DIRECTORY = frozenset({"partner", "partner_person", "interpreter"})
"""Kinds that belong to no family: typed in the directory."""


OF_RECORDS: Mapping[str, type[SupportPlan | Consent]] = MappingProxyType({"sign": SupportPlan, "consent": Consent})
"""Dialogs whose key names a record of the family instead of its case."""


class View(Protocol):
    """What the presenter needs of the screen."""

    def show_state(self, state: UnfinishedState) -> None:
        """Show the entries."""
        ...

    def slip_words(self, key: str) -> str:
        """Return what a dialog is called."""
        ...

    def slip_field(self, dialog: str, name: str) -> str:
        """Return what a field of a dialog is called."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


@dataclass(frozen=True, slots=True)
class _Left:
    """A slip and the family it belongs to, if there is one."""

    slip: Slip
    case: RecordId | None
    family: str

    @property
    def dialog(self) -> str:
        """The kind of dialog, as its key begins."""
        return self.slip.key.partition(":")[0]


class UnfinishedPresenter:
    """Listens to the screen; reads beside the window, for there may be many."""

    def __init__(self, context: Context, view: View, lang: Lang) -> None:
        self._context = context
        self._desk = context.desk
        self._view = view
        self._lang: Lang = lang
        self._found: dict[str, Unfinished] = {}
        self._slips: dict[str, _Left] = {}

    def opened(self) -> None:
        """Show what there is."""
        self._context.runner.run(lambda _steps: self._read(), self._show, failed=self._view.fail, lane="query")

    def refresh(self, _changes: Changes) -> None:
        """Show what is left after a change."""
        self.opened()

    def _read(self) -> tuple[tuple[Unfinished, ...], tuple[_Left, ...]]:
        kept = tuple(self._left(slip) for slip in slips.left(self._desk))
        return unfinished.find(self._desk, lang=self._lang), kept

    def _left(self, slip: Slip) -> _Left:
        """Look to which family a slip belongs; its key names the case, or a record of it."""
        dialog, _, about = slip.key.partition(":")
        if not SLIPS.get(dialog, "").startswith("family_"):
            return _Left(slip, None, "")
        record, query = from_hex(about), self._desk.query
        case: RecordId | None = record
        if dialog in OF_RECORDS:
            owner = query.get(OF_RECORDS[dialog], record)
            case = owner.case if owner is not None else None
        row = query.case_row(case) if case is not None else None
        return _Left(slip, case if row is not None else None, row.label if row is not None else "")

    def _show(self, found: tuple[tuple[Unfinished, ...], tuple[_Left, ...]]) -> None:
        records, kept = found
        self._found = {each.record.hex(): each for each in records}
        self._slips = {SLIP + each.slip.key: each for each in kept}
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

    def _slip(self, left: _Left) -> Entry:
        slip, name_of = left.slip, self._view.slip_field
        lines = (FieldLine(label=name_of(left.dialog, name), typed=text) for name, text in slip.texts.items())
        return Entry(
            key=SLIP + slip.key,
            what=self._view.slip_words(left.dialog),
            family=left.family,
            at=slip.at,
            lines=tuple(line for line in lines if line.label),
            takes=False,
            opens=self._place(left) != "",
        )

    @staticmethod
    def _place(left: _Left) -> str:
        """Return the screen on which a dialog is opened, nothing where the family is gone."""
        place = SLIPS.get(left.dialog, "")
        return place if left.case is not None or not place.startswith("family_") else ""

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
        elif (left := self._slips.get(key)) is not None:
            self._context.go(self._place(left), left.case.hex() if left.case is not None else "")
