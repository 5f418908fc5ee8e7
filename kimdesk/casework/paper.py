"""What documents say, gathered from records: every field asked of the gate, drafts merged where the desk looks on."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TypedDict, TypeVar

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.casework.family import case_records, persons_in_order
from kimdesk.casework.papers.picking import corrections_of, said_at
from kimdesk.domain.declare import Record
from kimdesk.domain.disclosure import CaseRecords, Disclosure, Recipient
from kimdesk.domain.names import initials, words
from kimdesk.domain.records import Contact, Goal, Measure, Person, SupportPlan
from kimdesk.domain.values import parse
from kimdesk.domain.views.documents import Correction, GoalView, MeasureView, PlanState, PlanView, VisitView

R = TypeVar("R", bound=Record)


class Common(TypedDict):
    """What every paper of a case knows (`domain/views/papers.py`)."""

    case_number: str
    reader_initials: str
    family_name: str
    family_name_native: str | None
    date: dt.date
    phone: str
    provider: str
    author: str
    regime: str


def with_drafts(desk: Desk, records: CaseRecords) -> CaseRecords:
    """Return a case as it will be once everything typed is settled; what is not valid yet stays as it was."""
    drafts: dict[RecordId, dict[str, str]] = {}
    for draft in desk.query.drafts():
        drafts.setdefault(draft.record, {})[draft.field] = draft.text
    merged = {
        name: tuple(_merged(desk, record, drafts.get(record.id, {})) for record in each)
        for name, each in records.records.items()
    }
    return CaseRecords(case=records.case, records=merged)


def _merged(desk: Desk, record: R, typed: dict[str, str]) -> R:
    kind = desk.services.registry.of(type(record))
    values: dict[str, Any] = {}
    for name, text in typed.items():
        try:
            values[name] = parse(kind.field(name), text, today=desk.today)
        except UserProblem:
            continue
    return dataclasses.replace(record, **values) if values else record


@dataclasses.dataclass(frozen=True, slots=True)
class Paper:
    """Builds the views of one case for one recipient; fields the gate withholds are simply absent."""

    desk: Desk
    records: CaseRecords
    gate: Disclosure
    recipient: Recipient

    def plan(self, plan: RecordId, languages: tuple[str, ...], *, for_signature: bool = False) -> PlanView:
        """Return a version of the plan, with lines to sign where asked; document.nothing_there without it.

        Its translations come along only where one of the languages is theirs.
        """
        found = self.find(SupportPlan, plan)
        view = PlanView(
            case_number=self.records.case.case_number,
            reader_initials=self.reader_initials(),
            title=self.desk.profile.plan_title,
            version=found.version,
            date=found.date or self.desk.today,
            state=_plan_state(found, for_signature=for_signature),
            family_name=self.family_name(),
            family_name_native=self.family_name("family_name_native"),
            wish=self.text(found, "wish"),
            wish_translation=self.text(found, "wish_translation"),
            goals=tuple(self.goals(plan)),
            review_date=found.review_date,
            participants=self.names(found.participants),
            interpreter=self.text(found, "interpreter"),
            phone=self.desk.profile.phone,
            provider=self.desk.profile.provider,
            author=self.desk.profile.name,
            signed_on=found.signed_on,
            signature_form=found.signature_form,
        )
        return view if speaks(found, languages) else _untranslated(view)

    def goals(self, plan: RecordId) -> Iterator[GoalView]:
        """Yield the goals of a version that may leave, each with its steps."""
        goals = [goal for goal in self.every(Goal) if goal.plan == plan and self.gate.shows(goal.id)]
        shown = sorted((goal for goal in goals if goal.wording), key=lambda each: each.position)
        for number, goal in enumerate(shown, start=1):
            yield GoalView(
                number=number,
                domain=goal.domain,
                wording=self.text(goal, "wording") or "",
                wording_translation=self.text(goal, "wording_translation"),
                indicator=self.text(goal, "indicator"),
                indicator_translation=self.text(goal, "indicator_translation"),
                due=goal.due,
                priority=goal.priority,
                state=goal.state,
                measures=self.measures(each for each in self.every(Measure) if each.goal == goal.id),
            )

    def visit(self, contact: RecordId, lines: frozenset[int] = frozenset()) -> VisitView:
        """Return a visit with the lines picked of what the family said; raises UserProblem(document.nothing_there)."""
        found = self.find(Contact, contact)
        said = self.said(found, lines)
        return VisitView(
            case_number=self.records.case.case_number,
            reader_initials=self.reader_initials(),
            family_name=self.family_name(),
            family_name_native=self.family_name("family_name_native"),
            date=found.date,
            form=found.form,
            place=self.text(found, "place"),
            present=self.names(found.present),
            interpreter=self.text(found, "interpreter"),
            topics=tuple(sorted(found.topics)),
            family_says=said.get(found.id, ()),
            agreements=self.measures(each for each in self.every(Measure) if each.contact == contact),
            documents_seen=self._seen(found),
            next_appointment=found.next_appointment,
            phone=self.desk.profile.phone,
            provider=self.desk.profile.provider,
            author=self.desk.profile.name,
            corrections=self.corrections(found, said),
        )

    def said(self, talk: Contact, picked: frozenset[int]) -> dict[RecordId, tuple[str, ...]]:
        """Return the lines picked of what the family said, by the note they stand in: the talk's or a correction."""
        found: dict[RecordId, tuple[str, ...]] = {}
        for number, (note, name, line) in enumerate(said_at(talk, self.every(Contact))):
            if number in picked and self.gate.allows(note.id, name):
                found[note.id] = (*found.get(note.id, ()), line)
        return found

    def corrections(self, talk: Contact, said: dict[RecordId, tuple[str, ...]]) -> tuple[Correction, ...]:
        """Return what was put right later: lines picked and what was seen.

        Beside what was picked the day alone stands for words of the family that were not.
        """
        made = [
            (each, Correction(date=each.date, said=said.get(each.id, ()), seen=self._seen(each)))
            for each in corrections_of(talk, self.every(Contact))
            if self.gate.shows(each.id)
        ]
        return tuple(
            right for note, right in made if right.said or right.seen or (talk.id in said and note.family_says)
        )

    def _seen(self, contact: Contact) -> tuple[str, ...]:
        return tuple(line for line in (self.text(contact, "seen") or "").splitlines() if line.strip())

    def people_named(self, view: Any) -> tuple[str, ...]:
        """Return the persons of the case whose name really stands on this paper."""
        written = set(words(" ".join(_texts(dataclasses.asdict(view)))))
        named = [
            person.id
            for person in self.records.persons()
            if self.gate.allows(person.id, "given_name") and set(words(person.given_name or "\0")) & written
        ]
        return self.names(frozenset(named))

    def shows_whole_plan(self, plan: RecordId) -> bool:
        """Tell whether nothing of a version is withheld from this recipient."""
        goals = [each for each in self.every(Goal) if each.plan == plan]
        measures = [each for each in self.every(Measure) if each.goal in {goal.id for goal in goals}]
        parts: tuple[Record, ...] = (self.find(SupportPlan, plan), *goals, *measures)
        return all(self.gate.shows(part.id) for part in parts)

    # one field, one person ------------------------------------------------

    def measures(self, found: Iterable[Measure], *, in_order: bool = True) -> tuple[MeasureView, ...]:
        """Return steps that may leave, in the plan's order or as given."""
        shown = [each for each in found if self.gate.allows(each.id, "text") and each.text]
        return tuple(
            MeasureView(
                text=self.text(each, "text") or "",
                text_translation=self.text(each, "text_translation"),
                who=tuple(code for code in _WHO_ORDER if code in each.who),
                who_name=self.text(each, "who_name"),
                until=each.until,
                state=each.state or "open",
            )
            for each in (sorted(shown, key=lambda each: each.position or 0) if in_order else shown)
        )

    def common(self) -> Common:
        """Return what every paper knows: whose it is, who made it, whom to call."""
        return {
            "case_number": self.records.case.case_number,
            "reader_initials": self.reader_initials(),
            "family_name": self.family_name(),
            "family_name_native": self.family_name("family_name_native"),
            "date": self.desk.today,
            "phone": self.desk.profile.phone,
            "provider": self.desk.profile.provider,
            "author": self.desk.profile.name,
            "regime": self.desk.profile.regime,
        }

    def lacking(self, cls: type[Record]) -> NoReturn:
        """Say that a record needed is not there; raises UserProblem(document.nothing_there)."""
        raise UserProblem("document.nothing_there", kind=self.desk.services.registry.of(cls).de)

    def text(self, record: Record, name: str) -> str | None:
        """Return a text that may leave, or None."""
        value = getattr(record, name)
        return value if isinstance(value, str) and self.gate.allows(record.id, name) else None

    def names(self, persons: frozenset[RecordId]) -> tuple[str, ...]:
        """Return the names of persons, the grown-ups first."""
        found = [each for each in self.records.persons() if each.id in persons]
        return tuple(self.name(each) for each in persons_in_order(tuple(found)) if self.name(each))

    def name(self, person: Person) -> str:
        """Return somebody's name as far as it may leave."""
        parts = (self.text(person, "given_name"), self.text(person, "family_name"))
        return " ".join(part for part in parts if part)

    def family_name(self, name: str = "family_name") -> str:
        """Return the family's name as the caseload shows it, if somebody who bears it may be named."""
        persons = persons_in_order(self.records.persons())
        shown = [found for person in persons if (found := self.text(person, name))]
        row = self.desk.query.case_row(self.records.case.id)
        usual = {"family_name": row.label, "family_name_native": row.native}[name] if row is not None else ""
        return usual if usual in shown else next(iter(shown), "")

    def reader_initials(self) -> str:
        """Return the initials of those who read it."""
        if self.recipient.kind == "readers":
            readers = [each for each in self.records.persons() if each.id in self.recipient.persons]
            return ", ".join(initials(each.given_name, each.family_name) for each in persons_in_order(tuple(readers)))
        return self.desk.profile.initials if self.recipient.kind == "own" else ""

    def every(self, cls: type[R]) -> tuple[R, ...]:
        """Return all records of a kind, whether they may leave or not; each field is asked of the gate."""
        name = self.desk.services.registry.of(cls).name
        return tuple(each for each in self.records.records.get(name, ()) if isinstance(each, cls))

    def seen(self, cls: type[R]) -> tuple[R, ...]:
        """Return the records of a kind as these readers may see them: what is withheld is empty."""
        kind = self.desk.services.registry.of(cls)
        shown = [each for each in self.every(cls) if self.gate.shows(each.id)]
        return tuple(self._emptied(each, [spec.name for spec in kind.fields]) for each in shown)

    def _emptied(self, record: R, names: list[str]) -> R:
        withheld = [name for name in names if not self.gate.allows(record.id, name)]
        empty: dict[str, Any] = {
            name: frozenset() if isinstance(getattr(record, name), frozenset) else None for name in withheld
        }
        return dataclasses.replace(record, **empty) if empty else record

    def find(self, cls: type[R], record: RecordId) -> R:
        """Return a record of which something may leave; raises UserProblem(document.nothing_there)."""
        found = next((each for each in self.every(cls) if each.id == record), None)
        if found is None or not self.gate.shows(record):
            self.lacking(cls)
        return found


GERMAN = frozenset({"de", "de-simple"})
_WHO_ORDER = ("family", "case_manager", "office", "third")


def _plan_state(plan: SupportPlan, *, for_signature: bool) -> PlanState:
    if plan.signed_on is not None:
        return "signed"
    return "agreed" if for_signature else "draft"


def speaks(plan: SupportPlan, languages: tuple[str, ...]) -> bool:
    """Tell whether a plan's translations are in one of these languages; where it names none, in any but German."""
    others = set(languages) - GERMAN
    return plan.language in others if plan.language is not None else bool(others)


def _untranslated(view: PlanView) -> PlanView:
    """Return a plan without translations: they are in another language than the one asked for."""
    goals = (
        dataclasses.replace(
            goal,
            wording_translation=None,
            indicator_translation=None,
            measures=tuple(dataclasses.replace(each, text_translation=None) for each in goal.measures),
        )
        for goal in view.goals
    )
    return dataclasses.replace(view, wish_translation=None, goals=tuple(goals))


def records_of(desk: Desk, case: RecordId, *, drafts: bool) -> CaseRecords:
    """Return a case's records, with what is being typed where asked for."""
    records = case_records(desk, case)
    return with_drafts(desk, records) if drafts else records


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a view, however deep it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
