"""The provider's letterhead: set once, kept in the vault, printed on every letter."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from kimdesk.base.errors import UserProblem
from kimdesk.casework.desk import Desk
from kimdesk.documents import photos
from kimdesk.documents.api import Pdf, paper_pdf
from kimdesk.documents.blocks import Letterhead, Photo
from kimdesk.documents.manner import Manner
from kimdesk.domain.views.letters import LetterView
from kimdesk.exchange.medium import watched

__all__ = ["Desk", "Head", "load", "of", "read_logo", "sample", "save"]

_KEPT: Final = "letterhead"
_MOST_BYTES: Final = 10 << 20
_MOST_PIXELS: Final = 700
"""Five centimetres at 300 dots to the inch, and a little more."""
_WIDTH, _HEIGHT = 50.0, 24.0
"""The room for a logo, in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is set: the provider's name, lines below it, foot and funding notice; `logo` is a picture's bytes."""

    name: str = ""
    lines: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    funding: str = ""
    logo: bytes | None = field(default=None, repr=False)


def load(desk: Desk) -> Head:
    """Return the letterhead kept in the vault; before it is set, what the profile says."""
    kept = desk.get_state(_KEPT)
    if not kept:
        profile = desk.profile
        lines = (*profile.address.splitlines(), profile.phone)
        return Head(name=profile.provider, lines=tuple(line for line in lines if line))
    found = json.loads(kept)
    return Head(
        name=found["name"],
        lines=tuple(found["lines"]),
        foot=tuple(found["foot"]),
        funding=found["funding"],
        logo=base64.b64decode(found["logo"]) if found["logo"] else None,
    )


def save(desk: Desk, head: Head) -> None:
    """Keep the letterhead in the vault."""
    kept = {
        "name": head.name,
        "lines": list(head.lines),
        "foot": list(head.foot),
        "funding": head.funding,
        "logo": base64.b64encode(head.logo).decode() if head.logo else "",
    }
    desk.put_state(_KEPT, json.dumps(kept, ensure_ascii=False))


def read_logo(file: Path) -> bytes:
    """Return a logo from a file, no larger than print needs and without what a camera writes into it.

    Raises UserProblem(document.image_unreadable), Surroundings.
    """
    with watched(), file.open("rb") as opened:
        data = opened.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UserProblem("document.image_unreadable", name="Logo")
    try:
        return photos.small(photos.stripped(data).data, _MOST_PIXELS)
    except UserProblem as refused:
        raise UserProblem("document.image_unreadable", name="Logo") from refused


def of(desk: Desk) -> Letterhead | None:
    """Return the letterhead as documents print it, None before one is set."""
    return _printed(load(desk)) if desk.get_state(_KEPT) else None


def _printed(head: Head) -> Letterhead | None:
    if not head.name:
        return None
    alt = f"Logo {head.name}"
    logo = Photo(data=head.logo, alt=alt, width=_WIDTH, height=_HEIGHT) if head.logo else None
    return Letterhead(name=head.name, lines=head.lines, logo=logo, foot=head.foot, funding=head.funding)


def sample(desk: Desk, head: Head) -> Pdf:
    """Return a letter to nobody under a letterhead, to look at; raises UserProblem where it cannot be printed."""
    profile = desk.profile
    view = LetterView(
        case_number=f"{profile.case_prefix}-0000-0000",
        reader_initials="",
        family_name="",
        date=desk.today,
        phone=profile.phone,
        provider=head.name,
        author=profile.name or head.name,
        address=("Frau Erika Muster", "Musterstraße 1", "12345 Musterstadt"),
        sender=", ".join(head.lines[:2]),
        subject="Musterbrief",
        words=("So sieht ein Brief mit Ihrem Briefkopf aus.", "Er geht an niemanden und wird nicht aufbewahrt."),
    )
    manner = Manner(letterhead=_printed(replace(head, name=head.name or "…")))
    return paper_pdf("letter", view, languages=("de",), manner=manner)
