"""Letting a device in: its eight words as heard, then our own to be read out, then the grant on a stick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QStyledItemDelegate, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.screens.devices.presenter import Place
from kimdesk.ui.screens.devices.state import DeviceRow, Request
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import clear, column


class PlaceFields(QWidget):
    """Provider and municipality of a desk, for the district's figures."""

    def __init__(self, reference: Reference, lang: Lang, providers: Sequence[str]) -> None:
        super().__init__()
        self.provider = LineEdit(self.tr("Träger"))
        finder = QCompleter(list(providers), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := finder.popup()) is not None:
            popup.setProperty("role", "popup")
            popup.setItemDelegate(QStyledItemDelegate(popup))
        self.provider.setCompleter(finder)
        entries = reference["municipality"].entries
        self.place = CodeCombo(self.tr("Ort"), [Option(each.code, each.label(lang)) for each in entries])
        why = self.tr("Danach werden die Zahlen zusammengefasst, nie nach Gerät. Beides kann fehlen.")
        layout = column(
            FieldLabel(self.tr("Träger"), self.provider),
            self.provider,
            4,
            FieldLabel(self.tr("Ort"), self.place),
            self.place,
            Paragraph(why, "small"),
            spacing=4,
        )
        self.setLayout(layout)

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(provider=self.provider, place=self.place)

    def value(self) -> Place:
        """Return what is filled in."""
        return Place(provider=self.provider.text().strip(), place=self.place.code())

    def set_value(self, provider: str, place: str) -> None:
        """Show what is known."""
        self.provider.setText(provider)
        self.place.set_code(place)


class EnrolDialog(Dialog):
    """Two steps: the words heard, then the grant; words differ: nobody is let in."""

    heard = Signal(str, Place)
    save_asked = Signal()
    granted = Signal()

    def __init__(self, parent: QWidget | None, request: Request, fields: PlaceFields | None) -> None:
        super().__init__(parent, "", width=560)
        self._fields = fields
        kind = self.tr("als Träger") if request.role == "provider" else self.tr("als Arbeitsplatz")
        self.set_title(
            self.tr("Gerät zulassen"),
            self.tr(
                "„{label}“ möchte {kind} zugelassen werden. Bitte die Person anrufen oder treffen und sich die acht"
                " Wörter vorlesen lassen, die auf ihrem Gerät stehen."
            ).format(label=request.label, kind=kind),
        )
        self.words = LineEdit(self.tr("Die acht Wörter, wie Sie sie hören"))
        self.box.addLayout(column(FieldLabel(self.words.accessibleName(), self.words), self.words, spacing=4))
        if fields is not None:
            self.box.addWidget(fields)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._go = self.add_button(self.tr("Vergleichen und zulassen"), self._ask, kind="primary", icon="check")
        self.words.textChanged.connect(self._check)
        self._check()
        self.words.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(words=self.words) | (self._fields.kept() if self._fields is not None else {})

    def _check(self) -> None:
        self._go.setEnabled(len(self.words.text().split()) >= 8)

    def _ask(self) -> None:
        self.strip.hide()
        self.heard.emit(self.words.text(), self._fields.value() if self._fields is not None else Place())

    def show_granted(self, words: str) -> None:
        """Go on to the second step: our own words, and the grant to be saved."""
        self.granted.emit()
        self.strip.hide()
        clear(self.box)
        clear(self.buttons)
        self.buttons.addStretch(1)
        self.set_title(
            self.tr("Jetzt umgekehrt: bitte vorlesen"),
            self.tr(
                "Das Gerät ist zugelassen, sobald die andere Seite diese acht Wörter hört und bei sich eintippt. Die"
                " Zusage kommt als Datei auf den Stick; sie enthält kein Geheimnis."
            ),
        )
        self.box.addWidget(OwnWords(words))
        self._done = self.add_button(self.tr("Fertig"), self.accept)
        self._save = self.add_button(self.tr("Zusage speichern …"), self.save_asked.emit, kind="primary", icon="save")
        self._save.setFocus()

    def show_saved(self) -> None:
        """Say that the grant is written and read back."""
        self.strip.say(self.tr("Die Zusage ist geschrieben."), tone="green")
        self._done.setFocus()


class OwnWords(Paragraph):
    """Our eight words, large enough to be read out."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "headline")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class MoveDialog(Dialog):
    """Where a desk belongs."""

    wanted = Signal(str, Place)

    def __init__(self, parent: QWidget | None, row: DeviceRow, fields: PlaceFields) -> None:
        super().__init__(parent, "", width=520)
        self.set_title(self.tr("Zuordnung von „{label}“").format(label=row.label))
        fields.set_value(row.provider, row.place)
        self.box.addWidget(fields)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.add_button(self.tr("Übernehmen"), self.accept, kind="primary")
        self.accepted.connect(lambda: self.wanted.emit(row.short_name, fields.value()))
        fields.provider.setFocus()
