"""The handbook from the command line, without any vault."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import Kimdesk


def test_it_is_read_in_the_terminal(kimdesk: Kimdesk) -> None:
    told = kimdesk("handbook", "council")
    assert told.exit == 0
    assert told.out.startswith("Für Betriebsrat, Personalrat und MAV\n")
    assert "What is recorded" in kimdesk("--lang", "en", "handbook").out


def test_it_is_written_as_pdf(kimdesk: Kimdesk, tmp_path: Path) -> None:
    file = tmp_path / "handbuch.pdf"
    assert kimdesk("handbook", "-o", str(file)).exit == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_page_that_is_none_is_told(kimdesk: Kimdesk) -> None:
    told = kimdesk("handbook", "kantine")
    assert told.exit == 1
    assert "handbook.page_unknown" in told.err
    assert "council" in told.err
