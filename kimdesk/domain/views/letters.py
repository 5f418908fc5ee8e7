"""What letters print, as frozen rows filled after the gate; codes as in resources/codes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.domain.views.documents import MeasureView
from kimdesk.domain.views.papers import AppointmentLine, PaperView, PersonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper(PaperView):
    """What every letter knows besides: address in the window line by line, the provider's own, whom it greets.

    `whole_family`: so many grown-ups that it is the family that is greeted, in each language's own words.
    """

    address: tuple[str, ...] = ()
    sender: str = ""
    greeted: tuple[str, ...] = ()
    whole_family: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView(LetterPaper):
    """A letter in the case manager's own words, line by line, with a translation where there is one."""

    subject: str
    words: tuple[str, ...]
    subject_translation: str = ""
    words_translation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView(LetterPaper):
    """An invitation to talk; without an appointment its day is left open."""

    appointment: AppointmentLine | None = None
    form: str | None = None
    people: tuple[str, ...] = ()
    interpreter: str = ""
    interpreter_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralView(LetterPaper):
    """What one body is told of a family, no more than a consent covers."""

    consent_on: dt.date | None
    persons: tuple[PersonLine, ...] = ()
    reach: tuple[str, ...] = ()
    domain: str | None = None
    concern: str = ""
    wish: str = ""
    done: tuple[MeasureView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLine:
    """Somebody at a case conference: name and what for; whether they came (a code of `yes_no`)."""

    name: str
    function: str = ""
    attended: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceView(LetterPaper):
    """An invitation to a case conference."""

    on: dt.date
    time: str = ""
    place: str = ""
    occasion: str = ""
    agenda: tuple[str, ...] = ()
    participants: tuple[ParticipantLine, ...] = ()
    interpreter: str = ""
    answer_by: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesView(PaperView):
    """What was talked about and agreed at a case conference; of the minutes only the lines picked."""

    on: dt.date
    place: str = ""
    occasion: str = ""
    present: tuple[ParticipantLine, ...] = ()
    excused: tuple[ParticipantLine, ...] = ()
    interpreter: str = ""
    lines: tuple[str, ...] = ()
    agreed: tuple[MeasureView, ...] = ()
    next_on: dt.date | None = None
    correct_by: dt.date | None = None
