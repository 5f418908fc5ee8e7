"""What the directory shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kimdesk.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which partners are looked for: words, kind of body, topic, language; those no longer active on demand."""

    text: str = ""
    kind: str = ""
    topic: str = ""
    language: str = ""
    inactive: bool = False

    @property
    def narrow(self) -> bool:
        """Tell whether anything is looked for."""
        return replace(self, inactive=False) != Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerItem:
    """One partner of the list: key (hex), name, codes of its kind and place; `draft` while it has no name yet."""

    key: str
    name: str
    kind: str = ""
    place: str = ""
    inactive: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """How many referrals in one life domain stand how; codes, "" where nothing is recorded."""

    domain: str
    state: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerDetail:
    """The partner that is open: its values, what is being typed, how referrals went, and what may be done."""

    key: str
    exists: bool = True
    values: Mapping[str, Value] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    went: tuple[Went, ...] = ()
    deletable: bool = True
    names: tuple[str, ...] = ()
    """Known names of families that stand in its texts."""

    @property
    def inactive_since(self) -> dt.date | None:
        """Return since when it is no longer active."""
        day = self.values.get("inactive_since")
        return day if isinstance(day, dt.date) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersState:
    """One moment: those that match, the one open, and the codes that occur."""

    items: tuple[PartnerItem, ...] = ()
    matching: int = 0
    total: int = 0
    inactive: int = 0
    selected: PartnerDetail | None = None
    filter: Filter = field(default_factory=Filter)
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    loaded: bool = False
