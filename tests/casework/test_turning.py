"""Der Familie zeigen: what one person may see, in her language, and that it is kept."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import plans, printing, turning
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import PrintOrder
from kimdesk.casework.turning import Turn
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Handout, Person
from kimdesk.domain.views.turned import TurnedPlan
from tests.casework.printed import add, goal_of, printed, step, words_of


def plan_of(desk: Desk, family: RecordId) -> RecordId:
    plan = plans.start(desk, family)
    goal = goal_of(desk, plan, "housing", "Wir wohnen trocken.")
    desk.apply(
        Set("support_plan", plan, "language", "bg"),
        Set("goal", goal, "wording_translation", "Живеем на сухо."),
        Set("measure", step(desk, goal, "Fotos vom Schimmel machen"), "until", dt.date(2026, 12, 1)),
    )
    return plan


def elena(desk: Desk, family: RecordId) -> Person:
    return next(each for each in desk.query.of_case(Person, family) if each.given_name == "Elena")


def seen(desk: Desk, family: RecordId, language: str) -> TurnedPlan:
    return turning.shown(desk, Turn(case=family, person=elena(desk, family).id, language=language))


def test_she_sees_the_plan_in_her_own_language(desk: Desk, family: RecordId) -> None:
    plan_of(desk, family)
    assert turning.language_of(desk, elena(desk, family)) == "bg"
    shown = seen(desk, family, "bg")
    (goal,) = shown.goals
    assert (goal.wording, goal.foreign) == ("Живеем на сухо.", False)
    assert goal.steps[0].foreign
    assert "Fotos vom Schimmel machen" in goal.steps[0].sentence
    assert "01.12.2026" in goal.steps[0].until
    assert (shown.name, shown.direction) == ("Elena Dimitrova", "ltr")


def test_a_translation_is_never_shown_as_another_language(desk: Desk, family: RecordId) -> None:
    plan = plan_of(desk, family)
    arabic, german = seen(desk, family, "ar"), seen(desk, family, "de")
    assert arabic.direction == "rtl"
    assert [(each.wording, each.foreign) for each in arabic.goals] == [("Wir wohnen trocken.", True)]
    assert [(each.wording, each.foreign) for each in german.goals] == [("Wir wohnen trocken.", False)]
    paper = printing.prepare_plan(desk, plan, PrintOrder(languages=("de", "tr"))).pdf
    assert "Живеем" not in words_of(paper.data)


def test_the_short_papers_keep_their_languages_apart_too(desk: Desk, family: RecordId) -> None:
    plan = plan_of(desk, family)
    (entry,) = plans.page(desk, plan).goals
    desk.apply(Set("measure", entry.measures[0].id, "text_translation", "Снимки на мухъла"))
    for document in ("fridge", "aloud"):
        bulgarian = printed(desk, family, document, PrintOrder(languages=("de", "bg")))
        turkish = printed(desk, family, document, PrintOrder(languages=("de", "tr")))
        assert "Снимки на мухъла" in bulgarian
        assert "Снимки" not in turkish


def test_only_what_concerns_her_is_there(desk: Desk, family: RecordId) -> None:
    plan_of(desk, family)
    him = new_id(desk.clock)
    desk.apply(Create("person", him, {"case": family, "given_name": "Georgi", "role": Code("father")}))
    talk = add(desk, "contact", case=family, date=desk.today, discuss_only_with=frozenset({him}))
    secret = new_id(desk.clock)
    values = {"case": family, "contact": talk, "text": "Anwältin anrufen", "until": desk.today}
    desk.apply(
        Create("measure", secret, values),
        Set("contact", talk, "next_appointment", dt.date(2026, 11, 27)),
    )
    shown = seen(desk, family, "de")
    assert shown.appointments == ()
    assert shown.no_appointment
    assert "Anwältin" not in repr(shown)


def test_what_was_shown_to_whom_is_kept(desk: Desk, family: RecordId) -> None:
    plan = plan_of(desk, family)
    person = elena(desk, family)
    turning.turn(desk, Turn(case=family, person=person.id, language="bg"))
    (kept,) = desk.query.of_case(Handout, family)
    assert (kept.way, kept.persons, kept.plan) == ("shown", frozenset({person.id}), plan)
    assert (kept.languages, kept.recipient) == (frozenset({"bg"}), "Elena Dimitrova")


def test_a_turn_is_one_word_and_back(desk: Desk, family: RecordId) -> None:
    wanted = Turn(case=family, person=elena(desk, family).id, language="fa-AF")
    assert Turn.parse(wanted.text()) == wanted
