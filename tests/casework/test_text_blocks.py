"""Text blocks: found by a few letters, their placeholders filled for the family one is with."""

from __future__ import annotations

import datetime as dt

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import text_blocks, visits
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Add, Create


def block(desk: Desk, title: str, text: str) -> None:
    desk.apply(Create("text_block", new_id(desk.clock), {"title": title, "text": text}))


def test_blocks_are_found_by_letters_of_title_and_text(desk: Desk) -> None:
    block(desk, "Müll", "Tonne steht vor dem Haus.")
    block(desk, "Haustür", "Klingel geht nicht.")
    assert [each.title for each in text_blocks.blocks(desk, "haus")] == ["Haustür", "Müll"]
    assert [each.title for each in text_blocks.blocks(desk, "mull")] == ["Müll"]
    assert text_blocks.blocks(desk, "nichts davon") == ()


def test_placeholders_are_filled_for_the_note_one_writes(desk: Desk, family: RecordId) -> None:
    day = desk.today - dt.timedelta(days=3)
    ida = new_id(desk.clock)
    desk.apply(Create("person", ida, {"case": family, "given_name": "Ida", "family_name": "Dimitrova"}))
    contact = visits.enter_later(desk, family, day, minutes=None)
    desk.apply(Add("contact", contact, "present", ida))
    values = text_blocks.values_for(desk, None, contact)
    filled = text_blocks.fill("{Vorname}, {datum}, {ich}: {unbekannt} {ort}", values)
    assert filled == f"Ida, {day:%d.%m.%Y}, {desk.profile.name}: {{unbekannt}} {values.get('ort', '{ort}')}"


def test_without_a_family_what_is_not_known_stays_to_be_seen(desk: Desk) -> None:
    assert text_blocks.fill("{vorname} {heute}", text_blocks.values_for(desk, None)) == (
        f"{{vorname}} {desk.today:%d.%m.%Y}"
    )
