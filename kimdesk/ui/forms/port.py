"""Where a form's text goes: keystrokes become durable drafts, settled fields changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.clock import Clock
from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.domain.changes import Changes
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.tasks import Runner

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk
    from kimdesk.casework.editing import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The record a form edits; `parent` is what a new one will belong to."""

    kind: str
    record: RecordId
    parent: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a record's drafts: fields that are not valid yet with their problem, and whether it exists.

    `asks` are fields that name somebody of whom is to be asked whether they are 18, with that name.
    """

    problems: Mapping[str, KimError] = field(default_factory=dict)
    exists: bool = True
    asks: Mapping[str, str] = field(default_factory=dict)


Answer = Callable[[Outcome], None]


class FormPort(Protocol):
    """What a form needs from the rest of the program."""

    def draft(self, target: Target, name: str, text: str) -> None:
        """Make the text of a field durable, soon."""
        ...

    def settle(self, target: Target, answer: Answer) -> None:
        """Turn a record's drafts into one change; what is not valid yet stays a draft."""
        ...

    def answer_age(self, target: Target, name: str, answer: Answer, *, of_age: bool) -> None:
        """Keep whether somebody named in a field is at least 18, and settle the record."""
        ...

    def toggle(self, target: Target, name: str, element: str, *, on: bool) -> None:
        """Put a code or a record's id (hex) into a set of an existing record, or take it out."""
        ...


class DeskPort:
    """Keeps drafts and settles them in the open vault, in the order they were typed, on the vault's lane.

    Keystrokes that arrive while one is being stored are stored together next, by the same piece of work: no timer,
    no flood, and locking only has to wait for that work.
    """

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        clock: Clock,
        *,
        saved: Callable[[int | None], None] = lambda _at: None,
        tell: Callable[[Changes], None] = lambda _changes: None,
        failed: Callable[[KimError], None] = lambda _error: None,
    ) -> None:
        self._desk = desk
        self._runner = runner
        self._clock = clock
        self._saved = saved
        self._tell = tell
        self._failed = failed
        self._waiting: dict[tuple[RecordId, str], Draft] = {}
        self._writing = False
        self._guard = threading.Lock()

    def draft(self, target: Target, name: str, text: str) -> None:
        """Store the text of a field as a draft; “gespeichert” follows when it is durable."""
        fresh = Draft(kind=target.kind, record=target.record, field=name, text=text, parent=target.parent)
        with self._guard:
            self._waiting[target.record, name] = fresh
            start, self._writing = not self._writing, True
        self._saved(None)
        if start:
            self._runner.run(self._write, lambda _none: self._written(), failed=self._lost)

    def _write(self, _steps: Progress) -> None:
        """Store what waits until nothing waits any more."""
        while batch := self._take_all():
            try:
                _keep(self._desk, batch)
            except KimError:
                self._put_back(batch)
                raise

    def _take_all(self) -> tuple[Draft, ...]:
        with self._guard:
            batch = tuple(self._waiting.values())
            self._waiting.clear()
            self._writing = bool(batch)
        return batch

    def _take(self, record: RecordId) -> tuple[Draft, ...]:
        with self._guard:
            batch = tuple(draft for draft in self._waiting.values() if draft.record == record)
            for draft in batch:
                del self._waiting[draft.record, draft.field]
        return batch

    def _put_back(self, batch: tuple[Draft, ...]) -> None:
        """Keep what could not be stored: it goes along with the next attempt."""
        with self._guard:
            self._waiting = {(draft.record, draft.field): draft for draft in batch} | self._waiting

    def _lost(self, error: KimError) -> None:
        with self._guard:
            self._writing = False
        self._failed(error)

    def _written(self) -> None:
        """Say that it is stored, unless something typed since is still on its way."""
        if not self._writing and not self._waiting:
            self._saved(self._clock.now_ms())

    def settle(self, target: Target, answer: Answer) -> None:
        """Settle a record after everything typed so far was stored."""

        def settled() -> Settled:
            from kimdesk.casework import editing  # noqa: PLC0415 - loads SQLAlchemy, long after the unlock window

            return editing.settle(self._desk, target.kind, target.record)

        self._after_typing(target, settled, answer)

    def answer_age(self, target: Target, name: str, answer: Answer, *, of_age: bool) -> None:
        """Keep what was answered about a name, after everything typed so far was stored."""

        def settled() -> Settled:
            from kimdesk.casework import asking_age  # noqa: PLC0415 - as above

            return asking_age.answer(self._desk, target.kind, target.record, name, of_age=of_age)

        self._after_typing(target, settled, answer)

    def _after_typing(self, target: Target, settle: Callable[[], Settled], answer: Answer) -> None:
        batch: list[Draft] = []

        def work(_steps: Progress) -> Settled:
            batch.extend(self._take(target.record))  # on the lane: never an older text after a newer one
            _keep(self._desk, tuple(batch))
            return settle()

        def done(settled: Settled) -> None:
            self._written()
            answer(Outcome(problems=settled.problems, exists=settled.exists, asks=settled.asks))
            self._tell(settled.changes)

        def failed(error: KimError) -> None:
            self._put_back(tuple(batch))
            self._failed(error)

        self._runner.run(work, done, failed=failed)

    def toggle(self, target: Target, name: str, element: str, *, on: bool) -> None:
        """Change a set at once."""
        spec = self._desk.services.registry[target.kind].field(name)
        value: str | bytes = bytes.fromhex(element) if spec.target else element

        def work(_steps: Progress) -> Changes:
            from kimdesk.casework import editing  # noqa: PLC0415 - as above

            return editing.toggle(self._desk, target.kind, target.record, name, value, on=on)

        def done(changes: Changes) -> None:
            self._written()
            self._tell(changes)

        self._runner.run(work, done, failed=self._failed)


def _keep(desk: Desk, batch: tuple[Draft, ...]) -> None:
    from kimdesk.casework import editing  # noqa: PLC0415 - as above

    for draft in batch:
        editing.keep(desk, draft)
