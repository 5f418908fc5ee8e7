"""Known names are found in any script and spelling; ordinary words are left alone."""

from __future__ import annotations

import pytest

from kimdesk.domain.persons_in_text import case_numbers_found, names_found

NAMES = ["Elena", "Dimitrova", "Димитрова", "Çelik-Yıldız", "Li", "Jürgen", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Elena wartet.",
        "ELENAS Kurs",
        "Familie dimitrova",
        "Елена wartet",
        "Frau Celik",
        "herr yildiz",
        "Jurgen rief an",
    ],
)
def test_names_are_found(text: str) -> None:
    assert names_found(text, NAMES)


@pytest.mark.parametrize("text", ["", "Kein Kursplatz für EU-Bürgerinnen.", "Die Linie fährt nicht.", "Elenden hilft"])
def test_ordinary_words_are_not(text: str) -> None:
    assert names_found(text, NAMES) == ()


def test_case_numbers_are_found_however_written() -> None:
    for text in ("KD-2026-0017", "kd 2026 0017", "Fall KD/2026/0017."):
        assert case_numbers_found(text, ["KD-2026-0017", "KD-2026-0018"]) == ("KD-2026-0017",)
    assert case_numbers_found("17 Fälle im Jahr 2026", ["KD-2026-0017"]) == ()
