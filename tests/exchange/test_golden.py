"""Files of every released format version stay readable for ever; these were made once and are never made again."""

from __future__ import annotations

from pathlib import Path

from kimdesk.exchange.enrolment import accept, read_request
from tests.exchange.fakes import DESK, OFFICE, district, figure, observation
from tests.exchange.test_enrolment import CLOCK

CORPUS = Path(__file__).parent / "corpus"


def test_a_bundle_of_version_1() -> None:
    place = district()
    received = place.office.take((CORPUS / "v1.kimb").read_bytes())
    assert received.head.hash.hex() == "9c17a8379a6953a5c5c5622093d7a9a3a7d27790b109f014d0d48d8c54df18d8"
    assert place.office.frames.staged == {"figures": [figure()], "observations": [observation()]}


def test_enrolment_files_of_version_1() -> None:
    request = read_request((CORPUS / "v1.kimr").read_bytes())
    assert request.keys == DESK.public
    assert request.keys.words == "erlebnis keule limette reporter boje strecke zement alarm"
    grant = accept((CORPUS / "v1.kimg").read_bytes(), words=OFFICE.public.words, keys=DESK, clock=CLOCK)
    assert grant.authority == OFFICE.public
