"""What follows from a change by itself: the day a goal was reached, the day a step was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from kimdesk.domain.changes import Change, Set

_DAYS: Final = {("goal", "state"): ("reached", "reached_on"), ("measure", "state"): ("done", "done_on")}
"""Kind and field → the state that counts, and the field that keeps its day."""


def followed(changes: Iterable[Change], today: dt.date) -> Iterator[Change]:
    """Yield changes, each with the day that follows from it; a day somebody gives in the same step wins."""
    every = tuple(changes)
    given = {(each.id, each.field) for each in every if isinstance(each, Set)}
    for change in every:
        yield change
        if not isinstance(change, Set) or (change.kind, change.field) not in _DAYS:
            continue
        counts, day = _DAYS[change.kind, change.field]
        if (change.id, day) not in given:
            yield Set(change.kind, change.id, day, today if change.value == counts else None)
