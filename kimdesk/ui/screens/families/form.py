"""The short form of a new family: one name is enough."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kimdesk.base.errors import Lang
from kimdesk.domain.reference import Reference
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, choice, line
from kimdesk.ui.screens.families.state import KnownFamily, NewFamilyForm
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import column, row

PAUSE_MS = 400
"""How long somebody pauses before the name is looked for."""


class NewFamilyDialog(Dialog):
    """Asks for a name, and if they are known for place, language and way of access."""

    wanted = Signal(NewFamilyForm)
    named = Signal(str)
    known_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, reference: Reference, lang: Lang, today: dt.date) -> None:
        super().__init__(parent, "", "", width=520)
        self.set_title(self.tr("Neue Familie"), self.tr("Ein Name genügt. Alles andere lässt sich später ergänzen."))
        self._reference, self._lang, self._today = reference, lang, today
        self.family_name = LineEdit(self.tr("Nachname"))
        self.given_name = LineEdit(self.tr("Vorname"))
        self.place = self._combo(self.tr("Ort"), "municipality")
        self.language = self._combo(self.tr("Sprache"), "language")
        self.route = self._combo(self.tr("Zugangsweg"), "access_route")
        self.box.addLayout(self._pair(self.family_name, self.given_name))
        self.box.addLayout(self._pair(self.place, self.language))
        self.box.addLayout(column(FieldLabel(self.route.accessibleName(), self.route), self.route, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self._create = self.add_button(self.tr("Anlegen"), self._ask, kind="primary", icon="plus")
        self.known = Strip()
        self.box.insertWidget(1, self.known)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.named.emit(self._name()))
        for field in (self.family_name, self.given_name):
            field.textChanged.connect(self._check)
            field.textChanged.connect(lambda _text: self._pause.start())
        self._check()
        self.family_name.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        names = {"family_name": line(self.family_name), "given_name": line(self.given_name)}
        combos = {"place": self.place, "language": self.language, "route": self.route}
        return names | {name: choice(combo) for name, combo in combos.items()}

    def _combo(self, name: str, codes: str) -> CodeCombo:
        entries = self._reference[codes].entries
        return CodeCombo(name, [Option(e.code, e.label(self._lang)) for e in entries if e.valid_on(self._today)])

    def _pair(self, *fields: LineEdit | CodeCombo) -> QHBoxLayout:
        cells = [column(FieldLabel(field.accessibleName(), field), field, spacing=4) for field in fields]
        pair = row(spacing=12)
        for cell in cells:
            pair.addLayout(cell, 1)
        return pair

    def _name(self) -> str:
        return f"{self.given_name.text().strip()} {self.family_name.text().strip()}".strip()

    def show_known(self, known: KnownFamily | None) -> None:
        """Say that somebody of this name may be there already; what was typed stays and may be entered all the same."""
        if known is None:
            self.known.hide()
            return
        there = Button(self.tr("Diese Familie öffnen"), icon="users")
        there.clicked.connect(lambda: self.known_wanted.emit(known.case))
        what = self.tr("Vielleicht schon erfasst: {who}").format(who=known.who)
        self.known.say(what, known.where, tone="amber", buttons=(there,))

    def _check(self) -> None:
        self._create.setEnabled(bool(self.family_name.text().strip() or self.given_name.text().strip()))

    def _ask(self) -> None:
        self.wanted.emit(
            NewFamilyForm(
                family_name=self.family_name.text().strip(),
                given_name=self.given_name.text().strip(),
                place=self.place.code(),
                language=self.language.code(),
                route=self.route.code(),
            )
        )
