"""`receive` with a hand-over: shown first, taken once somebody agreed, and only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.casework import colleagues, enrolment, families, handing_over
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk, open_desk
from kimdesk.casework.handing_over import Handover
from kimdesk.office.enrolment import enrol
from kimdesk.office.provider import NewProvider, Provider, create_provider
from tests.support.commands import Kimdesk
from tests.support.vaults import PASSPHRASE

REASON = "Termin erst morgen"


def let_in(desk: Desk, provider: Provider, label: str) -> None:
    grant, _ = enrol(provider, enrolment.enrol_request(desk, label), enrolment.own_words(desk))
    enrolment.accept_grant(desk, grant, provider.words)


@pytest.fixture
def colleague(services: Services, tmp_path: Path) -> Path:
    """Return the closed vault of a colleague."""
    profile = Profile(name="Ahmet Yıldız", provider="Musterträger e. V.")
    new = NewDesk(folder=tmp_path / "kollege", label="Laptop 4", passphrase=PASSPHRASE, profile=profile)
    create_desk(services, new)[0].close()
    return new.folder


@pytest.fixture
def handed(services: Services, filled: Path, colleague: Path, tmp_path: Path) -> Path:
    """Return the file by which the first of two families goes to the colleague."""
    file, card = tmp_path / "fall.kimu", tmp_path / "karte.kimk"
    new = NewProvider(
        folder=tmp_path / "traeger", label="Musterträger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    giver, taker = (open_desk(services, folder, PASSPHRASE) for folder in (filled, colleague))
    with giver, taker, create_provider(services, new)[0] as provider:
        let_in(giver, provider, "Laptop 3")
        let_in(taker, provider, "Laptop 4")
        colleagues.save_card(taker, "Laptop 4", card)
        case = families.rows(giver, numbers := families.order(giver))[numbers[0]].id
        order = Handover(
            card=card, name="Ahmet Yıldız", words=enrolment.own_words(taker), family_told=False, reason=REASON
        )
        handing_over.give(giver, case, order, file)
    return file


def cases(kimdesk: Kimdesk, vault: Path) -> list[str]:
    return [each["case_number"] for each in kimdesk.open("case", "list", vault, "--json").json()]


def test_it_is_shown_before_and_not_taken_without_an_answer(kimdesk: Kimdesk, colleague: Path, handed: Path) -> None:
    assert kimdesk.open("receive", colleague, handed).exit == 2, "nobody there to agree"
    seen = kimdesk.at_terminal("n").open("receive", colleague, handed)
    assert seen.exit == 1
    assert f"Weiß die Familie davon? noch nicht: {REASON}" in seen.out
    assert "Träger „Musterträger“" in seen.out
    assert cases(kimdesk, colleague) == []


def test_it_is_taken_over_once(kimdesk: Kimdesk, colleague: Path, handed: Path, filled: Path) -> None:
    taken = kimdesk.open("receive", colleague, handed, "--yes", "--json")
    assert taken.exit == 0, taken.err
    told = taken.json()
    assert (told["status"], told["family_told"]) == ("taken_over", False)
    assert cases(kimdesk, colleague) == [told["case_number"]]
    again = kimdesk.open("receive", colleague, handed, "--yes")
    assert (again.exit, again.code()) == (1, "handover.taken")
    assert cases(kimdesk, colleague) == [told["case_number"]]
    assert kimdesk.open("receive", filled, handed, "--yes").exit == 1, "it opens at one desk alone"
