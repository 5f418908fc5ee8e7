"""The contract of the command line: which verbs there are, how they end, what they say where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kimdesk.base.errors import error_table
from tests.support.commands import Kimdesk

CONTRACT = [
    "open", "demo", "generate", "gallery", "bench", "vault create", "vault info", "vault check", "vault backup",
    "vault restore", "vault passphrase", "vault slots", "enrol request", "enrol accept", "case list", "case show",
    "case import", "case export", "search", "deadlines list", "deadlines compute", "figures", "print", "export",
    "verify", "receive", "office create", "office enrol", "office import", "office receipts", "office figures",
    "phrases list", "phrases export", "phrases import", "incident", "handbook", "escrow show", "escrow deposit",
    "escrow end",
    "escrow card", "escrow ask", "escrow share", "escrow open", "deputy show", "deputy name", "deputy end",
    "deputy open",
]  # fmt: skip
LATER = [
    ("deadlines list", "V --case KD-1"),
    ("deadlines compute", "objection served_on=2026-11-02 --json"),
]


@pytest.mark.parametrize("verb", CONTRACT)
def test_every_verb_of_the_contract_explains_itself(kimdesk: Kimdesk, verb: str) -> None:
    told = kimdesk(*verb.split(), "--help")
    assert told.exit == 0
    assert told.out.startswith(f"Aufruf: kimdesk {verb}")
    assert kimdesk("--lang", "en", *verb.split(), "--help").out.startswith(f"usage: kimdesk {verb}")


@pytest.mark.parametrize(("verb", "rest"), LATER)
def test_verbs_of_later_work_say_so(kimdesk: Kimdesk, verb: str, rest: str) -> None:
    answered = kimdesk(*verb.split(), *rest.split())
    assert answered.exit == 1
    assert answered.out == ""
    if "--json" in rest:
        assert json.loads(answered.err) == {"code": "usage.not_yet", "params": {"verb": verb}}
    else:
        assert answered.err.startswith(f"„{verb}“ gibt es noch nicht.")
        assert answered.code() == "usage.not_yet"


@pytest.mark.parametrize(
    ("argv", "german"),
    [
        ("case list", "Es fehlt: VAULT."),
        ("case lst V", "geht hier nicht"),
        ("vault info V --loud", "Das kennt der Befehl nicht: --loud."),
        ("search V wort --limit", "Nach --limit fehlt eine Angabe."),
        ("search V wort --limit viele", "passt nicht zu --limit"),
        ("", "Es fehlt: VERB."),
    ],
)
def test_a_wrong_call_ends_with_two_and_shows_how_it_is_meant(kimdesk: Kimdesk, argv: str, german: str) -> None:
    answered = kimdesk(*argv.split())
    assert answered.exit == 2
    assert answered.out == ""
    assert german in answered.err
    assert "Aufruf: kimdesk" in answered.err


def test_a_wrong_call_of_a_script_is_answered_as_data(kimdesk: Kimdesk) -> None:
    answered = kimdesk("case", "list", "--json")
    assert answered.exit == 2
    assert json.loads(answered.err)["code"] == "usage.wrong"


def test_english_where_asked_for(kimdesk: Kimdesk, vault: Path) -> None:
    for argv in (("--lang", "en", "vault", "info", vault), ("vault", "info", vault, "--lang", "en")):
        assert "Last backup: none yet" in kimdesk(*argv).out
    assert kimdesk("--lang", "en", "vault", "info", vault / "x").err.startswith(
        error_table()["vault.not_found"]["en"]["what"][:10]
    )


def test_without_terminal_and_file_nobody_is_asked(kimdesk: Kimdesk, vault: Path) -> None:
    answered = kimdesk("case", "list", vault)
    assert (answered.exit, answered.code()) == (2, "usage.no_passphrase")


def test_at_a_terminal_the_passphrase_is_asked_for(kimdesk: Kimdesk, vault: Path) -> None:
    from tests.support.vaults import PASSPHRASE

    assert kimdesk.at_terminal(PASSPHRASE)("case", "list", vault, "--json").json() == []


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"x" * 5000])
def test_a_passphrase_file_that_holds_none_is_refused(
    kimdesk: Kimdesk, vault: Path, tmp_path: Path, content: bytes
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content)
    answered = kimdesk("case", "list", vault, "--passphrase-file", secret)
    assert (answered.exit, answered.code()) == (1, "usage.passphrase_file")


def test_no_verb_takes_a_passphrase_as_an_argument(kimdesk: Kimdesk) -> None:
    told = [kimdesk(*verb.split(), "--help").out for verb in CONTRACT]
    options = {word.strip("[],") for text in told for word in text.split() if word.strip("[],").startswith("--pass")}
    assert options == {"--passphrase-file"}
    assert "--new-passphrase-file" in kimdesk("vault", "passphrase", "--help").out


@pytest.mark.expects_log
def test_a_bug_shows_no_traceback_and_no_data(
    kimdesk: Kimdesk, filled: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise ValueError("Димитрова")

    monkeypatch.setattr("kimdesk.casework.families.search", broken)
    answered = kimdesk.open("search", filled, "Elena")
    assert (answered.exit, answered.code()) == (1, "bug")
    assert "Traceback" not in answered.err
    assert "Димитрова" not in answered.err
    assert caplog.messages == ["command failed"]
