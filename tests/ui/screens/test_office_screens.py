"""The other screens of an office, with a real vault behind them: figures, observations, shared cases, receipts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework import exchange
from kimdesk.casework.backups import back_up
from kimdesk.office.imports import import_bundle
from kimdesk.office.shared import name_words
from kimdesk.ui.screens.district_figures.build import build as build_figures
from kimdesk.ui.screens.district_figures.view import FiguresView
from kimdesk.ui.screens.district_observations.build import build as build_observations
from kimdesk.ui.screens.receipts.build import build as build_receipts
from kimdesk.ui.screens.shared_cases.build import build as build_shared
from kimdesk.ui.shell.authority import POST, AuthorityContext
from kimdesk.ui.shell.screen import Opens, Screen
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.picture import PictureView
from tests.support.districts import Pair, observe, pair, send, settle
from tests.support.hand import Hand
from tests.support.qt import unnamed
from tests.support.shared import Family, elena, released, take, withdrawn

__all__ = ["elena", "pair"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Open = Callable[[Callable[..., Screen]], Hand]


@pytest.fixture
def screen(qtbot: QtBot, look: QApplication, pair: Pair) -> Open:
    """Return what opens a screen of the office; news of a write reach it as in the window."""

    def open_(build: Callable[..., Screen]) -> Hand:
        told: list[Any] = []
        context = AuthorityContext(
            clock=pair.office.clock, runner=InlineRunner(), vault=pair.office,
            tell=lambda changes: [each.refresh(changes) for each in told],
        )  # fmt: skip
        made = build(context)
        told.append(made.presenter)
        qtbot.addWidget(made.widget)
        made.widget.resize(1180, 690)
        made.widget.show()
        assert isinstance(made.presenter, Opens)
        made.presenter.opened()
        assert unnamed(made.widget) == []
        return Hand(qtbot, made.widget)

    return open_


def said(widget: QWidget) -> str:
    shown = [each.body for each in widget.findChildren(Paragraph) if each.isVisible()]
    return " ".join([*shown, *(each.text() for each in widget.findChildren(Label) if each.isVisible())])


def test_figures_by_period_and_place_as_table_and_bars(screen: Open, pair: Pair) -> None:
    hand = screen(build_figures)
    assert "Noch keine Zahlen" in said(hand.window)
    settle(pair, [("05566076", 30), ("05566076", 20), ("05566076", 10), ("05566068", 9), ("05566068", 8), ("", 7)])
    view = hand.window
    assert isinstance(view, FiguresView)
    assert view._presenter is not None
    view._presenter.refresh(POST)
    hand.wait(lambda: "am Ende" in said(view))
    (picture,) = view.findChildren(PictureView)
    assert "am Ende 84" in picture.accessibleDescription()
    assert "zusammen" not in picture.accessibleDescription()  # start and end do not add up to anything
    hand.choose_by_keys("Aufteilung: Kreis insgesamt", "nach Ort")
    hand.wait(lambda: "Fälle am Ende des Zeitraums" in said(view))
    assert "Rheine" in said(view)
    assert "übrige, zusammengefasst" in said(view)
    assert "Ochtrup" not in said(view)
    assert unnamed(view) == []


def test_observations_stand_together_and_can_be_looked_for(screen: Open, pair: Pair) -> None:
    for number in range(5):
        observe(pair.desk, f"Kein Kursplatz, Beispiel {number}.")
    observe(pair.desk, "Die Wartezeit ist zu lang.")
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    hand = screen(build_observations)
    hand.wait(lambda: said(hand.window).count("Beispiel") + said(hand.window).count("Wartezeit") == 3)
    assert "6 insgesamt" in said(hand.window)
    hand.press("3 weitere zeigen")
    hand.wait(lambda: said(hand.window).count("Beispiel") == 5 and "Wartezeit" in said(hand.window))
    hand.type("Beobachtungen durchsuchen", "wartezeit")
    hand.wait(lambda: "1 von 6" in said(hand.window))
    hand.write("xx")
    hand.press("Alles zeigen")
    hand.wait(lambda: "6 insgesamt" in said(hand.window))


def test_a_shared_case_is_read_and_gone_with_the_withdrawal(screen: Open, pair: Pair, elena: Family) -> None:
    take(pair, "a.kimb", named=released(pair, elena))
    hand = screen(build_shared)
    hand.wait(lambda: "02553 000000" in said(hand.window))
    assert "Elena" in said(hand.window)
    assert "Ein Zimmer" not in said(hand.window)
    assert name_words(pair.office) == {"elena"}  # what the privacy key hides
    take(pair, "b.kimb", withdrawals=[withdrawn(pair, elena.name), withdrawn(pair, elena.reach)])
    hand = screen(build_shared)
    hand.wait(lambda: "Kein Fall ist mit dieser Stelle geteilt" in said(hand.window))
    text = said(hand.window)
    assert "Elena" not in text
    assert "Widerrufen am 19.11.2026" in text
    assert "gelöscht am 20.11.2026" in text


def test_receipts_are_written_at_once_and_the_desk_takes_them(screen: Open, pair: Pair, tmp_path: Path) -> None:
    hand = screen(build_receipts)
    hand.wait(lambda: "Noch wartet niemand" in said(hand.window))
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    hand = screen(build_receipts)
    hand.wait(lambda: "1 Paket, bis Nr. 1" in said(hand.window))
    hand.press("Alle speichern …")
    hand.save_as(pair.folder)
    hand.wait(lambda: "Der Datenträger kann jetzt entfernt werden." in said(hand.window))
    (receipt,) = (path for path in pair.folder.glob("*.kimb") if path.name != "a.kimb")
    assert receipt.name in said(hand.window)
    assert exchange.receive(pair.desk, receipt).seq == 1


def test_receipts_do_not_go_where_backups_lie(screen: Open, pair: Pair) -> None:
    send(pair.desk, pair.folder / "a.kimb")
    import_bundle(pair.office, pair.folder / "a.kimb")
    stick = pair.folder.parent / "sicherungen"
    stick.mkdir()
    back_up(pair.desk, stick)
    hand = screen(build_receipts)
    hand.press("Alle speichern …")
    hand.save_as(stick)
    hand.wait(lambda: "Auf diesem Datenträger liegen Sicherungen." in said(hand.window))
    hand.wait(lambda: "1 Paket, bis Nr. 1" in said(hand.window))
