"""Looking through a paper before it leaves: small pages, larger type, words to find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.documents.api import plan_pdf
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.buttons import IconButton
from kimdesk.ui.widgets.pdf_search import find
from kimdesk.ui.widgets.pdf_viewer import PdfViewer
from tests.documents.samples import long_plan
from tests.support.qt import find_by_name, unnamed

TEXT, TRANSLATION = "Wir bringen die Unterlagen zum Amt.", "Ще занесем документите."


@pytest.fixture(scope="module")
def paper() -> bytes:
    return plan_pdf(long_plan(6, 4, TEXT, TRANSLATION), languages=("de", "bg"), edition="full").data


@pytest.fixture
def viewer(qtbot: QtBot, look: QApplication, paper: bytes) -> PdfViewer:
    assert look
    shown = PdfViewer("Seiten", InlineRunner())
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show()
    shown.show_pdf(paper)
    return shown


def test_words_are_found_whatever_case_spaces_and_breaks(paper: bytes) -> None:
    hits = find(paper, "bringen  DIE unterlagen")
    assert len(hits) >= 6
    assert all(0 <= part <= 1 for hit in hits for box in hit.boxes for part in box)
    assert find(paper, "документите")
    assert find(paper, "gibt es nicht") == ()
    assert find(paper, "   ") == ()
    assert find(paper, "(.*") == ()


def test_small_pages_lead_to_the_large_ones(qtbot: QtBot, viewer: PdfViewer) -> None:
    pages = viewer.page_count()
    assert pages > 1
    assert len(viewer.thumbs) == pages
    assert viewer.thumbs[0].isChecked()
    assert viewer.page_label.text() == f"Seite 1 von {pages}"
    qtbot.waitUntil(lambda: viewer.preview.verticalScrollBar().maximum() > 0)
    qtbot.mouseClick(viewer.thumbs[-1], Qt.MouseButton.LeftButton)
    assert viewer.preview.verticalScrollBar().value() > 0
    assert viewer.page_label.text() == f"Seite {pages} von {pages}"
    assert unnamed(viewer) == []
    viewer.resize(280, 600)
    assert not viewer.thumbs[0].isVisible()


def test_pages_grow_and_can_be_moved_sideways(viewer: PdfViewer) -> None:
    narrow = viewer.preview._sheets[0].minimumWidth()
    assert not viewer.smaller.isEnabled()
    for _step in range(4):
        find_by_name(viewer, "Seiten größer", IconButton).click()
    assert viewer.preview._sheets[0].minimumWidth() > 2 * viewer.preview.viewport().width()
    assert not viewer.larger.isEnabled()
    assert viewer.preview.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    for _step in range(4):
        find_by_name(viewer, "Seiten kleiner", IconButton).click()
    assert viewer.preview._sheets[0].minimumWidth() == narrow


def test_the_search_goes_from_place_to_place_and_round(qtbot: QtBot, viewer: PdfViewer) -> None:
    viewer.search.setText("Unterlagen")
    qtbot.keyClick(viewer.search, Qt.Key.Key_Return)
    many = len(viewer._hits)
    assert many > 1
    assert viewer.count.text() == f"1 von {many}"
    qtbot.waitUntil(lambda: not viewer._begun)
    qtbot.keyClick(viewer.search, Qt.Key.Key_Return)
    assert viewer.count.text() == f"2 von {many}"
    viewer._at = many - 1
    find_by_name(viewer, "Nächster Treffer", IconButton).click()
    assert viewer.count.text() == f"1 von {many}"
    find_by_name(viewer, "Vorheriger Treffer", IconButton).click()
    assert viewer.count.text() == f"{many} von {many}"
    assert any(sheet._marks for sheet in viewer.preview._sheets)
    viewer.search.setText("Einhorn")
    qtbot.keyClick(viewer.search, Qt.Key.Key_Return)
    assert viewer.count.text() == "nichts gefunden"
    assert not any(sheet._marks for sheet in viewer.preview._sheets)
