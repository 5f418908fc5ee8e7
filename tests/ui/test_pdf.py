from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kimdesk.ui.tasks import InlineRunner, Job
from kimdesk.ui.widgets.pdf import PdfPreview, page_sizes, render


def small_pdf(pages: int) -> bytes:
    """Return a PDF whose pages are black at the top left."""
    content = zlib.compress(b"0 0 0 rg 0 50 50 50 re f")
    kids = " ".join(f"{4 + page} 0 R" for page in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 3 0 R>>"] * pages
    out = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj%s endobj\n" % (number, body)
    return out + b"trailer<</Root 1 0 R>>"


def test_pages_are_drawn_in_their_proportions() -> None:
    assert page_sizes(small_pdf(2)) == ((200.0, 100.0), (200.0, 100.0))
    picture = render(small_pdf(1), 0, 400)
    assert (picture.width(), picture.height()) == (400, 200)
    assert picture.pixelColor(10, 10).lightness() == 0
    assert picture.pixelColor(390, 190).lightness() == 255


@pytest.mark.parametrize("pages", [1, 3])
def test_the_preview_shows_a_new_version_in_place(qtbot: QtBot, look: QApplication, pages: int) -> None:
    preview = PdfPreview("Plan", InlineRunner())
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    preview.show_pdf(small_pdf(pages))
    assert preview.page_count() == pages
    preview.show_pdf(small_pdf(2))
    assert preview.page_count() == 2
    assert preview._sheets[0].picture is not None
    assert preview._sheets[0].accessibleName() == "Seite 1 von 2"


class Late(InlineRunner):
    """Answers only when asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], object]] = []

    def run(self, work: Any, done: Any, **rest: Any) -> Job:
        self.waiting.append(lambda: InlineRunner.run(self, work, done, **rest))
        return Job()


@pytest.mark.parametrize("before", [0, 1])
@pytest.mark.parametrize("pdf", [small_pdf(1), b"nothing to read"])
def test_a_preview_that_is_closed_meanwhile_takes_no_answer(look: QApplication, pdf: bytes, before: int) -> None:
    runner = Late()
    preview = PdfPreview("Plan", runner)
    preview.resize(400, 300)
    preview.show()
    preview.show_pdf(pdf)
    for _answer in range(before):
        runner.waiting.pop(0)()
    delete(preview)
    while runner.waiting:
        runner.waiting.pop(0)()
