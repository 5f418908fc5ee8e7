"""Outlines are the same letters that paper writes: as wide, in the same order, in any script."""

from __future__ import annotations

import pytest

from kimdesk.text.outlines import CLOSE, CURVE, LINE, MOVE, line_width, outline
from kimdesk.text.shaping import Faces

TAKES = {MOVE: 2, LINE: 2, CURVE: 6, CLOSE: 0}
NAMES = ["Elena Dimitrova", "Елена Димитрова", "علي الحسن", "ሰላም", "क्षेत्र", "שרה", "علي (Ali) 42"]


@pytest.mark.parametrize("name", NAMES)
def test_letters_of_every_script_have_shapes(name: str, faces: Faces) -> None:
    shape = outline(name, faces)
    assert shape.width == pytest.approx(line_width(name, faces))
    assert len(shape.numbers) == sum(TAKES[operator] for operator in shape.operators)
    assert shape.operators.count(MOVE) == shape.operators.count(CLOSE) > 3
    assert -400 < min(shape.numbers[::2]) <= max(shape.numbers[::2]) < shape.width + 400


def test_right_to_left_words_are_drawn_from_the_right(faces: Faces) -> None:
    both, first = outline("علي حسن", faces), outline("علي", faces)
    moved = [x + (both.width - first.width) for x in first.numbers[::2]]
    assert both.numbers[::2][-len(moved) :] == pytest.approx(moved)


def test_a_latin_name_before_an_arabic_one_stays_first(faces: Faces) -> None:
    mixed, latin = outline("Ali علي", faces), outline("Ali", faces)
    assert mixed.numbers[: len(latin.numbers)] == pytest.approx(latin.numbers)


def test_white_space_and_control_characters_draw_nothing(faces: Faces) -> None:
    assert outline("\n\u200f\u202e  ", faces).operators == ()
    assert line_width("a\n b", faces) == line_width("a b", faces)
