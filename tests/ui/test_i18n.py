from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.resources import resource
from kimdesk.ui import i18n

ROOT = Path(__file__).parents[2]
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name") or "", message.findtext("source") or ""] = message
    return found


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    target = tmp_path_factory.mktemp("ts") / "kimdesk_en.ts"
    files = sorted(map(str, [*ROOT.glob("kimdesk/ui/**/*.py"), *ROOT.glob("kimdesk/app/**/*.py")]))
    options = ["-locations", "none", "-source-language", "de", "-target-language", "en", "-ts", str(target)]
    subprocess.run([LUPDATE, *files, *options], check=True, capture_output=True)
    return set(messages(target))


def test_every_text_is_in_the_english_file_and_no_other(fresh: set[tuple[str, str]]) -> None:
    stored = set(messages(resource("i18n", "kimdesk_en.ts")))
    assert (fresh - stored, stored - fresh) == (set(), set())


def test_nothing_is_left_untranslated() -> None:
    for name in ("kimdesk_en.ts", "kimdesk_de.ts"):
        unfinished = [
            source
            for (_context, source), message in messages(resource("i18n", name)).items()
            if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
        ]
        assert unfinished == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    for (_context, source), message in messages(resource("i18n", "kimdesk_en.ts")).items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            assert set(re.findall(r"\{\w+\}", form)) == set(re.findall(r"\{\w+\}", source)), source


class FamiliesView(QWidget):
    """Borrows the context of the real one."""

    def count(self, n: int) -> str:
        return self.tr("%n aktiv", "", n)


def test_plurals_and_qts_own_words_follow_the_language(qtbot: QtBot, look: QApplication) -> None:
    sample = FamiliesView()
    qtbot.addWidget(sample)
    i18n.use(look, "en")
    assert sample.count(1) == "1 active"
    assert QCoreApplication.translate("Actions", "Sperren") == "Lock"
    i18n.use(look, "de")
    assert QCoreApplication.translate("Actions", "Sperren") == "Sperren"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"
    assert i18n.language() == "de"
