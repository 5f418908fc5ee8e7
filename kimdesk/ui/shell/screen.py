"""What the shell knows of a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from kimdesk.base.clock import Clock
from kimdesk.domain.changes import Changes
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.forms.port import FormPort
from kimdesk.ui.tasks import Runner

if TYPE_CHECKING:
    from kimdesk.casework.desk import Desk


@runtime_checkable
class Refreshes(Protocol):
    """A screen that shows records."""

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        ...


@runtime_checkable
class Leaves(Protocol):
    """A screen that has something to finish before another one is shown."""

    def leave(self) -> None:
        """Turn drafts into changes."""
        ...


@runtime_checkable
class Opens(Protocol):
    """A screen that wants to know when it becomes visible."""

    def opened(self) -> None:
        """Set the focus, load what is needed."""
        ...


@dataclass(frozen=True, slots=True)
class Screen:
    """A widget with its presenter; the presenter may be Refreshes, Leaves and Opens (so may the widget)."""

    key: str
    widget: QWidget
    presenter: object = None
    family: bool = False

    def parts(self) -> tuple[object, ...]:
        """Return everything that may listen."""
        return (self.presenter, self.widget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every screen gets: time, work beside the window, ways to go, and where news of a write is told.

    `desk` is the open vault of casework; `port` is where forms put what is typed.
    """

    clock: Clock
    runner: Runner
    desk: Desk
    port: FormPort
    go: Callable[[str, str], None] = field(default=lambda _screen, _record: None)
    """Open a screen by its key for a record's id in hex (or "")."""
    tell: Callable[[Changes], None] = field(default=lambda _changes: None)
    """Broadcast what a write changed to all open screens."""
    cover: Callable[[], None] = field(default=lambda: None)
    """Put the cover over the window."""
    protect: Callable[[], None] = field(default=lambda: None)
    """Show what protects the window, and what can be chosen about it."""
    choose_look: Callable[[object], None] = field(default=lambda _settings: None)
    """Put the settings of this workstation in force: colours and size at once, the language with the next start."""
    incident: Callable[[str, str], None] = field(default=lambda _happened, _given: None)
    """Open the sheet for data breaches for what happened; the second says which paper went astray, without a name."""
    handbook: Callable[[], None] = field(default=lambda: None)
    """Open the handbook."""
    rekey: Callable[[str], None] = field(default=lambda _passphrase: None)
    """Close the vault and put it under a new key; takes the passphrase that was just proved."""
    remember: Remember = field(default=forget)
    """Keep what is typed into a dialog, under a key of its own, until it is accepted."""
    saved: Callable[[int | None], None] = field(default=lambda _at: None)
    """Show in the status bar when the last text became durable (None: not yet)."""
