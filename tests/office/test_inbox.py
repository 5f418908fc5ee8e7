"""The inbox: every file gets a verdict; what was refused stays on a list until somebody has cleared it up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kimdesk.base.errors import Cancelled, KimError, explain
from kimdesk.base.progress import Cancel, Progress
from kimdesk.casework import exchange
from kimdesk.office import inbox
from kimdesk.office.deliveries import overview
from kimdesk.office.enrolment import enrol, revoke
from tests.support.districts import Pair, observe, pair, send

__all__ = ["pair"]


def said(problem: KimError | None) -> str:
    """Return a problem's code; every problem says what happened, what is safe and what to do."""
    assert problem is not None
    for lang in ("de", "en"):
        words = explain(problem, lang)  # type: ignore[arg-type]  # both are languages
        assert words.what
        assert words.safe
        assert words.next
    return problem.code


def quarantined(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "office").glob("quarantine/*"))


def test_new_again_and_with_an_earlier_one_missing(pair: Pair) -> None:
    for number in range(3):
        observe(pair.desk)
        send(pair.desk, pair.folder / f"{number}.kimb")
    first = inbox.judge(pair.office, pair.folder / "0.kimb")
    assert first.imported is not None
    assert (first.name, first.imported.status, first.missing) == ("0.kimb", "new", ())
    third = inbox.judge(pair.office, pair.folder / "2.kimb")
    assert third.imported is not None
    assert (third.imported.gap, third.missing) == (True, (2,))
    again = inbox.judge(pair.office, pair.folder / "0.kimb")
    assert again.imported is not None
    assert (again.imported.status, again.missing) == ("replay", (2,))
    assert inbox.refusals(pair.office) == ()


def test_a_photo_is_refused_kindly_and_nothing_of_it_is_kept(pair: Pair, tmp_path: Path) -> None:
    photo = pair.folder / "Familie beim Fest.jpg"
    for content in (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00 a family on a sofa", b"%PDF-1.7"):
        photo.write_bytes(content)
        assert said(inbox.judge(pair.office, photo).problem) == "office.not_a_bundle"
        assert photo.read_bytes() == content
        assert quarantined(tmp_path) == []
        assert inbox.refusals(pair.office) == ()
    photo.write_bytes(b"")
    assert said(inbox.judge(pair.office, photo).problem) == "bundle.empty"
    assert [each.code for each in inbox.refusals(pair.office)] == ["bundle.empty"]


def test_a_folder_and_a_stick_pulled_out_are_no_refusals(pair: Pair) -> None:
    assert said(inbox.judge(pair.office, pair.folder).problem) == "medium.not_a_file"
    assert said(inbox.judge(pair.office, pair.folder / "weg.kimb").problem) == "medium.gone"
    assert inbox.refusals(pair.office) == ()


def test_requests_and_grants_are_sent_to_where_they_belong(pair: Pair) -> None:
    exchange.save_request(pair.desk, "Laptop 3", pair.folder / "a.kimr")
    grant, _ = enrol(pair.office, (pair.folder / "a.kimr").read_bytes(), exchange.own_words(pair.desk))
    (pair.folder / "a.kimg").write_bytes(grant)
    assert said(inbox.judge(pair.office, pair.folder / "a.kimr").problem) == "office.request_here"
    assert said(inbox.judge(pair.office, pair.folder / "a.kimg").problem) == "office.grant_here"
    assert inbox.refusals(pair.office) == ()


def test_a_damaged_bundle_is_remembered_but_not_kept(pair: Pair, tmp_path: Path) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    (pair.folder / "b.kimb").write_bytes((pair.folder / "a.kimb").read_bytes()[:-1])
    assert said(inbox.judge(pair.office, pair.folder / "b.kimb").problem) == "bundle.altered"
    (refused,) = inbox.refusals(pair.office)
    assert (refused.code, refused.kept) == ("bundle.altered", None)
    assert quarantined(tmp_path) == []
    inbox.dismiss(pair.office, refused.n)
    assert inbox.refusals(pair.office) == ()


def test_a_revoked_devices_bundle_waits_and_is_taken_in_after_a_new_grant(pair: Pair, tmp_path: Path) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    revoke(pair.office, overview(pair.office)[0].short_name)
    for _ in range(2):  # brought twice, kept once
        assert said(inbox.judge(pair.office, pair.folder / "a.kimb").problem) == "bundle.revoked_sender"
    (refused,) = inbox.refusals(pair.office)
    assert refused.params == {"partner": "Laptop 3"}
    assert quarantined(tmp_path) == [refused.kept]
    still = inbox.retry(pair.office, refused.n)
    assert said(still.problem) == "bundle.revoked_sender"
    (refused,) = inbox.refusals(pair.office)
    enrol(pair.office, exchange.enrol_request(pair.desk, "Laptop 3"), exchange.own_words(pair.desk))
    taken = inbox.retry(pair.office, refused.n)
    assert taken.imported is not None
    assert taken.imported.status == "new"
    assert inbox.refusals(pair.office) == ()
    assert quarantined(tmp_path) == []


def test_a_refused_bundle_can_be_thrown_away(pair: Pair, tmp_path: Path) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    revoke(pair.office, overview(pair.office)[0].short_name)
    inbox.judge(pair.office, pair.folder / "a.kimb")
    (refused,) = inbox.refusals(pair.office)
    inbox.dismiss(pair.office, refused.n)
    assert quarantined(tmp_path) == []
    with pytest.raises(KimError) as error:
        inbox.retry(pair.office, refused.n)
    assert said(error.value) == "office.refusal_gone"


def test_importing_can_be_stopped_and_nothing_has_changed(pair: Pair) -> None:
    observe(pair.desk)
    send(pair.desk, pair.folder / "a.kimb")
    stop = Cancel()
    stop.request()
    with pytest.raises(Cancelled):
        inbox.judge(pair.office, pair.folder / "a.kimb", Progress(cancel=stop))
    assert inbox.refusals(pair.office) == ()
    assert overview(pair.office)[0].last_seq == 0
    taken = inbox.judge(pair.office, pair.folder / "a.kimb").imported
    assert taken is not None
    assert taken.status == "new"


def test_a_device_that_sends_nothing_is_known_to_be_quiet(pair: Pair) -> None:
    clock = pair.office.clock
    assert overview(pair.office)[0].weeks_quiet(clock.now_ms()) == 0
    clock.advance(days=50)  # type: ignore[attr-defined]  # a clock that stands
    assert overview(pair.office)[0].weeks_quiet(clock.now_ms()) == 7
    send(pair.desk, pair.folder / "a.kimb")
    inbox.judge(pair.office, pair.folder / "a.kimb")
    assert overview(pair.office)[0].weeks_quiet(clock.now_ms()) == 0
