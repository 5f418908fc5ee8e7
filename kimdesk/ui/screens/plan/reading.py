"""Reads one version of the plan for the editor, with what is being typed laid over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, plans, standard
from kimdesk.casework.desk import Desk
from kimdesk.casework.plans import GoalEntry, PlanPage
from kimdesk.casework.standard import Offers
from kimdesk.domain.records import RECORDS, Goal, Measure, Person, SupportPlan
from kimdesk.ui.screens.plan.state import (
    Content,
    GoalState,
    MeasureState,
    PersonOption,
    PlanState,
    VersionState,
)
from kimdesk.ui.shell.family_rows import full_name, values_of

Drafts = Mapping[RecordId, Mapping[str, str]]

GERMAN = "de"


class PlanReader:
    """Reads the plan of one case."""

    def __init__(self, desk: Desk, case: RecordId) -> None:
        self._desk = desk
        self._case = case
        self._offers: tuple[str, Offers] | None = None

    def forget(self) -> None:
        """Ask for what is offered again: the directory has changed."""
        self._offers = None

    def _offered(self, language: str) -> Offers:
        if self._offers is None or self._offers[0] != language:
            self._offers = (language, standard.offers(self._desk, language))
        return self._offers[1]

    def read(self, chosen: RecordId | None, opened: Callable[[RecordId], bool]) -> PlanState:
        """Return a version, the newest unless another is chosen; `opened` tells which cards are unfolded."""
        page = self._page(chosen)
        persons = family.persons(self._desk, self._case)
        if page is None:
            return PlanState(language=_language_of(persons))
        drafts = self._drafts()
        language = page.plan.language or _language_of(persons)
        goals = tuple(_goal(entry, number, drafts, opened) for number, entry in enumerate(page.goals, start=1))
        return PlanState(
            plan=_content(page.plan, drafts, parent=self._case),
            number=page.plan.version,
            signed_on=page.plan.signed_on,
            signature_form=page.plan.signature_form or "",
            carried=any(entry.goal.carried_from is not None for entry in page.goals),
            newest=page.plan.id == page.versions[-1].id,
            language=language,
            goals=goals,
            versions=tuple(_version(each) for each in page.versions[::-1]),
            persons=tuple(PersonOption(person=each.id, name=full_name(each)) for each in persons),
            offers=self._offered(language),
        )

    def _page(self, chosen: RecordId | None) -> PlanPage | None:
        newest = plans.current(self._desk, self._case)
        if newest is None or chosen in {None, newest.plan.id}:
            return newest
        known = (each.id for each in newest.versions if each.id == chosen)
        return next((plans.page(self._desk, plan) for plan in known), newest)

    def _drafts(self) -> Drafts:
        found: dict[RecordId, dict[str, str]] = {}
        for draft in self._desk.page.drafts():
            found.setdefault(draft.record, {})[draft.field] = draft.text
        return found


def _content(record: SupportPlan | Goal | Measure, drafts: Drafts, *, parent: RecordId | None) -> Content:
    kind = RECORDS.of(type(record))
    return Content(
        kind=kind.name,
        record=record.id,
        values=values_of(kind, record),
        drafts=drafts.get(record.id, {}),
        parent=parent,
    )


def _goal(entry: GoalEntry, number: int, drafts: Drafts, opened: Callable[[RecordId], bool]) -> GoalState:
    content = _content(entry.goal, drafts, parent=entry.goal.plan)
    return GoalState(
        content=content,
        number=number,
        domain=content.text("domain"),
        wording=content.text("wording"),
        state=content.text("state") or "open",
        measures=tuple(_measure(each, drafts, opened) for each in entry.measures),
        opened=opened(entry.goal.id),
    )


def _measure(measure: Measure, drafts: Drafts, opened: Callable[[RecordId], bool]) -> MeasureState:
    content = _content(measure, drafts, parent=measure.case)
    return MeasureState(
        content=content,
        text=content.text("text"),
        who=tuple(sorted(measure.who)),
        who_name=content.text("who_name"),
        until=measure.until,
        state=measure.state or "open",
        opened=opened(measure.id),
    )


def _version(plan: SupportPlan) -> VersionState:
    return VersionState(plan=plan.id, number=plan.version, signed_on=plan.signed_on)


def _language_of(persons: tuple[Person, ...]) -> str:
    """Return the first language beside German that the family reads, or else speaks."""
    for name in ("reads", "languages"):
        for person in persons:
            for code in sorted(getattr(person, name)):
                if code != GERMAN:
                    return str(code)
    return ""
