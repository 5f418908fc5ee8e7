"""Where a contact ends when it is moved by hand on the map: its new sector, horizon and place."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees, hypot

from kimdesk.domain.views.pictures import HORIZONS, SECTORS, NetworkContact, NetworkView
from kimdesk.drawings.network.draw import place_contacts
from kimdesk.drawings.picture import STEP, Style


def moved_contact(view: NetworkView, style: Style, key: str, dx: int, dy: int) -> NetworkContact | None:
    """Return a contact as it is after a move by steps to the right and down; None for one that is not on the map."""
    placed = place_contacts(view, style)
    spot = next((spot for spot in placed.spots if spot.contact.key == key), None)
    if spot is None:
        return None
    left, top, right, bottom = spot.box
    x, y = (left + right) / 2 + dx * STEP, (top + bottom) / 2 + dy * STEP
    turned = degrees(atan2(-y, -x)) % 360
    ring = sum(hypot(x, y) > radius for radius in placed.radii[1:3])
    place = round(turned % 90)
    return replace(spot.contact, sector=SECTORS[int(turned // 90) % 4], horizon=HORIZONS[ring], place=place)
