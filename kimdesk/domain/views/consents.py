"""What consent, release, withdrawal slip and information sheet print, as frozen rows filled after the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kimdesk.domain.views.papers import PaperView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView(PaperView):
    """One consent as it is explained. `child` is whom guardians consent for; `categories` and `scope` are codes."""

    person: str
    scope: str
    recipient: str = ""
    categories: tuple[str, ...] = ()
    direction: str = "out"
    law: str = ""
    child: str = ""
    child_born: dt.date | None = None
    minor: bool = False
    signers: int = 1
    valid_until: dt.date | None = None
    given_on: dt.date | None = None
    information_on: dt.date | None = None
    explained_by: str = ""
    explained_in: str | None = None
    interpreter: str = ""
    form: str = ""
    """How it was given (code of `consent_form`); empty while it waits to be given."""
    witness: str = ""
    signatures: tuple[tuple[tuple[tuple[float, float], ...], ...], ...] = field(default=(), repr=False)
    """Strokes drawn on the screen, one set for each who signed, places from the upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationView(PaperView):
    """Who is responsible and who watches (Art. 13 DSGVO); what is not known yet stays open, to be filled in by hand."""

    address: str = ""
    officer: str = ""
    officer_contact: str = ""
    authority: str = ""
    office: str = ""
    years: int = 3
