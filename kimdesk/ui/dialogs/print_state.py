"""What the print dialog shows: for whom, how, and what would leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework.papers.order import UNWRITTEN, Wording
from kimdesk.casework.printing import PrintOrder, Variant

Done = Literal["", "saved", "protected", "printed", "listed", "given"]
Languages = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """Which document of which case: `plan`, `visit`, or a paper of `casework/papers/kinds.py` about this record."""

    what: str
    case: RecordId
    record: RecordId | None = None
    before: RecordId | None = None
    languages: Languages = ("de",)
    edition: str = "family"
    signed: bool = False
    wording: Wording = UNWRITTEN
    fixed: PrintOrder | None = None
    """For whom and what, where that was settled before: nobody else can be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A person of the case, or a body, who may read it."""

    key: str
    name: str
    on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of what is confided; it is printed only when picked."""

    number: int
    text: str
    on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What would leave: who is named, under which number, in which languages, how many pages, goals and steps."""

    names: tuple[str, ...]
    case_number: str
    languages: Languages
    pages: int
    goals: int = 0
    measures: int = 0
    original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintState:
    """Everything the dialog shows; nothing leaves before somebody is named."""

    what: str = "plan"
    code: str = "support_plan"
    own: bool = False
    may_own: bool = True
    children: tuple[Reader, ...] = ()
    """Minors about whom a parent may ask what is stored."""
    about: str = ""
    """The key of the child asked about; empty: the reader."""
    only_own: bool = False
    readers: tuple[Reader, ...] = ()
    choices: tuple[Languages, ...] = (("de",),)
    languages: Languages = ("de",)
    edition: str = "family"
    variants: tuple[Variant, ...] = ("normal",)
    variant: Variant = "normal"
    latin: bool = False
    for_signature: bool = False
    may_sign: bool = False
    lines: tuple[Line, ...] = ()
    may_hide_names: bool = False
    named: bool = True
    may_prepare: bool = False
    front: bool = False
    leaving: Leaving | None = None
    pdf: bytes = field(default=b"", repr=False)
    busy: bool = False
    problem: KimError | None = None
    done: Done = ""
    may_give: bool = False
    """Whether a paper left for people of the case, who may have it in their hands now."""

    @property
    def may_use_latin(self) -> bool:
        """Tell whether the paper failed on letters that could be printed in Latin spelling."""
        return self.problem is not None and self.problem.code == "document.unprintable" and not self.latin

    @property
    def addressed(self) -> bool:
        """Tell whether somebody was named who reads it."""
        return self.own or any(each.on for each in self.readers)

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<PrintState>"
