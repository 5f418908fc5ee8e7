"""What the list of backups needs of the provider's use cases."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.base.progress import Progress
from kimdesk.office import deposits
from kimdesk.office.provider import Provider
from kimdesk.ui.screens.backups.state import BackupRow


class ProviderGateway:
    """The backups of an open provider."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def load(self) -> tuple[BackupRow, ...]:
        """Return the backups that came, the latest made first."""
        return tuple(_row(each) for each in deposits.backups(self._provider))

    def take(self, place: Path) -> int:
        """Enter the backups at a place and return how many are new."""
        return deposits.take_backups(self._provider, place)

    def verify(self, key: str, progress: Progress) -> None:
        """Read a whole backup and note the result."""
        deposits.verify_backup(self._provider, key, progress)

    def forget(self, key: str) -> None:
        """Take a backup off the list."""
        deposits.forget_backup(self._provider, key)


def _row(each: deposits.Backup) -> BackupRow:
    return BackupRow(
        key=each.key,
        label=each.label,
        made=each.made,
        since=day_of(each.since),
        size=each.size,
        whole=each.whole,
        verified=day_of(each.verified) if each.verified is not None else None,
        share=each.share,
    )
