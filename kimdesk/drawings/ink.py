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
