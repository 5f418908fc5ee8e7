"""What the plan editor shows, as frozen rows without a word in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework.standard import Offers
from kimdesk.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a form shows of one record: its values with what is being typed laid over."""

    kind: str
    record: RecordId
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    parent: RecordId | None = None

    def text(self, name: str) -> str:
        """Return a text as typed, or as stored."""
        typed = self.drafts.get(name)
        return typed if typed is not None else str(self.values.get(name) or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureState:
    """One measure: who does what until when."""

    content: Content
    text: str = ""
    who: tuple[str, ...] = ()
    who_name: str = ""
    until: dt.date | None = None
    state: str = "open"
    opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalState:
    """One goal with its measures; `number` is its place in the list, not stored."""

    content: Content
    number: int
    domain: str = ""
    wording: str = ""
    state: str = "open"
    measures: tuple[MeasureState, ...] = ()
    opened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionState:
    """One version of the plan to choose from."""

    plan: RecordId
    number: int
    signed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOption:
    """A person of the family who may take part."""

    person: RecordId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """One version of the plan; `plan` is None where there is none yet."""

    plan: Content | None = None
    number: int = 0
    signed_on: dt.date | None = None
    signature_form: str = ""
    carried: bool = False
    newest: bool = True
    language: str = ""
    goals: tuple[GoalState, ...] = ()
    versions: tuple[VersionState, ...] = ()
    persons: tuple[PersonOption, ...] = ()
    offers: Offers = field(default_factory=Offers)

    @property
    def frozen(self) -> bool:
        """Tell whether this version was signed."""
        return self.signed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperState:
    """The paper at the right: in which languages, which edition, the last good picture, and whether it can be printed.

    `original` says that the picture is the very file that was signed; `untranslated` counts texts that have no
    second language yet.
    """

    choices: tuple[tuple[str, ...], ...] = (("de",),)
    languages: tuple[str, ...] = ("de",)
    edition: str = "family"
    pdf: bytes = field(default=b"", repr=False)
    pages: int = 0
    updating: bool = False
    original: bool = False
    untranslated: int = 0
    problem: KimError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningQuestion:
    """What the confirmation before signing says: version, day, and on which languages it was shown or read out."""

    number: int
    today: dt.date
    languages: tuple[str, ...]
    interpreter: str = ""
    pages: int = 0
