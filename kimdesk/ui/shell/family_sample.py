"""Which family the gallery shows: that of the demo story, or the first one there is."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import families
from kimdesk.casework.desk import Desk

STORY = "KD-2026-0017"


def sample_case(desk: Desk) -> RecordId:
    """Return the case shown; raises UserProblem(case.not_found) on an empty desk."""
    try:
        return families.find(desk, STORY).id
    except UserProblem:
        numbers = families.order(desk)
        if not numbers:
            raise
        return families.rows(desk, numbers[:1])[numbers[0]].id
