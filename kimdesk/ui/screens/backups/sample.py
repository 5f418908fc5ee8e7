"""Backups for the gallery: no vault behind them."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.base.progress import Progress
from kimdesk.ui.screens.backups.presenter import BackupsPresenter
from kimdesk.ui.screens.backups.state import BackupRow, BackupsState
from kimdesk.ui.screens.backups.view import BackupsView
from kimdesk.ui.shell.screen import Context, Screen

_DAY = 86_400_000


def _rows(now: int) -> tuple[BackupRow, ...]:
    def row(key: str, days: int, size: int, *, whole: bool | None) -> BackupRow:
        made, here = now - days * _DAY, day_of(now - (days - 1) * _DAY)
        return BackupRow(
            key=key, label=f"Tresor {key}", made=made, since=here, size=size, whole=whole,
            verified=here if whole is not None else None, share=whole is True,
        )  # fmt: skip

    return (
        row("3", 2, 48_200_000, whole=None),
        row("1", 9, 61_000_000, whole=True),
        row("2", 30, 8_000_000, whole=False),
    )


class Show:
    """A gateway that reads nothing."""

    def __init__(self, rows: tuple[BackupRow, ...]) -> None:
        self._rows = rows

    def load(self) -> tuple[BackupRow, ...]:
        """Return three backups, or none."""
        return self._rows

    def take(self, place: Path) -> int:  # noqa: ARG002 - as the Protocol names it
        """Find nothing new."""
        return 0

    def verify(self, key: str, progress: Progress) -> None:
        """Read nothing."""

    def forget(self, key: str) -> None:
        """Forget nothing."""


def make(context: Context, state: str) -> Screen:
    """Return the list in one of its states: list, verifying, nothing."""
    view = BackupsView()
    rows = () if state == "nothing" else _rows(context.clock.now_ms())
    presenter = BackupsPresenter(Show(rows), context.runner, view)
    view.attach(presenter)
    presenter.opened()
    if state == "verifying":
        view.show_state(BackupsState(rows=rows, verifying="3", share=0.6, loaded=True))
    return Screen("backups", view, None)
