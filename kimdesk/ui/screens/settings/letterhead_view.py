"""The part of the settings about the letterhead: texts and logo at the left, a letter under it at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal

from kimdesk.base.errors import KimError
from kimdesk.casework import letterhead
from kimdesk.casework.letterhead import Desk, Head
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.screens.settings.frame import PartPage
from kimdesk.ui.screens.settings.text_fields import Line, TextFields
from kimdesk.ui.shell.family_parts import Columns, compact
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.tasks import Job, Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.pdf import PdfPreview
from kimdesk.ui.widgets.surfaces import Card, Flow, rule
from kimdesk.ui.widgets.tags import Tag


class LetterheadPage(PartPage):
    """Shows the letterhead, tells what is typed and chosen."""

    logo_chosen = Signal(object)
    logo_removed = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.card = Card(self.tr("Briefkopf"))
        self.shown = Card(self.tr("So sieht ein Brief aus"))
        for card in (self.card, self.shown):
            compact(card)
        self.fields = TextFields(
            (
                Line("name", self.tr("Träger")),
                Line("lines", self.tr("Zeilen darunter"), 3, self.tr("Anschrift, Telefon, E-Mail; je eine Zeile")),
                Line("foot", self.tr("Fußzeile"), 2, self.tr("zum Beispiel Vereinsregister, Vorstand, Bankverbindung")),
                Line("funding", self.tr("Förderhinweis"), 2, self.tr("zum Beispiel: Gefördert durch das Land …")),
            )
        )
        self._logo = Tag("")
        choose = Button(self.tr("Logo wählen …"), icon="folder-open")
        choose.clicked.connect(self._ask)
        self.remove = Button(self.tr("Logo entfernen"), icon="trash-2", kind="quiet")
        self.remove.clicked.connect(self.logo_removed)
        self.preview = PdfPreview(self.tr("Vorschau des Briefs"), runner)
        self.preview.setMinimumHeight(current().px(540))
        why = Paragraph(self.tr("Steht auf jedem Brief. Alles wird beim Tippen gespeichert."), "small")
        self.card.add(rule(), why, self.fields, Flow(self._logo, choose, self.remove))
        self.shown.add(rule(), self.preview)
        columns = Columns((1, 1), narrowest=300)
        columns.boxes[0].addWidget(self.card)
        columns.boxes[0].addStretch(1)
        columns.boxes[1].addWidget(self.shown)
        self.box.insertWidget(1, columns)

    def show_head(self, head: Head) -> None:
        """Show what is set."""
        texts = {"name": head.name, "funding": head.funding}
        self.fields.set_texts({**texts, "lines": "\n".join(head.lines), "foot": "\n".join(head.foot)})
        if head.logo is None:
            self._logo.set_state(self.tr("kein Logo"))
        else:
            self._logo.set_state(self.tr("Logo gewählt"), "green", "check")
        self.remove.setVisible(head.logo is not None)

    def show_sample(self, pdf: bytes) -> None:
        """Show a letter under it."""
        self.preview.show_pdf(pdf)

    def _ask(self) -> None:
        kinds = [self.tr("Bilder (*.png *.jpg *.jpeg *.gif *.webp *.tif *.tiff *.bmp)")]
        ask_files(self, self.tr("Logo wählen"), kinds, lambda files: self.logo_chosen.emit(files[0]))


class LetterheadPresenter:
    """Keeps what is typed and lays out the sample beside the window; the latest wins."""

    def __init__(self, context: Context, page: LetterheadPage) -> None:
        self._context = context
        self._desk: Desk = context.desk
        self._page = page
        self._job: Job | None = None
        self.head = Head()
        page.fields.changed.connect(self.write)
        page.logo_chosen.connect(self.choose_logo)
        page.logo_removed.connect(lambda: self._keep(replace(self.head, logo=None)))

    def opened(self) -> None:
        """Show what is kept."""
        self._context.runner.run(lambda _steps: letterhead.load(self._desk), self._show, failed=self._page.fail)

    def leave(self) -> None:
        """Keep what was typed just now."""
        self._page.fields.settle()

    def write(self, texts: Mapping[str, str]) -> None:
        """Keep what was typed."""
        head = replace(
            self.head,
            name=texts["name"].strip(),
            lines=_lines(texts["lines"]),
            foot=_lines(texts["foot"]),
            funding=" ".join(texts["funding"].split()),
        )
        self._keep(head)

    def choose_logo(self, file: Path) -> None:
        """Take a logo from a file, or say why it cannot be read; what was there stays then."""
        self._context.runner.run(
            lambda _steps: letterhead.read_logo(file),
            lambda logo: self._keep(replace(self.head, logo=logo)),
            failed=self._page.fail,
            lane="side",
        )

    def _keep(self, head: Head) -> None:
        self.head = head

        def kept(_none: None) -> None:
            self._context.saved(self._context.clock.now_ms())
            self._page.strip.hide()
            self._show(head)

        self._context.runner.run(lambda _steps: letterhead.save(self._desk, head), kept, failed=self._page.fail)

    def _show(self, head: Head) -> None:
        self.head = head
        self._page.show_head(head)
        if self._job is not None:
            self._job.forget()
        self._job = self._context.runner.run(
            lambda _steps: letterhead.sample(self._desk, head).data,
            self._page.show_sample,
            failed=self._failed,
            lane="side",
        )

    def _failed(self, error: KimError) -> None:
        self._page.fail(error)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def build_letterhead(context: Context) -> Screen:
    """Return the part about the letterhead."""
    page = LetterheadPage(context.runner)
    return Screen("settings_letterhead", page, LetterheadPresenter(context, page))
