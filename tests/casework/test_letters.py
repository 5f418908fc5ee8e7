"""Letters reach whom they are for: windows, own words, and bodies that read only what consents cover."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import Wording
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Goal, Handout
from tests.casework.printed import add, printed, reader, step

SCHOOL = "Grundschule am Stadtpark"


def to_school(purpose: str = "support", **how: object) -> PrintOrder:
    return PrintOrder(recipient=Recipient(kind="body", name=SCHOOL), purpose=purpose, **how)  # type: ignore[arg-type]


def agree(desk: Desk, case: RecordId, person: RecordId, purpose: str, *categories: str) -> RecordId:
    return add(
        desk, "consent", case=case, person=person, scope=Code("contact_school"), recipient=SCHOOL,
        purpose=Code(purpose), categories=frozenset(map(Code, categories)), direction=Code("out"), given_on=desk.today,
    )  # fmt: skip


def refused(desk: Desk, case: RecordId, document: str, order: PrintOrder) -> str:
    with pytest.raises(UserProblem) as problem:
        printing.prepare_paper(desk, case, document, order)
    return problem.value.code


@pytest.fixture
def referred(desk: Desk, full: RecordId) -> RecordId:
    school = add(desk, "partner", name=SCHOOL, address="Schulweg 3, 48607 Ochtrup")
    return add(
        desk, "referral", case=full, date=desk.today, partner=school, domain=Code("education"),
        concern="Bitte die Eltern einladen.", result="Die Schule zögert.",
    )  # fmt: skip


def test_a_letter_says_what_was_written_and_stands_in_the_window(desk: Desk, full: RecordId, her: RecordId) -> None:
    words = Wording(subject="Ihr Antrag", text="der Antrag ist da.\n\nBitte unterschreiben.")
    text = printed(desk, full, "letter", PrintOrder(recipient=reader(her), purpose="family_copy", wording=words))
    for part in ("Ihr Antrag", "Guten Tag Elena Dimitrova,", "Lindenweg 4", "Ochtrup", "Bitte unterschreiben."):
        assert part in text
    assert refused(desk, full, "letter", PrintOrder(recipient=reader(her))) == "document.no_text"


def test_his_letter_never_tells_him_where_she_hides(desk: Desk, full: RecordId, her: RecordId, him: RecordId) -> None:
    desk.apply(Set("person", her, "protected_address", "yes"), Set("person", him, "address", "Am Ring 1, Gronau"))
    words = Wording(subject="Termin", text="bis bald.")
    both = PrintOrder(recipient=reader(her, him), purpose="family_copy", wording=words)
    assert "Lindenweg" not in printed(desk, full, "letter", both)
    desk.apply(Set("person", him, "address", "Lindenweg 4, Ochtrup"))
    assert "Lindenweg" not in printed(desk, full, "letter", both)


def test_an_invitation_says_when_and_where_to_those_who_are_invited(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId
) -> None:
    add(
        desk, "appointment", case=full, date=desk.today + dt.timedelta(days=5), time="10:00", title="Kita",
        place="Frauenhaus", persons=frozenset({her}), discuss_only_with=frozenset({her}),
    )  # fmt: skip
    hers = printed(desk, full, "invitation", PrintOrder(recipient=reader(her), purpose="family_copy"))
    for part in ("25.11.2026 um 10:00 Uhr", "Frauenhaus", "Ich komme."):
        assert part in hers
    his = printed(desk, full, "invitation", PrintOrder(recipient=reader(him), purpose="family_copy"))
    assert "Frauenhaus" not in his
    assert "25.11.2026" not in his


def test_a_referral_tells_a_body_what_the_family_allowed_and_nothing_else(
    desk: Desk, full: RecordId, referred: RecordId, her: RecordId, him: RecordId
) -> None:
    assert refused(desk, full, "referral", to_school(about=referred)) == "document.no_consent"
    agree(desk, full, her, "support", "plan", "identity")
    assert refused(desk, full, "referral", to_school()) == "document.no_consent"
    agree(desk, full, him, "support", "plan")
    text = printed(desk, full, "referral", to_school())
    for part in (SCHOOL, "Schulweg 3", "Bitte die Eltern einladen.", "Elena Dimitrova", "vom 20.11.2026"):
        assert part in text
    for kept in ("Georgi", "0170", "Lindenweg", "Die Schule zögert"):
        assert kept not in text
    assert refused(desk, full, "referral", to_school("case_conference")) == "document.no_consent"
    other = PrintOrder(recipient=Recipient(kind="body", name="Jobcenter"), purpose="support")
    assert refused(desk, full, "referral", other) == "document.not_for_them"


def test_what_a_body_received_is_kept(
    desk: Desk, full: RecordId, referred: RecordId, her: RecordId, him: RecordId
) -> None:
    for person in (her, him):
        agree(desk, full, person, "support", "plan", "identity")
    printing.handed_out(desk, printing.prepare_paper(desk, full, "referral", to_school(about=referred)), "post")
    (kept,) = desk.query.of_case(Handout, full)
    assert (kept.document, kept.recipient, kept.purpose, kept.way) == ("referral_letter", SCHOOL, "support", "post")


@pytest.fixture
def meeting(desk: Desk, full: RecordId, her: RecordId) -> RecordId:
    made = add(
        desk, "case_conference", case=full, date=desk.today + dt.timedelta(days=20), time="14:00", place="Rathaus",
        occasion="Schulanfang", minutes="Alle sind einig.\nEr hat Angst.",
    )  # fmt: skip
    add(desk, "conference_participant", case_conference=made, name=SCHOOL, attended=Code("no"))
    add(desk, "conference_participant", case_conference=made, person=her, attended=Code("yes"))
    agreed = step(desk, desk.query.of_case(Goal, full)[0].id, "Schultüte basteln")
    desk.apply(Set("measure", agreed, "case_conference", made))
    return made


def test_a_conference_invites_family_and_bodies_with_consent(
    desk: Desk, full: RecordId, meeting: RecordId, her: RecordId, him: RecordId
) -> None:
    family = PrintOrder(recipient=reader(her, him), purpose="family_copy", about=meeting)
    text = printed(desk, full, "conference", family)
    for part in ("10.12.2026", "14:00", "Rathaus", "Schulanfang", SCHOOL, "bis zum 03.12.2026"):
        assert part in text
    school = to_school("case_conference")
    assert refused(desk, full, "conference", school) == "document.no_consent"
    for person in (her, him):
        agree(desk, full, person, "case_conference", "plan")
    text = printed(desk, full, "conference", school)
    assert "Schulanfang" in text
    assert "Elena" not in text
    stranger = PrintOrder(recipient=Recipient(kind="body", name="Polizei"), purpose="case_conference")
    assert refused(desk, full, "conference", stranger) == "document.not_for_them"


def test_minutes_hold_what_was_agreed_and_the_lines_picked(
    desk: Desk, full: RecordId, meeting: RecordId, her: RecordId
) -> None:
    order = PrintOrder(recipient=reader(her), purpose="family_copy", about=meeting, lines=frozenset({0}))
    text = printed(desk, full, "minutes", order)
    for part in ("Teilgenommen haben", "Elena Dimitrova", "Entschuldigt", SCHOOL, "Alle sind einig.", "Schultüte"):
        assert part in text
    assert "Er hat Angst" not in text
