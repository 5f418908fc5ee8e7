"""For whom and how a document is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.documents.api import Edition, Variant
from kimdesk.domain.disclosure import OWN_RECORD, Recipient
from kimdesk.domain.protection import ProtectionRelease

ALL_LINES: Final = frozenset(range(10_000))
"""Every line of what is confided, where somebody has read it through and picked all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a case manager writes in a letter, with a translation where there is one."""

    subject: str = ""
    text: str = ""
    subject_translation: str = ""
    translation: str = ""

    @staticmethod
    def lines(text: str) -> tuple[str, ...]:
        """Return a text paragraph by paragraph."""
        return tuple(line.strip() for line in text.splitlines() if line.strip())


UNWRITTEN: Final = Wording()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """For whom and how: recipient, purpose, languages (the first leads), edition, lines picked of a talk.

    `latin`: somebody accepted that letters no font has are printed in Latin spelling. `about` is the record a paper is
    about where a case has several (a consent, a person, a conference). `wording` is what a letter says. `named` False
    leaves names out of a briefing, `front` puts the briefing before a blank visit sheet. `protection` lets child
    protection leave one of its three ways (`casework.protection`); what left so is kept in its own record alone.
    `asked` is whose data somebody asks about.
    """

    recipient: Recipient = OWN_RECORD
    purpose: str = "own_record"
    languages: tuple[str, ...] = ("de",)
    edition: Edition = "family"
    variant: Variant = "normal"
    latin: bool = False
    for_signature: bool = False
    lines: frozenset[int] = frozenset()
    about: RecordId | None = None
    before: RecordId | None = None
    """The older version where two of a plan are compared."""
    named: bool = True
    front: bool = False
    protection: ProtectionRelease | None = None
    wording: Wording = UNWRITTEN
    asked: RecordId | None = None
