"""A case changes hands: who gets it and what goes, or what arrived, seen before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimdesk.base.errors import KimError
from kimdesk.base.ids import from_hex
from kimdesk.casework.handing_over import Handover
from kimdesk.domain.records import RECORDS
from kimdesk.domain.views.handover import ArrivedCase, Colleague, HandoverPreview
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.files import ask_files
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.i18n import language
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Label, Paragraph, isolate
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Page, column, row, rule
from kimdesk.ui.widgets.tick import Tick

WORDS = 8
TALLEST = 480
"""Pixels the scrolling part takes at most, so that the dialog fits 768 lines."""
TOLD = ("contact", "support_plan", "goal", "measure", "assessment", "consent", "referral", "attachment")
"""What is counted before people's eyes; everything else goes along as well."""


def counted(counts: Sequence[tuple[str, int]], rest: str) -> str:
    """Return how much there is of what people look for first, and that the rest goes along."""
    told = [f"{RECORDS[name].label(language())}: {number}" for name, number in counts if name in TOLD]
    return " · ".join([*told, rest])


class HandoverDialog(Dialog):
    """Asks for the colleague's card and words, whether the family knows, and whether child protection goes along.

    `card_chosen` carries the card's path, `protection_asked` wants the entries opened, `wanted` carries a Handover.
    """

    card_chosen = Signal(object)
    protection_asked = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, found: HandoverPreview) -> None:
        super().__init__(parent, "", width=640)
        self.presenter: object = None
        self.set_title(
            self.tr("Fall {number} übergeben").format(number=found.case_number),
            self.tr(
                "Der ganze Fall geht verschlüsselt an einen einzigen Schreibtisch desselben Trägers, mit allem, was"
                " anvertraut wurde. Hier bleibt er lesbar und wird nicht mehr geändert."
            ),
        )
        self._card: Path | None = None
        self._entries: dict[str, Tick] = {}
        self.which = Paragraph(self.tr("noch keine Karte gewählt"), "dim")
        self.choose = Button(self.tr("Karte wählen …"), icon="id-card")
        self.choose.clicked.connect(self._ask_card)
        self.name = LineEdit(self.tr("Wer den Fall übernimmt"), placeholder=self.tr("Vor- und Nachname"))
        self.words = LineEdit(self.tr("Die acht Wörter, wie Sie sie hören"))
        self.told = Tick(self.tr("Die Familie weiß, dass und an wen ich übergebe"))
        self.reason = LineEdit(self.tr("Noch nicht besprochen, weil"))
        self.protect = Button(self.tr("Kinderschutz mitgeben …"), icon="shield-alert", kind="quiet")
        self.protect.clicked.connect(self.protection_asked)
        self.why_protect = LineEdit(self.tr("Die nächste Fallführung braucht die Einträge, weil"))
        self._protection = QWidget()
        self._protection.setLayout(column(spacing=4))
        self._page = Page(margins=(0, 0, 12, 0))
        self._page.box.setSpacing(12)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self._page, self._page.body):
            part.setProperty("role", "clear")
        self._page.setFixedHeight(TALLEST)
        self._lay_out(found)
        self._page.box.addStretch(1)
        self.box.addWidget(self._page)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.give = self.add_button(self.tr("Fall übergeben …"), self._give, kind="primary", icon="key-round")
        for field in (self.name, self.words, self.reason, self.why_protect):
            field.textChanged.connect(self._check)
        self.told.toggled.connect(self._check)
        self._check()

    def _lay_out(self, found: HandoverPreview) -> None:
        people = ", ".join(isolate(each) for each in found.persons if each)
        what = column(Label(self.tr("Das geht mit"), "section"), Paragraph(people), spacing=2)
        what.addWidget(Paragraph(counted(found.counts, self.tr("und alles Übrige")), "dim"))
        self._page.box.addLayout(what)
        if found.stays:
            stays = Strip()
            stays.say(self.tr("Bleibt hier, weil zu groß oder beschädigt"), ", ".join(found.stays), tone="amber")
            self._page.box.addWidget(stays)
        self._page.box.addWidget(rule())
        card = row(self.which, self.choose, spacing=12)
        card.setStretch(0, 1)
        self._page.box.addLayout(card)
        for field in (self.name, self.words):  # eight words need the whole line
            self._page.box.addLayout(self._field(field))
        self._page.box.addWidget(self.told)
        self._untold = QWidget()
        self._untold.setLayout(self._field(self.reason))
        self._page.box.addWidget(self._untold)
        self._page.box.addWidget(rule())
        why = self.tr("Kinderschutz geht nie von selbst mit: nur, was Sie mit Ihrer Passphrase öffnen und begründen.")
        self._page.box.addLayout(column(Paragraph(why, "dim"), row(self.protect, None), spacing=4))
        self._protection.hide()
        self._page.box.addWidget(self._protection)

    def _field(self, field: LineEdit) -> QVBoxLayout:
        return column(FieldLabel(field.accessibleName(), field), field, spacing=4)

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(name=self.name, words=self.words, reason=self.reason)

    def kept_protection(self) -> dict[str, Kept]:
        """Return the field that only shows once child protection was opened."""
        return kept(why=self.why_protect)

    # the colleague ----------------------------------------------------------

    def _ask_card(self) -> None:
        kinds = [self.tr("Karte eines Schreibtischs (*.kimk)")]
        ask_files(self, self.tr("Karte wählen"), kinds, lambda files: self.card_chosen.emit(files[0]))

    def show_card(self, path: Path, colleague: Colleague) -> None:
        """Say whose card was read."""
        self._card = path
        self.strip.hide()
        who = self.tr("„{label}“, beim Träger „{provider}“ angemeldet")
        self.which.set_body(who.format(label=colleague.label, provider=colleague.provider))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    # child protection ---------------------------------------------------------

    def show_protection(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show the entries, each to be picked; none goes by itself."""
        box = self._protection.layout()
        assert isinstance(box, QVBoxLayout)
        self._entries = {key: Tick(text) for key, text in entries}
        for tick in self._entries.values():
            tick.toggled.connect(self._check)
            box.addWidget(tick)
        if entries:
            box.addLayout(self._field(self.why_protect))
        else:
            box.addWidget(Paragraph(self.tr("Hier steht kein Eintrag.")))
        self.protect.setEnabled(False)
        self._protection.show()
        if self._entries:  # the area follows the focus
            next(iter(self._entries.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    # deciding -----------------------------------------------------------------

    def _picked(self) -> frozenset[str]:
        return frozenset(key for key, tick in self._entries.items() if tick.isChecked())

    def _check(self) -> None:
        self._untold.setVisible(not self.told.isChecked())
        heard = len(self.words.text().split()) >= WORDS and bool(self.name.text().strip())
        asked = self.told.isChecked() or bool(self.reason.text().strip())
        reasoned = not self._picked() or bool(self.why_protect.text().strip())
        self.give.setEnabled(self._card is not None and heard and asked and reasoned)
        missing = self.tr("Es fehlen noch Karte, Name, die acht Wörter oder ein Grund.")
        self.give.setToolTip("" if self.give.isEnabled() else missing)

    def _give(self) -> None:
        if self._card is None:
            return
        self.wanted.emit(
            Handover(
                card=self._card,
                name=self.name.text(),
                words=self.words.text(),
                family_told=self.told.isChecked(),
                reason="" if self.told.isChecked() else self.reason.text(),
                protection=frozenset(from_hex(key) for key in self._picked()),
                protection_reason=self.why_protect.text(),
            )
        )

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)


class TakeOverDialog(Dialog):
    """Shows what arrived before anything of it is taken; `wanted` takes it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None, found: ArrivedCase) -> None:
        super().__init__(parent, "", width=600)
        self.presenter: object = None
        self.set_title(
            self.tr("Fall {number} übernehmen").format(number=found.case_number),
            self.tr("Noch ist nichts übernommen. Bitte ansehen und dann entscheiden."),
        )
        facts = [
            (self.tr("Von"), self.tr("{name}, Träger „{provider}“").format(name=found.giver, provider=found.provider)),
            (self.tr("Gespeichert am"), f"{found.day:%d.%m.%Y}"),
            (self.tr("Die acht Wörter dieses Schreibtischs"), found.words),
            (self.tr("Wer dazugehört"), ", ".join(isolate(each) for each in found.persons if each)),
            (self.tr("Was mitkommt"), counted(found.counts, self.tr("und alles Übrige"))),
            (self.tr("Weiß die Familie davon?"), self._told(found)),
        ]
        if found.own_number != found.case_number:
            facts.append(
                (
                    self.tr("Nummer hier"),
                    self.tr("{number}, weil die alte schon vergeben ist").format(number=found.own_number),
                )
            )
        for word, text in facts:
            self.box.addLayout(column(Label(word, "label"), Paragraph(text), spacing=2))
        self.box.addWidget(
            Paragraph(
                self.tr(
                    "Was zum Kinderschutz mitkam, steht danach unter „Kinderschutz“ und öffnet mit der Passphrase."
                ),
                "dim",
            )
        )
        self.add_button(self.tr("Nicht übernehmen"), self.reject)
        self.take = self.add_button(self.tr("Fall übernehmen"), self.wanted.emit, kind="primary", icon="check")

    def _told(self, found: ArrivedCase) -> str:
        if found.family_told:
            return self.tr("ja")
        return self.tr("noch nicht: {reason}").format(reason=found.reason)

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.take.setEnabled(True)
        self.strip.fail(error)
