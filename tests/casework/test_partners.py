"""The directory: in order, with contact persons; referrals are counted without anybody's name."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import partners
from kimdesk.casework.desk import Desk
from kimdesk.casework.partners import Experience
from kimdesk.domain.changes import Create, Delete
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value

DAY = dt.date(2026, 11, 2)


def write(desk: Desk, kind: str, **values: Value) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create(kind, record, values))
    return record


def test_the_directory_is_in_german_order_and_those_gone_come_last(desk: Desk) -> None:
    for name in ("Öffentliche Bücherei", "Schule", "Agentur"):
        write(desk, "partner", name=name)
    write(desk, "partner", name="Alte Beratung", inactive_since=DAY)
    school = next(each.partner for each in partners.directory(desk) if each.partner.name == "Schule")
    write(desk, "partner_person", partner=school.id, name="Frau L.")
    found = partners.directory(desk)
    names = [each.partner.name for each in found]
    assert names == ["Agentur", "Öffentliche Bücherei", "Schule", "Alte Beratung"]
    assert [[person.name for person in each.persons] for each in found] == [[], [], ["Frau L."], []]


def test_referrals_are_counted_by_domain_and_state(desk: Desk, family: RecordId) -> None:
    advice, other = write(desk, "partner", name="Beratung"), write(desk, "partner", name="Schule")
    finance = {"case": family, "date": DAY, "domain": Code("finance")}
    for state in ("taken_up", "taken_up", "refused"):
        write(desk, "referral", **finance, partner=advice, state=Code(state))
    write(desk, "referral", case=family, date=DAY, partner=advice)
    gone = write(desk, "referral", case=family, date=DAY, partner=advice)
    write(desk, "referral", **finance, partner=other, state=Code("made"))
    desk.apply(Delete("referral", gone))
    assert set(partners.experience(desk, advice)) == {
        Experience(domain="finance", state="taken_up", count=2),
        Experience(domain="finance", state="refused", count=1),
        Experience(domain="", state="", count=1),
    }


def test_a_partner_is_named_by_whatever_points_at_it(desk: Desk, family: RecordId) -> None:
    advice, school, alone = (write(desk, "partner", name=name) for name in ("Beratung", "Schule", "Praxis"))
    write(desk, "partner_person", partner=alone, name="Frau L.")
    write(desk, "referral", case=family, date=DAY, partner=advice)
    meeting = write(desk, "case_conference", case=family, date=DAY)
    write(desk, "conference_participant", case_conference=meeting, partner=school)
    assert [partners.is_named(desk, each) for each in (advice, school, alone)] == [True, True, False]


def test_a_familys_name_in_the_directory_is_seen(desk: Desk, family: RecordId) -> None:
    told = write(desk, "partner", name="Beratung", good_to_know="Hat Elena sehr geholfen. Frau L. ist nett.")
    write(desk, "partner_person", partner=told, name="Frau L.")
    kind = write(desk, "partner", name="Schule", offers="Elterncafé")
    assert partners.family_names_in(desk, told) == ("elena",)
    assert partners.family_names_in(desk, kind) == ()
