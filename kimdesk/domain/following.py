"""What follows from a change by itself: the day a goal was reached or a step done, and that no child interprets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from kimdesk.domain.changes import Change, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.interpreting import ANSWER, ANSWERED, NAME
from kimdesk.domain.values import Value

_DAYS: Final = {("goal", "state"): ("reached", "reached_on"), ("measure", "state"): ("done", "done_on")}
"""Kind and field → the state that counts, and the field that keeps its day."""
_CHILD: Final[tuple[tuple[str, Value], ...]] = (
    ("interpreting", Code("missing")),
    ("interpreter", None),
    ("interpreter_record", None),
    ("interpreter_accepted", None),
    ("interpreter_known", None),
    ("child_interpreted", Code("yes")),
)
"""What a contact says once somebody under 18 interpreted: it is noted, nobody stays named (protection.md)."""


def followed(changes: Iterable[Change], today: dt.date) -> Iterator[Change]:
    """Yield changes, each with what follows from it; a day somebody gives in the same step wins."""
    every = tuple(changes)
    given = {(each.id, each.field) for each in every if isinstance(each, Set)}
    for change in every:
        yield change
        if not isinstance(change, Set) or (change.kind, change.field) not in _DAYS:
            continue
        counts, day = _DAYS[change.kind, change.field]
        if (change.id, day) not in given:
            yield Set(change.kind, change.id, day, today if change.value == counts else None)
    for change in every:
        if isinstance(change, Set) and _names_another(change) and (change.id, ANSWER) not in given:
            yield Set(change.kind, change.id, ANSWER, None)
        if isinstance(change, Set) and _tells_of_a_child(change):
            yield from (Set(change.kind, change.id, name, value) for name, value in _CHILD)


def _tells_of_a_child(change: Set) -> bool:
    return (change.kind, change.field, change.value) == ("contact", "interpreter_of_age", "no")


def _names_another(change: Set) -> bool:
    """Tell whether somebody else is named: what was answered was not about them."""
    return change.kind in ANSWERED and change.field == NAME
