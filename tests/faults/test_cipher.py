"""The cipher is really on: what lies on the disk looks like chance, and nothing works without it."""

from __future__ import annotations

import json
import math
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

from kimdesk.casework import casefile
from tests.faults.tallying import Tally
from tests.faults.world import services
from tests.support import casefiles
from tests.support.commands import secret_file
from tests.support.districts import make_desk
from tests.support.tree import ROOT

PAGE = 4096
LEAST_BITS = 7.9
"""Bits per byte a page of chance has at the very least; text and SQLite's own pages stay far below."""


def bits_per_byte(page: bytes) -> float:
    """Return the entropy of a page."""
    return -sum(n / len(page) * math.log2(n / len(page)) for n in Counter(page).values())


def plain_pages(content: bytes) -> list[int]:
    """Return the pages that do not look like chance."""
    pages = range(0, len(content) - PAGE + 1, PAGE)
    return [start // PAGE for start in pages if bits_per_byte(content[start : start + PAGE]) < LEAST_BITS]


def test_every_page_looks_like_chance(scratch: Path, tally: Tally) -> None:
    with make_desk(services(), scratch / "tresor") as desk:
        for number in range(5):
            casefile.import_case(desk, casefile.read_case(desk, casefiles.case(number)))
        log = (scratch / "tresor" / "vault.db-wal").read_bytes()
        frames = [log[start + 24 : start + 24 + PAGE] for start in range(32, len(log) - PAGE, PAGE + 24)]
    main = (scratch / "tresor" / "vault.db").read_bytes()
    plain = plain_pages(main) + plain_pages(b"".join(frames))
    tally("pages of database and log", {"pages": len(main) // PAGE + len(frames), "not like chance": len(plain)})
    assert len(main) // PAGE > 100
    assert frames
    assert plain == []
    assert not main.startswith(b"SQLite format 3")


def test_a_plain_database_is_found_out(tmp_path: Path, tally: Tally) -> None:
    connection = sqlite3.connect(tmp_path / "plain.db")
    with connection:
        connection.execute("CREATE TABLE note (body TEXT)")
        connection.executemany("INSERT INTO note VALUES (?)", [("Besuch bei der Familie " * 20,)] * 200)
    connection.close()
    content = (tmp_path / "plain.db").read_bytes()
    plain = plain_pages(content)
    tally("a plain database", {"pages": len(content) // PAGE, "not like chance": len(plain)}, sabotaged=True)
    assert len(plain) == len(content) // PAGE


IMPOSTOR = """
import json, sqlite3, sys, types
package = types.ModuleType("sqlcipher3")
package.dbapi2 = sqlite3.dbapi2
package.__path__ = []
sys.modules["sqlcipher3"], sys.modules["sqlcipher3.dbapi2"] = package, sqlite3.dbapi2
from kimdesk.app.compose import services
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from tests.support.vaults import CHEAP
for command in json.loads(sys.argv[1]):
    print(run(command, services(policy=CHEAP), Console.system()), flush=True)
"""


def test_the_program_refuses_to_work_over_another_library(tmp_path: Path, tally: Tally) -> None:
    """Somebody's package in the path, or a build without the cipher: no vault is made, none is opened."""
    with make_desk(services(), tmp_path / "tresor"):
        pass
    before = {path.name: path.read_bytes() for path in (tmp_path / "tresor").rglob("*") if path.is_file()}
    secret = str(secret_file(tmp_path))
    commands = (
        ["vault", "create", str(tmp_path / "neu"), "--recovery-sheet", str(tmp_path / "blatt.pdf"), "--label", "B"],
        ["case", "list", str(tmp_path / "tresor")],
    )
    line = json.dumps([[*command, "--passphrase-file", secret, "--json"] for command in commands])
    done = subprocess.run([sys.executable, "-c", IMPOSTOR, line], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["1"] * len(commands)
    assert [json.loads(each)["code"] for each in done.stderr.splitlines()] == ["vault.cipher_missing"] * len(commands)
    tally("commands over a library without cipher", {"refused": len(commands)})
    assert not (tmp_path / "neu").exists()
    assert not (tmp_path / "blatt.pdf").exists()
    assert {path.name: path.read_bytes() for path in (tmp_path / "tresor").rglob("*") if path.is_file()} == before
