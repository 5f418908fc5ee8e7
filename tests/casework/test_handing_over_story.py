"""A family with a year behind it changes hands: signed plans, consents, agreements, files; nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.ids import RecordId
from kimdesk.casework import colleagues, enrolment, handing_over, plans, printing, taking_over
from kimdesk.casework.demo import load_demo, main_family
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.casework.family import case_records
from kimdesk.casework.handing_over import Handover
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code, Record, Type
from kimdesk.domain.records import SupportPlan
from kimdesk.domain.values import to_json
from kimdesk.office.enrolment import enrol
from kimdesk.office.provider import NewProvider, create_provider
from tests.support.vaults import PASSPHRASE

OWN = {
    ("case", name)
    for name in ("case_number", "owner", "epoch", "phase", "closed_on", "closing_reason", "retention_until")
} | {("case", "handed_to"), ("case", "handed_on"), ("support_plan", "pdf"), ("consent", "pdf"), ("attachment", "blob")}
REFERENCES = {Type.REF, Type.REFS, Type.PARENT}


@pytest.fixture
def colleague(desk: Desk, services: Services, tmp_path: Path) -> Iterator[Desk]:
    new = NewDesk(folder=tmp_path / "k", label="Laptop 4", passphrase=PASSPHRASE, profile=Profile(name="Ahmet Yıldız"))
    authority = NewProvider(
        folder=tmp_path / "t", label="Träger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    with create_desk(services, new)[0] as other, create_provider(services, authority)[0] as provider:
        for each in (desk, other):
            grant, _ = enrol(provider, enrolment.enrol_request(each, "Laptop"), enrolment.own_words(each))
            enrolment.accept_grant(each, grant, provider.words)
        yield other


def handed(desk: Desk, colleague: Desk, case: RecordId, folder: Path) -> RecordId:
    colleagues.save_card(colleague, "Laptop 4", folder / "k.kimk")
    words = enrolment.own_words(colleague)
    order = Handover(card=folder / "k.kimk", name="Ahmet Yıldız", words=words, family_told=True)
    handing_over.give(desk, case, order, folder / "f.kimu")
    return taking_over.take(colleague, folder / "f.kimu")[0]


def told(desk: Desk, case: RecordId) -> dict[str, Counter[str]]:
    """Return what every record says and at how much it points; ids are another matter."""
    registry = desk.services.registry

    def line(name: str, record: Record) -> str:
        said = {
            spec.name: to_json(getattr(record, spec.name))
            for spec in registry[name].fields
            if spec.type not in REFERENCES and (name, spec.name) not in OWN
        }
        points = {
            spec.name: len(value) if isinstance(value, frozenset) else value is not None
            for spec in registry[name].fields
            if spec.type in REFERENCES
            for value in (getattr(record, spec.name),)
        }
        return repr((said, points))

    return {
        name: Counter(line(name, each) for each in rows)
        for name, rows in case_records(desk, case).records.items()
        if rows and name not in {"phase_step", "protection_entry"}
    }


def test_a_year_with_a_family_arrives_whole(desk: Desk, colleague: Desk, tmp_path: Path) -> None:
    load_demo(desk)
    case = main_family(desk)
    before = told(desk, case)
    assert len(before) > 20
    after = told(colleague, handed(desk, colleague, case, tmp_path))
    assert after.keys() == before.keys()
    assert {name: (before[name] - after[name], after[name] - before[name]) for name in before} == {
        name: (Counter(), Counter()) for name in before
    }
    assert colleague.store.differences() == {}


def test_the_paper_that_was_signed_is_the_same_file_byte_for_byte(
    desk: Desk, colleague: Desk, family: RecordId, tmp_path: Path
) -> None:
    plan = plans.start(desk, family)
    goal = plans.add_goal(desk, plan, domain=Code("family"))
    desk.apply(Set("goal", goal, "wording", "Alle sind ausgeschlafen"))
    order = PrintOrder(edition="full")
    printing.sign_plan(desk, plan, plans.Signing(form=Code("paper"), day=desk.today), order)
    signed = printing.prepare_plan(desk, plan, order).pdf
    case = handed(desk, colleague, family, tmp_path)
    (taken,) = colleague.query.of_case(SupportPlan, case)
    assert taken.signed_on == desk.today
    again = printing.prepare_plan(colleague, taken.id, order)
    assert (again.pdf.data, again.pdf.sha256) == (signed.data, signed.sha256)
