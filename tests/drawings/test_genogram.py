"""The genogram of any family: usual symbols, nothing on top of anything, and everything said in words as well."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Polygon, PolyLine, Rect

from kimdesk.domain.views.pictures import (
    DESCENTS,
    PARTNERSHIPS,
    GenogramRelation,
    GenogramView,
)
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.genogram.kin import Kin, find_kin
from kimdesk.drawings.genogram.layout import RADIUS, Layout
from kimdesk.drawings.genogram.order import arrange
from kimdesk.drawings.genogram.places import spread
from kimdesk.drawings.ink import Ink
from kimdesk.drawings.picture import STEP, Style
from kimdesk.drawings.svg import to_svg
from kimdesk.text.shaping import Faces
from tests.drawings.families import any_family, family, person
from tests.drawings.geometry import flaws, inside, laid_out
from tests.drawings.seen import colliding, colours, letters, outside

NIGHT = Ink(paper="#101010", text="#FAFAFA", dim="#C0C0C0", line="#707070", mark="#63C7C2", soft="#203030", weight=2.0)


def demo() -> GenogramView:
    return family(
        [
            person("Georgi", "m", family_name="Dimitrov", age=35, in_household=True),
            person("Elena", family_name="Dimitrova", age=32, in_household=True, index=True),
            person("Mariya", age=10, born="2016-03-03", in_household=True),
            person("Ivan", "m", age=5, born="2021-01-20", in_household=True),
            person("Sofia", age=2, born="2024-08-14", in_household=True),
            person("Stefka", family_name="Georgieva", role="Großmutter", abroad="Bulgarien"),
        ],
        "Georgi partner_of Elena",
        *(f"{parent} parent_of {child}" for parent in ("Elena", "Georgi") for child in ("Sofia", "Mariya", "Ivan")),
        "Stefka parent_of Elena",
    )


def patchwork() -> GenogramView:
    names = ("Anna", "Bernd", "Karim", "Ole", "Yvonne", "Lina", "Sami", "Tom", "Mia", "Finn", "Noor", "Clara", "Horst")
    men = ("Bernd", "Karim", "Ole", "Sami", "Tom", "Finn", "Horst")
    home = ("Anna", "Bernd", "Lina", "Sami", "Tom", "Mia", "Noor")
    return family(
        [person(name, "m" if name in men else "f", in_household=name in home, index=name == "Anna") for name in names],
        *("Anna married_to Bernd", "Anna divorced_from Karim", "Anna separated_from Ole", "Bernd divorced_from Yvonne"),
        *(f"{one} parent_of {child}" for one in ("Anna", "Karim") for child in ("Lina", "Sami")),
        *("Anna parent_of Tom", "Ole parent_of Tom", "Anna parent_of Mia", "Bernd parent_of Mia"),
        *("Bernd parent_of Finn", "Yvonne parent_of Finn"),
        *("Anna foster_parent_of Noor", "Bernd adoptive_parent_of Noor"),
        *("Horst parent_of Anna", "Horst parent_of Clara"),
    )


def test_the_demo_family_is_told_in_sentences(style: Style) -> None:
    picture = draw_genogram(demo(), style)
    assert picture.sentences == (
        "Sechs Personen, drei Generationen.",
        "Im Mittelpunkt: Elena Dimitrova.",
        "Stefka; ein Kind: Elena Dimitrova (32).",
        "Georgi Dimitrov und Elena Dimitrova, zusammen; drei Kinder: Mariya (10), Ivan (5) und Sofia (2).",
        "Im Haushalt leben: Georgi Dimitrov, Elena Dimitrova, Mariya, Ivan und Sofia.",
        "Im Ausland leben: Stefka (Bulgarien).",
    )
    assert picture.alt.startswith("Genogramm. Sechs Personen")


def test_relatives_outside_the_household_are_shown_by_first_name_or_role(style: Style) -> None:
    stranger = replace(demo().persons[5], given_name=None)
    texts = draw_genogram(GenogramView(persons=(demo().persons[5], replace(stranger, key="x"))), style).texts
    assert {"Stefka", "Großmutter"} <= set(texts)
    assert "Georgieva" not in " ".join(texts)
    reasoned = replace(demo().persons[5], full_name=True)
    assert "Georgieva" in " ".join(draw_genogram(GenogramView(persons=(reasoned,)), style).texts)
    nameless = replace(stranger, role=None)
    assert "ohne Namen" in draw_genogram(GenogramView(persons=(nameless,)), style).texts


def test_symbols_are_those_of_the_field(faces: Faces) -> None:
    everybody = family([person("a", "m"), person("b", "f"), person("c", None)])
    plain = draw_genogram(everybody, Style(faces)).drawing.contents
    assert [each.width for each in plain if isinstance(each, Rect)][:1] == [2 * RADIUS]
    assert [each.r for each in plain if isinstance(each, Circle)][:1] == [RADIUS]
    assert len([each for each in plain if isinstance(each, Polygon)]) == 2

    def shapes(**values: object) -> list[type]:
        drawn = draw_genogram(family([person("a", "f", **values)]), Style(faces)).drawing.contents
        return [type(each) for each in drawn if isinstance(each, (Circle, PolyLine))]

    alone = shapes()
    assert shapes(index=True).count(Circle) == alone.count(Circle) + 3
    assert shapes(deceased=True).count(PolyLine) == alone.count(PolyLine) + 4
    assert shapes(abroad="").count(PolyLine) == alone.count(PolyLine) + 4


def test_partnerships_differ_in_line_and_slashes(faces: Faces) -> None:
    two = [person("a", "m"), person("b", "f")]
    looks = {}
    for code in PARTNERSHIPS:
        _, _, routes = laid_out(family(two, f"a {code} b"), faces)
        looks[code] = (routes[0].look, routes[0].slashes)
    assert len(set(looks.values())) == len(PARTNERSHIPS)
    assert looks["divorced_from"] == ("solid", 2)


def test_adopted_and_foster_children_hang_on_lines_of_their_own(faces: Faces) -> None:
    kin, _, routes = laid_out(patchwork(), faces)
    assert {route.look for route in routes} == {"solid", "dashed", "dotted"}
    assert ("Noor", "adopted") in {child for each in kin.families for child in each.children}


def test_children_stand_by_age_and_a_man_left_of_his_partner(faces: Faces) -> None:
    _, layout, _ = laid_out(demo(), faces)
    x = {key: seat.x for key, seat in layout.seats.items()}
    assert x["Georgi"] < x["Elena"]
    assert x["Mariya"] < x["Ivan"] < x["Sofia"]
    assert x["Ivan"] == pytest.approx((x["Georgi"] + x["Elena"]) / 2, abs=1)


def test_the_household_border_holds_its_members_and_nobody_else(faces: Faces) -> None:
    _, layout, _ = laid_out(patchwork(), faces)
    assert {key for key, seat in layout.seats.items() if inside(layout, seat)} == {
        key for key, seat in layout.seats.items() if seat.person.in_household
    }
    assert len(layout.borders) == 1


def test_no_lines_cross_where_none_have_to(faces: Faces) -> None:
    couples = [person(f"{side}{who}", gender) for side in "ab" for who, gender in (("m", "m"), ("f", "f"))]
    children = [
        person(name, gender, born=born)
        for name, gender, born in (
            ("a1", "f", "1980"),
            ("a2", "m", "1982"),
            ("a3", "f", "1990"),
            ("b1", "f", "1981"),
            ("b2", "m", "1985"),
        )
    ]
    parents = [f"{name[0]}{who} parent_of {name}" for name in ("a1", "a2", "a3", "b1", "b2") for who in "mf"]
    _, _, routes = laid_out(family([*couples, *children], *parents, "a2 married_to b1"), faces)
    parts = [(route.owner, one, other) for route in routes for one, other in pairwise(route.points)]
    crossings = [
        (first, second)
        for first, (x1, y), (x2, same) in parts
        if y == same
        for second, (x, y1), (as_well, y2) in parts
        if x == as_well and first != second and min(x1, x2) < x < max(x1, x2) and min(y1, y2) < y < max(y1, y2)
    ]
    assert crossings == []


def test_a_move_by_hand_is_kept(faces: Faces) -> None:
    def seats(dx: int, dy: int) -> dict[str, tuple[float, float]]:
        persons = tuple(replace(each, dx=dx, dy=dy) if each.key == "Sofia" else each for each in demo().persons)
        kin, layout, routes = laid_out(replace(demo(), persons=persons), faces)
        assert flaws(kin, layout, routes) == []
        return {key: (seat.x, seat.y) for key, seat in layout.seats.items()}

    before, after = seats(0, 0), seats(4, 2)
    assert after["Sofia"][0] - after["Ivan"][0] == pytest.approx(before["Sofia"][0] - before["Ivan"][0] + 4 * STEP)
    assert after["Sofia"][1] - after["Ivan"][1] == pytest.approx(2 * STEP)
    passed = seats(-16, 0)
    assert passed["Sofia"][0] < passed["Mariya"][0]


def test_contradictions_are_listed_beside_the_picture(style: Style) -> None:
    relations = tuple(
        GenogramRelation(one, other, code, word)
        for one, code, other, word in (
            ("a", "parent_of", "b", "ist Elternteil von"),
            ("b", "parent_of", "a", "ist Elternteil von"),
            ("a", "married_to", "b", "ist verheiratet mit"),
            ("c", "guardian_of", "a", "hat die Vormundschaft für"),
            ("a", "parent_of", "a", "ist Elternteil von"),
            ("a", "parent_of", "nobody", "ist Elternteil von"),
        )
    )
    persons = tuple(person(key) for key in "abc")
    picture = draw_genogram(GenogramView(persons=persons, relations=relations), style)
    listed = (
        "Nicht eingezeichnet:",
        "b ist Elternteil von a.",
        "a ist verheiratet mit b.",
        "c hat die Vormundschaft für a.",
    )
    assert picture.sentences[-4:] == listed
    assert set(listed) <= set(picture.texts)


def test_siblings_and_grandparents_are_joined_without_the_parents_between(faces: Faces) -> None:
    view = family([person(key) for key in "abcd"], "a sibling_of b", "c grandparent_of a", "d other b")
    kin, layout, _ = laid_out(view, faces)
    assert {each.parents for each in kin.families} == {(), ("c",)}
    assert layout.seats["a"].y == layout.seats["b"].y > layout.seats["c"].y


def test_a_grandparent_already_drawn_through_a_parent_gets_no_second_line() -> None:
    view = family([person(key) for key in "abc"], "a parent_of b", "b parent_of c", "a grandparent_of c")
    kin = find_kin(view)
    assert [each.parents for each in kin.families] == [("a",), ("b",)]
    assert kin.listed == ()


def test_what_the_lines_already_say_is_not_listed_again() -> None:
    drawn = ("grandma parent_of mother", "grandma parent_of aunt", "mother parent_of child", "mother married_to step")
    said = ("aunt uncle_aunt_of child", "step step_parent_of child", "mother sibling_of aunt")
    people = [person(key) for key in ("grandma", "mother", "aunt", "child", "step")]
    assert find_kin(family(people, *drawn, *said)).listed == ()
    kin = find_kin(family(people, *said))
    assert [each.relation for each in kin.listed] == ["uncle_aunt_of", "step_parent_of"]
    assert kin.rows["aunt"] < kin.rows["child"]


def test_people_without_relations_stand_where_their_generation_says() -> None:
    persons = [person("a", index=True), person("older", generation=-1), person("younger", generation=1)]
    assert find_kin(family(persons)).rows == {"older": 0, "a": 1, "younger": 2}


def test_forty_people_without_relations_stand_in_rows(faces: Faces) -> None:
    kin, layout = check(family([person(f"p{number}", in_household=True) for number in range(40)]), faces)
    assert layout.width < 700
    assert len(layout.borders) == 1
    assert len(set(kin.rows.values())) == 5


def test_long_names_are_shortened_in_the_picture_only(style: Style) -> None:
    picture = draw_genogram(family([person("x", given_name="Wort " * 40), person("y", given_name="w" * 200)]), style)
    assert sum(text.endswith("…") for text in picture.texts) == 2
    assert ("Wort " * 40).strip() in picture.areas[0].name
    assert colliding(letters(picture)) == []


@pytest.mark.parametrize("name", ["Стефка Георгиева", "علي الحسن", "ሰላም ተስፋይ", "क्षेत्र"])
def test_names_in_any_script_stand_below_their_symbols(style: Style, name: str) -> None:
    picture = draw_genogram(family([person("x", given_name=name, age=40)]), style)
    assert picture.texts[:2] == ("40", name)
    assert outside(picture) == []


def test_a_name_keeps_its_direction_within_a_sentence(style: Style) -> None:
    picture = draw_genogram(family([person("x", given_name="علي"), person("Bo")], "x married_to Bo"), style)
    assert "\u2068علي\u2069 und Bo, verheiratet." in picture.sentences


def test_nobody_entered_is_said(style: Style) -> None:
    picture = draw_genogram(GenogramView(), style)
    assert picture.sentences == picture.texts == ("Noch sind keine Personen eingetragen.",)


def test_the_theme_gives_every_colour(faces: Faces) -> None:
    picture = draw_genogram(patchwork(), Style(faces, NIGHT))
    assert colours(picture) <= {value for value in asdict(NIGHT).values() if isinstance(value, str)}


def test_the_same_family_is_always_drawn_the_same(style: Style) -> None:
    assert to_svg(draw_genogram(patchwork(), style)) == to_svg(draw_genogram(patchwork(), style))


def test_every_person_can_be_chosen_where_it_is_drawn(style: Style) -> None:
    picture = draw_genogram(demo(), style)
    assert [area.key for area in picture.areas] == [each.key for each in demo().persons]
    assert picture.areas[1].name == "Elena Dimitrova, 32"
    assert all(area.holds(area.x + area.width / 2, area.y + RADIUS) for area in picture.areas)
    assert not picture.areas[0].holds(picture.areas[1].x + 1, picture.areas[1].y + 1)


def accounted(kin: Kin, relation: GenogramRelation) -> bool:
    """Tell whether a relation is drawn, implied by what is drawn, or listed."""
    one, other, code = relation.person, relation.other, relation.relation
    if relation in kin.listed:
        return True
    if code in PARTNERSHIPS:
        return any(union.joins(one, other) for union in kin.unions)
    parents: dict[str, set[str]] = {key: set() for key in kin.persons}
    for each in kin.families:
        for child, _ in each.children:
            parents[child] |= set(each.parents)
    if code in DESCENTS:
        return one in parents[other] or (code == "grandparent_of" and kin.rows[one] < kin.rows[other])

    def siblings(a: str, b: str) -> bool:
        together = any({a, b} <= set(dict(each.children)) for each in kin.families if not each.parents)
        return together or bool(parents[a] & parents[b])

    if code == "step_parent_of":
        return any(union.joins(one, parent) for union in kin.unions for parent in parents[other])
    if code == "uncle_aunt_of":
        return any(siblings(one, parent) for parent in parents[other])
    if code == "cousin_of":
        return any(siblings(a, b) for a in parents[one] for b in parents[other])
    return siblings(one, other)


def check(view: GenogramView, faces: Faces) -> tuple[Kin, Layout]:
    kin, layout, routes = laid_out(view, faces)
    assert flaws(kin, layout, routes) == []
    known = {each.key for each in view.persons}
    valid = [each for each in view.relations if {each.person, each.other} <= known and each.person != each.other]
    assert [each for each in valid if not accounted(kin, each)] == []
    assert set(layout.seats) == known
    return kin, layout


@settings(max_examples=60, deadline=None)
@given(view=any_family())
def test_whatever_the_relations_are_nothing_overlaps_and_nothing_is_lost(view: GenogramView, faces: Faces) -> None:
    check(view, faces)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(view=any_family(most=40))
def test_forty_people_with_any_relations_never_overlap(view: GenogramView, faces: Faces) -> None:
    check(view, faces)


@settings(max_examples=10, deadline=None)
@given(view=any_family(most=8))
def test_any_family_is_drawn_inside_its_picture(view: GenogramView, style: Style) -> None:
    picture = draw_genogram(view, style)
    assert outside(picture) == []
    assert len(picture.areas) == len(view.persons)


def test_a_chain_of_forty_generations_is_drawn(faces: Faces) -> None:
    keys = [f"g{number}" for number in range(40)]
    relations = [f"{one} parent_of {other}" for one, other in pairwise(keys)]
    kin, _ = check(family([person(key) for key in keys], *relations), faces)
    assert len(set(kin.rows.values())) == 40


def test_more_partners_than_can_be_drawn_are_listed(faces: Faces) -> None:
    keys = [f"p{number}" for number in range(10)]
    view = family([person("a"), *(person(key) for key in keys)], *(f"a married_to {key}" for key in keys))
    kin, _ = check(view, faces)
    assert len(kin.unions) == 6
    assert len(kin.listed) == 4


def test_the_check_notices_what_is_wrong(faces: Faces) -> None:
    kin, layout, routes = laid_out(demo(), faces)
    assert flaws(kin, layout, routes) == []
    seats = dict(layout.seats)
    seats["Ivan"] = replace(seats["Ivan"], x=seats["Mariya"].x + 20)
    found = flaws(kin, replace(layout, seats=seats), routes)
    assert {"Mariya on Ivan", "label Mariya on label Ivan"} <= set(found)
    seats["Ivan"] = replace(layout.seats["Ivan"], y=layout.seats["Elena"].y - 60)
    assert "Ivan not below Elena" in flaws(kin, replace(layout, seats=seats), routes)
    assert "border around Ivan" in flaws(kin, replace(layout, borders=()), routes)
    shifted = tuple(replace(route, points=tuple((x + 40, y + 20) for x, y in route.points)) for route in routes)
    assert any("through" in flaw for flaw in flaws(kin, layout, shifted))
    doubled = (*routes, replace(routes[0], owner="other"))
    assert any("upon" in flaw for flaw in flaws(kin, layout, doubled))


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.tuples(st.floats(-500, 500), st.floats(0.01, 100), st.floats(0, 60)), min_size=1, max_size=12))
def test_places_keep_their_distance_and_stay_where_they_can(rows: list[tuple[float, float, float]]) -> None:
    targets, weights, steps = (list(column) for column in zip(*rows, strict=True))
    placed = spread(targets, weights, steps[1:])
    assert all(b - a >= step - 1e-6 for a, b, step in zip(placed, placed[1:], steps[1:], strict=False))
    free = spread(placed, weights, steps[1:])
    assert free == pytest.approx(placed, abs=1e-6)


def test_order_puts_partners_side_by_side() -> None:
    rows = arrange(find_kin(patchwork())).rows
    assert ("Ole", "Anna", "Bernd", "Yvonne") in {unit[:4] for row in rows for unit in row} | {
        unit[::-1][:4] for row in rows for unit in row
    } | {unit[1:5] for row in rows for unit in row}
