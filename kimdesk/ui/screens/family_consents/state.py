"""What the page of a family's consents shows beside the list itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

GIVE, WITHDRAW, PRINT = "give", "withdraw", "print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """Who got the information sheet on data protection, and when; None: not yet."""

    key: str
    name: str
    on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsState:
    """The whole page. `languages` are the codes a talk could be held in, the family's own first."""

    informed: tuple[Informed, ...] = ()
    languages: tuple[str, ...] = ()
    valid: int = 0
    withdrawn: int = 0

    @property
    def waiting(self) -> tuple[Informed, ...]:
        """Those who have not got the sheet yet."""
        return tuple(each for each in self.informed if each.on is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingQuestion:
    """What is asked before a consent counts: whose it is and what it allows, in words."""

    who: str
    what: tuple[str, ...]
    explained: str
    signers: tuple[str, ...] = ()
    """Who signs on the screen: more than one where custody is joint."""
    paper: bytes = field(default=b"", repr=False)
    """The document as it is shown before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known before somebody consents: whose it is, who signs, the document as it is shown."""

    name: str
    signers: tuple[str, ...]
    paper: bytes = field(repr=False)
