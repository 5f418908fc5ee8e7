"""A briefing in which nobody is recognised: roles for names, no address, known names and numbers out of free text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from kimdesk.domain.views.documents import GoalView, MeasureView
from kimdesk.domain.views.papers import BriefingView, DeadlineLine, LastContact, PersonLine

Mask = Callable[[str], str]


def veiled(view: BriefingView, mask: Mask) -> BriefingView:
    """Return a briefing without names; what somebody is stays (mother, child, age), who they are goes."""
    return replace(
        view,
        family_name="",
        family_name_native=None,
        safety=_text(view.safety, mask),
        household=tuple(_numbered(view.household)),
        reach=(),
        interpreter="" if view.interpreter is not None else None,
        last=_last(view.last, mask),
        only_with=(),
        ours=_measures(view.ours, mask),
        familys=_measures(view.familys, mask),
        deadlines=tuple(_deadline(each, mask) for each in view.deadlines),
        goals=tuple(_goal(each, mask) for each in view.goals),
        appointments=tuple(replace(each, title=mask(each.title), place="") for each in view.appointments),
    )


def _text(value: str | None, mask: Mask) -> str | None:
    return mask(value) if value else value


def _numbered(persons: Iterable[PersonLine]) -> Iterable[PersonLine]:
    """Yield persons without names; several of one role are told apart by a number."""
    seen: Counter[str | None] = Counter()
    for person in persons:
        seen[person.role] += 1
        yield replace(person, name=str(seen[person.role]))


def _last(last: LastContact | None, mask: Mask) -> LastContact | None:
    if last is None:
        return None
    corrections = tuple(
        replace(each, said=tuple(map(mask, each.said)), seen=tuple(map(mask, each.seen))) for each in last.corrections
    )
    return replace(last, said=tuple(map(mask, last.said)), corrections=corrections)


def _measures(measures: Iterable[MeasureView], mask: Mask) -> tuple[MeasureView, ...]:
    return tuple(replace(each, text=mask(each.text), text_translation=None, who_name=None) for each in measures)


def _deadline(line: DeadlineLine, mask: Mask) -> DeadlineLine:
    return replace(line, text=line.text if line.matter == "consent_ends" else mask(line.text))


def _goal(goal: GoalView, mask: Mask) -> GoalView:
    return replace(
        goal,
        wording=mask(goal.wording),
        wording_translation=None,
        indicator=None,
        indicator_translation=None,
        measures=_measures(goal.measures, mask),
    )
