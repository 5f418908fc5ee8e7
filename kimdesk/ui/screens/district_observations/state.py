"""What the district's observations show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kimdesk.domain.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """One observation: day, what was seen, a proposal if there is one; codes of topic, kind of body and frequency."""

    day: dt.date
    topic: str
    text: str
    proposal: str = ""
    actor: str = ""
    frequency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Observations about the same topic and kind of body, the latest first."""

    topic: str
    actor: str
    observed: tuple[Observed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for: a topic, a kind of body, from which day on, words."""

    topic: str = ""
    actor: str = ""
    since: dt.date | None = None
    text: str = ""

    def fits(self, each: Observed) -> bool:
        """Tell whether an observation is meant."""
        words = fold(f"{each.text} {each.proposal}")
        return (
            (not self.topic or each.topic == self.topic)
            and (not self.actor or each.actor == self.actor)
            and (self.since is None or each.day >= self.since)
            and all(word in words for word in fold(self.text).split())
        )

    @property
    def narrow(self) -> bool:
        """Tell whether anything is looked for."""
        return self != Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationsState:
    """One moment of the screen: all there are, those that fit, put together; codes offered are those that occur."""

    total: int = 0
    fitting: int = 0
    groups: tuple[Group, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    filter: Filter = field(default_factory=Filter)
    loaded: bool = False
