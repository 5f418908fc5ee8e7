"""Fills a card of child records; adds, opens, removes and brings back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError, Lang
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, family
from kimdesk.domain.changes import Changes
from kimdesk.domain.declare import Kind, Record
from kimdesk.domain.values import Value
from kimdesk.ui.forms.port import Target
from kimdesk.ui.forms.records import (
    RecordItem,
    RecordsCard,
    RecordsState,
    RowAction,
    Standing,
    newest_first,
    summary,
)
from kimdesk.ui.shell.family_rows import values_of

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context


def raw(value: Value) -> str:
    """Return a value as it would be typed."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return ",".join(sorted(each.hex() if isinstance(each, bytes) else each for each in value))
    return value.hex() if isinstance(value, bytes) else str(value)


Choices = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class About:
    """What a screen knows of a record beyond its fields: how it stands, what can be done, whether it is closed."""

    standing: Standing | None = None
    actions: tuple[RowAction, ...] = ()
    frozen: bool = False
    beside: str = ""


class View(Protocol):
    """What the presenter needs of the card."""

    def show_state(self, state: RecordsState) -> None:
        """Show everything."""
        ...

    def say_removed(self, key: str, line: str) -> None:
        """Say what was removed, and offer to bring it back."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...

    def settle(self) -> None:
        """Turn what was typed into changes."""
        ...


class RecordsPresenter:
    """One card: the records of `kind` in a case, below `parent` where that is not the case itself."""

    def __init__(  # noqa: PLR0913 - what a card depends on, all by name
        self,
        context: Context,
        kind: Kind,
        view: View,
        *,
        case: RecordId | None,
        lang: Lang,
        choices: Callable[[], Choices] = dict,
        given: Callable[[], Mapping[str, Value]] = dict,
        detail: Callable[[Record], str] = lambda _record: "",
        about: Callable[[Record], About] = lambda _record: About(),
        line: Callable[[Record], str] | None = None,
        pick: Callable[[Record], bool] = lambda _record: True,
        rank: Callable[[Record], int] = lambda _record: 0,
        begun: Callable[[Mapping[str, str]], bool] = lambda _texts: True,
    ) -> None:
        self._context, self._kind, self._view, self._case, self._lang = context, kind, view, case, lang
        self._choices, self._given, self._detail = choices, given, detail
        self._about, self._line, self._pick, self._rank = about, line, pick, rank
        self._begun_here = begun
        self._parent = case
        self._open: RecordId | None = None
        self._fresh: RecordId | None = None
        self._begun = False

    def belong_to(self, parent: RecordId | None) -> None:
        """Show the records of another parent; what was typed before is settled."""
        if parent != self._parent:
            self._view.settle()
            self._parent, self._open, self._fresh = parent, None, None
        self.show()

    @property
    def opened_record(self) -> RecordId | None:
        """Return the record that is open as a form, one that does not exist yet among them."""
        return self._open

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if changes.touches(self._kind.name):
            self.show()

    def leave(self) -> None:
        """Turn what was typed into changes."""
        self._view.settle()

    # showing --------------------------------------------------------------

    def show(self) -> None:
        """Show the records as they are now, those that are only drafts among them."""
        if self._parent is None and self._kind.parent is not None:
            self._view.show_state(RecordsState(parent=""))
            return
        records = self._records()
        if self._kind.parent is not None:  # a directory stays in its own order, mostly by name
            records = list(newest_first(self._kind, records))
        records = sorted(records, key=self._rank)
        known = {each.id for each in records}
        items = [*(self._unborn(each) for each in self._waiting(known)), *(self._item(each) for each in records)]
        if self._open is not None and self._open.hex() not in {item.key for item in items}:
            self._open = None
        self._view.show_state(
            RecordsState(
                parent=self._parent.hex() if self._parent is not None else "",
                items=tuple(items),
                open=self._open.hex() if self._open is not None else "",
                choices={kind: tuple(options) for kind, options in self._choices().items()},
            )
        )

    def _records(self) -> list[Record]:
        page, kind = self._context.desk.page, self._kind
        if kind.parent is None:
            return [each for each in page.every(kind.cls) if self._pick(each)]
        root = self._case if self._case is not None else self._parent
        assert root is not None
        found = page.kind_of_case(kind, root)
        return [each for each in found if getattr(each, kind.parent.name) == self._parent and self._pick(each)]

    def _waiting(self, known: set[RecordId]) -> list[RecordId]:
        """Return records that do not exist yet: begun here, or found as drafts."""
        drafts = [
            each
            for each in self._context.desk.page.drafts()
            if each.kind == self._kind.name and each.parent == self._parent and each.record not in known
        ]
        texts: dict[RecordId, dict[str, str]] = {}
        for each in drafts:
            texts.setdefault(each.record, {})[each.field] = each.text
        found = {record: None for record in texts if record == self._fresh or self._begun_here(texts[record])}
        if self._fresh is not None and self._fresh not in known:
            found[self._fresh] = None
        return list(found)

    def _item(self, record: Record) -> RecordItem:
        kind, desk = self._kind, self._context.desk
        is_open, about = record.id == self._open, self._about(record)
        line = self._line(record) if self._line is not None else summary(kind, record, desk.reference, self._lang)
        return RecordItem(
            key=record.id.hex(),
            line=line,
            detail=self._detail(record),
            values=values_of(kind, record),
            drafts={each.field: each.text for each in desk.page.drafts(record.id)} if is_open else {},
            frozen=about.frozen or bool(kind.freezes and getattr(record, kind.freezes) is not None),
            standing=about.standing,
            actions=about.actions,
            beside=about.beside,
        )

    def _unborn(self, record: RecordId) -> RecordItem:
        drafts = {each.field: each.text for each in self._context.desk.page.drafts(record)}
        return RecordItem(key=record.hex(), line="", values=dict(self._given()), drafts=drafts, exists=False)

    # events ---------------------------------------------------------------

    def open(self, key: str) -> None:
        """Open one record as a form, or none; what was typed before is settled."""
        self._view.settle()
        self._open = RecordId(bytes.fromhex(key)) if key else None
        self.show()

    def turn_away(self) -> None:
        """Show other records from now on: nothing is open, and what was begun waits where it belongs."""
        self._view.settle()
        self._open = self._fresh = None

    def add(self) -> None:
        """Begin a new record: it exists with its first valid text."""
        self._view.settle()
        self._fresh = self._open = editing.mint(self._context.desk)
        self._begun = False
        self.show()

    def begin(self, key: str) -> None:
        """Keep what a new record begins with, once its first key was typed; at most once."""
        record = RecordId(bytes.fromhex(key))
        if record != self._fresh or self._begun:
            return
        self._begun = True
        target = Target(kind=self._kind.name, record=record, parent=self._parent)
        for name, value in self._given().items():
            if value is not None:
                self._context.port.draft(target, name, raw(value))

    def remove(self, key: str, line: str) -> None:
        """Take a record away, or what was typed of one that never was."""
        desk, record = self._context.desk, RecordId(bytes.fromhex(key))
        exists = desk.page.get(self._kind.cls, record) is not None

        def work(_steps: object) -> Changes:
            changes = family.delete(desk, self._kind.name, record) if exists else Changes()
            editing.forget(desk, record)
            return changes

        def told(changes: Changes) -> None:
            self._open = None
            if record == self._fresh:
                self._fresh = None
            self._context.tell(changes)
            self.show()
            if exists:
                self._view.say_removed(key, line)

        self._context.runner.run(work, told, failed=self._view.fail)

    def restore(self, key: str) -> None:
        """Bring back what was removed."""
        desk, record = self._context.desk, RecordId(bytes.fromhex(key))

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self.show()

        self._context.runner.run(
            lambda _steps: family.restore(desk, self._kind.name, record), told, failed=self._view.fail
        )


def connect(card: RecordsCard, presenter: RecordsPresenter) -> None:
    """Let a card speak to its presenter."""
    card.open_asked.connect(presenter.open)
    card.add_asked.connect(presenter.add)
    card.first_key.connect(presenter.begin)
    card.remove_asked.connect(presenter.remove)
    card.restore_asked.connect(presenter.restore)
