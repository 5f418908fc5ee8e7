"""The sheet for data breaches; it needs no vault, because the vault may be what is lost.

What was on a lost laptop or stick is counted in the open vault, or in the last backup on any other device.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from kimdesk.base.clock import day_of
from kimdesk.base.errors import Lang, Surroundings, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk
from kimdesk.casework.trials import trial
from kimdesk.documents.api import Pdf, paper_pdf
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import RECORDS, Handout
from kimdesk.domain.views.assessing import Holdings, IncidentView
from kimdesk.exchange.medium import watched, write_whole
from kimdesk.store.session import Services, Session, open_session_with

__all__ = ["Desk", "Handout", "Holdings", "holdings", "holdings_of_backup", "incident_sheet", "keep_incident_sheet",
           "misdirected", "which_paper"]  # fmt: skip


class LeftPaper(Protocol):
    """A paper that left, as far as it is told without a name."""

    @property
    def document(self) -> str:
        """Its code of `document_kind`."""
        ...

    @property
    def case(self) -> RecordId:
        """Whose it is."""
        ...

    @property
    def date(self) -> dt.date:
        """When it left."""
        ...

    @property
    def way(self) -> str | None:
        """How, a code of `handout_way`."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """In which languages."""
        ...


_TOLD: Final = ("identity", "reach", "status", "special", "confided", "protected")


def incident_sheet(
    day: dt.date, language: str = "de", *, happened: str = "", held: Holdings | None = None, given: str = ""
) -> Pdf:
    """Return the sheet in German or English, blank or with what is known filled in; see `IncidentView`."""
    view = IncidentView(
        case_number="", reader_initials="", family_name="", date=day, phone="", provider="", author="KIM Desk",
        happened=happened, holdings=held, given=given,
    )  # fmt: skip
    return paper_pdf("incident", view, languages=(language,))


def keep_incident_sheet(path: Path, sheet: Pdf) -> None:
    """Write the sheet where somebody chose; raises Surroundings(medium.exists) and what writing raises."""
    with watched():
        taken = path.exists()
    if taken:
        raise Surroundings("medium.exists")
    write_whole(path, sheet.data)


def holdings(session: Session) -> Holdings:
    """Count what an open vault holds: numbers and kinds, nothing of anybody."""
    kinds = [kind for kind in RECORDS if kind.parent is not None]
    found = session.query.record_counts([kind.name for kind in kinds] + ["case"])
    there = [kind for kind in kinds if found[kind.name]]
    levels = {field.sensitivity.name.lower() for kind in there for field in kind.fields}
    return Holdings(
        counted_on=session.today,
        families=found["case"],
        persons=found["person"],
        kinds=tuple((kind.name, found[kind.name]) for kind in there),
        sensitivities=tuple(each for each in _TOLD if each in levels),
    )


def holdings_of_backup(
    services: Services, backup: Path, near: Path, secret: str, progress: Progress = SILENT
) -> Holdings:
    """Count what a backup holds: it is restored beside the vaults, counted, and taken away again.

    `secret` is the passphrase or the recovery code of that time. Raises what `backups.restore` raises.
    """
    made = day_of(backups.read_backup(backup).made_ms)
    with trial(near) as folder:
        backups.restore(services, backup, folder, secret, progress)
        with open_session_with(services, folder, backups.secret_of(secret), Session) as session:
            return replace(holdings(session), counted_on=made, backup=True)


def misdirected(desk: Desk, handout: RecordId, lang: Lang = "de") -> tuple[Changes, str]:
    """Note that a paper went to the wrong hands; returns the changes and what the sheet says of it, without a name."""
    found = desk.query.get(Handout, handout)
    if found is None:
        raise UserProblem("record.missing", kind=RECORDS.of(Handout).de)
    changes = desk.apply(Set("handout", handout, "misdirected", Code("yes")))
    return changes, which_paper(desk, found, lang)


def which_paper(desk: Desk, paper: LeftPaper, lang: Lang = "de") -> str:
    """Return what the sheet says of a paper, without a name: what, of which case, when, how, in which languages."""
    row = desk.query.case_row(paper.case)
    parts = (
        desk.reference.label("document_kind", paper.document, lang),
        row.case_number if row is not None else "",
        f"{paper.date:%d.%m.%Y}",
        desk.reference.label("handout_way", paper.way, lang) if paper.way else "",
        ", ".join(desk.reference.label("language", each, lang) for each in sorted(paper.languages)),
    )
    return " · ".join(part for part in parts if part)
