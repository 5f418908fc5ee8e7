"""The gallery draws its screens without a defect; the demo caseload is left to the command itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kimdesk.app.gallery import HEIGHT, VARIANTS, WIDTH, Variant
from kimdesk.app.gallery_stage import Stage, shots
from kimdesk.base.clock import FixedClock
from kimdesk.casework.desk import Desk
from kimdesk.casework.families import NewFamily, create_family

SHARP = (VARIANTS[0], VARIANTS[4])


@pytest.mark.parametrize("variant", SHARP, ids=[variant.suffix() for variant in SHARP])
@pytest.mark.parametrize("only", ["unlock", "families", "families_new"])
def test_own_screens_have_no_defect(
    look: QApplication, desk: Desk, clock: FixedClock, tmp_path: Path, variant: Variant, only: str
) -> None:
    create_family(desk, NewFamily(family_name="Dimitrov", given_name="Elena", case_number="KD-2026-0017"))
    stage = Stage(look, clock, (WIDTH, HEIGHT), desk=desk)
    for name, entry, state in shots(only):
        file = tmp_path / f"{name}.png"
        assert [str(finding) for finding in stage.shoot(entry, state, variant, file)] == []
        assert file.stat().st_size > 5_000


def test_every_screen_of_the_catalog_is_drawn_in_both_themes_languages_and_sizes() -> None:
    assert {variant.theme for variant in VARIANTS} >= {"light", "dark"}
    assert {variant.language for variant in VARIANTS} == {"de", "en"}
    assert {variant.percent for variant in VARIANTS} == {100, 200}
    names = [name for name, _entry, _state in shots("")]
    assert len(names) == len(set(names))
