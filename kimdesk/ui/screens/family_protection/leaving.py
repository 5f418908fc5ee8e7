"""Lets child protection leave by one of its ways: asks the gate, makes the paper, keeps what left. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, from_hex
from kimdesk.casework import printing, protection
from kimdesk.casework.printing import Prepared
from kimdesk.casework.protection import ProtectionRelease, ProtectionWay
from kimdesk.domain.changes import Changes

if TYPE_CHECKING:
    from kimdesk.ui.shell.screen import Context

PAPERS: Final[Mapping[ProtectionWay, str]] = MappingProxyType(
    {"consultation": "case_summary", "notice": "youth_notice"}
)


class View(Protocol):
    """What the presenter asks of the dialog."""

    def show_pages(self, pdf: bytes) -> None:
        """Show what was made."""
        ...

    def say_left(self) -> None:
        """Say that it left."""
        ...

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        ...


class LeavingPresenter:
    """Listens to one dialog."""

    def __init__(self, context: Context, case: RecordId, way: ProtectionWay, view: View) -> None:
        self._context, self._case, self._way, self._view = context, case, way, view
        self._prepared: Prepared | None = None
        self._release: ProtectionRelease | None = None
        self._body = ""

    def confirm(self, keys: Sequence[str], body: str) -> None:
        """Make the paper of the entries chosen for the one named; an act that somebody confirmed."""
        desk, document = self._context.desk, PAPERS[self._way]

        def made(_steps: object) -> tuple[Prepared, ProtectionRelease | None]:
            order = protection.order(desk, self._case, self._way, [from_hex(key) for key in keys], body)
            return printing.prepare_paper(desk, self._case, document, order), order.protection

        def shown(found: tuple[Prepared, ProtectionRelease | None]) -> None:
            self._prepared, self._release = found
            self._body = body
            self._view.show_pages(self._prepared.pdf.data)

        self._context.runner.run(made, shown, failed=self._view.fail)

    def save(self, path: Path) -> None:
        """Write the paper where the user chose, and keep that it left."""
        prepared = self._prepared
        if prepared is not None:
            self._context.runner.run(
                lambda _steps: printing.save(prepared, path), lambda _none: self.left(), failed=self._view.fail
            )

    def left(self) -> None:
        """Keep in the entries when and to whom."""
        desk, release, body = self._context.desk, self._release, self._body
        if release is None:
            return

        def told(changes: Changes) -> None:
            self._context.tell(changes)
            self._view.say_left()

        self._context.runner.run(lambda _steps: protection.left(desk, release, body), told, failed=self._view.fail)
