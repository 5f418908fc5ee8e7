"""Two versions of a plan compared for humans: new, changed, done, dropped, in sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, plans, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers.comparing import compare
from kimdesk.casework.plans import Signing
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Person
from kimdesk.domain.views.plan_changes import Told, ToldGoal
from tests.casework.printed import goal_of, step, words_of

LETTER = "KIM: Brief an die Vermieterin schreiben"
DAY = dt.date(2026, 11, 20)


def signed(desk: Desk, plan: RecordId) -> RecordId:
    plans.sign(desk, plan, Signing(form=Code("paper"), day=DAY))
    return plan


@pytest.fixture
def first(desk: Desk, family: RecordId) -> RecordId:
    plan = plans.start(desk, family)
    housing = goal_of(desk, plan, "housing", "Wir wohnen trocken.")
    step(desk, housing, "Fotos machen")
    step(desk, housing, "Brief an die Vermieterin schreiben", ("case_manager",))
    goal_of(desk, plan, "language", "Elena lernt Deutsch.")
    desk.apply(Set("support_plan", plan, "wish", "Eine trockene Wohnung"))
    return signed(desk, plan)


def entry(desk: Desk, plan: RecordId, wording: str) -> plans.GoalEntry:
    return next(each for each in plans.page(desk, plan).goals if each.goal.wording == wording)


def goal(told: Told, words: str) -> ToldGoal:
    return next(each for each in told.goals if words in each.heading)


def test_what_became_of_each_goal_is_said_in_sentences(desk: Desk, family: RecordId, first: RecordId) -> None:
    german = entry(desk, first, "Elena lernt Deutsch.").goal
    editing.put(desk, "goal", german.id, "state", Code("reached"))
    done = entry(desk, first, "Wir wohnen trocken.").measures[0]
    editing.put(desk, "measure", done.id, "state", Code("done"))
    second = plans.start(desk, family)
    housing = entry(desk, second, "Wir wohnen trocken.")
    desk.apply(
        Set("support_plan", second, "wish", "Eine trockene Wohnung und Ruhe"),
        Set("goal", housing.goal.id, "wording", "Wir wohnen trocken und sicher."),
        Set("goal", housing.goal.id, "due", dt.date(2026, 12, 31)),
        Set("goal", housing.goal.id, "state", "stalled"),
        Set("measure", housing.measures[0].id, "until", dt.date(2026, 12, 4)),
    )
    step(desk, housing.goal.id, "Mieterverein fragen")
    goal_of(desk, second, "work", "Georgi findet Arbeit.")
    told = compare(desk, family, first, second, "de")
    assert told.versions == "Version 2 vom 20.11.2026 (Entwurf), verglichen mit Version 1 vom 20.11.2026"
    assert told.wish == (
        "Jetzt heißt es: „Eine trockene Wohnung und Ruhe“",
        "Vorher hieß es: „Eine trockene Wohnung“",
    )
    assert goal(told, "trocken").word == "Geändert"
    assert goal(told, "trocken").sentences == (
        "Vorher hieß es: „Wir wohnen trocken.“",
        "Bis 31.12.2026.",
        "Stand: kommt nicht voran, vorher: offen.",
        f"Geändert: {LETTER} –\u00a0bis\u00a004.12.2026. Vorher: {LETTER}.",
        "Neu: Familie: Mieterverein fragen",
        "Erledigt am 20.11.2026: Familie: Fotos machen",
    )
    assert goal(told, "Arbeit").word == "Neu"
    assert goal(told, "Deutsch").word == "Erreicht am 20.11.2026"


def test_versions_further_apart_are_followed_through_all_between(desk: Desk, family: RecordId, first: RecordId) -> None:
    signed(desk, plans.start(desk, family))
    third = plans.start(desk, family)
    assert {each.turn for each in compare(desk, family, first, third, "de").goals} == {"same"}
    assert compare(desk, family, first, third, "en").nothing == "Both versions say the same."


def test_a_goal_taken_out_is_said_and_what_is_being_typed_counts(desk: Desk, family: RecordId, first: RecordId) -> None:
    second = plans.start(desk, family)
    from kimdesk.casework import family as families
    from kimdesk.domain.views.drafts import Draft

    families.delete(desk, "goal", entry(desk, second, "Elena lernt Deutsch.").goal.id)
    typed = entry(desk, second, "Wir wohnen trocken.").goal.id
    editing.keep(desk, Draft(kind="goal", record=typed, field="wording", text="Wir wohnen gut."))
    told = compare(desk, family, first, second, "de")
    assert goal(told, "Deutsch").word == "Steht nicht mehr im Plan"
    assert goal(told, "gut").sentences == ("Vorher hieß es: „Wir wohnen trocken.“",)


def test_the_paper_says_the_same_and_tells_a_family_nothing_that_hurts(
    desk: Desk, family: RecordId, first: RecordId
) -> None:
    second = plans.start(desk, family)
    editing.put(desk, "goal", entry(desk, second, "Wir wohnen trocken.").goal.id, "state", Code("stalled"))
    own = printing.prepare_paper(desk, family, "plan_changes", PrintOrder(about=second, before=first))
    assert "Stand: kommt nicht voran, vorher: offen." in words_of(own.pdf.data)
    readers = frozenset(each.id for each in desk.query.of_case(Person, family))
    order = PrintOrder(
        recipient=Recipient(kind="readers", persons=readers), purpose="family_copy", about=second, before=first
    )
    said = words_of(printing.prepare_paper(desk, family, "plan_changes", order).pdf.data)
    assert "kommt nicht voran" not in said
    assert "Beide Versionen sagen dasselbe." in said


def test_the_paper_speaks_the_familys_language_beside_german(desk: Desk, family: RecordId, first: RecordId) -> None:
    second = plans.start(desk, family)
    housing = entry(desk, second, "Wir wohnen trocken.")
    translated = (("goal", housing.goal.id, "wording_translation"), ("support_plan", second, "wish_translation"))
    desk.apply(
        Set("support_plan", second, "language", Code("bg")),
        *(Set(kind, record, name, "Живеем на сухо.") for kind, record, name in translated),
        *(Set("measure", each.id, "text_translation", "Правим снимки.") for each in housing.measures),
    )
    order = PrintOrder(about=second, before=first, languages=("de", "bg"))
    said = words_of(printing.prepare_paper(desk, family, "plan_changes", order).pdf.data)
    assert "Beide Versionen sagen dasselbe." in said
    assert "Двете версии казват едно и също." in said
    assert "Живеем на сухо." in said
    assert compare(desk, family, first, second, "de").nothing


def test_one_version_alone_is_not_compared(desk: Desk, family: RecordId, first: RecordId) -> None:
    assert first
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, family, "plan_changes", PrintOrder())
    assert refused.value.code == "document.nothing_there"
