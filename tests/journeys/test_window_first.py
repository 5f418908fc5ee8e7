"""The first start: vaults that cannot be opened, the demo, a creation that is not finished."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kimdesk.app.open import App
from kimdesk.base.errors import KimError, explain
from kimdesk.ui.widgets.meter import Meter
from tests.journeys.test_window_lock import said
from tests.support.hand import Hand
from tests.support.program import Relaunched
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the demo makes its vault."""
    place = tmp_path / "temp"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "vault.not_found"),
        ({}, "vault.not_a_vault"),
        ({"Tresor.kimvault": b"", "vault.db": b"SQLite format 3\0"}, "vault.info_damaged"),
    ],
    ids=["gone", "empty", "foreign"],
)
def test_what_is_no_vault_is_said_and_not_remembered(
    app: App, hand: Hand, tmp_path: Path, content: dict[str, bytes] | None, code: str
) -> None:
    place = tmp_path / "ordner"
    if content is not None:
        place.mkdir()
        for name, data in content.items():
            (place / name).write_bytes(data)
    app.start(place)
    hand.wait(lambda: explain(KimError(code)).what in said(hand.window))
    assert app.settings.load().vaults == ()


def test_the_small_file_of_a_vault_opens_it(app: App, hand: Hand, vault: Path) -> None:
    app.start(vault / "Tresor.kimvault")
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    assert app.settings.load().last_vault == str(vault)


def test_an_unfinished_creation_leaves_nothing_behind(app: App, hand: Hand, own_home: Path) -> None:
    hand.type("Ihr Name", "Maria Sommer")
    hand.strike(Qt.Key.Key_Return, "\r")
    hand.type("Passphrase", PASSPHRASE)
    hand.type("Noch einmal", PASSPHRASE)
    hand.press("Tresor anlegen")
    hand.press("Als PDF speichern …")
    hand.strike(Qt.Key.Key_Escape)
    hand.wait(lambda: hand.front is hand.window)
    assert list((own_home / "Tresore").iterdir())
    hand.window.close()
    assert list((own_home / "Tresore").iterdir()) == []
    assert app.settings.load().vaults == ()


def test_the_demo_says_how_far_it_is_and_leaves_nothing_behind(
    app: App, hand: Hand, own_temp: Path, relaunched: Relaunched
) -> None:
    hand.press("Mit der Beispielfamilie ausprobieren")
    hand.wait(lambda: "erfunden" in said(hand.window))
    meter = hand.window.findChild(Meter)
    assert meter is not None
    hand.wait(lambda: app.desk is not None)
    hand.open_family("Dimitrov")
    hand.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert [argv[3:] for argv in relaunched.calls] == [["open"]]
    assert list(own_temp.iterdir()) == []
    assert app.settings.load().vaults == ()


def test_preparing_the_demo_can_be_stopped(app: App, hand: Hand, own_temp: Path) -> None:
    hand.press("Mit der Beispielfamilie ausprobieren")
    hand.press("Abbrechen")
    hand.field("Ihr Name")
    hand.wait(lambda: app.runner.idle() and not list(own_temp.iterdir()))
    assert app.desk is None
