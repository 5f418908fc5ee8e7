"""Pages of the handbook are read from plain text with a few marks."""

from __future__ import annotations

import pytest

from kimdesk.domain.handbook import as_text, parse

TEXT = """
# Titel

Ein Satz mit **starkem** Wort.

## Erstens {#first-one}

1. eins
2. zwei

## Zweitens

- Punkt
Danach.
"""


def test_marks_become_parts() -> None:
    page = parse("key", TEXT)
    assert (page.key, page.title) == ("key", "Titel")
    lead, first, second = page.sections
    assert (lead.heading, lead.parts[0].words) == (
        "",
        (("Ein Satz mit ", False), ("starkem", True), (" Wort.", False)),
    )
    assert (first.heading, first.anchor, [part.kind for part in first.parts]) == ("Erstens", "first-one", ["step"] * 2)
    assert [(part.kind, part.plain) for part in second.parts] == [("point", "Punkt"), ("text", "Danach.")]
    assert page.anchors == {"first-one": first}


def test_a_page_is_read_in_a_terminal() -> None:
    lines = list(as_text(parse("key", TEXT)))
    assert lines == [
        "Titel", "Ein Satz mit starkem Wort.", "", "Erstens", "1. eins", "2. zwei", "", "Zweitens", "- Punkt",
        "Danach.",
    ]  # fmt: skip


def test_a_page_without_a_title_is_none() -> None:
    with pytest.raises(ValueError, match="key"):
        parse("key", "Nur Text.")
