from __future__ import annotations

import pytest

from kimdesk.text.sentences import one_a_line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Wir reden. Dann gehen wir zum Amt.", ["Wir reden.", "Dann gehen wir zum Amt."]),
        ("Passt das? Ja! „Gut.“ Bis bald.", ["Passt das?", "Ja!", "„Gut.“", "Bis bald."]),
        ("Am 3. Dezember kommt M. Sommer, z. B. um 9 Uhr.", None),
        ("Dr. Kaya und Frau I. Petrova (Musterträger e. V.) helfen.", None),
        ("Siehe § 36 Abs. 2 Nr. 1 SGB VIII.", None),
        ("Ein Satz. und klein weiter", None),
        ("سنسكن في شقة. هل هذا جيد؟ نعم.", ["سنسكن في شقة.", "هل هذا جيد؟", "نعم."]),
        ("ንቑጽ ገዛ ኢዩ። ጽቡቕ።", ["ንቑጽ ገዛ ኢዩ።", "ጽቡቕ።"]),
        ("", [""]),
    ],
)
def test_one_sentence_a_line(text: str, lines: list[str] | None) -> None:
    assert one_a_line(text).split("\n") == (lines or [text])
