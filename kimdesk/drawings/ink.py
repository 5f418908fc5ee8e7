"""The colours of a picture: one set per theme and one for paper; nothing is ever said by colour alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours as #RRGGBB; `paper` is the ground the picture lies on, `weight` makes every line that much thicker.

    `line` is for axes and grids, `mark` for what the picture is about, `soft` fills areas behind text.
    """

    paper: str
    text: str
    dim: str
    line: str
    mark: str
    soft: str
    weight: float = 1.0


PRINT = Ink(paper="#FFFFFF", text="#000000", dim="#3C4448", line="#8A9195", mark="#000000", soft="#E8E8E4")
"""Black on white: reads the same on any printer and copier."""

ROLES = Ink(paper="#000001", text="#000002", dim="#000003", line="#000004", mark="#000005", soft="#000006")
"""Stand-ins: a picture drawn with these is coloured when it is shown, so that it need not be drawn anew per theme."""


def coloured(ink: Ink) -> dict[str, str]:
    """Return what each stand-in becomes in a theme."""
    names = ("paper", "text", "dim", "line", "mark", "soft")
    return {str(getattr(ROLES, name)): str(getattr(ink, name)) for name in names}
