"""What sheets and shares need of the provider's use cases."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.office import deposits, holders
from kimdesk.office.provider import Provider
from kimdesk.ui.screens.sheets.state import Given, Request, SheetRow, SheetsState


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
        given = tuple(
            Given(label=each.label, day=each.day, reason=each.reason) for each in holders.shares_given(self._provider)
        )
        return SheetsState(rows=rows, words=holders.own_words(self._provider), given=given, loaded=True)

    def take(self, short_name: str, where: str) -> None:
        """Note that a sheet lies here."""
        deposits.take_sheet(self._provider, short_name, where)

    def give_back(self, short_name: str) -> None:
        """Note that it does not any more."""
        deposits.give_sheet_back(self._provider, short_name)

    def write_card(self, label: str, path: Path) -> None:
        """Write this holder's card."""
        holders.write_card(self._provider, label, path)

    def read(self, path: Path) -> Request:
        """Read a request for a share."""
        found = holders.look_at(self._provider, path)
        return Request(label=found.label, day=day_of(found.created_ms), ours=found.is_ours)

    def give(self, request: Path, words: str, reason: str, path: Path) -> None:
        """Write the share for a request whose words were heard."""
        holders.give_share(self._provider, request, words, reason, path)
