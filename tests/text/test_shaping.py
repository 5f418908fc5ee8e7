from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdesk.base.errors import Surroundings
from kimdesk.text.coverage import missing
from kimdesk.text.faces import script_of
from kimdesk.text.shaping import Faces, Word, load_faces, runs

LETTERS = st.text("abcxyzäößéğşčžđőțžЖщъюїқΩאבمدرስላकि-’„“0123456789\u0301\u00ad", max_size=30)
FACES = load_faces()


def spelled(word: Word) -> str:
    return "".join(glyph.text for piece in word.pieces for glyph in piece.glyphs)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Größe", "NotoSans-Regular"),
        ("Димитрови", "NotoSans-Regular"),
        ("Ελένη", "NotoSans-Regular"),
        ("مدرسة", "Vazirmatn-Regular"),
        ("ትግርኛ", "NotoSansEthiopic-Regular"),
        ("हिन्दी", "NotoSansDevanagari-Regular"),
        ("שלום", "NotoSansHebrew-Regular"),
    ],
)
def test_each_script_has_its_face(faces: Faces, text: str, face: str) -> None:
    word = faces.word(text)
    assert {piece.face.name for piece in word.pieces} == {face}
    assert all(glyph.number for piece in word.pieces for glyph in piece.glyphs)
    assert missing(text, faces) == ()


def test_mixed_word_falls_back_per_character(faces: Faces) -> None:
    parts = [(face.name, part) for face, _, part in runs("«مدرسة»", faces.regular)]
    assert "".join(part for _, part in parts) == "«مدرسة»"
    assert ("Vazirmatn-Regular", "مدرسة") in [(name, part.strip("«»")) for name, part in parts]


def test_left_to_right_words_spell_themselves(faces: Faces) -> None:
    for text in ("Wohnberechtigungsschein", "effizient", "а\u0301", "ѝ", "Đặng"):
        assert spelled(faces.word(text)) == text


def test_arabic_is_joined_and_drawn_from_the_right(faces: Faces) -> None:
    joined = faces.word("بب", rtl=True)
    apart = faces.word("ب", rtl=True)
    numbers = [glyph.number for piece in joined.pieces for glyph in piece.glyphs]
    assert len(numbers) == 2
    assert apart.pieces[0].glyphs[0].number not in numbers


def test_words_are_remembered(faces: Faces) -> None:
    assert faces.word("Ochtrup") is faces.word("Ochtrup")
    assert faces.word("Ochtrup") is not faces.word("Ochtrup", bold=True)


def test_a_string_moves_as_far_as_its_glyphs(faces: Faces) -> None:
    piece = faces.word("AVATAR").pieces[0]
    natural = sum(piece.face.advance(glyph.number) for glyph in piece.glyphs)
    numbers = [float(part.split("<")[0]) for part in piece.string.split(">") if part.split("<")[0]]
    assert natural > piece.width
    assert natural - sum(numbers) == pytest.approx(piece.width, abs=len(numbers))


@given(LETTERS)
def test_any_covered_text_is_shaped_without_boxes(text: str) -> None:
    for rtl in (False, True):
        word = FACES.word(text, rtl=rtl)
        if not missing(text, FACES):
            assert all(glyph.number for piece in word.pieces for glyph in piece.glyphs)


@pytest.mark.parametrize(
    ("char", "script"), [("a", "Latn"), ("я", "Cyrl"), ("م", "Arab"), ("1", "Zyyy"), ("\u0301", "Zinh"), ("中", "Zzzz")]
)
def test_script_of(char: str, script: str) -> None:
    assert script_of(char) == script


def test_a_missing_font_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kimdesk.text.faces.resource", tmp_path.joinpath)
    with pytest.raises(Surroundings) as missing_file:
        load_faces()
    assert (missing_file.value.code, missing_file.value.params) == (
        "document.font_missing",
        {"name": "NotoSans-Regular.ttf"},
    )
