"""The page of a family's consents: the information sheet first, then what each person allowed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.consents import State
from kimdesk.domain.records import Consent
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.dialogs.memory import Remember, forget
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import RecordsCard, RowAction, Standing
from kimdesk.ui.screens.family_consents.giving import GivingDialog
from kimdesk.ui.screens.family_consents.state import (
    GIVE,
    PRINT,
    WITHDRAW,
    Asked,
    ConsentsState,
    GivingQuestion,
    Informed,
)
from kimdesk.ui.shell.family_parts import compact, keep_edge
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.tasks import Runner
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import omit
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, ListRow, Page, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag, Tone

_TONES: dict[State, Tone] = {
    "prepared": "",
    "valid": "green",
    "ends_soon": "amber",
    "expired": "red",
    "withdrawn": "red",
    "ended_at_18": "red",
}


class ConsentsView(Page):
    """Shows the page, tells what is asked for."""

    handed = Signal(object, str)
    sheet_asked = Signal(str)
    given = Signal(object, object)
    withdrawn = Signal(object, str)
    print_asked = Signal(object)

    def __init__(self, context: FormContext, listed: RecordsCard, runner: Runner) -> None:
        super().__init__(margins=(24, 12, 24, 20))
        self._context, self._runner = context, runner
        self._words = Words(context.reference, context.today)
        self._state = ConsentsState()
        self.remember: Remember = forget
        self.strip = Strip()
        self.listed = listed
        self.sheet = Card(self.tr("Informationsblatt zum Datenschutz"))
        compact(self.sheet)
        self._lines = column(spacing=2)
        self.language = CodeCombo(self.tr("Besprochen auf"), ())
        self.hand = Button(self.tr("Heute übergeben und besprochen"), icon="check")
        self.hand.clicked.connect(self._hand_over)
        self.why = Paragraph(
            self.tr("Vor der ersten Einwilligung bekommt jede erwachsene Person dieses Blatt (Art. 13 DSGVO)."), "small"
        )
        self.print = Button(self.tr("Informationsblatt drucken …"), icon="printer", kind="quiet")
        self.print.clicked.connect(lambda: self.sheet_asked.emit(self.language.code() or "de"))
        self.asking = QWidget()
        self.asking.setLayout(row(self.language, self.hand, None))
        omit(self.asking)
        self.sheet.add(rule(), self.why, self._lines, self.asking, row(self.print, None))
        for part in (self.strip, self.sheet, self.listed):
            self.box.addWidget(part)
        self.box.addStretch(1)
        keep_edge(self)

    def show_state(self, state: ConsentsState) -> None:
        """Show who was informed; the list of consents shows itself."""
        self._state = state
        clear(self._lines)
        for each in state.informed:
            self._lines.addWidget(self._line(each))
        self.asking.setVisible(bool(state.waiting))
        self.language.set_options([Option(code, self._words.label("language", code)) for code in state.languages])
        if state.languages:
            self.language.set_code(state.languages[0])

    def _line(self, each: Informed) -> ListRow:
        line = ListRow(each.name)
        if each.on is None:
            return line.add_end(Tag(self.tr("noch nicht übergeben"), "amber", icon="clock"))
        return line.add_end(Tag(self.tr("übergeben am {day}").format(day=f"{each.on:%d.%m.%Y}"), "green", icon="check"))

    def _hand_over(self) -> None:
        keys = tuple(each.key for each in self._state.waiting)
        self.handed.emit(keys, self.language.code() or "de")

    # what the list shows ----------------------------------------------------

    def line(self, consent: Consent, name: str) -> str:
        """Return a consent in one line: who, what for, to whom."""
        scope = self._words.label("consent_scope", consent.scope)
        return " · ".join(part for part in (name, scope, consent.recipient) if part)

    def standing(self, state: State, consent: Consent) -> Standing:
        """Return how a consent stands, in words."""
        until = f"{consent.valid_until:%d.%m.%Y}" if consent.valid_until else ""
        gone = f"{consent.withdrawn_on:%d.%m.%Y}" if consent.withdrawn_on else ""
        words = {
            "prepared": self.tr("vorbereitet, gilt noch nicht"),
            "valid": self.tr("gilt bis {day}").format(day=until) if until else self.tr("gilt"),
            "ends_soon": self.tr("läuft ab am {day}").format(day=until),
            "expired": self.tr("abgelaufen am {day}").format(day=until),
            "withdrawn": self.tr("widerrufen am {day}").format(day=gone),
            "ended_at_18": self.tr("endete mit dem 18. Geburtstag"),
        }
        return Standing(words[state], _TONES[state])

    def acts(self, state: State) -> tuple[RowAction, ...]:
        """Return what can be done with a consent that stands like this."""
        paper = RowAction(PRINT, self.tr("Drucken …"), "printer", always=True)
        if state == "prepared":
            return (RowAction(GIVE, self.tr("Einwilligen"), "pen-line", always=True), paper)
        if state == "withdrawn":
            return (paper,)
        return (RowAction(WITHDRAW, self.tr("Widerrufen"), "ban", always=True), paper)

    # acts -------------------------------------------------------------------

    def question(self, consent: Consent, asked: Asked) -> GivingQuestion:
        """Return what is asked when somebody consents, in words."""
        label = self._words.label
        kinds = ", ".join(label("data_category", code) for code in sorted(consent.categories))
        what = [self.line(consent, ""), self.tr("Welche Angaben: {kinds}").format(kinds=kinds or "–")]
        explained = label("language", consent.explained_in)
        return GivingQuestion(
            who=asked.name,
            what=tuple(what),
            explained=self.tr("Erklärt auf {language}.").format(language=explained) if explained else "",
            signers=asked.signers,
            paper=asked.paper,
        )

    def ask_given(self, consent: Consent, asked: Asked) -> None:
        """Show the document and ask how somebody consents."""
        dialog = GivingDialog(self, self.question(consent, asked), self._runner)
        dialog.given.connect(lambda given: self.given.emit(consent.id, given))
        self.remember(dialog, f"consent:{consent.id.hex()}", dialog.kept())
        dialog.open()

    def ask_withdrawn(self, consent: Consent, name: str) -> None:
        """Ask once before a withdrawal."""
        confirm(
            self,
            self.tr("Einwilligung widerrufen?"),
            self.tr(
                "{what}: Ab sofort wird damit nichts mehr weitergegeben. Was schon weitergegeben ist, wird mit dem "
                "nächsten Paket zurückgerufen. Das lässt sich nicht rückgängig machen."
            ).format(what=self.line(consent, name)),
            yes=self.tr("Widerrufen"),
            act=lambda: self.withdrawn.emit(consent.id, self.tr("im Gespräch")),
        )

    def ask_printed(self, consent: Consent) -> None:
        """Ask for whom a consent is printed."""
        self.print_asked.emit(consent)

    def say_withdrawn(self) -> None:
        """Say what happens now."""
        self.strip.say(
            self.tr("Der Widerruf gilt."),
            self.tr("Der Widerruf geht mit dem nächsten Paket an die Stelle, die etwas bekommen hat."),
            tone="green",
        )

    def ask_age(self) -> None:
        """Ask in the open consent whether whoever interpreted is 18."""
        self.listed.ask_age("interpreter")

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.strip.fail(error)

    def settle(self) -> None:
        """Turn what was typed into changes."""
        self.listed.settle()
