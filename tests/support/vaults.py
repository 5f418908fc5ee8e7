"""Fixtures: services with a cheap key derivation and a standing clock, a fresh open desk, a small family."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.declare import Code
from kimdesk.vault.policy import Policy

CHEAP = Policy(memory_kib=32, iterations=1, lanes=1, floor_kib=8)
PASSPHRASE = "pferd lampe seife wolke treppe"
PROFILE = Profile(name="Maria Sommer", provider="Musterträger e. V.", place="Ochtrup", phone="02553 000000")


@pytest.fixture
def services(clock: FixedClock) -> Services:
    """Return the program's services for a test."""
    return build_services(clock, CHEAP)


@pytest.fixture
def desk(services: Services, tmp_path: Path) -> Iterator[Desk]:
    """Return a fresh open desk; closed after the test."""
    new = NewDesk(folder=tmp_path / "tresor", label="Tresor 1", passphrase=PASSPHRASE, profile=PROFILE)
    made, _ = create_desk(services, new)
    with made:
        yield made


@pytest.fixture
def family(desk: Desk) -> RecordId:
    """Return the case of a small family."""
    new = NewFamily(family_name="Dimitrova", given_name="Elena", municipality=Code("05566068"), language=Code("bg"))
    return create_family(desk, new)
