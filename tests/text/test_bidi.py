from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from unicodedata import bidirectional

import pytest

from kimdesk.text import bidi

SAMPLE = Path(__file__).with_name("bidi_sample.txt")
UNICODE = Path("/usr/share/unicode")
DIRECTIONS = get_args(bidi.Direction)


def data_lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        stripped = line.split("#")[0].strip()
        if stripped:
            yield stripped


def unicode_file(name: str) -> Path:
    path = UNICODE / name
    if not path.exists():
        pytest.skip("unicode-data is not installed: run python3 installer/judges.py")
    return path


def wrong_character_lines(path: Path) -> list[str]:
    wrong = []
    for line in data_lines(path):
        codes, direction, base, expected, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        classes = [bidirectional(char) or "L" for char in text]
        got_base, found = bidi.resolve(classes, DIRECTIONS[int(direction)], bidi.bracket_marks(text))
        kept = [i for i, level in enumerate(found) if level is not None]
        visual = [kept[k] for k in bidi.reorder([found[i] or 0 for i in kept])]
        got = " ".join("x" if level is None else str(level) for level in found)
        if (str(got_base), got, " ".join(map(str, visual))) != (base, expected, order):
            wrong.append(line)
    return wrong


def test_sample_of_unicodes_own_cases() -> None:
    assert len(list(data_lines(SAMPLE))) > 900
    assert wrong_character_lines(SAMPLE) == []


@pytest.mark.slow
def test_all_of_unicodes_character_cases() -> None:
    assert wrong_character_lines(unicode_file("BidiCharacterTest.txt")) == []


@pytest.mark.slow
def test_all_of_unicodes_class_cases() -> None:
    wrong, expected = [], []
    for line in data_lines(unicode_file("BidiTest.txt")):
        if line.startswith("@Levels"):
            expected = line.split()[1:]
        elif not line.startswith("@"):
            kinds, bits = line.split(";")
            classes = kinds.split()
            for bit, direction in ((1, "auto"), (2, "ltr"), (4, "rtl")):
                if int(bits, 16) & bit:
                    _, found = bidi.resolve(classes, direction, [0] * len(classes))
                    if ["x" if level is None else str(level) for level in found] != expected:
                        wrong.append(line)
    assert wrong == []


def test_text_without_right_to_left_characters_is_recognised() -> None:
    assert not bidi.needs_bidi("Größe, Димитров, ትግርኛ")
    assert bidi.needs_bidi("Familie محمد")
    assert bidi.needs_bidi("שלום")


def test_name_in_german_text_stays_in_its_own_direction() -> None:
    text = "Herr محمد (Kita)"
    levels = bidi.levels(text)
    assert [levels[text.index("H")], levels[text.index("م")], levels[text.index("K")]] == [0, 1, 0]
