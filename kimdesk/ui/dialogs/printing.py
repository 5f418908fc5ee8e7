"""Printing a PDF from memory: pages become pictures for the printer; nothing touches the disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from kimdesk.ui.widgets.pdf import page_sizes, render

DOTS = 300


def print_pdf(parent: QWidget, pdf: bytes, done: Callable[[], None]) -> QPrintDialog:
    """Ask for a printer and print all pages; `done` is called when they were handed over."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setDocName("KIM Desk")
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        put_on_paper(printer, pdf)
        done()

    dialog.accepted.connect(send)
    QDialog.open(dialog)
    return dialog


def put_on_paper(printer: QPrinter, pdf: bytes) -> None:
    """Draw all pages of a PDF onto a printer."""
    painter = QPainter(printer)
    try:
        for number, (width, _height) in enumerate(page_sizes(pdf)):
            if number:
                printer.newPage()
            picture = render(pdf, number, round(width / 72 * DOTS))
            painter.drawImage(painter.viewport(), picture)
    finally:
        painter.end()
