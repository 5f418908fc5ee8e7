"""What the page of a family's contacts shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.domain.values import Value
from kimdesk.ui.shell.family_rows import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactItem:
    """One contact as it is read; `found_in_assessment` says why a filter kept it where one cannot see it.

    `outside_plan` are open agreements that can become steps of one of the `goals`. A completed one stays as it is;
    `corrections` are what was written beside it later, oldest first.
    """

    key: str
    date: dt.date
    form: str = ""
    occasion: str = ""
    minutes: int | None = None
    travel: int | None = None
    effort: int | None = None
    place: str = ""
    interpreting: str = ""
    interpreter: str = ""
    child_interpreted: bool = False
    present: tuple[str, ...] = ()
    others: str = ""
    topics: tuple[str, ...] = ()
    family_says: str = ""
    observation: str = ""
    assessment: str = ""
    seen: str = ""
    next_appointment: dt.date | None = None
    only_with: tuple[str, ...] = ()
    agreements: tuple[Promise, ...] = ()
    outside_plan: tuple[str, ...] = ()
    goals: tuple[tuple[str, str], ...] = ()
    found_in_assessment: bool = False
    completed_on: dt.date | None = None
    correction: bool = False
    corrections: tuple[ContactItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """The contact in the form; one without a valid date does not exist yet.

    `completed_on` lets nothing be changed any more; `corrects` is the contact it stands beside.
    """

    key: str
    exists: bool
    completed_on: dt.date | None = None
    corrects: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementForm:
    """An agreement in the form of its contact; the last one is empty and waits for text."""

    key: str
    exists: bool
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsState:
    """The whole page: the newest contacts first, at most `shown` of those that match."""

    case: str
    items: tuple[ContactItem, ...] = ()
    total: int = 0
    matching: int = 0
    filter: str = ""
    persons: tuple[tuple[str, str], ...] = ()
    interpreters: tuple[tuple[str, str], ...] = ()
    editing: Editing | None = None
    agreements: tuple[AgreementForm, ...] = ()
    unfinished: tuple[str, ...] = ()
