"""Which appointment, referral or conference a paper is about, named by its day or the end of its id."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.records import Appointment, CaseConference, Referral

Dated = Appointment | CaseConference | Referral
SHORT: Final = 6
"""How many signs of an id are told, and how many are needed at least."""
MOST_TOLD: Final = 20
KINDS: Final[Mapping[str, type[Dated]]] = MappingProxyType(
    {"invitation": Appointment, "referral": Referral, "conference": CaseConference, "minutes": CaseConference}
)
"""Papers that are about one of several records, and of which kind it is."""


def chosen(desk: Desk, case: RecordId, document: str, wanted: str) -> RecordId:
    """Return the one record a paper is about, by its day (2026-11-27, 27.11.2026) or the end of its id.

    Raises UserProblem `document.nothing_there`, and `document.which` with what there is where not exactly one fits.
    """
    cls = KINDS[document]
    there: list[Dated] = sorted(desk.query.of_case(cls, case), key=lambda each: (each.date, each.id))
    if cls is Appointment:
        there = [each for each in there if each.date >= desk.today]
    if not there:
        raise UserProblem("document.nothing_there", kind=_kind(desk, cls))
    day = _day(wanted)
    fitting = [each for each in there if (each.date == day if day is not None else _is(each, wanted))]
    if len(fitting) != 1:
        told = fitting or there
        raise UserProblem("document.which", choices=", ".join(map(_told, told[-MOST_TOLD:])))
    return fitting[0].id


def _kind(desk: Desk, cls: type[Dated]) -> str:
    return desk.services.registry.of(cls).de


def _is(each: Dated, wanted: str) -> bool:
    return len(wanted.strip()) >= SHORT and each.id.hex().endswith(wanted.strip().lower())


def _told(each: Dated) -> str:
    """Return day, time and short id: enough to tell one from another, and nobody's name."""
    time = each.time if isinstance(each, Appointment | CaseConference) and each.time else ""
    return " ".join(part for part in (f"{each.date:%d.%m.%Y}", time, f"({each.id.hex()[-SHORT:]})") if part)


def _day(text: str) -> dt.date | None:
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
    return None
