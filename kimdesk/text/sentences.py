"""One sentence a line, as easy language wants it (DIN SPEC 33429): where sentences end and where a dot is none."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        "Abs", "Art", "Bd", "Dr", "Fr", "Hr", "Nr", "Prof", "St", "Str", "Tel", "bzw", "ca", "evtl", "ggf", "inkl",
        "max", "min", "sog", "usw", "vgl",
    )
)  # fmt: skip
_END = re.compile(r"(?<=[.!?؟۔।።])[\u00a0 ]+(?=\S)|(?<=[.!?][“”»\"'’)]) +(?=\S)")
_LAST_WORD = re.compile(r"([^\W_]+)\.$")


def one_a_line(text: str) -> str:
    """Return a text with a line break after every sentence.

    A dot after a number (3. Dezember), a single letter (M. Sommer, z. B.) or a listed abbreviation ends none, nor does
    one before a small letter.
    """
    parts, start = [], 0
    for match in _END.finditer(text):
        if _ends(text[start : match.start()], text[match.end()]):
            parts.append(text[start : match.start()])
            start = match.end()
    return "\n".join([*parts, text[start:]])


def _ends(before: str, following: str) -> bool:
    last = _LAST_WORD.search(before)
    if following.islower():
        return False
    return last is None or not (last[1].isdigit() or len(last[1]) == 1 or last[1] in ABBREVIATIONS)
