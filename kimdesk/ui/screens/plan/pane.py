"""The right side of the plan editor: the paper, how it is printed, and the two ways it is used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kimdesk.base.errors import explain
from kimdesk.ui import actions
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.plan.state import PaperState
from kimdesk.ui.screens.plan.words import PlanWords
from kimdesk.ui.shell.papers_chip import PapersChip
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.closed import omit
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.pdf import PdfPreview
from kimdesk.ui.widgets.surfaces import Card, Flow
from kimdesk.ui.widgets.tags import Tag


class PaperPane(Card):
    """Shows the real PDF; says whether it can be printed."""

    languages_chosen = Signal(tuple)
    edition_chosen = Signal(str)
    print_asked = Signal()
    sign_asked = Signal()
    turn_asked = Signal()
    paper_asked = Signal(str)

    def __init__(self, runner: Runner, words: PlanWords) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Druckbild"))
        self._words = words
        self._pdf = b""
        self.languages = ChoiceChip(self.tr("Sprachen im Druck"), icon="languages")
        editions = (Option("family", self.tr("Familienfassung")), Option("full", self.tr("vollständig")))
        self.edition = ChoiceChip(self.tr("Fassung"), editions)
        self.verdict = Tag("")
        self.updating = Tag(self.tr("wird aktualisiert …"), icon="loader")
        self.note = Paragraph("", "small")
        self.reason = Paragraph("", "error")
        self.preview = PdfPreview(self.tr("Druckbild des Plans"), runner)
        self.print_button = Button(self.tr("Drucken …"), icon="printer")
        self.sign_button = Button(self.tr("Unterschreiben …"), icon="pen-line")
        self.turn_button = Button(actions.text("turn"), icon="monitor-smartphone")
        actions.arm(self.turn_button, "turn")
        self.turn_button.clicked.connect(self.turn_asked)
        self.papers = PapersChip(("fridge", "aloud"), beside_print=True)
        omit(self.papers, self.languages)
        self.papers.wanted.connect(self.paper_asked)
        self.languages.chosen.connect(lambda code: self.languages_chosen.emit(tuple(code.split("+"))))
        self.edition.chosen.connect(self.edition_chosen)
        self.print_button.clicked.connect(self.print_asked)
        self.sign_button.clicked.connect(self.sign_asked)
        self._build()

    def _build(self) -> None:
        self.box.setContentsMargins(12, 8, 12, 12)
        self.box.addWidget(Flow(self.languages, self.edition, self.verdict, self.updating))
        below = QVBoxLayout()
        below.setSpacing(4)
        for text in (self.note, self.reason):
            text.hide()
            below.addWidget(text)
        self.box.addLayout(below)
        self.box.addWidget(self.preview, 1)
        self.box.addWidget(Flow(self.print_button, self.sign_button, self.turn_button, self.papers))

    def show_paper(self, paper: PaperState) -> None:
        """Show the paper and what is to be said about it."""
        options = [Option("+".join(codes), self._words.languages(codes)) for codes in paper.choices]
        self.languages.set_options(options)
        self.languages.set_code("+".join(paper.languages))
        self.edition.set_code(paper.edition)
        if paper.pdf != self._pdf:
            self._pdf = paper.pdf
            self.preview.setVisible(bool(paper.pdf))
            if paper.pdf:
                self.preview.show_pdf(paper.pdf)
        self._show_verdict(paper)
        self._show_note(paper)

    def _show_verdict(self, paper: PaperState) -> None:
        if paper.problem is not None:
            text = explain(paper.problem, language())
            self.verdict.set_state(self.tr("nicht druckbar"), "red", "circle-alert")
            self.reason.set_body(" ".join(part for part in (text.what, text.next) if part))
        else:
            self.verdict.set_state(self.tr("druckbar"), "green", "check")
            self.reason.set_body("")
        self.reason.setVisible(paper.problem is not None)
        self.verdict.setVisible(paper.problem is not None or bool(paper.pdf))
        self.updating.setVisible(paper.updating)
        self.print_button.setEnabled(paper.problem is None)

    def _show_note(self, paper: PaperState) -> None:
        count = paper.untranslated
        note = ""
        if paper.original:
            note = self.tr("Genau diese Datei wurde unterschrieben.")
        elif count:
            note = self.tr("%n Texte haben noch keine Übersetzung.", "", count)
        self.note.set_body(note)
        self.note.setVisible(bool(note))

    def set_frozen(self, *, frozen: bool) -> None:
        """Offer to sign only what is not signed."""
        self.sign_button.setVisible(not frozen)
