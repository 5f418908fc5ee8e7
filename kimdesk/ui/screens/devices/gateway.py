"""What the list of devices needs of the office's use cases, in one place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.office import deliveries, enrolment
from kimdesk.office.authority import AuthoritySession
from kimdesk.office.office import Office
from kimdesk.ui.screens.devices.presenter import Place
from kimdesk.ui.screens.devices.state import SOON_DAYS, DeviceRow, DevicesState, Request, Validity


class VaultGateway:
    """The devices of an open office or provider."""

    def __init__(self, vault: AuthoritySession) -> None:
        self._vault = vault

    def load(self) -> DevicesState:
        """Return our words and everybody let in."""
        heard = self._heard()
        rows = tuple(self._row(each, heard.get(each.short_name)) for each in enrolment.devices(self._vault))
        return DevicesState(words=self._vault.words, rows=rows, receives=isinstance(self._vault, Office), loaded=True)

    def _heard(self) -> dict[str, dt.date]:
        if not isinstance(self._vault, Office):
            return {}
        found = deliveries.overview(self._vault)
        return {each.short_name: day_of(each.last_at) for each in found if each.last_at is not None}

    def _row(self, device: enrolment.Device, heard: dt.date | None) -> DeviceRow:
        return DeviceRow(
            short_name=device.short_name,
            label=device.label,
            role=device.role,
            words=device.words,
            since=day_of(device.valid_from),
            until=day_of(device.valid_until),
            validity=self._validity(device),
            provider=device.provider,
            place=device.place,
            heard=heard,
        )

    def _validity(self, device: enrolment.Device) -> Validity:
        if device.revoked:
            return "revoked"
        if device.over(self._vault.clock.now_ms()):
            return "over"
        left = day_of(device.valid_until) - self._vault.today
        return "soon" if left.days <= SOON_DAYS else "valid"

    def read(self, path: Path) -> tuple[bytes, Request]:
        """Read a request."""
        data, asked = enrolment.read_request(path)
        return data, Request(label=asked.label, role=asked.role)

    def enrol(self, request: bytes, words: str, place: Place) -> bytes:
        """Let a device in and return its grant."""
        grant, _enrolled = enrolment.enrol(self._vault, request, words, _belonging(place))
        return grant

    def save(self, grant: bytes, path: Path) -> None:
        """Write a grant."""
        enrolment.save_grant(grant, path)

    def move(self, short_name: str, place: Place) -> None:
        """Say where a desk belongs."""
        enrolment.move(self._vault, short_name, _belonging(place))

    def revoke(self, short_name: str) -> None:
        """Shut a device out."""
        enrolment.revoke(self._vault, short_name)


def _belonging(place: Place) -> enrolment.Belonging:
    return enrolment.Belonging(provider=place.provider, place=place.place)
