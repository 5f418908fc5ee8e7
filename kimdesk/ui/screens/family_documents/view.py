"""The page of a family's files: on the left what there is and what was handed out, on the right the file itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.base.ids import from_hex
from kimdesk.domain.records import RECORDS
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.forms.form import Form, FormContext, remaining
from kimdesk.ui.forms.port import Target
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.family_documents.giving import GiveDialog
from kimdesk.ui.screens.family_documents.parts import FileList, Seen
from kimdesk.ui.screens.family_documents.state import DocumentsState, HandoutItem, Outcome, Preview, Receiver
from kimdesk.ui.screens.family_documents.words import DocumentWords
from kimdesk.ui.shell.family_parts import Columns, compact, keep_edge, quiet
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import is_closed, omit
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.drop import FileDrop, files_of
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.meter import Meter
from kimdesk.ui.widgets.notices import EmptyState, Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, ListRow, Page, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

KIND = RECORDS["attachment"]
PLACED: tuple[str | tuple[str, ...], ...] = (
    "title",
    ("kind", "date"),
    "persons",
    ("confidentiality", "category"),
    "discuss_only_with",
    "remark",
)
FIELDS = (*PLACED, *remaining(KIND, [name for each in PLACED for name in ((each,) if isinstance(each, str) else each)]))
MOST_HANDOUTS = 30
MOST_NAMED = 3


class DocumentsView(Page):
    """Shows files, one of them whole, and what was handed out; tells what is asked for."""

    chosen = Signal(str)
    files_given = Signal(tuple)
    data_given = Signal(bytes, str)
    unchanged_asked = Signal()
    cancel_asked = Signal()
    take_back_asked = Signal(tuple)
    clear_asked = Signal()
    remove_asked = Signal(str, str)
    restore_asked = Signal(str)
    give_asked = Signal()
    receiver_chosen = Signal(int)
    place_asked = Signal(object)
    place_chosen = Signal(object)
    outside_asked = Signal()
    outside_failed = Signal()
    misdirected_asked = Signal(str)

    def __init__(self, context: FormContext, runner: Runner) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self._context = context
        self._words = DocumentWords(context.reference, context.today)
        self._state = DocumentsState(case="")
        self._form: Form | None = None
        self._form_of: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self.strip = Strip()
        self.add_button = Button(self.tr("Hinzufügen …"), icon="plus")
        self.add_button.setAccessibleName(self.tr("Datei hinzufügen"))
        self.paste_button = Button(self.tr("Einfügen"), icon="clipboard-check", kind="quiet")
        self.paste_button.setAccessibleName(self.tr("Datei aus der Zwischenablage einfügen"))
        self.list = FileList(self._words)
        self.working = Label("", "strong")
        self.meter = Meter(self.tr("Fortschritt"))
        self.stop = Button(self.tr("Abbrechen"), icon="x")
        self.seen = Seen(runner)
        self.name = Label("", "section")
        self.outside = quiet(self.tr("Außerhalb öffnen …"), "eye")
        self.give = quiet(self.tr("Weitergeben …"), "download")
        self.remove = quiet(self.tr("Entfernen"), "trash-2")
        self.opener: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._giving: GiveDialog | None = None
        self._build()
        self._connect()

    # building -------------------------------------------------------------

    def _build(self) -> None:
        columns = Columns((2, 4), narrowest=300)
        left, right = columns.boxes
        left.addWidget(self._files_card())
        left.addWidget(self._handouts_card())
        left.addStretch(1)
        right.addWidget(self._nothing())
        right.addWidget(self._file_card())
        right.addWidget(self._form_card())
        right.addStretch(1)
        self.box.addWidget(self.strip)
        self.box.addWidget(columns)
        self.box.addStretch(1)
        keep_edge(self)

    def _files_card(self) -> Card:
        self._empty = Paragraph(self.tr("Noch keine Datei."), "dim")
        self._busy = QWidget()
        self._busy.setLayout(column(self.working, self.meter, row(self.stop, None), spacing=6))
        self._busy.hide()
        how = Paragraph(self.tr("Dateien können auch hierher gezogen werden."), "small")
        omit(how)
        card = Card(self.tr("Dateien"))
        compact(card)
        card.add_to_head(self.paste_button, self.add_button)
        return card.add(self._busy, self.list, self._empty, how)

    def _handouts_card(self) -> Card:
        self.handouts = Card(self.tr("Ausgehändigt"))
        compact(self.handouts)
        self._given = column(spacing=4)
        self.handouts.add(self._given)
        return self.handouts

    def _nothing(self) -> Card:
        why = self.tr(
            "Bescheide, Briefe, Fotos: Alles liegt verschlüsselt im Tresor. Ort und Zeit werden aus Fotos entfernt."
        )
        self._first = Card()
        self._first.add(EmptyState(self.tr("Hier liegen die Dateien dieser Familie."), why, icon="paperclip"))
        return self._first

    def _file_card(self) -> Card:
        self._file = Card()
        compact(self._file)
        self._file.add(self.name, Flow(self.outside, self.give, self.remove), rule(), self.seen)
        return self._file

    def _form_card(self) -> Card:
        self._about = Card(self.tr("Zu dieser Datei"))
        return self._about

    def _connect(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.add_button.clicked.connect(self.ask_files)
        self.paste_button.clicked.connect(self.paste)
        self.stop.clicked.connect(self.cancel_asked)
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self._state.selected, self._title()))
        self.give.clicked.connect(self.give_asked)
        self.outside.clicked.connect(self._ask_outside)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        FileDrop(self).dropped.connect(self._take)

    # showing --------------------------------------------------------------

    def show_state(self, state: DocumentsState) -> None:
        """Show everything; fields that are being typed into keep their text."""
        self._state = state
        self.list.show_items(state.files, state.selected)
        self._empty.setVisible(not state.files)
        file = state.file
        for part in (self._file, self._about):
            part.setVisible(file is not None)
        self._first.setVisible(file is None)
        if file is not None:
            self.name.setText(file.title)
            for button in (self.outside, self.give, self.remove):
                word = button.text().removesuffix(" …")
                button.setAccessibleName(self.tr("{name}: {action}").format(name=file.title, action=word))
            self._show_form()
        self._show_handouts(state.handouts)

    def _show_form(self) -> None:
        state = self._state
        if self._form is None or self._form_of != (state.selected, state.people):
            clear_form(self._about, self._form)
            people = [Option(key, name) for key, name in state.people]
            self._form = Form(KIND, FIELDS, replace(self._context, records={"person": people}))
            self._form_of = (state.selected, state.people)
            self._about.add(self._form)
        target = Target(kind=KIND.name, record=from_hex(state.selected), parent=from_hex(state.case))
        self._form.show_record(target, state.values, state.drafts)

    def _show_handouts(self, handouts: Sequence[HandoutItem]) -> None:
        clear(self._given)
        for each in handouts[:MOST_HANDOUTS]:
            what = self._words.label("document_kind", each.document)
            line = ListRow(f"{what} · {self._words.day(each.date)}", self._words.handout(each))
            if each.misdirected:
                line.add_below(Tag(self.tr("in falsche Hände"), "red", icon="circle-alert"))
            else:
                wrong = quiet(self.tr("Falsch gedruckt oder übergeben"), "shield-alert")
                wrong.setAccessibleName(self.tr("{what}: falsch gedruckt oder übergeben").format(what=line.what.body))
                wrong.clicked.connect(lambda _checked=False, key=each.key: self._ask_misdirected(key))
                line.add_below(wrong)
            self._given.addWidget(line)
        if not handouts:
            self._given.addWidget(Paragraph(self.tr("Noch nichts ausgehändigt."), "dim"))

    def _ask_misdirected(self, key: str) -> None:
        confirm(
            self,
            self.tr("Falsch gedruckt oder übergeben?"),
            self.tr("Es wird festgehalten, und das Datenpannen-Blatt öffnet sich: wen Sie jetzt anrufen."),
            yes=self.tr("Festhalten"),
            act=lambda: self.misdirected_asked.emit(key),
        )

    def show_preview(self, preview: Preview) -> None:
        """Show what is in the file chosen."""
        self.seen.show_preview(preview, self._title())

    def show_small(self, key: str, picture: bytes | None) -> None:
        """Show a small picture in the list, or that there is none to be had."""
        button = self.list.button(key)
        if button is not None:
            button.show_picture(picture)

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Show how far a file is taken in; an empty name: nothing is."""
        self._busy.setVisible(bool(name))
        self.working.setText(self.tr("Wird verschlüsselt: {name}").format(name=name) if name else "")
        self.meter.set_value(done / total if total else 0.0)

    def _title(self) -> str:
        file = self._state.file
        return file.title if file is not None else ""

    # saying ---------------------------------------------------------------

    def say_outcome(self, outcome: Outcome) -> None:
        """Say what became of the files given."""
        if outcome.failed:
            self._say_failed(outcome)
        elif outcome.added:
            self._say_added(outcome)

    def _say_added(self, outcome: Outcome) -> None:
        back = self._offer(self.tr("Rückgängig"), "undo-2", lambda: self.take_back_asked.emit(outcome.added))
        what = self.tr("%n Dateien aufgenommen.", "", len(outcome.added))
        told = self._cleaned(outcome.cleaned)
        if not outcome.on_card:
            self.strip.say(what, told, buttons=(back,))
            return
        gone = Button(self.tr("Dort löschen …"), icon="trash-2")
        gone.clicked.connect(lambda: self._ask_clear(outcome.on_card))
        more = self.tr("%n davon liegen noch auf der Karte oder dem Stick.", "", outcome.on_card)
        more = f"{more} {told}".strip()
        self.strip.say(what, more, tone="amber", buttons=(gone, back))

    def _cleaned(self, count: int) -> str:
        """Say what was taken out of documents, and what stays as part of what they say."""
        if not count:
            return ""
        return self.tr(
            "Aus %n Dokumenten wurden Angaben zu Verfasser, Programm, Zeit und Ort entfernt. Kommentare und"
            " Änderungsvermerke bleiben, auch mit Namen.",
            "",
            count,
        )

    def _say_failed(self, outcome: Outcome) -> None:
        """Say of each reason which files it kept out; what to do is said of the first."""
        reasons: dict[str, list[tuple[str, KimError]]] = {}
        for name, error in outcome.failed:
            reasons.setdefault(error.code, []).append((name, error))
        told = [self._reason(files) for files in reasons.values()]
        text = explain(outcome.failed[0][1], language())
        done = self.tr("%n Dateien aufgenommen.", "", len(outcome.added)) if outcome.added else ""
        more = " ".join(part for part in (text.safe, text.next, *told[1:], done) if part)
        buttons: tuple[Button, ...] = ()
        if outcome.may_stay_as_they_are:
            buttons = (self._offer(self.tr("Unverändert aufnehmen"), "paperclip", self.unchanged_asked.emit),)
        self.strip.say(told[0], more, tone="red", buttons=buttons)

    def _reason(self, files: Sequence[tuple[str, KimError]]) -> str:
        names = ", ".join(name for name, _error in files[:MOST_NAMED]) + (" …" if len(files) > MOST_NAMED else "")
        return self.tr("{names}: {what}").format(names=names, what=explain(files[0][1], language()).what)

    def _ask_clear(self, count: int) -> None:
        confirm(
            self,
            self.tr("%n Dateien auf der Karte oder dem Stick löschen?", "", count),
            self.tr(
                "Gelöscht wird nur, was vollständig im Tresor liegt und sich seitdem nicht verändert hat. "
                "Von Karten und Sticks lässt sich Gelöschtes manchmal zurückholen: "
                "vor dem Weitergeben bitte im Gerät formatieren."
            ),
            yes=self.tr("Löschen"),
            act=self._clear,
        )

    def _clear(self) -> None:
        self.strip.hide()
        self.clear_asked.emit()

    def _offer(self, word: str, icon: str, act: Callable[[], None]) -> Button:
        """Return a button for the strip; pressing it is the answer, so the strip goes."""
        button = Button(word, icon=icon, kind="quiet")
        button.clicked.connect(self.strip.hide)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def say_cleared(self, count: int) -> None:
        """Say that so many sources are deleted."""
        self.strip.say(self.tr("%n Dateien auf der Karte oder dem Stick gelöscht.", "", count), tone="green")

    def say_removed(self, key: str, title: str) -> None:
        """Say what was removed, and offer to bring it back."""
        back = self._offer(self.tr("Rückgängig"), "undo-2", lambda: self.restore_asked.emit(key))
        self.strip.say(self.tr("Entfernt: {name}").format(name=title), buttons=(back,))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    # going out ------------------------------------------------------------

    def ask_give(self, receivers: Sequence[Receiver]) -> None:
        """Ask for whom a copy is."""
        self._giving = GiveDialog(self, self._title(), [self._words.receiver(each) for each in receivers])
        self._giving.chosen.connect(self.receiver_chosen)
        self._giving.place_asked.connect(lambda: self.place_asked.emit(self._giving))
        self._giving.placed.connect(self.place_chosen)
        self._giving.finished.connect(self._given_up)
        self._giving.open()

    def _given_up(self) -> None:
        self._giving = None

    def show_leaving(self, receiver: Receiver, suggested: str) -> None:
        """Show what leaves, and ask where to."""
        if self._giving is not None and self._state.file is not None:
            self._giving.show_leaving(self._words.leaving(self._state.file, receiver), suggested)

    def refuse_leaving(self, error: KimError) -> None:
        """Say why a copy does not leave."""
        if self._giving is not None:
            self._giving.fail(error)
        else:
            self.strip.fail(error)

    def say_given(self, receiver: Receiver) -> None:
        """Say that a copy was written."""
        if self._giving is not None:
            self._giving.accept()
        who = self._words.receiver(receiver)
        self.strip.say(self.tr("Kopie gespeichert: {who}").format(who=who), tone="green")

    def _ask_outside(self) -> None:
        confirm(
            self,
            self.tr("Außerhalb öffnen?"),
            self.tr(
                "Ein anderes Programm bekommt eine unverschlüsselte Kopie zum Lesen; beim Sperren wird sie entfernt."
                " Was das Programm sich selbst merkt, etwa zuletzt geöffnete Dateien, kann KIM Desk nicht entfernen."
            ),
            yes=self.tr("Öffnen"),
            act=self.outside_asked.emit,
        )

    def hand_over(self, path: Path) -> None:
        """Let another program open a copy."""
        if not self.opener(QUrl.fromLocalFile(str(path))):
            self.outside_failed.emit()
            self.strip.say(self.tr("Auf diesem Rechner ist kein Programm für diese Datei eingerichtet."), tone="amber")

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        if self._form is not None:
            self._form.settle()

    # files ----------------------------------------------------------------

    def ask_files(self) -> None:
        """Ask which files are to be taken in."""
        kinds = [self.tr("Alle Dateien (*)"), self.tr("Bilder (*.jpg *.jpeg *.png *.tif *.tiff *.webp)"), "PDF (*.pdf)"]
        ask_files(self, self.tr("Dateien hinzufügen"), kinds, self.files_given.emit)

    def _take(self, files: object) -> None:
        if not is_closed(self):
            self.files_given.emit(files)

    def paste(self) -> None:
        """Take in what lies in the clipboard: files copied elsewhere, or a picture."""
        if is_closed(self):
            return
        mime = QGuiApplication.clipboard().mimeData()
        files = files_of(mime)
        if files:
            self.files_given.emit(files)
            return
        picture = picture_of(mime)
        if picture:
            self.data_given.emit(picture, self.tr("Bild aus der Zwischenablage"))
        else:
            self.strip.say(self.tr("In der Zwischenablage liegt weder ein Bild noch eine Datei."))


def clear_form(card: Card, form: Form | None) -> None:
    """Take a form away; what was typed in it has been settled."""
    if form is not None:
        card.box.removeWidget(form)
        form.hide()
        form.deleteLater()


def picture_of(mime: QMimeData) -> bytes:
    """Return a picture of the clipboard as a file, or nothing."""
    image = mime.imageData() if mime.hasImage() else None
    return picture_of_image(image) if isinstance(image, QImage) and not image.isNull() else b""


def picture_of_image(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    into = QBuffer()
    into.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(into, QByteArray(b"png")).write(image)
    return bytes(into.data().data())
