"""The handbook: what is protected and what is not, what to do when something happened; it needs no vault."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Final

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.base.resources import resource
from kimdesk.domain.handbook import HandbookPage, as_text, parse

__all__ = ["HandbookPage", "as_text", "handbook_pages", "handbook_pdf", "keep_handbook"]

PAGES: Final = ("emergency", "protected", "limits", "unnoticed", "council")
"""The pages as they are listed: what is needed in a hurry stands first."""


@cache
def handbook_pages(lang: Lang = "de") -> tuple[HandbookPage, ...]:
    """Return every page in German or English."""
    return tuple(parse(key, resource("handbook", lang, f"{key}.md").read_text("utf-8")) for key in PAGES)


def handbook_pdf(day: dt.date, lang: Lang = "de", key: str = "") -> bytes:
    """Return one page, or all where none is named, as PDF; raises UserProblem handbook.page_unknown."""
    from kimdesk.documents.api import handbook_paper  # noqa: PLC0415 - who reads on the screen waits for no layout

    found = [page for page in handbook_pages(lang) if key in {"", page.key}]
    if not found:
        raise UserProblem("handbook.page_unknown", pages=", ".join(PAGES))
    return handbook_paper(found, day, lang).data


def keep_handbook(path: Path, paper: bytes) -> None:
    """Write it where somebody chose; raises Surroundings(medium.exists) and what writing raises."""
    from kimdesk.exchange.medium import require_new, write_whole  # noqa: PLC0415 - as above

    require_new(path)
    write_whole(path, paper)
