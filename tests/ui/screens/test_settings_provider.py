"""The provider's part of the settings: the law its papers cite, the district it works in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.casework import district, provider_blocks
from kimdesk.ui.screens.settings.provider_view import ProviderPage, build_provider
from tests.support.qt import unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def page(stage: Stage, story: Story) -> ProviderPage:
    shown = stage.show(lambda context, _case: build_provider(context), story.case)
    assert isinstance(shown, ProviderPage)
    return shown


def test_the_law_is_chosen_once_and_kept(page: ProviderPage, stage: Stage) -> None:
    assert unnamed(page) == []
    assert page.law.regime.code() == "dsgvo_dsg_nrw"
    page.law.regime.set_code("dsg_ekd")
    page.law.regime.chosen.emit("dsg_ekd")
    assert "§ 17 DSG-EKD" in page.law.cited.body
    stage.context.desk.load_profile()
    assert stage.context.desk.profile.regime == "dsg_ekd"


def test_a_district_is_loaded_refused_and_given_up(page: ProviderPage, stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "bezirk.toml"
    page.district.template_wanted.emit(path)
    path.write_text(path.read_text("utf-8").replace("Kreis Steinfurt", "Kreis Muster"), "utf-8")
    page.district.load_wanted.emit(path)
    assert "Kreis Muster" in page.strip.accessibleName()
    assert page.district.default.isVisible()
    path.write_text("nichts", "utf-8")
    page.district.load_wanted.emit(path)
    assert "beschreibt keinen Bezirk" in page.strip.accessibleName()
    assert district.current(stage.context.desk).name == "Kreis Muster"
    page.district.default_wanted.emit()
    assert not district.is_own(stage.context.desk)


def test_the_providers_text_blocks_are_taken_and_refused(page: ProviderPage, stage: Stage, tmp_path: Path) -> None:
    desk, path = stage.context.desk, tmp_path / "bausteine.toml"
    before = len(provider_blocks.of_provider(desk))
    path.write_text('format = 1\nprovider = "Träger"\n[[block]]\ntitle = "A"\ntext = "Ein Satz."\n', "utf-8")
    page.blocks.load_wanted.emit(path)
    assert "Träger" in page.strip.accessibleName()
    assert [each.title for each in provider_blocks.of_provider(desk)] == ["A"]
    path.write_text("nichts", "utf-8")
    page.blocks.load_wanted.emit(path)
    assert "keine Textbausteine" in page.strip.accessibleName()
    assert [each.title for each in provider_blocks.of_provider(desk)] == ["A"]
    desk.store.undo()
    assert len(provider_blocks.of_provider(desk)) == before
