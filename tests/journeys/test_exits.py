"""The gate's exit test: through every way out, what must stay stays."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import KimError
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import (
    answers,
    attaching,
    casefile,
    colleagues,
    district,
    editing,
    enrolment,
    exchange,
    giving,
    handing_over,
    leaving,
    outside,
    plans,
    printing,
    taking_over,
    visits,
)
from kimdesk.casework.deputy_package import families, family_json
from kimdesk.casework.desk import Desk, Services
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import OWN_RECORD, Exit, Recipient, Request
from kimdesk.domain.protection import PURPOSES, ProtectionRelease, ProtectionWay
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from tests.support.districts import PERIOD, introduce, make_office

CATEGORIES = ("identity", "reach", "status", "special_categories", "plan", "contacts")
CONFIDED, ALONE, PROTECTED, HEALTH, PHONE = "Anvertrautes", "Frauenberatung", "Gefaehrdung", "Asthma", "0201555"
FILE = "ab" * 16
MARKS = (CONFIDED, ALONE, PROTECTED, HEALTH, PHONE, FILE)


class Story:
    """A family with something in every drawer: hers, his, and what is nobody else's."""

    def __init__(self, desk: Desk, case: RecordId, enrol: Callable[[Desk], None]) -> None:
        self.desk, self.case, self.enrol = desk, case, enrol
        self.her = desk.query.of_case(Person, case)[0].id
        self.him, self.entry = new_id(desk.clock), new_id(desk.clock)
        self.plan = plans.start(desk, case)
        goal = plans.add_goal(desk, self.plan, domain=Code("family"))
        self.talk = visits.begin(desk, case)
        self.open_talk = visits.begin(desk, case, form=Code("office"))
        desk.apply(
            Create("person", self.him, {"case": case, "given_name": "Georgi", "birth_date": "1991"}),
            Set("person", self.her, "phone", PHONE),
            Set("person", self.her, "health_note", HEALTH),
            Set("person", self.her, "protection_note", PROTECTED),
            Create("protection_entry", self.entry, {"case": case, "date": desk.today, "observed": PROTECTED}),
            Set("protection_entry", self.entry, "told_family", Code("yes")),
            Create("attachment", new_id(desk.clock), {"case": case, "title": CONFIDED, "blob": FILE}),
            Create("attachment", new_id(desk.clock), self.hers(case)),
            Set("case", case, "safety_note", CONFIDED),
            Set("goal", goal, "wording", "Alle sind ausgeschlafen"),
            Set("contact", self.talk, "family_says", ALONE),
            Set("contact", self.talk, "discuss_only_with", frozenset({self.her})),
            Set("contact", self.open_talk, "assessment", CONFIDED),
            Set("contact", self.open_talk, "family_says", CONFIDED),
        )
        visits.agree(desk, visits.Agreement(case=case, contact=self.talk, text=ALONE, goal=goal))

    def hers(self, case: RecordId) -> dict[str, Value]:
        """Return a file that is hers alone, fit to be passed on."""
        about = {"confidentiality": Code("shareable"), "category": Code("status"), "blob": FILE}
        return {"case": case, "title": ALONE, "discuss_only_with": frozenset({self.her}), **about}

    def bundle(self, *categories: str) -> str:
        """Return everything a bundle for the office would carry, and everything its preview says."""
        self.enrol(self.desk)
        if not categories:
            return told(exchange.prepare_bundle(self.desk, "steinfurt", period=PERIOD))
        for person in (self.her, self.him):
            values: dict[str, Value] = {
                "case": self.case,
                "person": person,
                "scope": Code("share_coordination_named"),
                "recipient": "Kreis Steinfurt",
                "purpose": Code("support"),
                "direction": Code("both"),
                "given_on": self.desk.today,
                "categories": frozenset(Code(each) for each in categories),
            }
            self.desk.apply(Create("consent", new_id(self.desk.clock), values))
        named = {self.case: "support"}
        return told(exchange.prepare_bundle(self.desk, "steinfurt", period=PERIOD, named=named))

    def package(self, *categories: str, everybody: bool = True) -> str:
        """Return everything the deputy would be given."""
        for person in (self.her, self.him) if everybody else (self.her,):
            values: dict[str, Value] = {
                "case": self.case,
                "person": person,
                "scope": Code("deputy"),
                "recipient": "Vertretung",
                "purpose": Code("support"),
                "direction": Code("out"),
                "given_on": self.desk.today,
                "categories": frozenset(Code(each) for each in categories),
            }
            self.desk.apply(Create("consent", new_id(self.desk.clock), values))
        return json.dumps([family_json(each) for each in families(self.desk, "Vertretung")], ensure_ascii=False)

    def list_without_names(self) -> str:
        """Return what a case list would carry, an agreement being recorded."""
        self.enrol(self.desk)
        agreed = exchange.NewAgreement(recipient="Kreis Steinfurt", reference="Az. 1", signed_on=self.desk.today)
        exchange.record_agreement(self.desk, agreed)
        made = exchange.prepare_bundle(self.desk, "steinfurt", period=PERIOD, contents=["pseudonymised"])
        assert made.records["pseudonymised"]
        return told(made)

    def hand_over(self, *opened: RecordId) -> str:
        """Return everything the next case lead would be given; a file whose content is missing stays."""
        return json.dumps(
            handing_over.carried(self.desk, self.case, "A. Yıldız", frozenset(opened)), ensure_ascii=False
        )

    def order(self, *readers: RecordId) -> PrintOrder:
        who = Recipient(kind="readers", persons=frozenset(readers))
        return PrintOrder(recipient=who, purpose="family_copy", edition="full")

    def protect(self, way: ProtectionWay, road: Exit, *, confirmed: bool = True) -> str:
        release = ProtectionRelease(way=way, entries=frozenset({self.entry}), confirmed=confirmed)
        return self.ask(body("Jugendamt"), PURPOSES[way], road, release)

    def ask(self, recipient: Recipient, purpose: str, way: Exit, protection: ProtectionRelease | None = None) -> str:
        number = self.desk.page.case_row(self.case).case_number  # type: ignore[union-attr]
        request = Request(recipient=recipient, purpose=purpose, exit=way, day=self.desk.today, protection=protection)
        return json.dumps(casefile.released(self.desk, number, request)[0], ensure_ascii=False)


@pytest.fixture
def story(desk: Desk, family: RecordId, services: Services, tmp_path: Path) -> Story:
    def enrol(with_an_office: Desk) -> None:
        with make_office(services, tmp_path / "office") as office:
            introduce(with_an_office, office)

    return Story(desk, family, enrol)


def told(bundle: exchange.PreparedBundle) -> str:
    shown = [each.value for family in bundle.sharing.families for part in family.parts for each in part.values]
    return json.dumps(bundle.records, ensure_ascii=False) + repr(shown)


def words_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def body(name: str) -> Recipient:
    return Recipient(kind="body", name=name)


def lead(name: str) -> Recipient:
    return Recipient(kind="lead", name=name)


WAYS: dict[str, tuple[Callable[[Story], str], set[str]]] = {
    "plan for him": (lambda s: words_of(printing.prepare_plan(s.desk, s.plan, s.order(s.him)).pdf.data), set()),
    "plan for both": (lambda s: words_of(printing.prepare_plan(s.desk, s.plan, s.order(s.her, s.him)).pdf.data), set()),
    "plan for her": (lambda s: words_of(printing.prepare_plan(s.desk, s.plan, s.order(s.her)).pdf.data), {ALONE}),
    "visit for both": (
        lambda s: words_of(printing.prepare_visit(s.desk, s.open_talk, s.order(s.her, s.him)).pdf.data),
        set(),
    ),
    "own paper": (lambda s: words_of(printing.prepare_plan(s.desk, s.plan, PrintOrder()).pdf.data), {ALONE}),
    "file for a body": (lambda s: s.ask(body("Jobcenter"), "application", "file"), set()),
    "bundle for the office": (lambda s: s.ask(body("Kreis"), "support", "bundle"), set()),
    "figures and observations for the office": (lambda s: s.bundle(), set()),
    "list without names for the office": (lambda s: s.list_without_names(), set()),
    "by name for the office, her consent for her name": (lambda s: s.bundle("identity"), set()),
    "by name for the office, every consent there is": (lambda s: s.bundle(*CATEGORIES), {HEALTH, PHONE}),
    "deputy package, every consent there is": (lambda s: s.package(*CATEGORIES), {PHONE}),
    "deputy package, her consent alone": (lambda s: s.package(*CATEGORIES, everybody=False), {PHONE}),
    "own file": (lambda s: s.ask(OWN_RECORD, "own_record", "file"), {HEALTH, PHONE, ALONE}),
    "child protection for an adviser": (lambda s: s.protect("consultation", "paper"), {PROTECTED}),
    "child protection for the youth office": (lambda s: s.protect("notice", "paper"), {PROTECTED}),
    "child protection for the next lead": (lambda s: s.protect("handover", "bundle"), {PROTECTED}),
    "case for the next lead": (lambda s: s.hand_over(), {CONFIDED, ALONE, HEALTH, PHONE}),
    "case for the next lead, child protection opened": (
        lambda s: s.hand_over(s.entry),
        {CONFIDED, ALONE, HEALTH, PHONE, PROTECTED},
    ),
    "case for the next lead by another road": (lambda s: s.ask(lead("A. Yıldız"), "handover", "file"), set()),
    "case for nobody named": (lambda s: s.ask(lead(" "), "handover", "bundle"), set()),
    "case for the next lead, for something else": (lambda s: s.ask(lead("A. Yıldız"), "support", "bundle"), set()),
    "child protection, unconfirmed": (lambda s: s.protect("notice", "paper", confirmed=False), set()),
    "child protection by another road": (lambda s: s.protect("notice", "bundle"), set()),
    "own screen": (lambda s: s.ask(OWN_RECORD, "own_record", "screen"), {CONFIDED, ALONE, HEALTH, PHONE, FILE}),
}


@pytest.mark.parametrize("way", WAYS)
def test_through_every_way_out_only_what_may_leaves(story: Story, way: str) -> None:
    leave, allowed = WAYS[way]
    said = leave(story)
    assert (story.entry.hex() in said) == (PROTECTED in allowed)
    assert {mark for mark in MARKS if mark in said} == allowed


def test_a_carried_over_agreement_made_alone_stays_hers(story: Story) -> None:
    desk = story.desk
    plans.sign(desk, story.plan, plans.Signing(form=Code("paper"), day=desk.today))
    following = plans.start(desk, story.case)
    assert ALONE not in words_of(printing.prepare_plan(desk, following, story.order(story.him)).pdf.data)
    assert ALONE in words_of(printing.prepare_plan(desk, following, story.order(story.her)).pdf.data)


def test_the_signed_file_is_not_given_to_a_reader_who_may_not_see_all_of_it(story: Story) -> None:
    desk = story.desk
    order = PrintOrder(recipient=story.order(story.her).recipient, purpose="family_copy", edition="full")
    printing.sign_plan(desk, story.plan, plans.Signing(form=Code("paper"), day=desk.today), order)
    for_him = printing.prepare_plan(desk, story.plan, story.order(story.him)).pdf
    for_her = printing.prepare_plan(desk, story.plan, story.order(story.her)).pdf
    assert ALONE in words_of(for_her.data)
    assert ALONE not in words_of(for_him.data)


def test_his_visit_summary_of_her_talk_does_not_exist(story: Story) -> None:
    with pytest.raises(KimError) as refused:
        printing.prepare_visit(story.desk, story.talk, story.order(story.him))
    assert ALONE not in repr((refused.value, refused.value.params))


def test_search_and_lists_never_show_child_protection(story: Story) -> None:
    desk = story.desk
    assert desk.query.search(PROTECTED) == []
    assert desk.page.case_hits(PROTECTED) == frozenset()
    assert PROTECTED not in json.dumps([line.after for line in desk.query.history(story.her)])


def test_every_function_that_writes_a_file_is_known_here() -> None:
    modules = (printing, casefile, leaving, editing, visits, plans, exchange, enrolment, answers)
    writers = {
        f"{module.__name__.rsplit('.', 1)[-1]}.{name}"
        for module in (*modules, attaching, colleagues, district, giving, handing_over, outside, taking_over)
        for name, made in vars(module).items()
        if not name.startswith("_")
        and callable(made)
        and getattr(made, "__module__", "") == module.__name__
        and takes_a_path(made)
    }
    reading = {"leaving.read_case_file", "exchange.verify", "answers.receive", "enrolment.accept_file"}
    reading |= {"enrolment.look_at_grant", "enrolment.grant_words"}
    reading |= {"attaching.Source", "attaching.take_in", "attaching.add_file", "attaching.is_portable"}
    reading |= {"outside.place", "district.load"}
    reading |= {"colleagues.read_card", "handing_over.colleague", "handing_over.Handover"}
    reading |= {"taking_over.is_handover", "taking_over.preview", "taking_over.take"}
    leaving_the_house = {
        "colleagues.save_card",
        "handing_over.give",
        "district.save_template",
        "giving.save",
        "outside.open_copy",
        "printing.save",
        "leaving.save_cases",
        "exchange.write_bundle",
        "enrolment.save_request",
    }
    assert writers == reading | leaving_the_house


def takes_a_path(function: Any) -> bool:
    hints = getattr(function, "__annotations__", {})
    return any(hint in {"Path", Path} for hint in hints.values())
