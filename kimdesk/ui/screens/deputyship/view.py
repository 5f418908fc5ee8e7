"""Standing in on the screen: choosing a package and saying why; then whose families these are, and what is agreed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError
from kimdesk.domain.views.deputies import Package, PackageDate, PackageFamily, PackageFile, PackagePerson
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.files import ask_files, ask_folder
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.screens.deputyship.state import DeputyshipState
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge
from kimdesk.ui.theme.tokens import GAP
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph, isolate
from kimdesk.ui.widgets.notices import Banner, EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, ListRow, Page, clear, column, row, rule


def _when(at_ms: int) -> str:
    return f"{local_time(at_ms):%d.%m.%Y, %H:%M}"


class AskingCard(Card):
    """Asks where the package lies and why it is opened."""

    look_asked = Signal(Path)
    open_asked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        why = self.tr(
            "Fällt eine Kollegin oder ein Kollege aus, öffnet dieser Arbeitsplatz das Paket, das mit jeder Sicherung"
            " mitgeht, wenn Sie als Vertretung benannt sind. Darin steht nur, was die Familien der Vertretung erlaubt"
            " haben: Namen, Telefon, Sprache, Termine, offene Zusagen."
        )
        folder = Button(self.tr("Ordner der Sicherungen wählen …"), icon="folder-open")
        folder.clicked.connect(self._ask_folder)
        file = Button(self.tr("Paket wählen …"), icon="package-open", kind="quiet")
        file.clicked.connect(self._ask_file)
        self.which = CodeCombo(self.tr("Wen vertreten Sie?"), ())
        self._choice = QWidget()
        self._choice.setLayout(column(FieldLabel(self.tr("Wen vertreten Sie?"), self.which), self.which, spacing=4))
        self.reason = LineEdit(self.tr("Grund"))
        self.reason.textChanged.connect(self._check)
        self.reason.returnPressed.connect(self._open)
        seen = self.tr("Die vertretene Person sieht beim nächsten Öffnen, wer das Paket wann und warum geöffnet hat.")
        self._why = QWidget()
        self._why.setLayout(
            column(FieldLabel(self.tr("Grund"), self.reason), self.reason, Paragraph(seen, "small"), spacing=4)
        )
        self.go_on = Button(self.tr("Vertretung öffnen"), icon="lock-open", kind="primary")
        self.go_on.clicked.connect(self._open)
        self._found: tuple[PackageFile, ...] = ()
        self._busy = False
        self.add(Paragraph(why), 4, Flow(folder, file), self._choice, self._why, row(self.go_on, None))

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program; the reason is emptied once the package is open."""
        return kept(reason=self.reason)

    def show_state(self, state: DeputyshipState) -> None:
        """Offer what was found."""
        if state.found != self._found:
            self._found = state.found
            self.which.set_options([Option(str(at), self._word(each)) for at, each in enumerate(state.found)])
            self.which.removeItem(0)
            self.which.setCurrentIndex(0)
        self._busy = state.busy
        self._choice.setVisible(bool(state.found))
        self._why.setVisible(bool(state.found))
        self.go_on.setVisible(bool(state.found))
        self._check()

    def _word(self, each: PackageFile) -> str:
        if each.made_ms is None:
            return each.file.name
        return self.tr("{vault}, Sicherung vom {when}").format(vault=each.label, when=_when(each.made_ms))

    def _check(self) -> None:
        self.go_on.setEnabled(bool(self._found) and bool(self.reason.text().strip()) and not self._busy)

    def _open(self) -> None:
        if self.go_on.isEnabled():
            self.open_asked.emit(self.which.currentIndex(), self.reason.text().strip())

    def _ask_folder(self) -> None:
        ask_folder(self, self.tr("Ordner der Sicherungen wählen"), self.look_asked.emit)

    def _ask_file(self) -> None:
        kinds = [self.tr("Vertretungspaket (*.kimv)")]
        ask_files(self, self.tr("Vertretungspaket wählen"), kinds, lambda files: self.look_asked.emit(files[0]))


class FamilyCard(Card):
    """What a deputy may know of one family."""

    def __init__(self, family: PackageFamily) -> None:
        super().__init__(" · ".join(part for part in (family.case_number, self._name(family)) if part))
        compact(self)
        parts = Columns((1, 1))
        for person in family.persons:
            parts.boxes[0].addWidget(ListRow(isolate(person.name), self._about(person), icon="user"))
        parts.boxes[0].addStretch(1)
        agreed = self.tr("nächster vereinbarter Termin")
        self._list(parts, self.tr("Termine"), [(each, each.text or agreed) for each in family.appointments])
        self._list(parts, self.tr("Offene Zusagen"), [(each, each.text) for each in family.promises])
        parts.boxes[1].addStretch(1)
        self.add(rule(), parts)

    @staticmethod
    def _name(family: PackageFamily) -> str:
        return family.persons[0].name

    def _about(self, person: PackagePerson) -> str:
        languages = ", ".join(person.languages)
        interpreter = self.tr("Sprachmittlung nötig: {answer}").format(answer=person.interpreter_needed)
        told = (person.role, person.phone, languages, interpreter if person.interpreter_needed else "")
        return " · ".join(part for part in told if part)

    def _list(self, parts: Columns, title: str, dates: list[tuple[PackageDate, str]]) -> None:
        if not dates:
            return
        lines = column(Label(title, "label"), spacing=2)
        for each, text in dates:
            day = show_day(each.day) or self.tr("ohne Tag")
            lines.addWidget(ListRow(f"{day}: {text}", each.detail))
        part = QWidget()
        part.setLayout(lines)
        parts.boxes[1].addWidget(part)


class DeputyshipView(Page):
    """First the question, then the families of the colleague; always says whose they are."""

    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = Strip()
        self.asking = AskingCard()
        self.banner = Banner("", tone="amber")
        self.close_button = Button(self.tr("Vertretung schließen"), icon="x")
        self.close_button.clicked.connect(self.close_asked)
        self.about = Paragraph("", "dim")
        self._families = column(spacing=GAP)
        head = row(Label(self.tr("Vertretung"), "title"), None, self.close_button)
        self.box.addLayout(head)
        for part in (self.strip, self.banner, self.about, self.asking):
            self.box.addWidget(part)
        self.box.addLayout(self._families)
        self.box.addStretch(1)
        keep_edge(self)

    def show_state(self, state: DeputyshipState) -> None:
        """Show the question, or what was opened."""
        package = state.package
        self.strip.hide()
        self.asking.setVisible(package is None)
        self.asking.show_state(state)
        for part in (self.banner, self.about, self.close_button):
            part.setVisible(package is not None)
        clear(self._families)
        privacy.also(_names(package) if package is not None else ())
        if package is not None:
            self.asking.reason.clear()
            self._show_package(package, state.reason)

    def _show_package(self, package: Package, reason: str) -> None:
        owner = isolate(package.owner or package.label)
        self.banner.text.setText(self.tr("Vertretung für {owner}: Das sind nicht Ihre Familien.").format(owner=owner))
        self.about.set_body(
            self.tr(
                "Nur zum Lesen, Stand {when}, bis {until}. Geöffnet, weil: {reason}\n"
                "{owner} erfährt davon beim nächsten Öffnen. Nichts davon kommt in Ihren Tresor."
            ).format(when=_when(package.made_ms), until=show_day(package.until), reason=reason, owner=owner)
        )
        for family in package.families:
            self._families.addWidget(FamilyCard(family))
        if not package.families:
            why = self.tr("Keine Familie hat einer Vertretung zugestimmt, oder alle haben es widerrufen.")
            self._families.addWidget(Card().add(EmptyState(self.tr("Keine Familie im Paket"), why, icon="users")))

    def opened(self) -> None:
        """Begin where one begins."""
        if self.asking.isVisibleTo(self):
            self.asking.setFocus()

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)


def _names(package: Package) -> list[str]:
    return [package.owner, *(person.name for family in package.families for person in family.persons)]
