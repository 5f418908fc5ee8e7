"""Papers carry what was put right later: below what was said, as an entry of its own with its day."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing, visits
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.choosing import lines
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Contact
from tests.casework.printed import add, printed, reader, words_of

WRONG = "Der Schimmel ist im Kinderzimmer."
RIGHT = "Der Schimmel ist im Schlafzimmer."
TALK, LATER = dt.date(2026, 11, 19), dt.date(2026, 11, 20)


@pytest.fixture
def talk(desk: Desk, family: RecordId) -> RecordId:
    """Return a completed talk of which two lines were kept, corrected a day later."""
    made = add(
        desk, "contact", case=family, date=TALK, family_says=f"{WRONG}\nDas bleibt unter uns.", completed_on=TALK
    )
    add(desk, "contact", case=family, date=LATER, family_says=RIGHT, seen="Foto vom Schlafzimmer", corrects=made)
    return made


def visit(desk: Desk, talk: RecordId, recipient: Recipient, *picked: int, language: str = "de") -> str:
    languages = ("de",) if language == "de" else ("de", language)
    order = PrintOrder(recipient=recipient, purpose="family_copy", lines=frozenset(picked), languages=languages)
    return words_of(printing.prepare_visit(desk, talk, order).pdf.data).replace("\u00a0", " ")


def test_the_summary_carries_the_correction_below_what_it_corrects(desk: Desk, talk: RecordId, her: RecordId) -> None:
    text = visit(desk, talk, reader(her), 0, 2)
    assert text.index(WRONG) < text.index("Berichtigung vom 20.11.2026") < text.index(RIGHT)
    assert "Das bleibt unter uns" not in text


def test_of_a_correction_nobody_picked_the_day_alone_is_said(desk: Desk, talk: RecordId, her: RecordId) -> None:
    text = visit(desk, talk, reader(her), 0)
    assert "Berichtigung vom 20.11.2026" in text
    assert RIGHT not in text
    assert "Berichtigung" not in visit(desk, talk, reader(her))


def test_the_correction_is_dated_in_the_familys_language_too(desk: Desk, talk: RecordId, her: RecordId) -> None:
    assert "Поправка от 20.11.2026" in visit(desk, talk, reader(her), 2, language="bg")


def test_whoever_may_not_know_of_the_talk_learns_nothing_by_its_correction(
    desk: Desk, talk: RecordId, her: RecordId, him: RecordId
) -> None:
    desk.apply(Set("contact", talk, "discuss_only_with", frozenset({her})))
    assert RIGHT in visit(desk, talk, reader(her), 2)
    with pytest.raises(UserProblem, match=r"document\.nothing_there"):
        visit(desk, talk, reader(him), 2)


def test_the_briefing_carries_the_correction_and_what_was_seen(desk: Desk, family: RecordId, talk: RecordId) -> None:
    offered = lines(desk, "briefing", family, PrintOrder())
    assert offered == (WRONG, "Das bleibt unter uns.", f"20.11.2026: {RIGHT}")
    text = printed(desk, family, "briefing", PrintOrder(lines=frozenset({0, 2}))).replace("\u00a0", " ")
    assert text.index(WRONG) < text.index("Berichtigung vom 20.11.2026") < text.index(RIGHT)
    veiled = printed(desk, family, "briefing", PrintOrder(lines=frozenset({0, 2}), named=False))
    assert "Schlafzimmer" in veiled


def test_a_correction_counts_as_no_contact_and_is_no_talk_of_its_own(
    desk: Desk, family: RecordId, talk: RecordId
) -> None:
    desk.apply(Set("case", family, "phase", Code("closed")), Set("case", family, "closed_on", TALK))
    assert "1 Kontakt" in printed(desk, family, "closing").replace("\u00a0", " ")
    assert f"{TALK:%d.%m.%Y}" in printed(desk, family, "aftercare")


def test_the_correction_begun_from_the_note_is_the_one_that_is_printed(
    desk: Desk, family: RecordId, her: RecordId
) -> None:
    made = visits.begin(desk, family)
    desk.apply(Set("contact", made, "family_says", WRONG))
    visits.complete(desk, made)
    correction = visits.correct(desk, made)
    desk.apply(Set("contact", correction, "family_says", RIGHT))
    assert RIGHT in visit(desk, made, reader(her), 0, 1)
    assert desk.query.get(Contact, correction) is not None
