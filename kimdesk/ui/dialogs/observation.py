"""Where the system gets stuck: a small form without names, then a look at what was written before it is kept."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.casework.observations import Written
from kimdesk.domain.records import RECORDS
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, choice, line
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.dates import DateEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import column, row
from kimdesk.ui.widgets.tags import Tag

KIND = RECORDS["structural_observation"]


class ObservationDialog(Dialog):
    """Two steps: writing, and reading what was written once no known name was found in it.

    `checked` asks to look for names, `wanted` to keep it; both carry what was written.
    """

    checked = Signal(object)
    wanted = Signal(object)

    def __init__(
        self, parent: QWidget | None, reference: Reference, lang: Lang, today: dt.date, *, answering: bool = False
    ) -> None:
        super().__init__(parent, "", "", width=640)
        self._reference, self._lang = reference, lang
        self.presenter: object = None
        self.text = NoteEdit(self._label("description"), lines=4)
        self.topic = self._combo("topic", "life_domain", today)
        self.actor = self._combo("actor_type", "partner_type", today)
        self.frequency = self._combo("frequency", "frequency", today)
        self.proposal = NoteEdit(self._label("proposal"), lines=2)
        self.answer = NoteEdit(self._label("answer"), lines=2)
        self.answered_on = DateEdit(self._label("answered_on"), today)
        self._answering = answering
        self.nothing = Strip()
        self._read = column(spacing=8)
        self._form, self._reader = self._writing(), self._reading()
        for page in (self._form, self._reader):
            self.box.addWidget(page)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.back_button = self.add_button(self.tr("Zurück zum Text"), self.write, icon="arrow-left")
        self.next_button = self.add_button(self.tr("Weiter"), self._go_on, kind="primary", icon="arrow-right")
        self.text.edited.connect(lambda _text: self._may_go_on())
        self.topic.chosen.connect(lambda _code: self._may_go_on())
        self.write()

    def _label(self, name: str) -> str:
        return KIND.field(name).label(self._lang)

    def _combo(self, name: str, codes: str, today: dt.date) -> CodeCombo:
        entries = self._reference[codes].entries
        return CodeCombo(
            self._label(name), [Option(each.code, each.label(self._lang)) for each in entries if each.valid_on(today)]
        )

    def _writing(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self._field(self.text))
        box.addLayout(self._side_by_side(self.topic, self.actor, self.frequency))
        box.addLayout(self._field(self.proposal))
        if self._answering:
            box.addLayout(self._field(self.answer))
            box.addLayout(self._field(self.answered_on))
        return page

    def _reading(self) -> QWidget:
        page = QWidget()
        page.setLayout(column(self.nothing, self._read, None, spacing=12))
        return page

    def _field(self, field: QWidget) -> QVBoxLayout:
        return column(FieldLabel(field.accessibleName(), field), field, spacing=4)

    def _side_by_side(self, *fields: QWidget) -> QHBoxLayout:
        side = row(spacing=12)
        for field in fields:
            side.addLayout(self._field(field), 1)
        return side

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        notes = {"text": self.text, "proposal": self.proposal, "answer": self.answer}
        combos = {"topic": self.topic, "actor": self.actor, "frequency": self.frequency}
        found = {name: Kept(note.toPlainText, note.set_text, note.edited) for name, note in notes.items()}
        found |= {name: choice(combo) for name, combo in combos.items()}
        return found | {"answered_on": line(self.answered_on)}

    # writing ----------------------------------------------------------------

    def show_written(self, written: Written) -> None:
        """Begin with what is known already."""
        for note, text in ((self.text, written.text), (self.proposal, written.proposal), (self.answer, written.answer)):
            note.set_text(text)
        for combo, code in (
            (self.topic, written.topic),
            (self.actor, written.actor),
            (self.frequency, written.frequency),
        ):
            combo.set_code(code)
        self.answered_on.set_day(written.answered_on)
        self._may_go_on()

    def written(self) -> Written:
        """Return what stands in the form."""
        return Written(
            topic=self.topic.code(),
            text=self.text.toPlainText(),
            actor=self.actor.code(),
            frequency=self.frequency.code(),
            proposal=self.proposal.toPlainText(),
            answer=self.answer.toPlainText(),
            answered_on=self.answered_on.day(),
        )

    def write(self) -> None:
        """Show the form."""
        self.set_title(
            self.tr("Wo hakt es im System?"),
            self.tr("Es geht um das System, nicht um die Familie: bitte ohne Namen. Der Text kommt in keine Akte."),
        )
        self._turn(reading=False)
        self.next_button.setText(self.tr("Weiter"))
        self.next_button.set_icon("arrow-right")
        self._may_go_on()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, *, reading: bool) -> None:
        self._form.setHidden(reading)
        self._reader.setVisible(reading)
        self.back_button.setVisible(reading)

    def _may_go_on(self) -> None:
        missing = not (self.text.toPlainText().strip() and self.topic.code())
        self.next_button.setEnabled(not missing)
        self.next_button.setToolTip(self.tr("Ein Satz und ein Thema genügen.") if missing else "")

    def _go_on(self) -> None:
        if not self._reader.isHidden():
            self.wanted.emit(self.written())
        elif (problem := self.answered_on.problem()) is not None:
            self.strip.fail(problem)
        else:
            self.checked.emit(self.written())

    # what was found -----------------------------------------------------------

    def show_names(self, names: tuple[str, ...]) -> None:
        """Say which known names stand in the text; it waits to be reworded."""
        self.write()
        self.strip.say(
            self.tr("Bekannte Namen oder Fallnummern gefunden: {names}").format(names=", ".join(names)),
            self.tr("Bitte umformulieren. Ist ein Wort hier kein Name, hilft ein anderes Wort."),
            tone="amber",
        )

    def show_reading(self, written: Written) -> None:
        """Show what was written once more, to be read with somebody else's eyes."""
        self.strip.hide()
        self.set_title(
            self.tr("Noch einmal lesen"),
            self.tr("Das Programm kennt nur Namen aus diesem Tresor. Verrät der Text trotzdem, um wen es geht?"),
        )
        self.nothing.say(self.tr("Keine bekannten Namen gefunden"), tone="green")
        self._show_text(written)
        self._turn(reading=True)
        self.next_button.setText(self.tr("Festhalten"))
        self.next_button.set_icon("check")
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_text(self, written: Written) -> None:
        while (item := self._read.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        codes = (("life_domain", written.topic), ("partner_type", written.actor), ("frequency", written.frequency))
        coded = " · ".join(self._reference.label(name, code, self._lang) for name, code in codes if code)
        self._read.addWidget(Tag(coded, "accent"))
        self._read.addWidget(Paragraph(written.text.strip()))
        for name, text in (("proposal", written.proposal), ("answer", written.answer)):
            if text.strip():
                self._read.addWidget(Label(self._label(name), "label"))
                self._read.addWidget(Paragraph(text.strip()))

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)
