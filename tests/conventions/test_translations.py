"""What people read in the window can be translated, and is."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest

from tests.support.tree import ROOT, Source, last_name, literal, sources

SHOWS_TEXT = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText"),
    *("setWindowTitle", "setStatusTip", "setWhatsThis", "setTitle", "setSpecialValueText", "setInformativeText"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
    *("addAction", "addMenu", "addTab", "addRow", "insertTab", "setTabText", "setLabelText"),
}
PROPER_NAMES = {"KIM Desk"}
WORD = re.compile(r"[^\W\d_]{2,}")
UI = [source for folder in ("kimdesk/ui", "kimdesk/app") for source in sources(folder)]
CATALOGUES = ROOT / "resources" / "i18n"


def untranslatable(source: Source) -> Iterator[str]:
    """Yield uses of tr() that lupdate would read wrongly or not at all, silently."""
    called = {id(call.func) for _, call in source.calls()}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"tr", "translate"} and id(node) not in called:
            yield source.at(node, f"{node.attr} under another name is not found by lupdate")
    for name, call in source.calls():
        if name == "tr" and isinstance(call.func, ast.Attribute):
            yield from _wrong_tr(source, call)


def _wrong_tr(source: Source, call: ast.Call) -> Iterator[str]:
    text = literal(call.args[0]) if call.args else None
    if last_name(call.func.value) != "self" if isinstance(call.func, ast.Attribute) else True:
        yield source.at(call, "lupdate takes the class around it as context; call self.tr")
    if text is None:
        yield source.at(call, "tr() takes one literal; format afterwards")
    if call.keywords:
        yield source.at(call, "lupdate does not see keywords of tr()")
    if text and "%n" in text and len(call.args) < 3:
        yield source.at(call, "a plural needs its number as third argument")


def untranslated(source: Source) -> Iterator[str]:
    """Yield words that are shown without tr()."""
    for name, call in source.calls():
        if name not in SHOWS_TEXT:
            continue
        for argument in call.args:
            words = "".join(part for part in _shown(argument))
            if WORD.search(words) and words not in PROPER_NAMES:
                yield source.at(argument, f"{name}({words!r}) without tr()")


def _shown(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.JoinedStr):
        yield from (part for value in argument.values if (part := literal(value)))
    elif text := literal(argument):
        yield text


def test_every_text_of_the_window_can_be_translated() -> None:
    assert [finding for source in UI for finding in untranslatable(source)] == []


def test_no_text_is_shown_without_translation() -> None:
    # samples hold what families and workers say, not what the program says
    shown = [source for source in UI if not source.path.endswith("/sample.py")]
    assert [finding for source in shown for finding in untranslated(source)] == []


@pytest.mark.parametrize(
    "line",
    [
        "self.tr(f'{n} Familien')",
        "self.tr(word)",
        "_ = self.tr",
        "say = QCoreApplication.translate",
        "dialog.tr('Abbrechen')",
        "self.tr('%n Familien', '', n=3)",
        "label.setText('Familien')",
        "QLabel(f'{n} Familien')",
    ],
)
def test_each_slip_would_be_noticed(line: str) -> None:
    planted = Source("kimdesk/ui/planted.py", ast.parse(line))
    assert [*untranslatable(planted), *untranslated(planted)]


def messages(catalogue: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield source text and its finished translations, one or the plural forms."""
    for message in ET.parse(catalogue).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        done = translation.get("type") != "unfinished"
        yield message.findtext("source") or "", forms if done else []


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with catalogues collected anew over a copy of the committed ones."""
    shutil.copytree(CATALOGUES, tmp_path / "i18n")
    monkeypatch.syspath_prepend(ROOT / "installer")
    from _translations import collect

    collect(tmp_path / "i18n")
    for name in ("_translations", "_environment", "_system", "_console"):
        sys.modules.pop(name, None)
    return tmp_path / "i18n"


def test_catalogues_are_up_to_date(fresh: Path) -> None:
    for path in sorted(fresh.glob("*.ts")):
        committed = (CATALOGUES / path.name).read_text("utf-8")
        assert path.read_text("utf-8") == committed, "run `python3 installer/dev.py i18n`"


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    for text, forms in messages(CATALOGUES / f"kimdesk_{language}.ts"):
        assert forms, f"not translated: {text}"
        assert all(forms), f"a plural form is missing: {text}"
        for form in forms:
            assert _names(form) == _names(text), text


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
