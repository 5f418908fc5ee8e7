"""The data-breach sheet: there without a vault, says first whom to call, and counts what was on it."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import KimError, Surroundings
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import backups
from kimdesk.casework.desk import Desk, Services
from kimdesk.casework.incident_sheet import (
    Handout,
    holdings,
    holdings_of_backup,
    incident_sheet,
    keep_incident_sheet,
    misdirected,
)
from kimdesk.domain.changes import Create, Delete
from kimdesk.domain.declare import Code
from tests.support.vaults import PASSPHRASE

DAY = dt.date(2026, 11, 22)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_sheet_says_first_whom_to_call_and_names_nobody() -> None:
    made = incident_sheet(DAY)
    text = words(made.data)
    assert made.pages == 1
    assert "Sofort Träger und Datenschutzbeauftragte anrufen." in text
    assert "binnen 72 Stunden" in text
    for kind in ("Laptop verloren", "Stick verloren", "Falsches Papier", "Falscher Bildschirm"):
        assert kind in text


@pytest.mark.parametrize("happened", ["laptop", "stick", "paper", "screen"])
def test_each_kind_stays_on_one_page(desk: Desk, family: RecordId, happened: str) -> None:
    made = incident_sheet(DAY, happened=happened, held=holdings(desk), given="Plan · KD-2026-0001")
    assert made.pages == 1
    text = words(made.data)
    assert ("verschlüsselt" in text) is (happened in {"laptop", "stick"})
    assert "Dimitrova" not in text


def test_numbers_and_kinds_are_counted_and_nobody_is_named(desk: Desk, family: RecordId) -> None:
    gone, stays = new_id(desk.clock), new_id(desk.clock)
    for contact in (gone, stays):
        desk.apply(Create("contact", contact, {"case": family, "date": desk.today}))
    desk.apply(Delete("contact", gone))
    held = holdings(desk)
    assert (held.families, held.persons, dict(held.kinds)["contact"]) == (1, 1, 1)
    assert {"identity", "reach", "special", "confided"} <= set(held.sensitivities)
    text = words(incident_sheet(DAY, happened="laptop", held=held).data)
    assert "1 Familie" in text
    assert "Kontakt: 1" in text
    assert "Art. 9 DSGVO" in text


def test_the_last_backup_tells_what_was_on_a_lost_laptop(
    services: Services, desk: Desk, family: RecordId, tmp_path: Path
) -> None:
    stick, near = tmp_path / "stick", tmp_path / "anderes Gerät"
    stick.mkdir()
    near.mkdir()
    made = backups.back_up(desk, stick)
    with pytest.raises(KimError, match=r"vault\.wrong_passphrase"):
        holdings_of_backup(services, made.folder, near, "falsch")
    held = holdings_of_backup(services, made.folder, near, PASSPHRASE)
    assert held.backup
    assert (held.families, held.persons) == (1, 1)
    assert list(near.iterdir()) == [], "nothing of it stays"
    assert "Gezählt in der Sicherung vom" in words(incident_sheet(DAY, happened="laptop", held=held).data)


def test_the_sheet_overwrites_nothing(tmp_path: Path) -> None:
    target = tmp_path / "blatt.pdf"
    keep_incident_sheet(target, incident_sheet(DAY, "en"))
    before = target.read_bytes()
    with pytest.raises(Surroundings):
        keep_incident_sheet(target, incident_sheet(DAY))
    assert target.read_bytes() == before


def test_a_paper_in_wrong_hands_is_noted_and_said_without_a_name(desk: Desk, family: RecordId) -> None:
    handout = new_id(desk.clock)
    values = {"case": family, "date": desk.today, "document": Code("support_plan"), "recipient": "Elena Dimitrova"}
    desk.apply(Create("handout", handout, {**values, "way": Code("print"), "languages": frozenset({Code("bg")})}))
    _changes, said = misdirected(desk, handout)
    found = desk.query.get(Handout, handout)
    assert found is not None
    assert found.misdirected == "yes"
    assert "20.11.2026" in said
    assert "Dimitrova" not in said
    with pytest.raises(KimError, match=r"record\.missing"):
        misdirected(desk, new_id(desk.clock))
