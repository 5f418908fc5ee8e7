"""Fills the page of a family's files: takes files in, shows them, removes them and brings them back. No widget here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.ids import RecordId, from_hex
from kimdesk.base.progress import Progress
from kimdesk.casework import attaching, attachments, editing, family, incident_sheet
from kimdesk.casework.attaching import Added
from kimdesk.domain.changes import Changes, Delete
from kimdesk.domain.files import PDF, PICTURES
from kimdesk.domain.records import RECORDS, Attachment, Handout, Person
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_documents.going import Out, OutView
from kimdesk.ui.screens.family_documents.intake import Intake
from kimdesk.ui.screens.family_documents.state import DocumentsState, FileItem, HandoutItem, Outcome, Preview
from kimdesk.ui.shell.family_rows import call_name, values_of

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk
    from kimdesk.ui.shell.screen import Context
    from kimdesk.ui.tasks import Job

FILE, HANDOUT = "attachment", "handout"
KIND = RECORDS[FILE]
SEEN = 1600
"""Pixels of the longer side of a picture that is looked at."""
SMALL = 96
MOST_SMALL = 200
"""So many small pictures are kept in memory, those looked at last."""


class View(OutView, Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: DocumentsState) -> None:
        """Show everything."""
        ...

    def show_preview(self, preview: Preview) -> None:
        """Show what is in the file chosen."""
        ...

    def show_small(self, key: str, picture: bytes | None) -> None:
        """Show a small picture in the list, or that there is none to be had."""
        ...

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Show how far a file is taken in; an empty name: nothing is."""
        ...

    def say_outcome(self, outcome: Outcome) -> None:
        """Say what became of the files given."""
        ...

    def say_removed(self, key: str, title: str) -> None:
        """Say what was removed, and offer to bring it back."""
        ...

    def say_cleared(self, count: int) -> None:
        """Say that so many sources are deleted."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


class DocumentsPresenter:
    """One case's files and what was handed out."""

    def __init__(self, context: Context, case: RecordId, view: View) -> None:
        self._context, self._case, self._view = context, case, view
        self._selected: RecordId | None = None
        self._seen: RecordId | None = None
        self._looking: Job | None = None
        self._small: OrderedDict[RecordId, bytes | None] = OrderedDict()
        self._asked: set[RecordId] = set()
        self._intake = Intake(context, case, view.show_progress, self._taken_in)
        self.out = Out(context, view, lambda: self._selected, self._told)

    @property
    def _desk(self) -> Desk:
        return self._context.desk

    # showing --------------------------------------------------------------

    def opened(self) -> None:
        """Show the page."""
        self.show()

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if self._case in changes.cases and changes.touches(FILE, HANDOUT, "person"):
            self.show()

    def misdirect(self, key: str) -> None:
        """Note that a paper went to the wrong hands, and open the sheet that says whom to call."""

        def noted(answer: tuple[Changes, str]) -> None:
            changes, given = answer
            self._context.tell(changes)
            self._context.incident("paper", given)

        self._context.runner.run(
            lambda _steps: incident_sheet.misdirected(self._desk, from_hex(key), language()),
            noted,
            failed=self._view.fail,
        )

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    def show(self) -> None:
        """Show files and handouts as they are now, the newest first."""
        page = self._desk.page
        files = page.of_case(Attachment, self._case)[::-1]
        known = {each.id: each for each in files}
        if self._selected not in known:
            self._selected = files[0].id if files else None
        chosen = known.get(self._selected) if self._selected is not None else None
        persons = family.persons(self._desk, self._case)
        self._view.show_state(
            DocumentsState(
                case=self._case.hex(),
                files=tuple(_item(each) for each in files),
                selected=chosen.id.hex() if chosen is not None else "",
                values=values_of(KIND, chosen),
                drafts={each.field: each.text for each in page.drafts(chosen.id)} if chosen is not None else {},
                people=_people(persons),
                handouts=tuple(_handout(each) for each in page.of_case(Handout, self._case)[::-1]),
            )
        )
        self._show_small(files)
        self._look()

    def _look(self) -> None:
        """Read the file chosen, unless it is the one already seen."""
        if self._selected == self._seen:
            return
        self._seen = wanted = self._selected
        if self._looking is not None:
            self._looking.forget()
        if wanted is None:
            return
        self._view.show_preview(Preview(kind="reading"))
        self._looking = self._context.runner.run(
            lambda _steps: look(self._desk, wanted),
            self._view.show_preview,
            failed=lambda error: self._view.show_preview(Preview(kind="problem", error=error)),
            lane="side",
        )

    def _show_small(self, files: Sequence[Attachment]) -> None:
        for each in [each for each in files if each.media_type in PICTURES][:MOST_SMALL]:
            if each.id in self._small:
                self._view.show_small(each.id.hex(), self._small[each.id])
            elif each.id not in self._asked:
                self._ask_small(each.id)

    def _ask_small(self, record: RecordId) -> None:
        def keep(picture: bytes | None) -> None:
            self._asked.discard(record)
            self._small[record] = picture
            if len(self._small) > MOST_SMALL:
                self._small.popitem(last=False)
            self._view.show_small(record.hex(), picture)

        self._asked.add(record)
        self._context.runner.run(
            lambda _steps: attachments.thumbnail(self._desk, record, most=SMALL),
            keep,
            failed=lambda _error: keep(None),
            lane="side",
        )

    # events ---------------------------------------------------------------

    def select(self, key: str) -> None:
        """Show another file; what was typed about the one before is settled."""
        if self._selected is None or key != self._selected.hex():
            self._view.settle()
            self._selected = from_hex(key)
            self.show()

    def add(self, paths: Sequence[Path]) -> None:
        """Take files in, one after the other."""
        self._intake.add(paths, unchanged=False)

    def add_unchanged(self) -> None:
        """Take in the files that were refused, with all their traces."""
        self._intake.add(self._intake.refused, unchanged=True)

    def add_data(self, data: bytes, name: str) -> None:
        """Take in what was in the clipboard."""
        desk = self._desk
        self._context.runner.run(
            lambda _steps: attaching.enter(desk, self._case, attaching.take_data(desk, data, name)),
            lambda added: self._taken_in((added,), Outcome(added=(added.record.hex(),), cleaned=int(added.cleaned))),
            failed=self._view.fail,
        )

    def cancel(self) -> None:
        """Stop taking in; what is complete stays."""
        self._intake.cancel()

    def _taken_in(self, added: Sequence[Added], outcome: Outcome) -> None:
        for each in added:
            self._context.tell(each.changes)
        if added:
            self._view.settle()
            self._selected = added[-1].record
        self.show()
        self._view.say_outcome(outcome)

    def take_back(self, keys: Sequence[str]) -> None:
        """Remove what was just taken in."""
        desk = self._desk
        gone = [Delete(FILE, from_hex(key)) for key in keys]
        self._context.runner.run(lambda _steps: desk.apply(*gone), self._told, failed=self._view.fail)

    def clear_sources(self) -> None:
        """Delete on the card what now lies in the vault; the caller has asked."""
        desk, sources = self._desk, self._intake.on_card

        def work(steps: Progress) -> int:
            for at, each in enumerate(sources):
                steps.step(at, len(sources))
                attaching.delete_source(desk, each)
            return len(sources)

        self._context.runner.run(work, self._view.say_cleared, failed=self._view.fail, lane="side")

    def remove(self, key: str, title: str) -> None:
        """Take a file away; it can be brought back."""
        desk, record = self._desk, from_hex(key)

        def work(_steps: object) -> Changes:
            changes = family.delete(desk, FILE, record)
            editing.forget(desk, record)
            return changes

        def told(changes: Changes) -> None:
            self._told(changes)
            self._view.say_removed(key, title)

        self._context.runner.run(work, told, failed=self._view.fail)

    def restore(self, key: str) -> None:
        """Bring back what was removed, and show it."""
        desk, record = self._desk, from_hex(key)
        self._selected = record
        self._context.runner.run(lambda _steps: family.restore(desk, FILE, record), self._told, failed=self._view.fail)

    def _told(self, changes: Changes) -> None:
        self._context.tell(changes)
        self.show()


def look(desk: Desk, record: RecordId) -> Preview:
    """Return what can be seen of a file; raises what reading it raises."""
    media_type = attachments.stored(desk, record).mime
    if media_type in PICTURES:
        return Preview(kind="picture", data=attachments.thumbnail(desk, record, most=SEEN) or b"")
    if media_type == PDF:
        return Preview(kind="pdf", data=attachments.content(desk, record).data)
    attachments.require_present(desk, record)
    return Preview(kind="other")


def _item(file: Attachment) -> FileItem:
    return FileItem(
        key=file.id.hex(),
        title=file.title,
        kind=file.kind or "",
        media_type=file.media_type or "",
        size=file.size or 0,
        date=file.date,
        confided=file.confidentiality != "shareable",
    )


def _handout(handout: Handout) -> HandoutItem:
    return HandoutItem(
        key=handout.id.hex(),
        date=handout.date,
        document=handout.document,
        recipient=handout.recipient or "",
        way=handout.way or "",
        languages=tuple(sorted(handout.languages)),
        pages=handout.pages,
        misdirected=handout.misdirected == "yes",
    )


def _people(persons: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((each.id.hex(), call_name(each, persons)) for each in persons)
