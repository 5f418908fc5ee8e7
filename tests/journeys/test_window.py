"""From an empty folder to a printed plan, with keys and mouse alone; a second process reads what was typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from kimdesk.app.open import App
from kimdesk.ui.screens.unlock.making import SheetPage
from kimdesk.ui.widgets.labels import Label
from kimdesk.ui.widgets.pdf import PdfPreview, opened_pdf
from tests.support.commands import secret_file, start
from tests.support.hand import Hand
from tests.support.vaults import PASSPHRASE

NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
SAID = "Die Wohnung ist feucht.\nIvan hustet nachts – „immer wieder“."

WANTED: dict[str, Any] = {
    "case": {"case_number": "KD-2026-0001", "municipality": "05566068", "phase": "clarification"},
    "persons": [
        {"given_name": "Ivan", "family_name": "Dimitrov"},
        {
            "given_name": "Elena",
            "family_name": "Dimitrova",
            "given_name_native": "Елена",
            "family_name_native": "Димитрова",
            "birth_date": "1991-03-14",
            "gender": "f",
            "languages": ["bg"],
            "phone": "02553 123456",
        },
    ],
    "contacts": [
        {
            "form": "home_visit",
            "minutes": 45,
            "topics": ["housing"],
            "family_says": SAID,
            "observation": "Schimmel an der Außenwand.",
        }
    ],
    "support_plans": [{"version": 1, "signature_form": "paper"}],
    "goal": {
        "wording": "Wir wohnen in einer trockenen Wohnung.",
        "wording_translation": "Живеем в сухо жилище.",
        "due": "2031-03-01",
    },
    "measures": [
        {
            "text": "Wir rufen gemeinsam die Hausverwaltung an",
            "who": ["case_manager"],
            "until": "2031-01-15",
            "state": "open",
        },
        {"text": "Fotos vom Schimmel machen", "text_translation": "Правим снимки на мухъла", "who": ["family"]},
    ],
}

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def create_vault(hand: Hand, folder: Path) -> None:
    for name, text in (("Ihr Name", "Maria Sommer"), ("Träger", "Musterträger e. V."), ("Ort", "Ochtrup")):
        hand.type(name, text)
    hand.press("Weiter")
    hand.type("Passphrase", PASSPHRASE)
    hand.type("Noch einmal", PASSPHRASE)
    hand.press("Tresor anlegen")
    hand.press("Als PDF speichern …")
    hand.save_as(folder / "blatt.pdf")
    page = hand.window.findChild(SheetPage)
    assert page is not None
    groups = [label.text() for label in page.findChildren(Label) if len(label.text()) == 5 and label.text().isalnum()]
    hand.press("Weiter")
    hand.wait(lambda: len(asked(hand)) == 2)
    for name in asked(hand):
        hand.type(name, groups[int(name.split()[1]) - 1].lower())
    hand.press("Fertig")


def asked(hand: Hand) -> list[str]:
    fields = (each for each in hand.window.findChildren(QLineEdit) if each.isVisible())
    return [each.accessibleName() for each in fields if each.accessibleName().startswith("Gruppe")]


def new_family(hand: Hand) -> None:
    hand.families()
    hand.press("Erste Familie anlegen")
    hand.type("Nachname", "Dimitrova")
    hand.type("Vorname", "Elena")
    hand.choose("Ort", "Ochtrup")
    hand.choose("Sprache", "Bulgarisch")
    hand.press("Anlegen")


def describe_persons(hand: Hand) -> None:
    hand.press("Personen", inside="Abschnitte")
    hand.type("Vorname in eigener Schrift", "Елена")
    hand.type("Nachname in eigener Schrift", "Димитрова")
    hand.type("Geburtsdatum", "14.3.1991")
    hand.choose("Geschlecht", "weiblich")
    hand.type("Telefon", "02553 123456")
    hand.press("Person hinzufügen")
    hand.type("Vorname", "Ivan")
    hand.type("Nachname", "Dimitrov")
    hand.tab()


def visit(hand: Hand) -> None:
    hand.begin_visit()
    hand.type("Was die Familie sagt", SAID)
    hand.press("Elena")
    hand.press("Wohnen")
    hand.type("Was ich beobachte", "Schimmel an der Außenwand.")
    hand.type("Was ist vereinbart?", "Wir rufen gemeinsam die Hausverwaltung an")
    hand.type("bis", "15.1.2031")
    hand.press("Vereinbarung hinzufügen")
    hand.press("Besuch beenden")
    hand.press("45 min")
    hand.press("Besuch beenden")


def plan(hand: Hand) -> None:
    hand.press("Plan", inside="Abschnitte")
    hand.press("Plan beginnen")
    hand.press("Ziel hinzufügen")
    hand.wait(lambda: focused() == "Was soll erreicht sein?")
    hand.write("Wir wohnen in einer trockenen Wohnung.")
    hand.tab()
    hand.write("1.3.2031")
    hand.tab()
    hand.write("Живеем в сухо жилище.")
    hand.press("Maßnahme hinzufügen")
    hand.wait(lambda: focused() == "Was ist zu tun?")
    hand.write("Fotos vom Schimmel machen")
    hand.tab()
    hand.write("Правим снимки на мухъла")
    hand.press("Familie")
    hand.press("Fertig")
    wanted = ("trockenen Wohnung", "сухо жилище", "Fotos vom Schimmel", "снимки на мухъла")
    hand.wait(lambda: all(words in on_paper(hand, "Druckbild des Plans") for words in wanted))


def sign_and_print(hand: Hand, file: Path) -> None:
    hand.press("Unterschreiben …")
    hand.press("auf Papier")
    hand.press("So festhalten")
    hand.press("Drucken …")
    hand.press("Elena Dimitrova")
    hand.press("Als PDF speichern …")
    hand.type("Passphrase", PASSPHRASE)
    hand.press("Weiter zum Speichern")
    hand.save_as(file)
    hand.wait(file.exists)
    hand.press("Abbrechen")


def focused() -> str:
    field = QApplication.focusWidget()
    return field.accessibleName() if field is not None else ""


def on_paper(hand: Hand, name: str) -> str:
    previews = [each for each in hand.window.findChildren(PdfPreview) if each.accessibleName() == name]
    return words_of(previews[0]._pdf) if previews and previews[0]._pdf else ""


def words_of(pdf: bytes) -> str:
    with opened_pdf(pdf) as document:  # the window may be drawing a page at this moment
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split()).replace(NO_BREAK_HYPHEN, "-")


def shown(vault: Path, secret: Path, number: str) -> Any:
    with start("case", "show", vault, number, "--json", "--passphrase-file", secret) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    return json.loads(out)


def test_from_an_empty_folder_to_a_printed_plan(hand: Hand, app: App, own_home: Path, tmp_path: Path) -> None:
    create_vault(hand, tmp_path)
    new_family(hand)
    describe_persons(hand)
    visit(hand)
    plan(hand)
    sign_and_print(hand, tmp_path / "plan.pdf")
    app.window.close()
    (vault,) = (own_home / "Tresore").iterdir()
    case = shown(vault, secret_file(tmp_path), "KD-2026-0001")
    compare(case, WANTED["case"])
    for kind in ("persons", "contacts", "support_plans", "measures"):
        assert len(case[kind]) == len(WANTED[kind])
        for found, wanted in zip(case[kind], WANTED[kind], strict=True):
            compare(found, wanted)
    compare(case["support_plans"][0]["goals"][0], WANTED["goal"])
    printed = words_of((tmp_path / "plan.pdf").read_bytes())
    for words in ("KD-2026-0001", "Wir wohnen in einer trockenen Wohnung.", "Живеем в сухо жилище.", "мухъла"):
        assert words in printed


def compare(found: Any, wanted: dict[str, object]) -> None:
    assert {name: found[name] for name in wanted} == wanted
