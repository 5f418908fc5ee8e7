"""`enrol`, `export`, `verify`, `receive` and `office …`: both sides of the exchange, and what must not be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import casefiles
from tests.support.commands import Kimdesk, Outcome

DAYS = ("--from", "2026-10-01", "--until", "2026-10-31")


@dataclass(frozen=True)
class Sides:
    """A desk and an office that know each other, and a folder between them."""

    kimdesk: Kimdesk
    desk: Path
    office: Path
    stick: Path

    def export(self, name: str = "paket.kimb", *days: str) -> Path:
        """Let the desk write a bundle and return its path."""
        made = self.kimdesk.open(
            "export", self.desk, "--to", "musterland", "-o", self.stick / name, "--yes", *(days or DAYS)
        )
        assert made.exit == 0, made.err
        return self.stick / name

    def import_(self, *bundles: Path) -> Outcome:
        """Let the office import bundles."""
        return self.kimdesk.open("office", "import", self.office, *bundles, "--json")

    def receipt(self, name: str = "zurueck") -> Path:
        """Let the office write its one receipt and return its path."""
        folder = self.stick / name
        folder.mkdir()
        written = self.kimdesk.open("office", "receipts", self.office, "-o", folder, "--json").json()
        return Path(written[0]["file"])

    def receive(self, receipt: Path) -> Outcome:
        """Let the desk take a receipt in."""
        return self.kimdesk.open("receive", self.desk, receipt, "--json")


def office_made(kimdesk: Kimdesk, folder: Path, label: str) -> dict[str, str]:
    made = kimdesk.open(
        "office", "create", folder, "--recovery-sheet", folder.with_suffix(".pdf"), "--label", label,
        "--district", "05566", "--json",
    )  # fmt: skip
    told: dict[str, str] = made.json()
    return told


def introduced(kimdesk: Kimdesk, desk: Path, office: Path, words: str, place: Path) -> None:
    request, grant = place / f"{office.name}.kimr", place / f"{office.name}.kimg"
    asked = kimdesk.open("enrol", "request", desk, "-o", request, "--json").json()
    granted = kimdesk.open("office", "enrol", office, request, "--words", asked["words"], "-o", grant, "--json").json()
    assert granted["words"] == words
    assert kimdesk.open("enrol", "accept", desk, grant, "--words", words).exit == 0


@pytest.fixture
def sides(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> Sides:
    """Return a desk with two families and an office that let it in."""
    stick = tmp_path / "stick"
    stick.mkdir()
    office = tmp_path / "office"
    told = office_made(kimdesk, office, "Kreis Musterland")
    assert told["short_name"] == "musterland"
    introduced(kimdesk, filled, office, told["words"], stick)
    return Sides(kimdesk, filled, office, stick)


def test_from_bundle_to_receipt(sides: Sides) -> None:
    bundle = sides.export()
    taken = sides.import_(bundle)
    assert (taken.exit, taken.json()[0]["status"], taken.json()[0]["seq"]) == (0, "new", 1)
    arrived = sides.receive(sides.receipt())
    assert arrived.json() | {"status": "new", "partner": "Kreis Musterland", "seq": 1, "refused": []} == arrived.json()
    assert "angekommen" in sides.kimdesk.open("receive", sides.desk, next((sides.stick / "zurueck").iterdir())).out
    figures = sides.kimdesk.open(
        "office", "figures", sides.office, "--from", "2026-10-01", "--to", "2026-10-31", "--json"
    ).json()
    assert [each["figure"] for each in figures] == ["F1"]


def test_the_vault_may_stand_before_the_word_as_the_contract_writes_it(sides: Sides) -> None:
    out = sides.stick / "noch eine.kimr"
    assert sides.kimdesk.open("enrol", sides.desk, "request", "-o", out).exit == 0
    assert out.exists()


def test_what_leaves_is_shown_and_names_nobody(sides: Sides) -> None:
    silent = sides.kimdesk.open("export", sides.desk, "--to", "musterland", "-o", sides.stick / "x.kimb")
    assert (silent.exit, silent.code()) == (2, "usage.no_confirmation")
    argv = ("export", sides.desk, "--to", "musterland", "-o", sides.stick / "x.kimb", *DAYS)
    declined = sides.kimdesk.at_terminal("nein").open(*argv)
    assert (declined.exit, declined.code()) == (1, "cancelled")
    assert "F1 Fälle" in declined.out
    assert "01.10.2026 – 31.10.2026" in declined.out
    assert not {"Haddad", "Kowal", "KD-2026"} & set(declined.out.split())
    assert not (sides.stick / "x.kimb").exists()


def test_verify_without_and_with_a_vault(sides: Sides) -> None:
    bundle = sides.export()
    alone = sides.kimdesk("verify", bundle, "--json").json()
    assert (alone["kind"], alone["enrolled"], len(alone["words"].split())) == ("sync", None, 8)
    known = sides.kimdesk.open("verify", bundle, "--vault", sides.desk, "--json").json()
    assert (known["enrolled"], known["words"]) == (True, alone["words"])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda raw: b"", "bundle.empty"),
        (lambda raw: raw[:-1], "bundle.altered"),
        (lambda raw: raw[: len(raw) // 2], "bundle.altered"),
        (lambda raw: raw[:-20] + bytes([raw[-20] ^ 1]) + raw[-19:], "bundle.altered"),
        (lambda raw: raw[:40] + b"!" + raw[41:], "bundle.envelope"),
        (lambda raw: b"PK\x03\x04" + raw, "bundle.not_ours"),
    ],
    ids=["empty", "cut by one", "cut in half", "one bit", "beginning", "other file"],
)
def test_a_bundle_that_is_not_intact(sides: Sides, spoil: object, code: str) -> None:
    bundle = sides.export()
    bundle.write_bytes(spoil(bundle.read_bytes()))  # type: ignore[operator]
    looked = sides.kimdesk("verify", bundle)
    assert (looked.exit, looked.code(), looked.out) == (1, code, "")
    taken = sides.import_(bundle)
    assert (taken.exit, taken.json()) == (1, [])
    assert f'"{code}"' in taken.err


def test_a_stranger_and_a_bundle_for_another_office(sides: Sides, tmp_path: Path) -> None:
    told = office_made(sides.kimdesk, tmp_path / "nachbar", "Kreis Nachbar")
    stranger = sides.kimdesk.open("office", "import", tmp_path / "nachbar", sides.export())
    assert (stranger.exit, stranger.code()) == (1, "bundle.unknown_sender")
    introduced(sides.kimdesk, sides.desk, tmp_path / "nachbar", told["words"], sides.stick)
    elsewhere = sides.kimdesk.open("office", "import", tmp_path / "nachbar", sides.export("zwei.kimb"))
    assert (elsewhere.exit, elsewhere.code()) == (1, "bundle.not_for_us")


def test_twice_and_out_of_order(sides: Sides) -> None:
    first = sides.export("eins.kimb")
    second = sides.export("zwei.kimb", "--from", "2026-09-01", "--until", "2026-09-30")
    taken = sides.import_(second, first, first)
    assert taken.exit == 0
    assert [(each["seq"], each["status"]) for each in taken.json()] == [(2, "new"), (1, "new"), (1, "replay")]
    assert taken.json()[0]["gap"] is True
    assert sides.receive(sides.receipt()).json()["seq"] == 2


def test_wrong_words_let_nobody_in(sides: Sides) -> None:
    request, grant = sides.stick / "r.kimr", sides.stick / "g.kimg"
    sides.kimdesk.open("enrol", "request", sides.desk, "-o", request)
    words = "eins zwei drei vier fünf sechs sieben acht"
    refused = sides.kimdesk.open("office", "enrol", sides.office, request, "--words", words, "-o", grant)
    assert (refused.exit, refused.code()) == (1, "enrol.words_differ")
    assert not grant.exists()


def test_an_office_nobody_knows(sides: Sides) -> None:
    unknown = sides.kimdesk.open("export", sides.desk, "--to", "niemand", "-o", sides.stick / "x", "--yes")
    assert (unknown.exit, unknown.code()) == (1, "partner.unknown")


def test_a_family_leaves_by_name_only_under_a_consent_for_exactly_that(sides: Sides, tmp_path: Path) -> None:
    agreed = casefiles.case(3)
    agreed["consents"] = [
        {
            "person": agreed["persons"][0]["id"],
            "scope": "share_coordination_named",
            "recipient": "Kreis Musterland",
            "purpose": "support",
            "categories": ["identity"],
            "direction": "out",
            "given_on": "2026-11-01",
        }
    ]
    file = casefiles.write(tmp_path / "three.json", [agreed])
    assert sides.kimdesk.open("case", "import", sides.desk, file).exit == 0
    argv = ("export", sides.desk, "--to", "musterland", *DAYS, "-o", sides.stick / "x.kimb", "--named")
    for refused in (("KD-2026-00001",), ("KD-2026-00003", "--purpose", "application")):
        assert sides.kimdesk.open(*argv, *refused, "--yes").code() == "named.not_covered"
    given = agreed["persons"][0]["given_name"]
    shown = sides.kimdesk.at_terminal("nein").open(*argv, "KD-2026-00003")
    assert f"Vorname: {given}" in shown.out
    assert agreed["persons"][1]["given_name"] not in shown.out
    assert sides.kimdesk.open(*argv, "KD-2026-00003", "--yes").exit == 0
    assert sides.import_(sides.stick / "x.kimb").json()[0]["counts"]["named"] == 1


def test_an_office_holds_no_caseload(sides: Sides, tmp_path: Path) -> None:
    file = casefiles.write(tmp_path / "c.json", [casefiles.case(9)])
    for argv in (("case", "list", sides.office), ("case", "import", sides.office, file)):
        assert sides.kimdesk.open(*argv).code() == "vault.wrong_kind"
    assert sides.kimdesk.open("office", "import", sides.desk, file).code() == "vault.wrong_kind"
    assert sides.kimdesk.open("vault", "check", sides.office).exit == 0


def test_a_provider_has_a_vault_of_its_own_and_lets_desks_in(sides: Sides) -> None:
    kimdesk, provider = sides.kimdesk, sides.stick.parent / "traeger"
    made = kimdesk.open(
        "vault", "create", provider, "--kind", "provider", "--recovery-sheet", provider.with_suffix(".pdf"),
        "--label", "Musterträger e. V.", "--district", "05566", "--json",
    ).json()  # fmt: skip
    assert (made["kind"], made["short_name"]) == ("provider", "mustertrager")
    introduced(kimdesk, sides.desk, provider, made["words"], sides.stick)
    assert kimdesk.open("office", "import", provider, sides.export()).code() == "vault.wrong_kind"
    assert kimdesk.open("vault", "check", provider).exit == 0
