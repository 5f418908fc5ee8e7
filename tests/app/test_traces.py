"""What a desktop program leaves behind by habit: nothing of people in titles, arguments, surroundings, recent files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kimdesk.app.open import App
from kimdesk.casework.covering import CoverLock
from kimdesk.casework.families import NewFamily
from kimdesk.casework.slips import Slip
from kimdesk.casework.unfinished import UnfinishedField
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.screens.unfinished.state import Entry, FieldLine
from kimdesk.vault.pin import StoredPin
from tests.support.hand import Hand
from tests.support.program import Relaunched
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAMES = ("Dimitrova", "Elena", "Yıldız")
CONTROL = Qt.KeyboardModifier.ControlModifier
SENSITIVE = Qt.InputMethodHint.ImhSensitiveData


@pytest.fixture
def qt_settings(tmp_path: Path) -> Iterator[Path]:
    """Let Qt keep what it remembers of file dialogs where a test can look at it."""
    place = tmp_path / "qt"
    native = QSettings.Format.NativeFormat
    before = QSettings(native, QSettings.Scope.UserScope, "QtProject").fileName()
    QSettings.setPath(native, QSettings.Scope.UserScope, str(place))
    yield place
    QSettings.setPath(native, QSettings.Scope.UserScope, str(Path(before).parent))


def everything_in(folder: Path) -> str:
    return "\n".join(each.read_text("utf-8", "replace") for each in folder.rglob("*") if each.is_file())


def test_no_folder_one_saved_to_is_remembered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, qt_settings: Path
) -> None:
    private = tmp_path / "Familie Dimitrova"
    private.mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    saved: list[Path] = []
    dialog = ask_save(window, "Speichern", "plan.pdf", "PDF (*.pdf)", saved.append)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(private))
    dialog.accept()
    qtbot.waitUntil(lambda: saved == [private / "plan.pdf"])
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert (qt_settings / "QtProject.conf").exists()
    assert "Dimitrova" not in everything_in(qt_settings)


def test_no_title_names_anybody(work: Hand) -> None:
    work.open_family("Dimitrova")
    for tab in ("Personen", "Plan", "Kontakte"):
        work.press(tab, inside="Abschnitte")
    work.families()
    work.press("Neue Familie")
    work.type("Nachname", "Yıldız")
    titles = {each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert titles == {"KIM Desk"}
    work.keys(Qt.Key.Key_Escape)


def test_the_fresh_process_is_told_the_folder_alone(work: Hand, relaunched: Relaunched, vault: Path) -> None:
    work.open_family("Dimitrova")
    before = dict(os.environ)
    work.keys(Qt.Key.Key_L, CONTROL)
    (argv,) = relaunched.calls
    assert argv[1:] == ["-m", "kimdesk", "open", str(vault)]
    assert dict(os.environ) == before
    assert not any(secret in " ".join((*argv, *before.values())) for secret in (*NAMES, PASSPHRASE))


def test_nothing_of_people_is_written_beside_the_vault(work: Hand, at_work: App, own_home: Path, vault: Path) -> None:
    work.open_family("Dimitrova")
    work.press("Personen", inside="Abschnitte")
    work.type("Telefon", "02553 4711")
    work.families()
    work.press("Neue Familie")
    work.type("Nachname", "Yıldız")
    work.keys(Qt.Key.Key_Escape)
    at_work.window.close()
    for place in (own_home, vault):
        text = everything_in(place)
        assert [secret for secret in (*NAMES, "02553 4711", PASSPHRASE) if secret in text] == []


def test_touch_keyboards_are_told_to_learn_nothing(work: Hand) -> None:
    work.open_family("Dimitrova")
    for tab in ("Personen", "Plan", "Kontakte"):
        work.press(tab, inside="Abschnitte")
    work.families()
    work.press("Neue Familie")
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    fields = [each for each in QApplication.allWidgets() if isinstance(each, kinds) and each.window().isVisible()]
    assert len(fields) > 10
    assert [each.accessibleName() for each in fields if not each.inputMethodHints() & SENSITIVE] == []
    work.keys(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "holder",
    [
        StoredPin.of("482915"),
        NewFamily(family_name="Dimitrova", given_name="Elena"),
        Slip(key="new_family", texts={"family_name": "Yıldız"}, at=1),
        UnfinishedField(name="given_name", typed="Elena", now="Elena"),
        FieldLine(label="Vorname", typed="Elena", now="Elena"),
        Entry(key="1", what="Person", family="Dimitrova"),
    ],
    ids=lambda holder: type(holder).__name__,
)
def test_what_holds_names_or_secrets_shows_none_of_them(holder: object) -> None:
    shown = repr(holder)
    assert [name for name in (*NAMES, "482915") if name in shown] == []
    if isinstance(holder, StoredPin):
        assert holder.salt.hex() not in shown


def test_the_lock_of_the_cover_shows_nothing(at_work: App) -> None:
    assert at_work.desk is not None
    lock = CoverLock(at_work.desk)
    lock.set_pin("482915")
    assert "482915" not in repr(lock)
    assert "482915" not in repr(vars(lock))
