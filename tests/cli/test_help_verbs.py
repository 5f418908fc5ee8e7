"""Deposit and deputy from the command line: the whole way, as people at several desks go it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kimdesk.casework import backups, enrolment, ways
from kimdesk.casework.desk import NewDesk, Profile, Services, create_desk, open_desk
from tests.support.commands import Kimdesk, secret_file
from tests.support.vaults import PASSPHRASE

FRESH = "kanne falter ufer nebel dorn pilz"


@pytest.fixture
def keepers(kimdesk: Kimdesk, tmp_path: Path) -> list[tuple[Path, Path, str]]:
    """Two holders at the provider: vault, card, words."""
    found = []
    for name in ("anna", "birgit"):
        folder, card = tmp_path / name, tmp_path / f"{name}.kimh"
        made = kimdesk.open(
            "vault", "create", folder, "--kind", "provider", "--label", name, "--district", "05566",
            "--short-name", name, "--recovery-sheet", tmp_path / f"{name}.pdf",
        )  # fmt: skip
        assert made.exit == 0, made.err
        written = kimdesk.open("escrow", "card", folder, "--label", name.title(), "-o", card, "--json")
        found.append((folder, card, written.json()["words"]))
    return found


def deposit(kimdesk: Kimdesk, vault: Path, keepers: list[tuple[Path, Path, str]]) -> None:
    cards = [part for _folder, card, words in keepers for part in ("--card", card, "--words", words)]
    assert kimdesk.open("escrow", "deposit", vault, *cards).exit == 0


def test_two_persons_let_somebody_in_again(
    kimdesk: Kimdesk, services: Services, vault: Path, keepers: list[tuple[Path, Path, str]], tmp_path: Path
) -> None:
    deposit(kimdesk, vault, keepers)
    shown = kimdesk.open("escrow", "show", vault, "--json").json()
    assert [each["label"] for each in shown] == ["Anna", "Birgit"]
    (tmp_path / "neu").mkdir()
    fresh = secret_file(tmp_path / "neu", FRESH)
    request, pending = tmp_path / "anfrage.kimn", tmp_path / "offen"
    told = kimdesk(
        "escrow", "ask", vault, "-o", request, "--pending", pending, "--new-passphrase-file", fresh, "--json"
    )
    answers = []
    for folder, card, _words in keepers:
        answer = card.with_suffix(".kima")
        given = ("--words", told.json()["words"], "--reason", "Passphrase vergessen", "-o", answer)
        assert kimdesk.open("escrow", "share", folder, request, *given).exit == 0
        answers += ["--answer", answer]
    sheet = tmp_path / "neu.pdf"
    opened = kimdesk(
        "escrow", "open", vault, "--request", request, *answers, "--pending", pending,
        "--new-passphrase-file", fresh, "--recovery-sheet", sheet,
        "--present", "Anna, Birgit", "--reason", "Passphrase vergessen",
    )  # fmt: skip
    assert opened.exit == 0, opened.err
    assert sheet.read_bytes().startswith(b"%PDF")
    with open_desk(services, vault, FRESH) as desk:
        assert not ways.must_renew(desk)
        assert ways.code_state(desk).out


def test_cards_without_their_words_deposit_nothing(
    kimdesk: Kimdesk, vault: Path, keepers: list[tuple[Path, Path, str]]
) -> None:
    refused = kimdesk.open("escrow", "deposit", vault, "--card", keepers[0][1])
    assert (refused.exit, refused.code()) == (2, "usage.cards")
    deposit(kimdesk, vault, keepers)
    assert kimdesk.open("escrow", "end", vault).exit == 0
    assert kimdesk.open("escrow", "show", vault, "--json").json() == []


def test_a_deputy_is_named_opens_and_is_seen(kimdesk: Kimdesk, services: Services, vault: Path, tmp_path: Path) -> None:
    folder, request, stick = tmp_path / "kollege", tmp_path / "kollege.kimr", tmp_path / "stick"
    stick.mkdir()
    new = NewDesk(folder=folder, label="Laptop 4", passphrase=PASSPHRASE, profile=Profile(name="Ahmet Yıldız"))
    with create_desk(services, new)[0] as colleague:
        request.write_bytes(enrolment.enrol_request(colleague, "Laptop 4"))
        words, until = enrolment.own_words(colleague), colleague.today + dt.timedelta(days=7)
    about = ("--words", words, "--name", "Ahmet Yıldız", "--until", until.isoformat())
    assert kimdesk.open("deputy", "name", vault, request, *about).exit == 2, "somebody has to agree"
    assert kimdesk.open("deputy", "name", vault, request, *about, "--yes").exit == 0
    assert kimdesk.open("deputy", "show", vault, "--json").json()["deputy"]["name"] == "Ahmet Yıldız"
    assert kimdesk.open("vault", "backup", vault, "--to", stick, "--yes").exit == 0
    (package,) = stick.glob("*/Vertretung*")
    opened = kimdesk.open("deputy", "open", folder, package, "--reason", "krank", "--json")
    assert opened.exit == 0, opened.err
    assert opened.json()["families"] == []
    with open_desk(services, vault, PASSPHRASE) as desk:
        from kimdesk.casework import deputies

        assert len(deputies.openings(desk, backups.place(desk))) == 1
    assert kimdesk.open("deputy", "show", vault, "--json").json()["openings"][0]["reason"] == "krank"
    assert kimdesk.open("deputy", "open", folder, stick, "--reason", "immer noch krank").exit == 0
    (stick / "anderes.kimv").write_bytes(package.read_bytes())
    refused = kimdesk.open("deputy", "open", folder, stick, "--reason", "krank")
    assert (refused.exit, refused.code()) == (1, "deputy.which")
    assert "anderes.kimv" in refused.err
    assert kimdesk.open("deputy", "end", vault).exit == 0
    assert kimdesk.open("deputy", "show", vault, "--json").json()["deputy"] is None
