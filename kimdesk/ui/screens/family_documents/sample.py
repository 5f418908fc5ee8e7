"""The page of a family's files for the gallery."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import attaching, families, printing
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Attachment, SupportPlan
from kimdesk.domain.values import Value
from kimdesk.ui.screens.family_documents.build import build
from kimdesk.ui.screens.family_documents.giving import GiveDialog
from kimdesk.ui.screens.family_documents.presenter import DocumentsPresenter
from kimdesk.ui.screens.family_documents.state import FileItem, Receiver
from kimdesk.ui.screens.family_documents.view import picture_of_image
from kimdesk.ui.screens.family_documents.words import DocumentWords
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen

PHOTO, NOTICE, LOST = "Feuchte Ecke im Kinderzimmer", "Bescheid Wohngeld.pdf", "Mietvertrag.pdf"
SHOWN = {"photo": PHOTO, "pdf": NOTICE, "missing": LOST}


def make(context: Context, state: str) -> Screen:
    """Return the page with a file of one sort in view, or without any."""
    desk, case = context.desk, sample_case(context.desk)
    if state == "nothing":
        return _shown(context, _another(desk, case))
    if not desk.page.of_case(Attachment, case):
        _fill(desk, case)
    screen = _shown(context, case)
    assert isinstance(screen.presenter, DocumentsPresenter)
    chosen = next((each for each in desk.page.of_case(Attachment, case) if each.title == SHOWN.get(state)), None)
    if chosen is not None:
        screen.presenter.select(chosen.id.hex())
    return screen


def _shown(context: Context, case: RecordId) -> Screen:
    screen = build(context, case.hex())
    assert isinstance(screen.presenter, DocumentsPresenter)
    screen.presenter.show()
    return screen


def _another(desk: Desk, case: RecordId) -> RecordId:
    """Return a family nothing is kept of."""
    numbers = families.order(desk)[:50]
    rows = families.rows(desk, numbers)
    return next(rows[each].id for each in numbers if rows[each].id != case)


def _fill(desk: Desk, case: RecordId) -> None:
    plan = desk.page.of_case(SupportPlan, case)[0].id
    pdf = printing.preview_plan(desk, plan, languages=("de",), edition="family").data
    lost = _add(desk, case, pdf + b"\n%", LOST, kind=Code("contract"), date=dt.date(2026, 5, 2))
    for path in (desk.info.folder / "blobs").rglob(lost):
        path.unlink()
    status = {"category": Code("status"), "confidentiality": Code("shareable")}
    _add(desk, case, pdf, NOTICE, kind=Code("notice"), date=dt.date(2026, 11, 12), **status)
    _add(desk, case, picture_of_image(_wall()), PHOTO, kind=Code("photo"), date=dt.date(2026, 11, 18))
    desk.apply(
        Create(
            "handout",
            new_id(desk.clock),
            {
                "case": case,
                "date": dt.date(2026, 11, 12),
                "document": Code("support_plan"),
                "recipient": "Elena Dimitrova",
                "way": Code("print"),
                "languages": frozenset({Code("de"), Code("bg")}),
                "pages": 2,
            },
        )
    )


def _add(desk: Desk, case: RecordId, data: bytes, name: str, **given: Value) -> str:
    taken = attaching.take_data(desk, data, name)
    attaching.enter(desk, case, taken, given)
    return taken.row.id.hex()


def _wall() -> QImage:
    """Return a picture of a damp corner."""
    image = QImage(960, 720, QImage.Format.Format_RGB32)
    image.fill(QColor("#e9e4da"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#d9d2c4"))
    painter.drawRect(QRectF(0, 0, 420, 720))
    for x, y, size in ((300, 40, 260), (370, 160, 150), (210, 20, 160), (420, 10, 120)):
        painter.setBrush(QColor(92, 98, 82, 120))
        painter.drawEllipse(QRectF(x, y, size, size * 0.8))
    painter.setPen(QPen(QColor("#b9b0a0"), 6))
    painter.drawLine(420, 0, 420, 640)
    painter.drawLine(420, 640, 0, 700)
    painter.drawLine(420, 640, 960, 690)
    painter.end()
    return image


def giving(context: Context, state: str) -> Screen:
    """Return the question for whom a copy is, answered or refused."""
    dialog = GiveDialog(None, NOTICE, ["für die eigene Akte", "Elena Dimitrova", "Jobcenter Kreis Steinfurt · Antrag"])
    words = DocumentWords(context.desk.reference, context.desk.today)
    dialog.who.set_code("2")
    if state == "refused":
        dialog.fail(UserProblem("attachment.not_covered"))
    else:
        file = FileItem(key="", title=NOTICE, kind="notice", size=19_000)
        body = Receiver(kind="body", name="Jobcenter Kreis Steinfurt", purpose="application")
        dialog.show_leaving(words.leaving(file, body), "KD-2026-0017.pdf")
    return Screen("file_giving", dialog)
