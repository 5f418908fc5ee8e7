"""Printing PDFs from memory: pages become pictures for the printer; nothing touches the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from kimdesk.base.errors import KimError, Surroundings
from kimdesk.ui.widgets.pdf import page_sizes, render

DOTS = 300


def print_pdf(
    parent: QWidget,
    pdf: bytes,
    done: Callable[[], None],
    failed: Callable[[KimError], None] | None = None,
) -> QPrintDialog | None:
    """Ask for a printer and print all pages; `done` is called when they were handed over.

    `failed` gets Surroundings printer.none where this device has no printer, printer.failed where it took nothing.
    """
    return print_pdfs(parent, (pdf,), done, failed)


def print_pdfs(
    parent: QWidget,
    pdfs: Sequence[bytes],
    done: Callable[[], None],
    failed: Callable[[KimError], None] | None = None,
) -> QPrintDialog | None:
    """Ask for a printer once and print several papers one after another; else as `print_pdf`."""
    if failed is not None and not has_printer():
        failed(Surroundings("printer.none"))
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setDocName("KIM Desk")
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        if put_on_paper(printer, pdfs):
            done()
        elif failed is not None:
            failed(Surroundings("printer.failed"))

    dialog.accepted.connect(send)
    QDialog.open(dialog)
    return dialog


def has_printer() -> bool:
    """Tell whether this device knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def put_on_paper(printer: QPrinter, pdfs: Sequence[bytes]) -> bool:
    """Draw all pages of PDFs onto a printer; tells whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    pages = [(pdf, number, width) for pdf in pdfs for number, (width, _height) in enumerate(page_sizes(pdf))]
    taken = True
    for at, (pdf, number, width) in enumerate(pages):
        taken = taken and (at == 0 or printer.newPage())
        if taken:
            painter.drawImage(painter.viewport(), render(pdf, number, round(width / 72 * DOTS)))
    return painter.end() and taken
