"""Printing: only what the gate lets through, never another family's name, a signed plan byte for byte."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing, plans, printing, visits
from kimdesk.casework.desk import Desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Contact, Person, Signature
from kimdesk.domain.views.drafts import Draft


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def plan(desk: Desk, family: RecordId) -> RecordId:
    made = plans.start(desk, family)
    goal = plans.add_goal(desk, made, domain=Code("housing"))
    measure = plans.add_measure(desk, goal)
    desk.apply(
        Set("support_plan", made, "wish", "Eine trockene Wohnung"),
        Set("goal", goal, "wording", "Die Familie wohnt trocken."),
        Set("goal", goal, "wording_translation", "Семейството живее на сухо."),
        Set("measure", measure, "text", "Mängelanzeige schreiben"),
        Set("measure", measure, "who", frozenset({"case_manager"})),
        Set("measure", measure, "until", dt.date(2026, 11, 25)),
    )
    return made


def test_the_plan_says_what_was_agreed(desk: Desk, plan: RecordId) -> None:
    text = words_of(printing.prepare_plan(desk, plan, PrintOrder(languages=("de", "bg"))).pdf.data)
    for part in (
        "Die Familie wohnt trocken.",
        "Семейството живее на сухо.",
        "Mängelanzeige",
        "25.11.2026",
        "KD-2026-0001",
    ):
        assert part in text.replace("\u2011", "-")


def test_the_names_confirmed_are_those_on_the_paper(desk: Desk, plan: RecordId, family: RecordId) -> None:
    create_person(desk, family)
    assert printing.prepare_plan(desk, plan, PrintOrder()).names == ()
    desk.apply(Set("goal", plans.page(desk, plan).goals[0].goal.id, "wording", "Elena spricht mit der Lehrerin."))
    assert printing.prepare_plan(desk, plan, PrintOrder()).names == ("Elena Dimitrova",)


def test_no_other_familys_name_is_on_the_paper(desk: Desk, plan: RecordId) -> None:
    create_family(desk, NewFamily(family_name="Kowalczyk", given_name="Agnieszka"))
    for edition in ("family", "full"):
        prepared = printing.prepare_plan(desk, plan, PrintOrder(edition=edition))  # type: ignore[arg-type]
        assert "Kowalczyk" not in words_of(prepared.pdf.data)
        assert "Agnieszka" not in words_of(prepared.pdf.data)


def test_the_preview_shows_what_is_being_typed_and_the_print_does_not(desk: Desk, plan: RecordId) -> None:
    goal = plans.page(desk, plan).goals[0].goal
    editing.keep(desk, Draft(kind="goal", record=goal.id, field="wording", text="Alle haben es warm."))
    preview = printing.preview_plan(desk, plan, languages=("de",), edition="family")
    assert "Alle haben es warm." in words_of(preview.data)
    assert "Alle haben es warm." not in words_of(printing.prepare_plan(desk, plan, PrintOrder()).pdf.data)


def test_a_signed_plan_is_given_out_byte_for_byte(desk: Desk, plan: RecordId) -> None:
    order = PrintOrder(languages=("de", "bg"))
    printing.sign_plan(desk, plan, plans.Signing(form=Code("paper"), day=desk.today), order)
    desk.save_profile(desk.profile.__class__(name="Jemand Anderes", phone="0"))
    first = printing.prepare_plan(desk, plan, order).pdf
    assert first == printing.prepare_plan(desk, plan, order).pdf
    assert "Maria Sommer" in words_of(first.data)
    other = printing.prepare_plan(desk, plan, PrintOrder(languages=("de",))).pdf
    assert other.sha256 != first.sha256
    with pytest.raises(UserProblem) as refused:
        editing.undo(desk)
    assert refused.value.code == "record.frozen"


def test_a_signature_on_the_screen_is_drawn_into_the_frozen_paper(desk: Desk, plan: RecordId) -> None:
    order, case = PrintOrder(), plans.page(desk, plan).plan.case
    strokes = (tuple((10.0 * x, 40 + 25 * (x % 3)) for x in range(12)),)
    printing.sign_plan(desk, plan, plans.Signing(form=Code("screen"), day=desk.today, strokes=strokes), order)
    first, again = (printing.prepare_plan(desk, plan, order).pdf for _ in range(2))
    assert first.data == again.data
    unsigned = printing.prepare_plan(desk, plan, PrintOrder(edition="full")).pdf
    assert len(drawn_lines(first.data)) > len(drawn_lines(unsigned.data))
    (signature,) = desk.query.of_case(Signature, case)
    assert (signature.plan, signature.form, signature.person) == (plan, "screen", None)
    assert signature.strokes == json.dumps([[list(place) for place in strokes[0]]], separators=(",", ":"))


def drawn_lines(pdf: bytes) -> list[str]:
    """Return the curves in the ink of a signature."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        code = b"".join(page.Contents.read_bytes() for page in opened.pages).decode("latin-1")
    return [line for line in code.splitlines() if "0.06 0.11 0.36 RG" in line]


def test_an_empty_plan_cannot_be_signed(desk: Desk, family: RecordId) -> None:
    plan = plans.start(desk, family)
    with pytest.raises(UserProblem) as refused:
        printing.sign_plan(desk, plan, plans.Signing(form=Code("paper"), day=desk.today), PrintOrder())
    assert refused.value.code == "plan.empty"


def test_the_next_version_carries_over_what_is_open(desk: Desk, plan: RecordId, family: RecordId) -> None:
    done = plans.add_goal(desk, plan, domain=Code("health"))
    desk.apply(Set("goal", done, "wording", "Alle sind versichert"), Set("goal", done, "state", "reached"))
    plans.sign(desk, plan, plans.Signing(form=Code("paper"), day=desk.today))
    following = plans.page(desk, plans.start(desk, family))
    assert following.plan.version == 2
    assert [entry.goal.wording for entry in following.goals] == ["Die Familie wohnt trocken."]
    assert [measure.text for measure in following.goals[0].measures] == ["Mängelanzeige schreiben"]
    assert plans.start(desk, family) == following.plan.id


def test_a_visit_shows_only_lines_picked_and_never_the_assessment(desk: Desk, family: RecordId) -> None:
    contact = visits.begin(desk, family)
    desk.apply(
        Set("contact", contact, "family_says", "Es schimmelt.\nGeheimnis bleibt hier."),
        Set("contact", contact, "assessment", "Nur für mich"),
    )
    reader = Recipient(kind="readers", persons=frozenset({desk.query.of_case(Person, family)[0].id}))
    order = PrintOrder(recipient=reader, purpose="family_copy", lines=frozenset({0}))
    text = words_of(printing.prepare_visit(desk, contact, order).pdf.data)
    assert "Es schimmelt." in text
    assert "Geheimnis" not in text
    assert "Nur für mich" not in text


def test_a_talk_held_with_her_alone_does_not_exist_for_him(desk: Desk, family: RecordId) -> None:
    her = desk.query.of_case(Person, family)[0]
    him = create_person(desk, family)
    contact = visits.begin(desk, family)
    desk.apply(Set("contact", contact, "discuss_only_with", frozenset({her.id})))
    order = PrintOrder(recipient=Recipient(kind="readers", persons=frozenset({him})), purpose="family_copy")
    with pytest.raises(UserProblem) as refused:
        printing.prepare_visit(desk, contact, order)
    assert refused.value.code == "document.nothing_there"
    assert desk.query.get(Contact, contact) is not None


def create_person(desk: Desk, case: RecordId) -> RecordId:
    person = editing.mint(desk)
    editing.keep(desk, Draft(kind="person", record=person, field="given_name", text="Georgi", parent=case))
    assert editing.settle(desk, "person", person).exists
    return person


def test_what_no_font_can_draw_is_refused_before_anything_is_printed(desk: Desk, plan: RecordId) -> None:
    desk.apply(Set("support_plan", plan, "wish", "Ein Haus 🏠"))
    with pytest.raises(UserProblem) as refused:
        printing.prepare_plan(desk, plan, PrintOrder())
    assert refused.value.code == "document.unprintable"
    assert "Haus" not in str(refused.value.params)


def test_saving_into_nowhere_is_said_plainly(desk: Desk, plan: RecordId, tmp_path: Path) -> None:
    prepared = printing.prepare_plan(desk, plan, PrintOrder())
    with pytest.raises(KimError) as refused:
        printing.save(prepared, tmp_path / "fehlt" / "plan.pdf")
    assert refused.value.code == "disk.gone"
    printing.save(prepared, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == prepared.pdf.data


def test_what_is_printed_after_signing_in_another_manner_says_that_it_is_a_reprint(desk: Desk, plan: RecordId) -> None:
    order = PrintOrder(languages=("de", "bg"))
    printing.sign_plan(desk, plan, plans.Signing(form=Code("paper"), day=desk.today), order)
    stored = printing.prepare_plan(desk, plan, order).pdf
    assert "Nachdruck" not in words_of(stored.data)
    for other in (replace(order, languages=("de",)), replace(order, variant="large"), replace(order, edition="full")):
        assert "Nachdruck" in words_of(printing.prepare_plan(desk, plan, other).pdf.data)


def test_a_saved_file_may_be_protected_with_a_password(desk: Desk, plan: RecordId, tmp_path: Path) -> None:
    prepared = printing.prepare_plan(desk, plan, PrintOrder())
    printing.save(prepared, tmp_path / "plan.pdf", password="Grüße 7")
    reader = PdfReader(tmp_path / "plan.pdf")
    assert not reader.decrypt("falsch")
    assert reader.decrypt("Grüße 7")
    assert "Mängelanzeige" in reader.pages[0].extract_text()
    with pytest.raises(UserProblem):
        printing.save(prepared, tmp_path / "other.pdf", password="")
    assert not (tmp_path / "other.pdf").exists()
