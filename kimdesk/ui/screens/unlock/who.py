"""Step 1 of a new vault: whose it is, and what has to be known for that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.ui.screens.unlock.pages import UnlockPage, wide
from kimdesk.ui.screens.unlock.state import KINDS, NewVault, UnlockState, VaultKind
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import column, row

DISTRICT_DIGITS = 5


class WhoPage(UnlockPage):
    """Whose vault it is; for a desk its label, who works there, for whom and where; else name and district."""

    described = Signal(NewVault)
    demo_asked = Signal()
    other_asked = Signal()
    restore_asked = Signal()
    back_asked = Signal()
    incident_asked = Signal()
    handbook_asked = Signal()

    def __init__(self, state: UnlockState) -> None:
        super().__init__()
        self.heading(state, self.tr("Neuer Tresor"), self.tr("Alles bleibt verschlüsselt auf diesem Gerät."))
        self._label = LineEdit(self.tr("Name des Tresors"))
        self._label.setText(self.tr("Tresor {n}").format(n=len(state.vaults) + 1))
        self._name = LineEdit(self.tr("Ihr Name"))
        self._provider = LineEdit(self.tr("Träger"))
        self._place = LineEdit(self.tr("Ort"))
        self._body = LineEdit(self.tr("Name der Stelle oder des Trägers"))
        self._district = LineEdit(self.tr("Amtlicher Schlüssel des Kreises"), placeholder="05566")
        self._kind = self._kinds()
        self.field(self.tr("Wofür ist der Tresor?"), self._kind)
        self._why = Paragraph("", "small")
        self.box.addWidget(self._why)
        self._desk = self._fields(
            (self.tr("Name des Tresors (steht vor dem Öffnen da)"), self._label),
            (self.tr("Ihr Name"), self._name),
            beside=((self.tr("Träger"), self._provider), (self.tr("Ort"), self._place)),
        )
        self._others = self._fields(
            (self.tr("Name (steht vor dem Öffnen da)"), self._body),
            (self.tr("Amtlicher Schlüssel des Kreises (fünf Ziffern)"), self._district),
        )
        self._add_ways(state)
        self._turn()

    def _kinds(self) -> CodeCombo:
        words = {
            "desk": self.tr("für die Arbeit mit Familien"),
            "office": self.tr("für die Koordinierungsstelle"),
            "provider": self.tr("für den Träger"),
        }
        combo = CodeCombo(self.tr("Wofür ist der Tresor?"), [Option(kind, words[kind]) for kind in KINDS])
        combo.removeItem(0)
        combo.set_code("desk")
        combo.chosen.connect(self._turn)
        return combo

    def _fields(self, *fields: tuple[str, LineEdit], beside: tuple[tuple[str, LineEdit], ...] = ()) -> QWidget:
        """Return fields one below the other, and those of the last line beside each other."""
        group, last = QWidget(), row(spacing=12)
        for word, field in beside:
            last.addLayout(column(FieldLabel(word, field), field, spacing=6), 1)
        lines = [column(FieldLabel(word, field), field, spacing=6) for word, field in fields]
        group.setLayout(column(*lines, *([last] if beside else []), spacing=12))
        for _word, field in (*fields, *beside):
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self._ask)
        self.box.addWidget(group)
        return group

    def _add_ways(self, state: UnlockState) -> None:
        self.box.addSpacing(4)
        self._next = wide(self.tr("Weiter"))
        self._next.clicked.connect(self._ask)
        self.box.addWidget(self._next)
        demo = Button(self.tr("Mit der Beispielfamilie ausprobieren"), kind="quiet")
        demo.clicked.connect(self.demo_asked)
        other = Button(self.tr("Vorhandenen Tresor öffnen …"), kind="quiet")
        other.clicked.connect(self.other_asked)
        restore = Button(self.tr("Aus einer Sicherung wiederherstellen …"), kind="quiet")
        restore.clicked.connect(self.restore_asked)
        back = Button(self.tr("Zurück"), icon="arrow-left", kind="quiet")
        back.clicked.connect(self.back_asked)
        incident = Button(self.tr("Datenpannen-Blatt …"), icon="shield-alert", kind="quiet")
        incident.clicked.connect(self.incident_asked)
        handbook = Button(self.tr("Handbuch"), icon="circle-help", kind="quiet")
        handbook.clicked.connect(self.handbook_asked)
        ways = (back,) if state.vaults else (demo, other, restore)
        last = row(handbook, None) if state.vaults else row(incident, None, handbook)
        self.box.addLayout(column(*(row(way, None) for way in ways), last, spacing=0))

    def kind(self) -> VaultKind:
        """Return the kind chosen."""
        code = self._kind.code()
        return next(kind for kind in KINDS if kind == code)

    def _turn(self) -> None:
        why = {
            "desk": self.tr("Ein Ordner mit Ihren Familien."),
            "office": self.tr("Pakete aus dem Kreis annehmen, Zahlen zusammenfassen. Keine Familien."),
            "provider": self.tr(
                "Geräte zulassen, Wiederherstellungsblätter und Sicherungen verwahren. Keine Familien."
            ),
        }
        self._why.set_body(why[self.kind()])
        self._desk.setVisible(self.kind() == "desk")
        self._others.setVisible(self.kind() != "desk")
        self._check()

    def _check(self) -> None:
        self._next.setEnabled(self._ready())

    def _ready(self) -> bool:
        if self.kind() == "desk":
            return bool(self._label.text().strip() and self._name.text().strip())
        district = self._district.text().strip()
        return bool(self._body.text().strip()) and district.isdecimal() and len(district) == DISTRICT_DIGITS

    def focus_first(self) -> None:
        """The vault has a name already; the first question is who works here."""
        (self._name if self.kind() == "desk" else self._body).setFocus()

    def _ask(self) -> None:
        if not self._ready():
            return
        desk = self.kind() == "desk"
        wish = NewVault(
            kind=self.kind(),
            label=(self._label if desk else self._body).text().strip(),
            name=(self._name if desk else self._body).text().strip(),
            provider=self._provider.text().strip() if desk else "",
            place=self._place.text().strip() if desk else "",
            district="" if desk else self._district.text().strip(),
        )
        self.described.emit(wish)
