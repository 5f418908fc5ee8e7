"""The family at a glance, beside the list."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.families.state import SOON, Preview
from kimdesk.ui.theme.look import current
from kimdesk.ui.theme.tokens import CARD_PADDING
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import short_day, show_day
from kimdesk.ui.widgets.labels import Label, Paragraph, isolate
from kimdesk.ui.widgets.surfaces import Flow, Page, clear, column, rule
from kimdesk.ui.widgets.tags import Tag


class PreviewPane(QFrame):
    """Shows a Preview; its buttons open the family or begin a visit."""

    open_asked = Signal()
    visit_asked = Signal()

    def __init__(self, reference: Reference, lang: Lang, today: dt.date) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Familie auf einen Blick"))
        self._reference = reference
        self._lang: Lang = lang
        self._today = today
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(min(current().px(360), 460))
        self._page = Page(margins=(CARD_PADDING, CARD_PADDING, CARD_PADDING, CARD_PADDING))
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self._page, self._page.body):
            part.setProperty("role", "paper")
        self._page.box.setSpacing(10)
        self._open = Button(self.tr("Öffnen"), kind="primary")
        self._visit = Button(self.tr("Besuch"), icon="house")
        self._open.clicked.connect(self.open_asked)
        self._visit.clicked.connect(self.visit_asked)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(10)
        self._page.box.addLayout(self._facts)
        self._buttons = Flow(self._open, self._visit, spacing=12)
        self._page.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.setSpacing(0)
        outer.addWidget(self._page, 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        box = QVBoxLayout(foot)
        box.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, CARD_PADDING - 4)
        box.addWidget(self._buttons)
        return foot

    def show_preview(self, preview: Preview | None) -> None:
        """Show a family, or say that none is chosen."""
        clear(self._facts)
        self._buttons.setVisible(preview is not None)
        if preview is None:
            self._facts.addWidget(Paragraph(self.tr("Keine Familie ausgewählt."), "dim"))
            return
        self._facts.addLayout(self._head(preview))
        self._facts.addWidget(self._tags(preview))
        for title, text in self._parts(preview):
            self._facts.addWidget(rule())
            self._facts.addLayout(column(Label(title, "small"), Paragraph(text), spacing=2))
        self._facts.addSpacing(2)

    def _head(self, preview: Preview) -> QVBoxLayout:
        row = preview.row
        since = self.tr("seit {day}").format(day=show_day(row.since)) if row.since else ""
        words = [self._reference.label("language", code, self._lang) for code in preview.languages]
        below = [isolate(row.native), self.tr("%n Person(en)", "", row.persons), ", ".join(words)]
        return column(
            Label(" · ".join(part for part in (row.case_number, since) if part), "small"),
            Paragraph(self.tr("Familie {name}").format(name=row.label), "headline"),
            Paragraph(" · ".join(part for part in below if part), "dim"),
            spacing=2,
        )

    def _tags(self, preview: Preview) -> QWidget:
        row = preview.row
        tags = []
        if row.phase:
            tags.append(Tag(self._reference.label("phase", row.phase, self._lang), "accent"))
        if row.next_due is not None and row.next_due <= self._today:
            word = self.tr("Frist heute") if row.next_due == self._today else self.tr("Frist überschritten")
            tags.append(Tag(word, "red", icon="alarm-clock"))
        elif row.next_due is not None and row.next_due <= self._today + SOON:
            word = self.tr("Frist {day}").format(day=short_day(row.next_due, self._today))
            tags.append(Tag(word, "amber", icon="alarm-clock"))
        if preview.interpreter:
            tags.append(Tag(self.tr("Sprachmittlung"), "blue", icon="languages"))
        return Flow(*tags)

    def _parts(self, preview: Preview) -> list[tuple[str, str]]:
        parts = []
        if preview.residents:
            people = [f"{one.name} ({one.age})" if one.age is not None else one.name for one in preview.residents]
            parts.append((self.tr("Hier wohnen"), ", ".join(people)))
        if preview.promises:
            parts.append(
                (self.tr("Offene Zusagen"), " · ".join(self._promise(p.text, p.who) for p in preview.promises))
            )
        if preview.last is not None:
            form = self._reference.label("contact_form", preview.last.form, self._lang)
            title = self.tr("Letzter Kontakt") + f" · {short_day(preview.last.day, self._today)}"
            parts.append((f"{title}, {form}" if form else title, preview.last.text or "—"))
        return parts

    def _promise(self, text: str, who: tuple[str, ...]) -> str:
        names = ", ".join(self._reference.label("responsible", code, self._lang) for code in who)
        return f"{text} ({names})" if names else text
