"""The print dialog: for whom, what would leave, the real pages, and the two ways out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_save
from kimdesk.ui.dialogs.print_state import Leaving, PrintState, Reader
from kimdesk.ui.tasks import Runner
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.inputs import PassphraseEdit
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.pdf_viewer import PdfViewer
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, column
from kimdesk.ui.widgets.tick import Tick

OWN = "own"
MANY_LINES = 5
"""From more lines than this on all can be picked at once."""


class PrintDialog(Dialog):
    """Shows a PrintState, tells what is chosen."""

    own_chosen = Signal(bool)
    reader_chosen = Signal(str, bool)
    languages_chosen = Signal(tuple)
    about_chosen = Signal(str)
    edition_chosen = Signal(str)
    variant_chosen = Signal(str)
    latin_accepted = Signal()
    signature_chosen = Signal(bool)
    named_chosen = Signal(bool)
    front_chosen = Signal(bool)
    line_chosen = Signal(int, bool)
    all_lines_chosen = Signal()
    save_asked = Signal()
    print_asked = Signal()
    place_chosen = Signal(object, object)
    printed = Signal()
    print_failed = Signal(object)
    list_asked = Signal()
    given = Signal()

    def __init__(self, parent: QWidget | None, runner: Runner, reference: Reference, lang: Lang) -> None:
        title = QCoreApplication.translate("PrintDialog", "Für wen?")
        why = QCoreApplication.translate("PrintDialog", "Nur wer hier genannt ist, bekommt das Blatt in die Hand.")
        super().__init__(parent, title, why, width=1000)
        self._reference = reference
        self._lang: Lang = lang
        self._pdf = b""
        self._chips: dict[str, Chip] = {}
        self._lines: dict[int, Tick] = {}
        self._texts: dict[int, str] = {}
        self._readers = Flow()
        self._said = QVBoxLayout()
        self._said_title = Paragraph(
            self.tr("Was anvertraut ist, wird nur Zeile für Zeile gedruckt, wie Sie es auswählen:"), "dim"
        )
        self.about = ChoiceChip(self.tr("Über wen"))
        self.all_lines = Button(self.tr("Alle gelesen, alle auswählen"), icon="list-checks", kind="quiet")
        self.all_lines.clicked.connect(lambda _on=False: self.all_lines_chosen.emit())
        self.languages = ChoiceChip(self.tr("Sprachen"), icon="languages")
        editions = (Option("family", self.tr("Familienfassung")), Option("full", self.tr("vollständig")))
        self.edition = ChoiceChip(self.tr("Fassung"), editions)
        self._sizes = (
            Option("normal", self.tr("normale Schrift")),
            Option("large", self.tr("große Schrift")),
            Option("easy", self.tr("Einfache Sprache")),
        )
        self.variant = ChoiceChip(self.tr("Schrift"))
        self.protect = Chip(self.tr("Datei mit Kennwort"), icon="lock")
        self.password = PassphraseEdit(self.tr("Kennwort für die Datei"))
        self.signature = Chip(self.tr("mit Zeilen zum Unterschreiben"), icon="pen-line")
        self.nameless = Chip(self.tr("ohne Namen"), icon="eye-off")
        self.front = Chip(self.tr("mit Vorbereitung auf der Vorderseite"), icon="file-text")
        self.leaving = Card(self.tr("Das wird weitergegeben"))
        self._facts = Paragraph("")
        self._rest = Paragraph("", "dim")
        self.preview = PdfViewer(self.tr("Seiten, die weitergegeben werden"), runner)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.leaving.add(self._facts, self._rest)
        left = column(
            self._readers,
            4,
            Flow(
                self.about,
                self.languages,
                self.edition,
                self.variant,
                self.signature,
                self.nameless,
                self.front,
                self.protect,
            ),
            self.password,
            self._said_title,
            self._said,
            Flow(self.all_lines),
            self.leaving,
            None,
            spacing=12,
        )
        page = Page(margins=(0, 0, 12, 0))
        for part in (page, page.body):
            part.setProperty("role", "clear")
        page.box.addLayout(left)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(page, 3)
        both.addWidget(self.preview, 2)
        self.box.addLayout(both, 1)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setStretchFactor(self.box, 100)
        self.preview.setMinimumWidth(300)
        self.least_height = min(current().px(600), 700)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.list_button = self.add_button(self.tr("Druckliste"), self.list_asked.emit, icon="list-checks")
        self.list_button.setAccessibleName(self.tr("Auf die Druckliste"))
        self.list_button.setToolTip(self.tr("Auf die Druckliste"))
        self.save_button = self.add_button(self.tr("Als PDF speichern …"), self.save_asked.emit, icon="save")
        self.print_button = self.add_button(self.tr("Drucken …"), self.print_asked.emit, kind="primary", icon="printer")

    def _connect(self) -> None:
        self.languages.chosen.connect(lambda code: self.languages_chosen.emit(tuple(code.split("+"))))
        self.about.chosen.connect(self.about_chosen)
        self.edition.chosen.connect(self.edition_chosen)
        self.variant.chosen.connect(self.variant_chosen)
        self.protect.toggled.connect(self._protected)
        self.password.hide()
        self.signature.clicked.connect(self.signature_chosen)
        self.nameless.clicked.connect(lambda on: self.named_chosen.emit(not on))
        self.front.clicked.connect(self.front_chosen)

    def _protected(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.password.setVisible(on)
        self.password.clear()
        if on:
            self.password.setFocus()

    # what is shown --------------------------------------------------------

    def show_state(self, state: PrintState) -> None:
        """Show everything."""
        self._show_readers(state)
        self._show_how(state)
        self._show_lines(state)
        self._show_leaving(state)
        self._show_outcome(state)
        ready = state.leaving is not None and not state.busy
        self.save_button.setEnabled(ready)
        self.list_button.setEnabled(ready and state.done != "listed")
        self.print_button.setEnabled(ready)

    def _show_readers(self, state: PrintState) -> None:
        if not self._chips:
            for each in state.readers:
                self._chips[each.key] = self._chip(each.key, each.name)
            if state.may_own:
                self._chips[OWN] = self._chip(OWN, self.tr("für die eigene Akte"))
            self._readers.refill(*self._chips.values())
        for each in state.readers:
            self._press(each.key, on=each.on)
        if OWN in self._chips:
            self._press(OWN, on=state.own)

    def _chip(self, key: str, word: str) -> Chip:
        chip = Chip(word, icon="plus")
        chip.setAccessibleDescription(self.tr("Für wen?"))
        if key == OWN:
            chip.clicked.connect(self.own_chosen)
        else:
            chip.clicked.connect(lambda on: self.reader_chosen.emit(key, on))
        return chip

    def _press(self, key: str, *, on: bool) -> None:
        self._chips[key].setChecked(on)
        self._chips[key].set_icon("check" if on else "plus")

    def _show_how(self, state: PrintState) -> None:
        options = [Option("+".join(codes), self._languages(codes)) for codes in state.choices]
        self.languages.set_options(options)
        self.languages.set_code("+".join(state.languages))
        self.edition.set_code(state.edition)
        self.edition.setVisible(state.what == "plan")
        self.about.set_options([Option("", self.tr("über sich selbst")), *(_option(each) for each in state.children)])
        self.about.set_code(state.about)
        self.about.setVisible(bool(state.children))
        self.variant.set_options([size for size in self._sizes if size.code in state.variants])
        self.variant.set_code(state.variant)
        self.signature.setVisible(state.may_sign)
        self.signature.setChecked(state.for_signature)
        self.nameless.setVisible(state.may_hide_names)
        self.nameless.setChecked(not state.named)
        self.front.setVisible(state.may_prepare)
        self.front.setChecked(state.front)

    def _languages(self, codes: tuple[str, ...]) -> str:
        return " + ".join(self._reference.label("language", code, self._lang) for code in codes)

    def _show_lines(self, state: PrintState) -> None:
        self._said_title.setVisible(bool(state.lines))
        self.all_lines.setVisible(len(state.lines) > MANY_LINES and not all(line.on for line in state.lines))
        if state.what == "assessment":
            self._said_title.set_body(
                self.tr("Texte zu Lebensbereichen werden nur gedruckt, wo Sie den Bereich auswählen:")
            )
        texts = {line.number: line.text for line in state.lines}
        if texts != self._texts:
            self._forget_lines()
            self._texts = texts
        for line in state.lines:
            if line.number not in self._lines:
                tick = Tick(line.text)
                tick.clicked.connect(lambda on, number=line.number: self.line_chosen.emit(number, on))
                self._lines[line.number] = tick
                self._said.addWidget(tick)
                tick.show()
            self._lines[line.number].setChecked(line.on)

    def _forget_lines(self) -> None:
        """Take away the ticks of lines that somebody else would read."""
        for tick in self._lines.values():
            self._said.removeWidget(tick)
            tick.deleteLater()
        self._lines.clear()

    def _show_leaving(self, state: PrintState) -> None:
        if state.leaving is not None:
            self._facts.set_body("\n".join(self._told(state, state.leaving)))
        elif state.busy:
            self._facts.set_body(self.tr("wird vorbereitet …"))
        else:
            self._facts.set_body(self.tr("Noch nichts: Bitte wählen Sie zuerst, wer das Blatt liest."))
        self._rest.set_body(
            self.tr(
                "Alles andere bleibt im Tresor: was anvertraut oder besonders geschützt ist, "
                "und was keine Einwilligung deckt."
            )
        )
        if state.pdf != self._pdf:
            self._pdf = state.pdf
            if state.pdf:
                self.preview.show_pdf(state.pdf)
        self.preview.setVisible(bool(state.pdf))

    def _told(self, state: PrintState, leaving: Leaving) -> list[str]:
        names = [each.name for each in state.readers if each.on]
        readers = ", ".join(names) if names else self.tr("eigene Akte")
        goals, measures, pages = leaving.goals, leaving.measures, leaving.pages
        what = self._reference.label("document_kind", state.code, self._lang)
        if state.what == "visit":
            what = self.tr("Besuch: Datum, wer dabei war, Vereinbarungen, ausgewählte Zeilen")
        elif state.what == "plan":
            what = ", ".join((self.tr("%n Ziele", "", goals), self.tr("%n Maßnahmen", "", measures)))
        return [
            *((self.tr("Genau das Blatt, das unterschrieben wurde."),) if leaving.original else ()),
            self.tr("Für: {readers}").format(readers=readers),
            self.tr("Inhalt: {what}").format(what=what),
            self.tr("Namen: {names}").format(names=", ".join(leaving.names)),
            self.tr("Fallnummer: {number}").format(number=leaving.case_number),
            self.tr("Sprachen: {languages}").format(languages=self._languages(leaving.languages)),
            self.tr("%n Seiten", "", pages),
        ]

    def _show_outcome(self, state: PrintState) -> None:
        if state.problem is not None:
            self.strip.fail(state.problem, buttons=(self._latin_button(),) if state.may_use_latin else ())
        elif state.done == "protected":
            self.strip.say(
                self.tr("Die PDF-Datei ist gespeichert. Sie öffnet sich nur mit dem Kennwort."),
                self.tr("Bitte geben Sie das Kennwort auf einem anderen Weg weiter als die Datei."),
                tone="green",
                buttons=self._give_button(state),
            )
        elif state.done == "saved":
            self.strip.say(
                self.tr("Die PDF-Datei ist gespeichert."),
                self.tr("Sie liegt dort unverschlüsselt. Bitte löschen Sie sie, sobald sie gedruckt ist."),
                tone="green",
                buttons=self._give_button(state),
            )
        elif state.done == "printed":
            self.strip.say(
                self.tr("Der Drucker hat das Blatt bekommen."), tone="green", buttons=self._give_button(state)
            )
        elif state.done == "listed":
            self.strip.say(
                self.tr("Das Blatt liegt auf der Druckliste."),
                self.tr("Sie steht unter Heute. Gedruckt wird am Drucker des Büros, nie bei einer Familie."),
                tone="green",
            )
        elif state.done == "given":
            self.strip.say(self.tr("Festgehalten: Das Blatt ist in der Hand der Familie."), tone="green")
        else:
            self.strip.hide()

    def _give_button(self, state: PrintState) -> tuple[Button, ...]:
        if not state.may_give:
            return ()
        button = Button(self.tr("In die Hand gegeben"), icon="handshake")
        button.clicked.connect(self.given)
        return (button,)

    def _latin_button(self) -> Button:
        button = Button(self.tr("In lateinischer Schreibweise drucken"))
        button.clicked.connect(self.latin_accepted)
        return button

    def ask_place(self, suggested: str) -> None:
        """Ask where the file goes."""
        ask_save(self, self.tr("PDF speichern"), suggested, "PDF (*.pdf)", self._placed)

    def _placed(self, path: Path) -> None:
        self.place_chosen.emit(path, self.password.text() if self.protect.isChecked() else None)

    def ask_printer(self, pdf: bytes) -> None:
        """Ask for a printer and print."""
        from kimdesk.ui.dialogs.printing import print_pdf  # noqa: PLC0415 - QtPrintSupport only when it is needed

        print_pdf(self, pdf, self.printed.emit, self.print_failed.emit)


def _option(child: Reader) -> Option:
    return Option(child.key, child.name)
