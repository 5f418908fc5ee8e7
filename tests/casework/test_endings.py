"""Closing report and after-care note: what was picked, what readers may know, and no rating nobody gave them."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Goal, SupportPlan
from tests.casework.printed import SECRET, add, printed, reader


@pytest.fixture
def closed(desk: Desk, full: RecordId) -> RecordId:
    desk.apply(
        Set("case", full, "first_contact", desk.today - dt.timedelta(days=100)),
        Set("case", full, "closed_on", desk.today),
        Set("case", full, "closing_reason", "goals_reached"),
    )
    add(
        desk, "closing", case=full, date=desk.today, summary="Die Wohnung ist trocken.\nEr trinkt weniger.",
        feedback="Danke!", satisfaction=Code("very"), handed_to="Caritas",
    )  # fmt: skip
    for days, rating in ((90, "1"), (1, "4")):
        made = add(desk, "assessment", case=full, date=desk.today - dt.timedelta(days=days))
        add(desk, "domain_rating", assessment=made, domain=Code("housing"), client_rating=Code(rating))
    return full


def test_a_closing_report_tells_how_it_went_and_of_texts_only_the_lines_picked(desk: Desk, closed: RecordId) -> None:
    text = printed(desk, closed, "closing", PrintOrder(lines=frozenset({0, 2})))
    for part in ("3 Monate", "Ziele erreicht", "Caritas", "Die Wohnung ist trocken.", "Danke!", "nach dem 31.12.2029",
                 "am Anfang 1, am Ende 4"):  # fmt: skip
        assert part in text
    assert "Er trinkt" not in text


def test_he_learns_nothing_of_a_talk_held_alone_not_even_by_counting(
    desk: Desk, closed: RecordId, her: RecordId, him: RecordId
) -> None:
    counted = [
        printed(desk, closed, "closing", PrintOrder(recipient=reader(person), purpose="family_copy"))
        for person in (her, him)
    ]
    assert ["2 Kontakte" in counted[0], "1 Kontakt" in counted[1]] == [True, True]
    assert "2 Kontakte" not in counted[1]


def test_before_the_end_there_is_nothing_to_report(desk: Desk, full: RecordId) -> None:
    for document in ("closing", "aftercare"):
        with pytest.raises(UserProblem) as refused:
            printing.prepare_paper(desk, full, document, PrintOrder())
        assert refused.value.code == "document.nothing_there"


def test_after_care_tells_of_the_talk_after_the_end(desk: Desk, closed: RecordId, him: RecordId) -> None:
    desk.apply(Set("case", closed, "closed_on", desk.today - dt.timedelta(days=5)))
    add(desk, "contact", case=closed, date=desk.today, form=Code("phone"), family_says="Es geht gut.\nNur für uns.")
    add(desk, "referral", case=closed, date=desk.today, partner_name="Schuldnerberatung")
    order = PrintOrder(recipient=reader(him), purpose="family_copy", lines=frozenset({0}))
    text = printed(desk, closed, "aftercare", order)
    for part in ("Telefonat", "Es geht gut.", "Schuldnerberatung", "Die Familie kommt gut zurecht."):
        assert part in text
    assert "Nur für uns" not in text
    assert SECRET not in text


def test_a_translation_stands_on_no_paper_in_another_language(desk: Desk, closed: RecordId) -> None:
    plan = desk.query.of_case(SupportPlan, closed)[0]
    goal = desk.query.of_case(Goal, closed)[0]
    desk.apply(
        Set("support_plan", plan.id, "language", "bg"), Set("goal", goal.id, "wording_translation", "Живеем на сухо.")
    )
    assert "Живеем на сухо." in printed(desk, closed, "closing", PrintOrder(languages=("de", "bg")))
    assert "Живеем" not in printed(desk, closed, "closing", PrintOrder(languages=("de", "tr")))
