"""What the parts of the settings need that every vault has: a desk's, an office's and a provider's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kimdesk.base.clock import Clock
from kimdesk.casework.ways import Session
from kimdesk.domain.changes import Changes
from kimdesk.ui.dialogs.memory import Remember
from kimdesk.ui.tasks import Runner


class Around(Protocol):
    """The open vault with time, work beside the window and ways out; `Context` is one, `OwnContext` the other."""

    @property
    def clock(self) -> Clock:
        """The program's clock."""
        ...

    @property
    def runner(self) -> Runner:
        """Where long work is done."""
        ...

    @property
    def desk(self) -> Session:
        """The open vault."""
        ...

    @property
    def tell(self) -> Callable[[Changes], None]:
        """Broadcasts what changed."""
        ...

    @property
    def protect(self) -> Callable[[], None]:
        """Shows what protects the window."""
        ...

    @property
    def rekey(self) -> Callable[[str], None]:
        """Closes the vault and puts it under a new key."""
        ...

    @property
    def remember(self) -> Remember:
        """Keeps what is typed into a dialog."""
        ...

    @property
    def choose_look(self) -> Callable[[object], None]:
        """Puts the settings of this workstation in force."""
        ...

    @property
    def handbook(self) -> Callable[[], None]:
        """Opens the handbook."""
        ...
