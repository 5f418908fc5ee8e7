"""Files on their way out: a copy for somebody the gate lets have it, or for another program to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId
from kimdesk.casework import giving, outside
from kimdesk.domain.changes import Changes
from kimdesk.ui.screens.family_documents.state import Receiver

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context
    from kimdesk.ui.tasks import Job


class OutView(Protocol):
    """What is asked of the page when a file leaves."""

    def ask_give(self, receivers: Sequence[Receiver]) -> None:
        """Ask for whom a copy is."""
        ...

    def show_leaving(self, receiver: Receiver, suggested: str) -> None:
        """Show what leaves, and ask where to."""
        ...

    def refuse_leaving(self, error: KimError) -> None:
        """Say why a copy does not leave."""
        ...

    def say_given(self, receiver: Receiver) -> None:
        """Say that a copy was written."""
        ...

    def hand_over(self, path: Path) -> None:
        """Let another program open a copy."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class Out:
    """The ways out of the file that is shown; `chosen` tells which that is, `told` hears what was written."""

    def __init__(
        self,
        context: Context,
        view: OutView,
        chosen: Callable[[], RecordId | None],
        told: Callable[[Changes], None],
    ) -> None:
        self._context, self._view, self._chosen, self._told = context, view, chosen, told
        self._choices: tuple[giving.Choice, ...] = ()
        self._leaving: tuple[giving.Choice, giving.Leaving] | None = None
        self._asking: Job | None = None

    def ask_give(self) -> None:
        """Ask for whom a copy of the file shown is."""
        desk, record = self._context.desk, self._chosen()
        if record is None:
            return

        def told(choices: tuple[giving.Choice, ...]) -> None:
            self._choices = choices
            self._view.ask_give([_receiver(each) for each in choices])

        self._context.runner.run(
            lambda _steps: giving.choices(desk, record), told, failed=self._view.fail, lane="query"
        )

    def choose_receiver(self, number: int) -> None:
        """Ask the gate for one of those offered."""
        desk, record, choice = self._context.desk, self._chosen(), self._choices[number]
        self._leaving = None
        if self._asking is not None:
            self._asking.forget()
        if record is None:
            return

        def told(leaving: giving.Leaving) -> None:
            self._leaving = (choice, leaving)
            self._view.show_leaving(_receiver(choice), leaving.suggested_name)

        self._asking = self._context.runner.run(
            lambda _steps: giving.prepare(desk, record, choice),
            told,
            failed=self._view.refuse_leaving,
            lane="query",
        )

    def give(self, path: Path) -> None:
        """Write what the gate let out, and keep that it left."""
        if self._leaving is None:
            return
        desk, (choice, leaving) = self._context.desk, self._leaving

        def written(_none: None) -> None:
            self._context.runner.run(lambda _steps: giving.handed_out(desk, leaving), kept, failed=self._view.fail)

        def kept(changes: Changes) -> None:
            self._told(changes)
            self._view.say_given(_receiver(choice))

        self._context.runner.run(
            lambda steps: giving.save(desk, leaving, path, steps),
            written,
            failed=self._view.refuse_leaving,
            lane="side",
        )

    def open_outside(self) -> None:
        """Hand a copy in the clear to another program; the caller has asked."""
        desk, record = self._context.desk, self._chosen()
        if record is not None:
            self._context.runner.run(
                lambda steps: outside.open_copy(desk, record, steps),
                self._view.hand_over,
                failed=self._view.fail,
                lane="side",
            )

    def close_outside(self) -> None:
        """Remove the copies no program took."""
        self._context.runner.run(
            lambda _steps: outside.clean(self._context.desk), lambda _left: None, failed=self._view.fail
        )


def _receiver(choice: giving.Choice) -> Receiver:
    return Receiver(kind=choice.recipient.kind, name=choice.name, purpose=choice.purpose)
