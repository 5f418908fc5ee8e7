"""The words a window really draws, whatever widget drew them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(window: QWidget) -> str:
    """Return every text that is drawn visibly, one a line."""
    _draw_once(window)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(window.size())
    painter = QPainter(generator)
    window.render(painter, QPoint(0, 0))
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))
    return "\n".join(_texts(root, visible=True))


def _draw_once(window: QWidget) -> None:
    """Let what was just added be laid out before anything is read."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents()
    window.render(QPixmap(window.size()))


def _texts(part: ET.Element, *, visible: bool) -> list[str]:
    visible = visible and part.get("fill-opacity") != "0"
    own = ["".join(part.itertext())] if part.tag == f"{_SVG}text" and visible else []
    return own + [text for child in part for text in _texts(child, visible=visible)]
