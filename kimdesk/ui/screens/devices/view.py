"""The list of devices on the screen, our own words beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kimdesk.base.errors import KimError, Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog, confirm
from kimdesk.ui.dialogs.files import ask_files, ask_save
from kimdesk.ui.dialogs.memory import Typed
from kimdesk.ui.screens.devices.enrol import EnrolDialog, MoveDialog, OwnWords, PlaceFields
from kimdesk.ui.screens.devices.presenter import DevicesPresenter
from kimdesk.ui.screens.devices.state import DeviceRow, DevicesState, Request
from kimdesk.ui.shell.asking import AskingPage
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.drop import FileDrop
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.notices import EmptyState
from kimdesk.ui.widgets.surfaces import Card, ListRow, PageHead, clear, rule
from kimdesk.ui.widgets.tags import Tag

_ROLES = {"desk": "laptop", "provider": "building-2", "office": "inbox"}


class DevicesView(AskingPage[DevicesPresenter]):
    """Shows everybody let in; every event goes to the presenter."""

    def __init__(self, reference: Reference, lang: Lang) -> None:
        super().__init__()
        self._reference, self._lang = reference, lang
        self._state = DevicesState()
        self._dialog: EnrolDialog | None = None
        self._list = Card()
        self._list.setAccessibleName(self.tr("Zugelassene Geräte"))
        self._ours = Card(self.tr("Die Wörter dieser Stelle"))
        self._lay_out()
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self._dropped)

    def _lay_out(self) -> None:
        self.enrol_button = Button(self.tr("Gerät zulassen …"), icon="plus", kind="primary")
        self.enrol_button.clicked.connect(self.ask_request)
        self._head = PageHead(self.tr("Geräte"), self.enrol_button)
        self.box.addWidget(self._head)
        self.box.addWidget(self.strip)
        self.box.addWidget(self._list)
        self.box.addWidget(self._ours)
        self.box.addStretch(1)

    # showing --------------------------------------------------------------

    def show_state(self, state: DevicesState) -> None:
        """Show everybody let in."""
        self._state = state
        open_ = sum(row.validity in {"valid", "soon"} for row in state.rows)
        self._head.count.setText(self.tr("%n zugelassen", "", open_))
        clear(self._list.box)
        for place, row in enumerate(state.rows):
            if place:
                self._list.box.addWidget(rule())
            self._list.box.addWidget(self._row(row))
        if state.loaded and not state.rows:
            self._list.box.addWidget(self._nobody())
        clear(self._ours.box)
        self._ours.box.addWidget(Label(self.tr("Die Wörter dieser Stelle"), "section"))
        self._ours.box.addWidget(OwnWords(state.words))
        why = self.tr("Wer eine Zusage von Ihnen annimmt, vergleicht diese acht Wörter am Telefon oder persönlich.")
        self._ours.box.addWidget(Paragraph(why, "small"))

    def _row(self, row: DeviceRow) -> ListRow:
        made = ListRow(row.label, self._detail(row), icon=_ROLES[row.role])
        menu = IconButton("ellipsis", self.tr("Mehr zu „{label}“").format(label=row.label))
        menu.clicked.connect(lambda: self._offer(menu, row))
        made.add_end(self._tag(row))
        if row.validity != "revoked":
            made.add_end(menu)
        return made

    def _detail(self, row: DeviceRow) -> str:
        kind = self.tr("Träger") if row.role == "provider" else self.tr("Arbeitsplatz")
        place = self._reference.label("municipality", row.place, self._lang) if row.place else ""
        parts = [kind, row.provider, place, self.tr("zugelassen am {day}").format(day=show_day(row.since))]
        if self._state.receives:
            heard = self.tr("letztes Paket am {day}").format(day=show_day(row.heard)) if row.heard else ""
            parts.append(heard or self.tr("noch kein Paket"))
        return " · ".join(part for part in parts if part) + f"\n{row.words}"

    def _tag(self, row: DeviceRow) -> Tag:
        day = show_day(row.until)
        if row.validity == "revoked":
            return Tag(self.tr("gesperrt"), "red", icon="ban")
        if row.validity == "over":
            return Tag(self.tr("abgelaufen am {day}").format(day=day), "red", icon="circle-alert")
        if row.validity == "soon":
            return Tag(self.tr("läuft ab am {day}").format(day=day), "amber", icon="clock")
        return Tag(self.tr("gilt bis {day}").format(day=day), "green", icon="check")

    def _nobody(self) -> EmptyState:
        step = Button(self.tr("Anfrage öffnen …"), icon="folder-open")
        step.clicked.connect(self.ask_request)
        why = self.tr(
            "Ein Arbeitsplatz schickt eine Anfrage (Datei auf .kimr), Sie vergleichen am Telefon acht Wörter und geben"
            " eine Zusage zurück. Die Datei können Sie auch hierher ziehen."
        )
        return EmptyState(self.tr("Noch ist niemand zugelassen"), why, icon="laptop", step=step)

    # acting ---------------------------------------------------------------

    def _offer(self, button: QWidget, row: DeviceRow) -> None:
        menu = QMenu(button)
        if self._state.receives and row.role == "desk":
            self._entry(menu, self.tr("Träger und Ort ändern …"), lambda: self._move(row))
        self._entry(menu, self.tr("Sperren …"), lambda: self._revoke(row))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _entry(self, menu: QMenu, word: str, act: object) -> None:
        entry = QAction(word, menu)
        entry.triggered.connect(lambda _on=False: act())  # type: ignore[operator]
        menu.addAction(entry)

    def ask_request(self) -> None:
        """Ask for the file of a request."""
        kinds = (self.tr("Anfrage (*.kimr)"), self.tr("Alle Dateien (*)"))
        ask_files(self, self.tr("Anfrage öffnen"), kinds, self._dropped)

    def _dropped(self, files: tuple[Path, ...]) -> None:
        self.strip.hide()
        if len(files) > 1:
            self.strip.say(self.tr("Bitte eine Anfrage nach der anderen: Zu jeder gehört ein Anruf."), tone="amber")
        else:
            self._asks.read(files[0])

    def ask_words(self, request: Request) -> None:
        """Ask for the words heard."""
        fields = self._fields() if self._state.receives and request.role == "desk" else None
        dialog = self._dialog = EnrolDialog(self, request, fields)
        dialog.heard.connect(self._asks.enrol)
        self.remember(Typed(dialog, dialog.strip, dialog.granted), f"enrol:{request.label}", dialog.kept())
        dialog.save_asked.connect(self._ask_place)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _fields(self) -> PlaceFields:
        return PlaceFields(self._reference, self._lang, self._state.providers)

    def _closed(self) -> None:
        self._dialog = None

    def show_granted(self, words: str) -> None:
        """Show our words and offer the grant."""
        if self._dialog is not None:
            self._dialog.show_granted(words)

    def _ask_place(self) -> None:
        kinds = self.tr("Zusage (*.kimg)")
        ask_save(self, self.tr("Zusage speichern"), "Zusage.kimg", kinds, self._asks.save)

    def show_saved(self) -> None:
        """Say that the grant is written."""
        if self._dialog is not None:
            self._dialog.show_saved()

    def show_error(self, error: KimError) -> None:
        """Say what went wrong, in the dialog if it is open."""
        (self._dialog.strip if self._dialog is not None else self.strip).fail(error)

    def _move(self, row: DeviceRow) -> MoveDialog:
        fields = self._fields()
        dialog = MoveDialog(self, row, fields)
        dialog.wanted.connect(self._asks.move)
        self.remember(dialog, f"move:{row.short_name}", fields.kept())
        dialog.open()
        return dialog

    def _revoke(self, row: DeviceRow) -> Dialog:
        return confirm(
            self,
            self.tr("„{label}“ sperren?").format(label=row.label),
            self.tr(
                "Pakete von diesem Gerät werden danach nicht mehr übernommen, sondern liegen unter Verschluss. Was"
                " schon übernommen wurde, bleibt. Aufheben lässt sich das nur durch eine neue Zusage."
            ),
            yes=self.tr("Sperren"),
            act=lambda: self._asks.revoke(row.short_name),
        )
