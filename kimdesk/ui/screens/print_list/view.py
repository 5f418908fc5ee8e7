"""The print list on the screen: what waits, what will be on the paper, one way to the printer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, Lang, explain
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.screens.print_list.state import PaperLine, PrintedLine, PrintListState
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.labels import Paragraph, isolate
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, PageHead, clear, column, rule
from kimdesk.ui.widgets.tags import Tag


class PrintListView(QWidget):
    """Shows a PrintListState."""

    check_asked = Signal()
    print_asked = Signal()
    printed = Signal()
    remove_asked = Signal(str)
    back_asked = Signal()
    misdirected_asked = Signal(str)
    families_asked = Signal()

    def __init__(self, reference: Reference, lang: Lang) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._reference, self._lang = reference, lang
        self.strip = Strip()
        self.why = Paragraph(
            self.tr(
                "Beim Besuch ausgewählt, am Drucker des Büros gedruckt. "
                "Auf dem Drucker einer Familie wird nichts gedruckt."
            ),
            "dim",
        )
        self.check_button = Button(self.tr("Prüfen und drucken …"), icon="list-checks", kind="primary")
        self.print_button = Button(self.tr("Jetzt drucken …"), icon="printer", kind="primary")
        self.check_button.clicked.connect(self.check_asked)
        self.print_button.clicked.connect(self.print_asked)
        self._sum = Paragraph("", "strong")
        self._list = column(spacing=4)
        self._waiting = Card().add(self._list)
        nothing = EmptyState(
            self.tr("Nichts wartet auf den Drucker"),
            self.tr("Im Druckfenster legt „Druckliste“ ein Blatt hierher."),
            icon="printer",
            step=self._families_button(),
        )
        self._nothing_card = Card().add(nothing)
        self._gone = column(spacing=0)
        self._gone_card = Card(self.tr("Zuletzt gedruckt")).add(self._gone)
        page = Page()
        page.box.addWidget(PageHead(self.tr("Druckliste"), self.check_button, self.print_button))
        page.box.addWidget(self.why)
        page.box.addWidget(self.strip)
        page.box.addWidget(self._sum)
        page.box.addWidget(self._waiting)
        page.box.addWidget(self._nothing_card)
        page.box.addWidget(self._gone_card)
        page.box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _families_button(self) -> Button:
        button = Button(self.tr("Zu den Familien"), icon="users")
        button.clicked.connect(self.families_asked)
        return button

    def show_state(self, state: PrintListState) -> None:
        """Show the papers."""
        clear(self._list)
        self._waiting.setVisible(bool(state.lines))
        for at, line in enumerate(state.lines):
            paper = self._paper(line)
            if at:
                self._list.addWidget(rule())
            self._list.addWidget(paper)
            paper.show()  # at once, so that the cursor can go there
        for part in (self.why, self.check_button):
            part.setVisible(bool(state.lines))
        self.check_button.setVisible(bool(state.lines) and not state.checked)
        self.check_button.setEnabled(not state.busy)
        self.check_button.setText(self.tr("wird vorbereitet …") if state.busy else self.tr("Prüfen und drucken …"))
        self.print_button.setVisible(state.checked)
        self._sum.setVisible(state.checked)
        self._sum.set_body(self.tr("Zusammen %n Seiten. Bitte prüfen Sie Namen und Fallnummern.", "", state.pages))
        self._nothing_card.setVisible(not state.lines)
        self._show_printed(state.printed)

    def _show_printed(self, printed: tuple[PrintedLine, ...]) -> None:
        clear(self._gone)
        self._gone_card.setVisible(bool(printed))
        for each in printed:
            found = self._printed_row(each)
            self._gone.addWidget(found)
            found.show()

    def _printed_row(self, line: PrintedLine) -> ListRow:
        what = self._heading(line.family, line.code)
        found = ListRow(what, self.tr("gedruckt am {day}").format(day=show_day(line.date)))
        if line.misdirected:
            return found.add_end(Tag(self.tr("in falsche Hände"), "red", icon="circle-alert"))
        wrong = Button(self.tr("Falsch gedruckt oder übergeben"), icon="shield-alert", kind="quiet")
        wrong.setAccessibleName(self.tr("{what}: falsch gedruckt oder übergeben").format(what=what))
        wrong.clicked.connect(lambda: self._ask_misdirected(line.key))
        return found.add_end(wrong)

    def _ask_misdirected(self, key: str) -> None:
        confirm(
            self,
            self.tr("Falsch gedruckt oder übergeben?"),
            self.tr("Es wird festgehalten, und das Datenpannen-Blatt öffnet sich: wen Sie jetzt anrufen."),
            yes=self.tr("Festhalten"),
            act=lambda: self.misdirected_asked.emit(key),
        )

    def _heading(self, family: str, code: str) -> str:
        what = self._reference.label("document_kind", code, self._lang)
        return self.tr("Familie {name}").format(name=isolate(family)) + f" · {what}"

    def _paper(self, line: PaperLine) -> ListRow:
        heading = self._heading(line.family, line.code)
        made = ListRow(heading, self._about(line), icon="file-text")
        made.setAccessibleName(heading)
        gone = Button(self.tr("Von der Liste nehmen"), icon="x", kind="quiet")
        gone.setAccessibleName(self.tr("{what}: von der Liste nehmen").format(what=heading))
        gone.clicked.connect(lambda: self.remove_asked.emit(line.key))
        if line.problem is not None:
            text = explain(line.problem, self._lang)
            made.add_line(Paragraph(" ".join(part for part in (text.what, text.next) if part), "error"))
            made.add_end(Tag(self.tr("nicht druckbar"), "red", icon="circle-alert"))
        elif line.pages:
            made.add_line(Paragraph(self._checked(line)))
        return made.add_end(gone)

    def _about(self, line: PaperLine) -> str:
        readers = line.readers or self.tr("die eigene Akte")
        languages = " + ".join(self._reference.label("language", code, self._lang) for code in line.languages)
        return " · ".join(
            (
                self.tr("für {readers}").format(readers=readers),
                languages,
                self.tr("seit {day}").format(day=show_day(line.added)),
            )
        )

    def _checked(self, line: PaperLine) -> str:
        names = ", ".join(line.names) or self.tr("niemand")
        return " · ".join(
            (
                self.tr("Fallnummer: {number}").format(number=line.case_number),
                self.tr("Namen: {names}").format(names=names),
                self.tr("%n Seiten", "", line.pages),
            )
        )

    def ask_printer(self, pdfs: tuple[bytes, ...]) -> None:
        """Ask for a printer and print."""
        from kimdesk.ui.dialogs.printing import print_pdfs  # noqa: PLC0415 - QtPrintSupport only when it is needed

        print_pdfs(self, pdfs, self.printed.emit, self.fail)

    def say_printed(self, papers: int) -> None:
        """Say that the printer has them."""
        self.strip.say(self.tr("Der Drucker hat %n Blätter bekommen.", "", papers), tone="green")

    def say_removed(self) -> None:
        """Say that a paper was taken off, and offer to put it back."""
        back = Button(self.tr("Rückgängig"), icon="undo-2", kind="quiet")
        back.clicked.connect(self.back_asked)
        back.clicked.connect(self.strip.hide)
        self.strip.say(self.tr("Das Blatt ist von der Liste genommen."), buttons=(back,))

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
