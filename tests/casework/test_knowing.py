"""What somebody learns about themselves (Art. 15 DSGVO): everything that is theirs, nothing of anybody else."""

from __future__ import annotations

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.order import ALL_LINES
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact
from tests.casework.printed import SECRET, add, printed, reader


def asked(desk: Desk, case: RecordId, person: RecordId, about: RecordId | None = None, *, picked: bool = True) -> str:
    order = PrintOrder(
        recipient=reader(person), purpose="access_report", asked=about, lines=ALL_LINES if picked else frozenset()
    )
    return printed(desk, case, "access", order)


@pytest.fixture
def child(desk: Desk, full: RecordId) -> RecordId:
    made = add(
        desk, "person", case=full, given_name="Ivan", family_name="Dimitrov", role=Code("child"),
        birth_date="2012-03-04", health_note="Asthma", capacity=Code("yes"),
    )  # fmt: skip
    add(desk, "contact", case=full, date=desk.today, present=frozenset({made}), family_says="Ich will ausziehen.")
    return made


def test_she_learns_what_is_stored_about_her_and_he_never_what_she_told_alone(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId
) -> None:
    desk.apply(Set("person", her, "health_note", "Rücken"), Set("person", him, "health_note", "Diabetes"))
    hers = asked(desk, full, her)
    for part in ("Elena", "Lindenweg 4", "0170 1234567", "Rücken", SECRET, "Es schimmelt bei Elena."):
        assert part in hers
    assert "Diabetes" not in hers
    his = asked(desk, full, him)
    assert "Diabetes" in his
    for hidden in (SECRET, "Rücken", "Lindenweg", "Elena", "0170"):
        assert hidden not in his
    assert "Es schimmelt bei [geschwärzt]." in his


def test_free_text_leaves_line_by_line_and_child_protection_leaves_no_trace(
    desk: Desk, full: RecordId, her: RecordId
) -> None:
    nothing_picked = asked(desk, full, her, picked=False)
    for hidden in (SECRET, "schimmelt", "Nur für mich", "Kinderschutz", "Blaue Flecken"):
        assert hidden not in nothing_picked
    assert "Kinderschutz" not in asked(desk, full, her)


def test_a_mother_may_ask_about_her_child_but_not_what_it_told_in_confidence(
    desk: Desk, full: RecordId, her: RecordId, child: RecordId
) -> None:
    text = asked(desk, full, her, child)
    assert "Ivan" in text
    assert "Asthma" in text
    assert "ausziehen" not in text
    assert "ausziehen" in asked(desk, full, child)
    desk.apply(Set("person", child, "capacity", "no"))
    assert "ausziehen" in asked(desk, full, her, child)


@pytest.mark.parametrize("about", ["her", "child"])
def test_nobody_is_told_about_somebody_they_may_not_ask_for(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId, child: RecordId, about: str
) -> None:
    desk.apply(Set("person", child, "custody", "mother"))
    order = PrintOrder(recipient=reader(him), purpose="access_report", asked={"her": her, "child": child}[about])
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, full, "access", order)
    assert refused.value.code == "document.not_for_them"


def test_one_person_asks_and_two_do_not(desk: Desk, full: RecordId, her: RecordId, him: RecordId) -> None:
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, full, "access", PrintOrder(recipient=reader(her, him), purpose="access_report"))
    assert refused.value.code == "document.not_for_them"


def test_the_answer_names_who_received_something_about_this_person(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId
) -> None:
    add(
        desk, "handout", case=full, date=desk.today, document=Code("referral_letter"), recipient="Frauenhaus",
        persons=frozenset({her}),
    )  # fmt: skip
    assert "Frauenhaus" in asked(desk, full, her)
    assert "Frauenhaus" not in asked(desk, full, him)
    assert "Niemand hat Angaben mit Ihrem Namen bekommen." in asked(desk, full, him)


def test_a_correction_stays_with_those_its_original_was_told_by(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId
) -> None:
    (alone,) = [each for each in desk.query.of_case(Contact, full) if SECRET in (each.family_says or "")]
    add(desk, "contact", case=full, date=desk.today, corrects=alone.id, family_says="Es war im Mai.")
    assert "Es war im Mai." in asked(desk, full, her)
    assert "Es war im Mai." not in asked(desk, full, him)
