from __future__ import annotations

import pytest

from kimdesk.ui.theme.tokens import CONTROL_PAIRS, PALETTES, TEXT_PAIRS, ThemeName, contrast


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable(theme: ThemeName, text: str, ground: str) -> None:
    wanted = 7.0 if theme == "contrast" else 4.5
    palette = PALETTES[theme]
    assert contrast(palette.colour(text), palette.colour(ground)) >= wanted


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_outlines_of_controls_and_focus_are_seen(theme: ThemeName, edge: str, ground: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.colour(edge), palette.colour(ground)) >= 3.0


@pytest.mark.parametrize("theme", PALETTES)
def test_what_has_the_focus_has_the_widest_outline(theme: ThemeName) -> None:
    assert PALETTES[theme].focus_width >= 2 * PALETTES[theme].line_width


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")
