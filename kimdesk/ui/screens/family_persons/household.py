"""The household beside its persons: who decides for minors, parting a household, joining double entries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kimdesk.base.errors import KimError
from kimdesk.casework.merging import Differing
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.screens.family_persons.household_state import HouseholdState, Known, Minor, Resident
from kimdesk.ui.shell.family_parts import compact, quiet
from kimdesk.ui.theme import tokens
from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.closed import reads
from kimdesk.ui.widgets.codes import CodeCombo, Option
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.notices import Strip
from kimdesk.ui.widgets.surfaces import Card, Flow, Page, clear, column, row, rule
from kimdesk.ui.widgets.tags import Tag

MOST_LINES = 8
FIT = 7
"""So many people stand in the dialog without scrolling."""


class HouseholdPart(QWidget):
    """Two cards and a hint about who may be known already; tells what is asked for."""

    split_wanted = Signal(object)
    merge_wanted = Signal(str, str)
    compare_wanted = Signal(object, str, str)
    cases_wanted = Signal(str)
    family_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = HouseholdState()
        self._warned = False
        self.known = Strip()
        self.minors = Card(self.tr("Wer einwilligt"))
        compact(self.minors)
        self._lines = column(spacing=8)
        self.minors.add(rule(), self._lines)
        self.acts = Card(self.tr("Haushalt"))
        compact(self.acts)
        self.split_button = quiet(self.tr("Trennen …"))
        self.split_button.setAccessibleName(self.tr("Haushalt trennen …"))
        self.merge_button = quiet(self.tr("Doppelte …"))
        self.merge_button.setAccessibleName(self.tr("Doppelte Einträge zusammenführen …"))
        self.split_button.clicked.connect(self._ask_split)
        self.merge_button.clicked.connect(lambda: self._ask_merge("", ""))
        self.acts.add(rule(), row(self.split_button, None), row(self.merge_button, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GAP)
        box.addWidget(self.minors)
        box.addWidget(self.acts)

    def show_state(self, state: HouseholdState) -> None:
        """Show the minors; the acts appear where there is somebody to part or to put together."""
        self._state = state
        clear(self._lines)
        for each in state.minors:
            self._lines.addWidget(self._minor(each))
        self.minors.setVisible(bool(state.minors))
        self.acts.setVisible(len(state.residents) > 1)

    def _minor(self, minor: Minor) -> QWidget:
        """Return name, who decides, and the birthday: in words, and as a tag where something is to be done."""
        day = self.tr("18 am {day}").format(day=f"{minor.of_age:%d.%m.%Y}") if minor.of_age else ""
        parts = (self._who(minor), self._judged(minor), "" if minor.soon else day)
        line = QWidget()
        box = column(Paragraph(minor.name, "strong"), spacing=2)
        box.addWidget(Paragraph("\n".join(part for part in parts if part), "small"))
        if minor.soon:
            box.addWidget(Flow(Tag(day, "amber", icon="calendar-days")))
        elif minor.of_age is None:
            box.addWidget(Flow(Tag(self.tr("Alter fehlt"), "amber", icon="clock")))
        line.setLayout(box)
        return line

    def _who(self, minor: Minor) -> str:
        names = self.tr(" und ").join(minor.guardians)
        both = self.tr("Beide Sorgeberechtigten willigen ein: {names}").format(names=names)
        words = {
            "minor": self.tr("Entscheidet selbst."),
            "joint": both if len(minor.guardians) > 1 else self.tr("Beide Sorgeberechtigten willigen ein."),
            "one": self.tr("Es willigt ein: {names}").format(names=names or self.tr("wer die Sorge hat")),
            "guardian": self.tr("Vormund oder Pflegerin willigt ein: {names}").format(names=names or "–"),
            "unknown": self.tr("Sorgerecht noch nicht erfasst."),
        }
        return words[minor.decides]

    def _judged(self, minor: Minor) -> str:
        if minor.judged:
            return ""
        return self.tr("Noch nicht eingeschätzt, ob {name} selbst einwilligen kann.").format(name=minor.name)

    # asking -------------------------------------------------------------------

    def _ask_split(self) -> None:
        dialog = SplitDialog(self, self._state.residents)
        dialog.wanted.connect(self.split_wanted)
        self._split = dialog
        dialog.open()

    def _ask_merge(self, keep: str, drop: str) -> None:
        dialog = MergeDialog(self, self._state.residents, keep, drop)
        dialog.wanted.connect(self.merge_wanted)
        dialog.compared.connect(lambda one, other: self.compare_wanted.emit(dialog, one, other))
        dialog.judge()
        dialog.open()

    # saying -------------------------------------------------------------------

    def show_known(self, known: Known | None) -> None:
        """Say that somebody may be entered already, or nothing."""
        if known is None:
            self.known.setHidden(self._warned or self.known.isHidden())
            self._warned = False
            return
        self._warned = True
        what = self.tr("Vielleicht schon erfasst: {who}").format(who=known.who)
        if known.same_family:
            together = Button(self.tr("Zusammenführen …"), icon="git-compare")
            together.clicked.connect(lambda: self._ask_merge(known.person, known.entered))
            self.known.say(what, self.tr("in dieser Familie"), tone="amber", buttons=(together,))
            return
        there = Button(self.tr("Familie öffnen"), icon="users")
        reads(there)
        there.clicked.connect(lambda: self.family_wanted.emit(known.case))
        both = Button(self.tr("Fälle zusammenführen …"), icon="git-compare")
        both.clicked.connect(lambda: self._ask_cases(known))
        self.known.say(what, known.where, tone="amber", buttons=(there, both))

    def _ask_cases(self, known: Known) -> None:
        dialog = Dialog(
            self,
            self.tr("Zwei Fälle zusammenführen?"),
            self.tr(
                "Alles aus {where} gehört danach zu diesem Fall. Der andere Fall verschwindet aus der Liste; was er "
                "anders sagt, bleibt im Verlauf. Das lässt sich rückgängig machen."
            ).format(where=known.where),
        )
        dialog.add_button(self.tr("Abbrechen"), dialog.reject)
        dialog.add_button(self.tr("Fälle zusammenführen"), dialog.accept, kind="primary")
        dialog.accepted.connect(lambda: self.cases_wanted.emit(known.case))
        dialog.open()

    def say_merged(self) -> None:
        """Say that double entries are one now."""
        self._warned = False
        self.known.say(self.tr("Zusammengeführt. Was anders war, steht im Verlauf."), tone="green")

    def fail(self, error: KimError) -> None:
        """Say what went wrong."""
        self.known.fail(error)


class SplitDialog(Dialog):
    """Asks of every person whether they stay, leave, or belong to both halves."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, residents: Sequence[Resident]) -> None:
        super().__init__(parent, "", "", width=560)
        self.set_title(
            self.tr("Haushalt trennen"),
            self.tr(
                "Wer geht, bekommt einen eigenen Fall mit eigener Nummer. Keine Hälfte zeigt danach, was in der "
                "anderen dazukommt. Ein Gespräch allein mit jemandem geht nur mit dieser Person. Wohnung und Plan "
                "bleiben hier. Das ist ein Schritt und lässt sich rückgängig machen."
            ),
        )
        leaves = [
            Option("goes", self.tr("geht")),
            Option("both", self.tr("gehört zu beiden (gemeinsames Kind)")),
        ]
        self.choices: dict[str, CodeCombo] = {}
        place = self._place(len(residents))
        for each in residents:
            combo = CodeCombo(each.name, leaves)
            combo.setItemText(0, self.tr("bleibt"))
            combo.chosen.connect(self._judge)
            self.choices[each.key] = combo
            place.addLayout(column(FieldLabel(each.name, combo), combo, spacing=4))
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.part = self.add_button(self.tr("Haushalt trennen"), self._ask, kind="primary", icon="house")
        self._judge()

    def _place(self, people: int) -> QVBoxLayout:
        """Return where the people stand: a large household scrolls."""
        if people <= FIT:
            return self.box
        scrolling = Page(margins=(0, 0, 8, 0))
        scrolling.setMinimumHeight(current().px(FIT * 56))
        self.box.addWidget(scrolling)
        return scrolling.box

    def _halves(self) -> dict[str, str]:
        return {key: combo.code() or "stays" for key, combo in self.choices.items()}

    def _judge(self) -> None:
        self.part.setEnabled({"goes", "stays"} <= set(self._halves().values()))

    def _ask(self) -> None:
        self.wanted.emit(self._halves())
        self.accept()


class MergeDialog(Dialog):
    """Asks which of two entries stays and which becomes part of it."""

    wanted = Signal(str, str)
    compared = Signal(str, str)

    def __init__(self, parent: QWidget | None, residents: Sequence[Resident], keep: str, drop: str) -> None:
        super().__init__(parent, "", "")
        self.set_title(
            self.tr("Doppelte Einträge zusammenführen"),
            self.tr(
                "Beide Einträge werden einer. Wo sie sich widersprechen, gilt der Eintrag, der bleibt; das andere "
                "steht weiter im Verlauf. Kontakte, Einwilligungen und Beziehungen zeigen danach auf ihn. "
                "Das lässt sich rückgängig machen."
            ),
        )
        people = [Option(each.key, " · ".join(filter(None, (each.name, each.detail)))) for each in residents]
        self.keep = CodeCombo(self.tr("Dieser Eintrag bleibt"), people)
        self.drop = CodeCombo(self.tr("Dieser Eintrag geht darin auf"), people)
        for combo, key in ((self.keep, keep), (self.drop, drop)):
            combo.setItemText(0, self.tr("Bitte wählen"))
            combo.set_code(key)
            combo.chosen.connect(self.judge)
            self.box.addLayout(column(FieldLabel(combo.accessibleName(), combo), combo, spacing=4))
        self.same = Paragraph(self.tr("Das ist zweimal derselbe Eintrag."), "error")
        self.box.addWidget(self.same)
        self.differences = Paragraph("", "small")
        self.differences.hide()
        self.box.addWidget(self.differences)
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.together = self.add_button(self.tr("Zusammenführen"), self._ask, kind="primary", icon="git-compare")
        self.judge()

    def judge(self) -> None:
        """Allow what can be done, and ask where the two differ."""
        keep, drop = self.keep.code(), self.drop.code()
        self.same.setVisible(bool(keep) and keep == drop)
        two = bool(keep and drop) and keep != drop
        self.together.setEnabled(two)
        self.differences.hide()
        if two:
            self.compared.emit(keep, drop)

    def show_differences(self, found: Sequence[Differing]) -> None:
        """Show where the two contradict each other, unless the dialog was closed meanwhile."""
        if not isValid(self):
            return
        line = self.tr("{field}: Es bleibt „{stays}“, in den Verlauf kommt „{goes}“.")
        lines = [line.format(field=each.field, stays=each.stays, goes=each.goes) for each in found[:MOST_LINES]]
        if len(found) > MOST_LINES:
            lines.append("…")
        self.differences.set_body("\n".join(lines) or self.tr("Die beiden widersprechen sich nirgends."))
        self.differences.show()

    def _ask(self) -> None:
        self.wanted.emit(self.keep.code(), self.drop.code())
        self.accept()
