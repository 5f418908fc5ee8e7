"""What pictures show, as frozen rows: filled by casework after the disclosure gate, drawn by drawings.

Words of code lists (domains, roles, countries) arrive in the picture's language; names as written; keys are the
records' ids as text and come back when an element is chosen or moved.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

PARTNERSHIPS = ("partner_of", "married_to", "separated_from", "divorced_from")
"""Relation codes that join two people of one generation."""
DESCENTS = ("parent_of", "adoptive_parent_of", "foster_parent_of", "grandparent_of")
"""Relation codes that lead from an older to a younger generation."""

HORIZONS = ("close", "middle", "loose")
"""Codes of `network_horizon`, from the centre outward."""
SECTORS = ("family", "friends", "work", "professional")
"""Codes of `network_sector`, clockwise from the upper left."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One domain in one assessment: 1 acute crisis to 5 independent, 0 not discussed, None not recorded."""

    client: int | None = None
    case_manager: int | None = None


@dataclass(frozen=True, slots=True)
class RatedDomain:
    """One life domain with its ratings in the order of the assessments."""

    key: str
    name: str
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """Assessments side by side, oldest first; the picture shows the first and the latest five."""

    dates: tuple[dt.date, ...]
    domains: tuple[RatedDomain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramPerson:
    """Someone in the family's tree. `gender` is a code (m, f, others); `born` and `died` are EDTF texts.

    `generation` places people without any relation: -1 above the index person, 0 beside, 1 below. `dx` and `dy` move
    a symbol by hand, in steps to the right and down. Outside the household only the first name or the role is shown,
    unless `full_name` says that a reason was given.
    """

    key: str
    given_name: str | None = None
    family_name: str | None = None
    role: str | None = None
    gender: str | None = None
    born: str | None = None
    died: str | None = None
    age: int | None = None
    deceased: bool = False
    index: bool = False
    in_household: bool = False
    full_name: bool = False
    abroad: str | None = None
    generation: int = 0
    dx: int = 0
    dy: int = 0

    @property
    def shown_name(self) -> str:
        """The name as it may be shown; empty where neither name nor role is known."""
        names = [self.given_name or "", self.family_name or ""]
        if not self.in_household and not self.full_name:
            return next((name for name in (self.given_name, self.role) if name), "")
        return " ".join(filter(None, names)) or self.role or ""


@dataclass(frozen=True, slots=True)
class GenogramRelation:
    """`person` is `relation` of `other`, as in a relation record: (Elena, parent_of, Ivan).

    `relation` is a code; `word` its text from the code list, for relations that are listed instead of drawn.
    """

    person: str
    other: str
    relation: str
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramView:
    """A family over generations."""

    persons: tuple[GenogramPerson, ...] = ()
    relations: tuple[GenogramRelation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkContact:
    """Someone around the anchor person; `sector` and `horizon` are codes.

    `place` moves a mark by hand: 0 to 90 degrees clockwise within its cell.
    """

    key: str
    name: str
    sector: str
    horizon: str
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The people around one anchor person, and which of them know each other (pairs of keys).

    `sectors` and `horizons` are the words of the codes in the order of SECTORS and HORIZONS.
    """

    anchor: str
    sectors: tuple[str, str, str, str]
    horizons: tuple[str, str, str]
    contacts: tuple[NetworkContact, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; a `value` of None is shown as not recorded."""

    name: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsView:
    """A one-way table of counts, in the order in which it is shown; `unit` says what is counted.

    `adds_up`: the counts are parts of a whole, so that their sum says something.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...] = ()
    adds_up: bool = True


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that counts; `reached` fills its diamond."""

    on: dt.date
    name: str
    reached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A goal or measure with its span and dates; `state` is a word, `done` fills the bar."""

    key: str
    name: str
    start: dt.date | None = None
    end: dt.date | None = None
    state: str = ""
    done: bool = False
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Goals and measures over time, with a line at `today`."""

    title: str
    today: dt.date
    rows: tuple[TimelineRow, ...] = ()
