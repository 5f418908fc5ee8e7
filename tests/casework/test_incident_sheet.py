"""The data-breach sheet: there without a vault, and says first whom to call."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import Surroundings
from kimdesk.casework.incident_sheet import incident_sheet, keep_incident_sheet

DAY = dt.date(2026, 11, 22)


def test_the_sheet_says_first_whom_to_call_and_names_nobody() -> None:
    made = incident_sheet(DAY)
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made.data)).pages)
    assert made.pages == 1
    assert "Sofort Träger und Datenschutzbeauftragte anrufen." in text
    assert "binnen 72 Stunden" in text
    for kind in ("Laptop verloren", "Stick verloren", "Falsches Papier", "Falscher Bildschirm"):
        assert kind in text


def test_the_sheet_overwrites_nothing(tmp_path: Path) -> None:
    target = tmp_path / "blatt.pdf"
    assert keep_incident_sheet(target, DAY, "en").pages == 1
    before = target.read_bytes()
    with pytest.raises(Surroundings):
        keep_incident_sheet(target, DAY)
    assert target.read_bytes() == before
