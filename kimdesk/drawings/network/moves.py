"""Where a contact ends when it is moved by hand on the map: its new sector, horizon and place."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees, hypot

from kimdesk.domain.views.pictures import HORIZONS, SECTORS, NetworkContact, NetworkView
from kimdesk.drawings.network.draw import map_middle, place_contacts
from kimdesk.drawings.network.places import Map
from kimdesk.drawings.picture import STEP, Style


def moved_contact(view: NetworkView, style: Style, key: str, dx: int, dy: int) -> NetworkContact | None:
    """Return a contact as it is after a move by steps to the right and down; None for one that is not on the map."""
    placed = place_contacts(view, style)
    spot = next((spot for spot in placed.spots if spot.contact.key == key), None)
    if spot is None:
        return None
    left, top, right, bottom = spot.box
    sector, horizon, place = _cell(placed, (left + right) / 2 + dx * STEP, (top + bottom) / 2 + dy * STEP)
    return replace(spot.contact, sector=sector, horizon=horizon, place=place)


def cell_at(view: NetworkView, style: Style, x: float, y: float) -> tuple[str, str] | None:
    """Return sector and horizon at a point of the picture; None outside of the circles and on the anchor."""
    (left, top), placed = map_middle(view, style)
    if not placed.radii[0] < hypot(x - left, y - top) <= placed.radii[-1]:
        return None
    sector, horizon, _place = _cell(placed, x - left, y - top)
    return sector, horizon


def _cell(placed: Map, x: float, y: float) -> tuple[str, str, int]:
    """Return sector, horizon and place (0 to 90 degrees) of a point seen from the anchor."""
    turned = degrees(atan2(-y, -x)) % 360
    ring = sum(hypot(x, y) > radius for radius in placed.radii[1:3])
    return SECTORS[int(turned // 90) % 4], HORIZONS[ring], round(turned % 90)
