"""Recording a signed agreement about case lists without names, and ending it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError
from kimdesk.casework.exchange import NewAgreement
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.memory import Kept, kept
from kimdesk.ui.widgets.dates import DateEdit
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.labels import FieldLabel, Paragraph
from kimdesk.ui.widgets.surfaces import column


class AgreementDialog(Dialog):
    """Asks where the signed agreement lies, since when and until when it holds."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, body: str, today: dt.date) -> None:
        title = QCoreApplication.translate("AgreementDialog", "Vereinbarung eintragen")
        why = QCoreApplication.translate(
            "AgreementDialog",
            "Ohne unterschriebene Vereinbarung zwischen Ihrem Träger und „{body}“ geht keine Fallliste mit.",
        )
        super().__init__(parent, title, why.format(body=body), width=520)
        self._body = body
        self.reference = LineEdit(self.tr("Aktenzeichen oder Ablage"))
        self.signed = DateEdit(self.tr("Unterschrieben am"), today)
        self.until = DateEdit(self.tr("Gültig bis"), today)
        fields = ((self.reference, ""), (self.signed, ""), (self.until, self.tr("Kann leer bleiben.")))
        for edit, hint in fields:
            parts: list[QWidget] = [FieldLabel(edit.accessibleName(), edit), edit]
            self.box.addLayout(column(*parts, *((Paragraph(hint, "small"),) if hint else ()), spacing=4))
        self.box.addWidget(
            Paragraph(
                self.tr(
                    "Die Liste nennt niemanden: Phase, Zugang, Monate, Geburtsjahrgänge in Fünferschritten, "
                    "Aufenthalt und Lebensbereiche der Ziele."
                ),
                "small",
            )
        )
        self.add_button(self.tr("Abbrechen"), self.reject)
        self.go_on = self.add_button(self.tr("Eintragen"), self._take, kind="primary")
        self.reference.setFocus()

    def kept(self) -> dict[str, Kept]:
        """Return the fields whose text outlives the program."""
        return kept(reference=self.reference, signed=self.signed, until=self.until)

    def _take(self) -> None:
        try:
            new = NewAgreement(
                recipient=self._body,
                reference=self.reference.text().strip(),
                signed_on=self.signed.day(),
                valid_until=self.until.day(),
            )
        except KimError as error:
            self.strip.fail(error)
            return
        if not new.reference or new.signed_on is None:
            missing = self.reference if not new.reference else self.signed
            self.strip.say(self.tr("Aktenzeichen und Datum gehören dazu."), tone="amber")
            missing.setFocus()
            return
        self.wanted.emit(new)
        self.accept()
