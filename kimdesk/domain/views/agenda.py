"""What needs somebody today, read across the whole caseload; child protection is never among it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from kimdesk.base.ids import RecordId

Matter = Literal["promise", "plan_review", "consent_ends", "title_ends", "comes_of_age", "aftercare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One matter of one family: what it is, the record it is about, the day it is due.

    `text` is what the record says of itself (a promise's words, a plan's version, a scope's or title's code).
    """

    matter: Matter
    case: RecordId
    record: RecordId
    family: str
    day: dt.date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAppointment:
    """One appointment of a day, with its family and place; a case conference is told by its occasion."""

    case: RecordId
    record: RecordId
    family: str
    municipality: str | None
    time: str
    title: str
    place: str
    conference: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentFamily:
    """An active family without a contact for long; `since` is the last one, or the first contact of all."""

    case: RecordId
    family: str
    since: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Everything for one day, soonest first."""

    appointments: tuple[AgendaAppointment, ...]
    items: tuple[AgendaItem, ...]
    silent: tuple[SilentFamily, ...]
