"""Files of every released format version stay readable for ever; these were made once and are never made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from kimdesk.base.errors import KimError, Untrusted
from kimdesk.exchange import manifest
from kimdesk.exchange.enrolment import accept, read_request
from tests.exchange.fakes import DESK, OFFICE, district, figure, observation
from tests.exchange.test_enrolment import CLOCK
from tests.faults.tallying import Tally

CORPUS = Path(__file__).parent / "corpus"


def read(name: str) -> str:
    """Read an old file as today's program does; return what is wrong with what it says, "" for nothing."""
    try:
        return READERS[name]((CORPUS / name).read_bytes())
    except KimError as refused:
        return refused.code


def bundle(raw: bytes) -> str:
    place = district()
    received = place.office.take(raw)
    known = received.head.hash.hex() == "9c17a8379a6953a5c5c5622093d7a9a3a7d27790b109f014d0d48d8c54df18d8"
    staged = place.office.frames.staged == {"figures": [figure()], "observations": [observation()]}
    return "" if known and staged else "another content"


def request(raw: bytes) -> str:
    keys = read_request(raw).keys
    right = keys == DESK.public and keys.words == "erlebnis keule limette reporter boje strecke zement alarm"
    return "" if right else "another key"


def grant(raw: bytes) -> str:
    accepted = accept(raw, words=OFFICE.public.words, keys=DESK, clock=CLOCK)
    return "" if accepted.authority == OFFICE.public else "another office"


READERS: dict[str, Callable[[bytes], str]] = {"v1.kimb": bundle, "v1.kimr": request, "v1.kimg": grant}


def judged(names: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    """Read old files; count and return what is wrong."""
    found = [f"{name}: {wrong}" for name in names if (wrong := read(name))]
    return {"files read": len(list(names)), "findings": len(found)}, found


def test_every_golden_file_is_read() -> None:
    kept = {path.name for path in CORPUS.iterdir() if path.suffix.startswith(".kim")}
    assert kept == set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_a_file_of_version_1_says_what_it_said(name: str, tally: Tally) -> None:
    counts, found = judged([name])
    tally("files of earlier formats read today", counts, part=9)
    assert found == []


def test_a_program_that_forgot_the_first_version_is_found_out(tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "parse", forgetful)
    counts, found = judged(READERS)
    tally("a program that forgot the first version", counts, sabotaged=True, part=9)
    assert found


def forgetful(_raw: bytes) -> NoReturn:
    raise Untrusted("bundle.version")
