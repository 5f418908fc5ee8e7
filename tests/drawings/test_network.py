"""The network map: everybody in their own cell, no label upon another, and nothing judged."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import combinations
from math import atan2, degrees, hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import PolyLine

from kimdesk.domain.views.pictures import HORIZONS, SECTORS, NetworkContact, NetworkView
from kimdesk.drawings.ink import Ink
from kimdesk.drawings.lettering import Lettering, Line
from kimdesk.drawings.network.draw import draw_network
from kimdesk.drawings.network.moves import moved_contact
from kimdesk.drawings.network.places import Map, Spot, find_spots
from kimdesk.drawings.picture import Style
from kimdesk.drawings.svg import to_svg
from kimdesk.text.shaping import Faces
from tests.drawings.seen import Box, colliding, colours, letters, outside

NIGHT = Ink(paper="#101010", text="#FAFAFA", dim="#C0C0C0", line="#707070", mark="#63C7C2", soft="#203030", weight=2.0)
NAMES = ("Elena", "Онкъл Стефан", "علي الحسن", "Frau Maximiliane von Hohenstein", "Bo", "ሰላም", "x" * 80)


def contact(key: str, sector: str = "family", horizon: str = "close", place: int | None = None) -> NetworkContact:
    return NetworkContact(key=key, name=key, sector=sector, horizon=horizon, place=place)


def network(*contacts: NetworkContact, ties: tuple[tuple[str, str], ...] = (), anchor: str = "Elena") -> NetworkView:
    return NetworkView(
        anchor=anchor,
        sectors=("Familie", "Freundeskreis", "Arbeit, Schule, Vereine", "professionelle Hilfe"),
        horizons=("nah", "mittel", "weiter weg"),
        contacts=contacts,
        ties=ties,
    )


def demo() -> NetworkView:
    return network(
        contact("Georgi"),
        contact("Stefka"),
        contact("Tante in Gronau", "family", "middle"),
        contact("Nachbarin", "friends", "middle"),
        contact("Lehrerin", "work", "middle"),
        contact("MBE", "professional", "loose"),
        ties=(("Georgi", "Stefka"), ("Stefka", "Georgi"), ("Georgi", "Georgi"), ("Georgi", "niemand")),
    )


def placed(view: NetworkView, faces: Faces) -> Map:
    write = Lettering(faces, "de")
    labels = {each.key: write.label(*write.wrapped(Line(each.name, 8.5), 74, most=3)) for each in view.contacts}
    return find_spots(view.contacts, labels, 24.0)


def box(spot: Spot) -> Box:
    return Box(*spot.box, spot.contact.key)


def flaws(found: Map) -> list[str]:
    boxes = [box(spot) for spot in found.spots]
    bad = [f"{one.what} on {other.what}" for one, other in combinations(boxes, 2) if one.overlaps(other)]
    return bad + [f"{spot.contact.key} outside its cell" for spot in found.spots if not in_cell(spot, found)]


def in_cell(spot: Spot, found: Map) -> bool:
    corners = [(x, y) for x in spot.box[::2] for y in spot.box[1::2]]
    inner, outer = found.radii[HORIZONS.index(spot.contact.horizon) :][:2]
    left, top = spot.contact.sector in ("family", "professional"), spot.contact.sector in ("family", "friends")
    sides = all((x < 0) == left and (y < 0) == top for x, y in corners)
    return sides and all(inner < hypot(x, y) < outer for x, y in corners)


def test_each_sector_is_told_in_a_sentence(style: Style) -> None:
    assert draw_network(demo(), style).sentences == (
        "Um Elena: sechs Kontakte.",
        "Familie: nah Georgi und Stefka; mittel Tante in Gronau.",
        "Freundeskreis: mittel Nachbarin.",
        "Arbeit, Schule, Vereine: mittel Lehrerin.",
        "professionelle Hilfe: weiter weg MBE.",
        "Es kennen sich: Georgi und Stefka.",
    )


def test_the_same_is_a_table(style: Style) -> None:
    table = draw_network(demo(), style).table
    assert table is not None
    assert table.rows[2] == ("Tante in Gronau", "Familie", "mittel")


def test_ties_are_drawn_once_and_only_between_people_of_the_map(style: Style) -> None:
    def lines(view: NetworkView) -> int:
        return sum(isinstance(each, PolyLine) for each in draw_network(view, style).drawing.contents)

    legend = 1
    assert lines(demo()) == lines(replace(demo(), ties=())) + 1 + legend
    assert "Linie: Diese beiden kennen sich." in draw_network(demo(), style).texts


def test_everybody_stands_in_their_own_cell(faces: Faces) -> None:
    everywhere = [contact(f"{sector} {horizon}", sector, horizon) for sector in SECTORS for horizon in HORIZONS]
    found = placed(network(*everywhere), faces)
    assert flaws(found) == []
    assert len(found.spots) == 12


@pytest.mark.parametrize("sector", SECTORS)
def test_a_place_by_hand_is_kept(faces: Faces, sector: str) -> None:
    found = placed(network(*(contact(str(place), sector, "loose", place) for place in (20, 45, 70))), faces)
    for spot in found.spots:
        middle = ((spot.box[0] + spot.box[2]) / 2, (spot.box[1] + spot.box[3]) / 2)
        turned = (degrees(atan2(-middle[1], -middle[0])) - 90 * SECTORS.index(sector)) % 360
        assert turned == pytest.approx(spot.contact.place, abs=1.5)


def test_two_at_the_same_place_make_way(faces: Faces) -> None:
    found = placed(network(contact("a", place=40), contact("b", place=40), contact("c", place=999)), faces)
    assert len(found.spots) == 3
    assert flaws(found) == []


def test_letters_stay_apart_and_inside(style: Style) -> None:
    picture = draw_network(demo(), style)
    assert colliding(letters(picture)) == []
    assert outside(picture) == []
    assert [area.key for area in picture.areas] == [each.key for each in demo().contacts]
    assert picture.areas[0].name == "Georgi, Familie, nah"


def test_nobody_around_is_said_without_judging(style: Style) -> None:
    picture = draw_network(network(), style)
    assert picture.sentences[:2] == ("Um Elena: 0 Kontakte.", "Familie: niemand eingetragen.")
    assert "Elena" in picture.texts


def test_a_code_nobody_knows_is_only_listed(style: Style) -> None:
    picture = draw_network(network(contact("Neu", "neighbours")), style)
    assert picture.table is not None
    assert picture.table.rows == (("Neu", "–", "nah"),)
    assert picture.areas == ()
    assert picture.sentences[-1] == "Nicht auf der Karte: Neu."


def test_the_theme_gives_every_colour(faces: Faces) -> None:
    picture = draw_network(demo(), Style(faces, NIGHT))
    assert colours(picture) <= {value for value in asdict(NIGHT).values() if isinstance(value, str)}


def test_the_same_people_are_always_drawn_the_same(style: Style) -> None:
    assert to_svg(draw_network(demo(), style)) == to_svg(draw_network(demo(), style))


@pytest.mark.parametrize(
    ("way", "sector", "horizon"),
    [
        ((0, 0), "family", "close"),
        ((60, 0), "friends", "loose"),
        ((40, 40), "work", "loose"),
        ((0, 9), "professional", "close"),
    ],
)
def test_moving_leads_to_the_cell_below_the_hand(style: Style, way: tuple[int, int], sector: str, horizon: str) -> None:
    view = network(contact("Georgi", "family", "close", 45))
    moved = moved_contact(view, style, "Georgi", *way)
    assert moved is not None
    assert (moved.sector, moved.horizon) == (sector, horizon)
    assert 0 <= (moved.place or 0) <= 90
    assert way != (0, 0) or moved.place == pytest.approx(45, abs=1)


def any_network(most: int) -> st.SearchStrategy[NetworkView]:
    people = st.lists(
        st.builds(
            NetworkContact,
            key=st.integers(0, 10**6).map(str),
            name=st.sampled_from(NAMES),
            sector=st.sampled_from(SECTORS),
            horizon=st.sampled_from(HORIZONS),
            place=st.none() | st.integers(0, 90),
        ),
        max_size=most,
        unique_by=lambda each: each.key,
    )
    return people.map(lambda contacts: network(*contacts))


@settings(max_examples=25, deadline=None)
@given(view=any_network(14))
def test_no_labels_overlap(view: NetworkView, faces: Faces) -> None:
    found = placed(view, faces)
    assert flaws(found) == []
    assert len(found.spots) == len(view.contacts)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(view=any_network(60))
def test_no_labels_overlap_with_sixty_contacts(view: NetworkView, faces: Faces) -> None:
    assert flaws(placed(view, faces)) == []


def test_sixty_in_one_cell_find_room(faces: Faces) -> None:
    found = placed(network(*(contact(f"Kontakt {number}", "work", "close") for number in range(60))), faces)
    assert len(found.spots) == 60
    assert flaws(found) == []
