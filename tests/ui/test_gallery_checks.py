from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.gallery_checks import Finding, check
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import ElidedLabel, Label, Paragraph


def found(qtbot: QtBot, root: QWidget) -> list[Finding]:
    qtbot.addWidget(root)
    root.resize(400, 300)
    root.show()
    return check(root, root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))


def clipped_label(root: QWidget) -> None:
    Label("Ein langer Satz, der nicht passt", parent=root).setGeometry(10, 10, 60, 24)


def clipped_height(root: QWidget) -> None:
    Label("Zu flach", parent=root).setGeometry(10, 10, 200, 6)


def clipped_paragraph(root: QWidget) -> None:
    text = "Mehrere Zeilen Text, die in diese Höhe auf keinen Fall passen werden"
    Paragraph(text, parent=root).setGeometry(10, 10, 120, 24)


def clipped_button(root: QWidget) -> None:
    button = Button("Mit der Beispielfamilie ausprobieren")
    button.setParent(root)
    button.setGeometry(10, 10, 80, 34)


def clipped_placeholder(root: QWidget) -> None:
    field = QLineEdit(root)
    field.setAccessibleName("Suche")
    field.setPlaceholderText("Name in jeder Schrift, Ort, Fallnummer")
    field.setGeometry(10, 10, 90, 34)


def elided_to_nothing(root: QWidget) -> None:
    ElidedLabel("Dimitrov", parent=root).setGeometry(10, 10, 12, 24)


def overlap(root: QWidget) -> None:
    Label("Das eine", parent=root).setGeometry(10, 10, 100, 24)
    Label("Das andere", parent=root).setGeometry(40, 14, 100, 24)


def outside(root: QWidget) -> None:
    box = QWidget(root)
    box.setGeometry(10, 10, 100, 40)
    Label("Ragt hinaus", parent=box).setGeometry(60, 10, 90, 24)


def faint(root: QWidget) -> None:
    label = QLabel("Zu blass zum Lesen", root)
    label.setStyleSheet("color: #B8B8B8; background: #FFFFFF;")
    label.setGeometry(10, 10, 200, 24)


def nameless(root: QWidget) -> None:
    QPushButton(root).setGeometry(10, 10, 40, 40)


def small(root: QWidget) -> None:
    button = QPushButton("klein", root)
    button.setGeometry(10, 10, 90, 20)


@pytest.mark.parametrize(
    ("plant", "kind"),
    [
        (clipped_label, "clipped"),
        (clipped_height, "clipped"),
        (clipped_paragraph, "clipped"),
        (clipped_button, "clipped"),
        (clipped_placeholder, "clipped"),
        (elided_to_nothing, "clipped"),
        (overlap, "overlap"),
        (outside, "outside"),
        (faint, "faint"),
        (nameless, "nameless"),
        (small, "small"),
    ],
)
def test_a_planted_defect_is_found(
    qtbot: QtBot, look: QApplication, plant: Callable[[QWidget], None], kind: str
) -> None:
    root = QWidget()
    plant(root)
    assert kind in {finding.kind for finding in found(qtbot, root)}


def test_a_clean_window_has_no_findings(qtbot: QtBot, look: QApplication) -> None:
    root = QWidget()
    Label("Familie Dimitrov", "title", root).setGeometry(10, 10, 300, 34)
    Paragraph("Ein Absatz, der Platz genug hat.", "small", root).setGeometry(10, 60, 300, 60)
    button = Button("Öffnen", icon="lock-open", kind="primary")
    button.setParent(root)
    button.setGeometry(10, 140, 120, 34)
    assert found(qtbot, root) == []
