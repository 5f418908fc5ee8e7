"""What recovery sheets need of the provider's use cases."""

from __future__ import annotations

from kimdesk.base.clock import day_of
from kimdesk.office import deposits
from kimdesk.office.provider import Provider
from kimdesk.ui.screens.sheets.state import SheetRow, SheetsState


class ProviderGateway:
    """The recovery sheets of an open provider."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def load(self) -> SheetsState:
        """Return every desk with its sheet."""
        rows = tuple(
            SheetRow(
                short_name=each.short_name,
                label=each.label,
                since=day_of(each.since) if each.since is not None else None,
                where=each.where,
            )
            for each in deposits.sheets(self._provider)
        )
        return SheetsState(rows=rows, loaded=True)

    def take(self, short_name: str, where: str) -> None:
        """Note that a sheet lies here."""
        deposits.take_sheet(self._provider, short_name, where)

    def give_back(self, short_name: str) -> None:
        """Note that it does not any more."""
        deposits.give_sheet_back(self._provider, short_name)
