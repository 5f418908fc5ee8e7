"""What the list of structural observations shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from kimdesk.domain.names import fold

Answered = Literal["", "yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """One observation: key (hex), codes of topic, kind of body and frequency; `alike` counts those about the same."""

    key: str
    day: dt.date
    topic: str
    text: str
    actor: str = ""
    frequency: str = ""
    proposal: str = ""
    answer: str = ""
    answered_on: dt.date | None = None
    alike: int = 1

    @property
    def answered(self) -> bool:
        """Tell whether the steering group answered."""
        return bool(self.answer) or self.answered_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for: words, a topic, a kind of body, answered or not."""

    text: str = ""
    topic: str = ""
    actor: str = ""
    answered: Answered = ""

    def fits(self, each: Observed) -> bool:
        """Tell whether an observation is meant."""
        words = fold(f"{each.text} {each.proposal} {each.answer}")
        return (
            (not self.topic or each.topic == self.topic)
            and (not self.actor or each.actor == self.actor)
            and (not self.answered or each.answered == (self.answered == "yes"))
            and all(word in words for word in fold(self.text).split())
        )

    @property
    def narrow(self) -> bool:
        """Tell whether anything is looked for."""
        return self != Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationsState:
    """One moment of the screen: those that fit, the latest first; codes offered are those that occur."""

    items: tuple[Observed, ...] = ()
    fitting: int = 0
    total: int = 0
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    filter: Filter = field(default_factory=Filter)
    loaded: bool = False
