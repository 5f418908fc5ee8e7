"""`vault check` finds what was altered, whichever page it was."""

from __future__ import annotations

import random

import pytest

from kimdesk.base.errors import KimError, explain
from kimdesk.vault.vault import OpenVault
from tests.vault.conftest import Place


def fill(vault: OpenVault) -> None:
    connection = vault.connect("writer")
    connection.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO note (body) VALUES (?)", [("Besuch " * 60,) for _ in range(200)])
    connection.execute("COMMIT")
    connection.close()


def test_two_hundred_random_bit_flips_are_all_found(place: Place) -> None:
    dice = random.Random(20260302)
    with place.open() as vault:
        fill(vault)
        path = place.folder / "vault.db"
        size = path.stat().st_size
        assert size > 50_000
        for place_of_flip in (dice.randrange(size * 8) for _ in range(200)):
            position, mask = place_of_flip // 8, 1 << place_of_flip % 8
            flip(path, position, mask)
            findings = vault.check()
            flip(path, position, mask)
            assert any(finding.severity == "damage" for finding in findings), position
        assert vault.check() == ()


def flip(path: object, position: int, mask: int) -> None:
    with path.open("r+b") as file:  # type: ignore[attr-defined]
        file.seek(position)
        byte = file.read(1)[0]
        file.seek(position)
        file.write(bytes([byte ^ mask]))


@pytest.mark.parametrize("position", [0, 7, 15])
def test_a_changed_first_byte_is_found_although_the_cipher_ignores_it(place: Place, position: int) -> None:
    with place.open() as vault:
        flip(place.folder / "vault.db", position, 1)
        assert [finding.code for finding in vault.check()] == ["vault.db_foreign"]


def test_two_swapped_pages_are_found(place: Place) -> None:
    with place.open() as vault:
        fill(vault)
        path = place.folder / "vault.db"
        content = bytearray(path.read_bytes())
        content[8192:12288], content[12288:16384] = content[12288:16384], content[8192:12288]
        path.write_bytes(content)
        assert "check.pages_altered" in {finding.code for finding in vault.check()}


def test_a_cut_off_page_is_found(place: Place) -> None:
    with place.open() as vault:
        fill(vault)
        path = place.folder / "vault.db"
        path.write_bytes(path.read_bytes()[:-4096])
        assert any(finding.severity == "damage" for finding in vault.check())


def test_committed_rows_still_in_the_log_are_no_damage(vault: OpenVault) -> None:
    writer = vault.connect("writer")
    writer.execute("CREATE TABLE t (x)")
    writer.execute("INSERT INTO t VALUES (1)")
    assert vault.check() == ()
    assert writer.execute("SELECT x FROM t").fetchone() == (1,)
    writer.close()


def test_a_reader_in_the_way_is_said_so_instead_of_reporting_damage(vault: OpenVault) -> None:
    writer, page = vault.connect("writer"), vault.connect("page")
    writer.execute("CREATE TABLE t (x)")
    page.execute("BEGIN")
    page.execute("SELECT count(*) FROM t").fetchone()
    writer.execute("INSERT INTO t VALUES (1)")
    assert [(finding.code, finding.severity) for finding in vault.check()] == [("check.busy", "warning")]
    page.execute("COMMIT")
    assert vault.check() == ()
    page.close()
    writer.close()


def test_findings_have_words_in_both_languages(place: Place) -> None:
    (place.folder / "keyslots").write_bytes(b"")
    with place.open() as vault:
        fill(vault)
        flip(place.folder / "vault.db", 9000, 1)
        findings = vault.findings + vault.check()
    assert len(findings) >= 2
    for finding in findings:
        for lang in ("de", "en"):
            assert explain(KimError(finding.code, **finding.params), lang).next
