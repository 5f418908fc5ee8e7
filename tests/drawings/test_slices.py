"""A tree too wide for paper is cut into parts: nobody is lost or cut through, nothing sticks out, all is said once."""

from __future__ import annotations

import pytest

from kimdesk.domain.views.pictures import GenogramView
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.lettering import LetterPath
from kimdesk.drawings.picture import Picture, Style
from kimdesk.drawings.slices import sliced
from kimdesk.drawings.words import Words
from tests.drawings.families import family, person
from tests.drawings.seen import outside

WIDTH = 700.0


def large() -> GenogramView:
    children = [f"Kind{number}" for number in range(22)]
    people = [person("Stefka", deceased=True), person("Elena", in_household=True), person("Georgi", "m")]
    people += [person(each, "mf"[number % 2], abroad="Bulgarien") for number, each in enumerate(children)]
    own = [f"{parent} parent_of {each}" for each in children for parent in ("Elena", "Georgi")]
    return family(people, "Elena separated_from Georgi", "Stefka parent_of Elena", *own)


@pytest.fixture(scope="module")
def whole(style: Style) -> Picture:
    return draw_genogram(large(), style, foot=WIDTH)


@pytest.fixture(scope="module")
def parts(whole: Picture) -> tuple[Picture, ...]:
    return sliced(whole, WIDTH, Words("de"))


def written(picture: Picture) -> set[str]:
    return {shape.line.text for shape in picture.drawing.contents if isinstance(shape, LetterPath)}


def test_everybody_stands_whole_in_a_part(whole: Picture, parts: tuple[Picture, ...]) -> None:
    assert len(parts) > 2
    assert {area.key for part in parts for area in part.areas} == {area.key for area in whole.areas}
    assert set().union(*map(written, parts)) == written(whole)
    for part in parts:
        assert part.width <= WIDTH
        assert outside(part) == []


def test_only_the_first_part_says_all_of_it(whole: Picture, parts: tuple[Picture, ...]) -> None:
    assert parts[0].sentences == whole.sentences
    assert all(part.sentences == () for part in parts[1:])
    assert parts[1].title.endswith(f"Teil 2 von {len(parts)}")


def test_a_tree_that_fits_stays_whole(style: Style) -> None:
    small = draw_genogram(family([person("Elena"), person("Ivan")], "Elena parent_of Ivan"), style)
    assert sliced(small, WIDTH, Words("de")) == (small,)
