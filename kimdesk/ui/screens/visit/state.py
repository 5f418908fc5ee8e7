"""What visit mode shows, as frozen rows without a word in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.base.ids import RecordId
from kimdesk.domain.values import Value

ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChip:
    """Somebody of the family: there or not. Relatives outside the household go by first name or role (a code)."""

    key: str
    name: str
    role: str = ""
    there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChip:
    """A life domain: spoken about or not. Those not `first` stay behind “more” until they are wanted."""

    code: str
    on: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """Something agreed at this visit: who does it until when, for which goal (its number, or 0)."""

    key: str
    text: str
    who: tuple[str, ...] = ()
    until: dt.date | None = None
    goal: int = 0
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChoice:
    """A goal an agreement can belong to."""

    key: str
    number: int
    domain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The line in which an agreement is written: a new one, or one that is being changed."""

    key: str = ""
    text: str = ""
    who: tuple[str, ...] = ("case_manager",)
    until: str = ""
    goal: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterChoice:
    """A grown-up of the directory: languages as codes, and whether confidentiality was signed."""

    key: str
    name: str
    languages: tuple[str, ...] = ()
    sworn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreting:
    """How it is interpreted and by whom; `mode` is a code of `interpreting`, or `child`.

    `asking` names whoever may be under 18: a question that waits, never an assumption.
    """

    mode: str = ""
    name: str = ""
    record: str = ""
    accepted: str = ""
    known: bool = False
    asking: str = ""
    choices: tuple[InterpreterChoice, ...] = ()

    @property
    def chosen(self) -> InterpreterChoice | None:
        """Who of the directory was chosen."""
        return next((each for each in self.choices if each.key == self.record), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitState:
    """Everything of one visit. The assessment is None while it is closed: then it is not even in the window."""

    family: str = ""
    form: str = ""
    day: dt.date | None = None
    later: bool = False
    persons: tuple[PersonChip, ...] = ()
    interpreting: Interpreting = field(default_factory=Interpreting)
    topics: tuple[TopicChip, ...] = ()
    family_says: str = ""
    observation: str = ""
    assessment: str | None = None
    seen: str = ""
    agreements: tuple[AgreementLine, ...] = ()
    entry: Entry = field(default_factory=Entry)
    goals: tuple[GoalChoice, ...] = ()

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<VisitState>"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishQuestion:
    """What is asked at the end: the contact's form, and whether the visit is still empty."""

    contact: RecordId
    case: RecordId
    values: Mapping[str, Value] = field(repr=False)
    drafts: Mapping[str, str] = field(repr=False)
    persons: tuple[PersonChip, ...] = ()
    alone: bool = False
    child: bool = False
    empty: bool = False
