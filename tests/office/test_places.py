"""An office and a provider read a district file as the desks do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.casework.desk import Services
from kimdesk.office import places
from kimdesk.office.office import open_office
from tests.support.districts import make_office
from tests.support.vaults import PASSPHRASE

FILE = 'source = "eigene"\nname = "Kreis Muster"\n[[municipality]]\ncode = "05599004"\nname = "Musterstadt"\n'


def test_the_places_of_a_loaded_district_are_offered_until_it_is_taken_back(services: Services, tmp_path: Path) -> None:
    (tmp_path / "bezirk.toml").write_text(FILE, encoding="utf-8")
    with make_office(services, tmp_path / "amt") as office:
        assert not places.is_own(office)
        assert places.load(office, tmp_path / "bezirk.toml").name == "Kreis Muster"
        assert office.reference.label("municipality", "05599004") == "Musterstadt"
    with open_office(services, tmp_path / "amt", PASSPHRASE) as office:
        assert places.current(office).name == "Kreis Muster"
        assert office.reference.label("municipality", "05599004") == "Musterstadt"
        (tmp_path / "falsch.toml").write_text("name = 3", encoding="utf-8")
        with pytest.raises(UserProblem, match=r"district\.unreadable"):
            places.load(office, tmp_path / "falsch.toml")
        places.restore_default(office)
        assert "05599004" not in office.reference["municipality"]
        assert (places.current(office).name, places.is_own(office)) == ("Kreis Steinfurt", False)


def test_the_file_to_fill_in_can_be_read_again(services: Services, tmp_path: Path) -> None:
    places.save_template(tmp_path / "vorlage.toml")
    with make_office(services, tmp_path / "amt") as office:
        assert places.load(office, tmp_path / "vorlage.toml").name == "Kreis Steinfurt"
