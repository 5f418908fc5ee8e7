from __future__ import annotations

import json
from pathlib import Path

import pytest

from kimdesk.ui.settings import Settings, SettingsFile, folder


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "place")
    kept = Settings(language="en", theme="dark", font_scale=150).with_vault(tmp_path / "a").with_vault(tmp_path / "b")
    file.save(kept)
    assert file.load() == kept
    assert kept.vaults == (str(tmp_path / "b"), str(tmp_path / "a"))
    assert kept.last_vault == str(tmp_path / "b")


def test_keys_of_a_newer_program_stay(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text('{"theme": "dark", "later": {"deep": [1, 2]}}', "utf-8")
    SettingsFile(tmp_path).save(SettingsFile(tmp_path).load())
    assert json.loads(place.read_text("utf-8"))["later"] == {"deep": [1, 2]}


@pytest.mark.parametrize("text", ["", "no json", "[1]", "null"])
def test_an_unreadable_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    assert SettingsFile(tmp_path).load() == Settings()


def test_a_bad_value_falls_back_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"font_scale": 9000, "theme": "dark", "vaults": [1]}', "utf-8")
    loaded = SettingsFile(tmp_path).load()
    assert (loaded.font_scale, loaded.theme, loaded.vaults) == (100, "dark", ())
    assert set(loaded.notices) == {"font_scale", "vaults"}


def test_the_environment_moves_the_folder(own_home: Path) -> None:
    assert folder() == own_home
