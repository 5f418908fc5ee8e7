"""How Heute says things: what a matter is, why it is here, how near it is."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QObject

from kimdesk.casework.today import Entered, Standing
from kimdesk.domain.views.agenda import AgendaItem
from kimdesk.ui.screens.today.state import TodayState
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.widgets.tags import Tone

ICONS = {
    "promise": "handshake",
    "title_ends": "id-card",
    "plan_review": "clipboard-check",
    "consent_ends": "file-check",
    "comes_of_age": "user",
    "aftercare": "phone",
}


class TodayWords(QObject):
    """Words for one screen, in the language spoken when it was made."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def greeting(self, hour: int) -> str:
        """Return Guten Morgen, Guten Tag or Guten Abend."""
        if hour < 11:
            return self.tr("Guten Morgen")
        return self.tr("Guten Tag") if hour < 18 else self.tr("Guten Abend")

    def day(self, state: TodayState) -> str:
        """Return Montag, 23. November 2026 · 34 aktive Familien."""
        locale = QLocale(QLocale.Language.German if self._words.lang == "de" else QLocale.Language.English)
        pattern = "dddd, d. MMMM yyyy" if self._words.lang == "de" else "dddd, d MMMM yyyy"
        return " · ".join(
            (
                locale.toString(QDate(state.day.year, state.day.month, state.day.day), pattern),
                self.tr("%n aktive Familien", "", state.active),
            )
        )

    def what(self, item: AgendaItem) -> str:
        """Return a matter's headline."""
        if item.matter == "promise":
            return self.tr("Zugesagt: {text}").format(text=item.text or self.tr("ohne Wortlaut"))
        if item.matter == "title_ends":
            return self.tr("Aufenthaltstitel läuft ab: Verlängerung beantragen")
        if item.matter == "plan_review":
            return self.tr("Plan prüfen")
        if item.matter == "consent_ends":
            return self.tr("Einwilligung läuft aus")
        if item.matter == "comes_of_age":
            return self.tr("{name} wird 18: über Einwilligungen neu sprechen").format(name=item.text)
        return self.tr("Nachsorge: ein Gespräch anbieten")

    def why(self, item: AgendaItem) -> str:
        """Return the dim line: whose it is, and from what the day follows."""
        parts = [self.family(item.family)]
        if item.matter == "title_ends":
            parts += [self._words.label("residence_title", item.text), self._until(item.day)]
        if item.matter == "plan_review":
            parts.append(
                self.tr("Version {number}, vereinbart für {day}").format(number=item.text, day=self._day(item))
            )
        if item.matter == "consent_ends":
            parts += [self._words.label("consent_scope", item.text), self._until(item.day)]
        if item.matter in {"promise", "aftercare"}:
            parts.append(self.tr("bis {day}").format(day=self._day(item)))
        if item.matter == "comes_of_age":
            parts.append(self.tr("am {day}").format(day=self._day(item)))
        return " · ".join(parts)

    def _until(self, day: dt.date) -> str:
        return self.tr("gültig bis {day}").format(day=f"{day:%d.%m.%Y}")

    def _day(self, item: AgendaItem) -> str:
        return self._words.day(item.day)

    def family(self, name: str) -> str:
        """Return how a family is called."""
        return self.tr("Familie {name}").format(name=name)

    def tone(self, item: AgendaItem, today: dt.date) -> Tone:
        """Return red for due and overdue, amber for near."""
        return "red" if item.day <= today else "amber"

    def near(self, item: AgendaItem) -> str:
        """Return heute, morgen, in 43 Tagen, seit 4 Tagen."""
        return self._words.near(item.day)

    # exchange and backup --------------------------------------------------

    def bundle(self, standing: Standing) -> tuple[str, str, str, Tone]:
        """Return headline, dim line, tag and its tone of the last bundle."""
        if standing.bundle is None or standing.bundle_on is None:
            return self.tr("Noch kein Paket erstellt"), "", "", ""
        number = self.tr("Paket Nr. {number}").format(number=standing.bundle)
        if standing.arrived_on is None:
            made = self.tr("erstellt am {day}").format(day=self._words.day(standing.bundle_on))
            return number, made, self.tr("noch keine Eingangsbestätigung"), "amber"
        answered = self.tr("Eingangsbestätigung vom {day}").format(day=self._words.day(standing.arrived_on))
        if standing.refused:
            return number, answered, self.tr("%n abgelehnt", "", standing.refused), "red"
        return number, answered, self.tr("angekommen"), "green"

    def backup(self, standing: Standing) -> tuple[str, str, str, Tone]:
        """Return headline, dim line, tag and its tone of the last backup."""
        if standing.backup_on is None:
            return self.tr("Noch keine Sicherung"), self._missed(standing), self.tr("bitte sichern"), "red"
        made = self.tr("geprüft am {day}").format(day=self._words.day(standing.backup_on))
        if standing.backup_missed:
            why = self.tr("{made} · {missed}").format(made=made, missed=self._missed(standing))
            return self.tr("Letzte Sicherung"), why, self.tr("bitte sichern"), "amber"
        if standing.backup_overdue:
            return self.tr("Letzte Sicherung"), made, self.tr("bitte sichern"), "amber"
        return self.tr("Letzte Sicherung"), made, self.tr("in Ordnung"), "green"

    def _missed(self, standing: Standing) -> str:
        """Say why the last quitting made no backup; nothing where it did."""
        return {
            "": "",
            "gone": self.tr("Beim letzten Beenden war der Ort der Sicherung nicht da."),
            "late": self.tr("Beim letzten Beenden wurde die Sicherung nicht rechtzeitig fertig."),
            "failed": self.tr("Beim letzten Beenden ist die Sicherung nicht gelungen."),
        }[standing.backup_missed]

    def device(self) -> tuple[str, str]:
        """Return headline and dim line where the device check is red."""
        return (
            self.tr("Der Tresor liegt an keinem guten Ort"),
            self.tr("Was dagegen spricht und was zu tun ist, steht in den Einstellungen."),
        )

    def helped(self, entered: Entered) -> tuple[str, str]:
        """Return headline and dim line of an opening without the passphrase."""
        day = f"{entered.day:%d.%m.%Y}"
        if not entered.holders:
            return (
                self.tr("Mit dem Wiederherstellungscode geöffnet am {day}").format(day=day),
                self.tr("Waren Sie das nicht? Dann sagen Sie es bitte dem Träger."),
            )
        what = self.tr("Mit Hilfe der beiden Vertrauenspersonen geöffnet am {day}").format(day=day)
        told = (
            self.tr("Dabei: {names}.").format(names=entered.present) if entered.present else "",
            self.tr("Grund: {reason}.").format(reason=entered.reason.rstrip(".")) if entered.reason else "",
            self.tr("Waren Sie das nicht? Dann sagen Sie es bitte dem Träger."),
        )
        return what, " ".join(part for part in told if part)

    def lost_code(self) -> tuple[str, str]:
        """Return headline and dim line of a recovery code that never reached paper."""
        return (
            self.tr("Neues Wiederherstellungsblatt ausstellen"),
            self.tr("Der neue Code kam nie auf Papier, und der alte gilt nicht mehr."),
        )

    def code(self) -> tuple[str, str]:
        """Return headline and dim line of the recovery code that nobody else keeps."""
        return (
            self.tr("Wiederherstellungsblatt zum Träger bringen"),
            self.tr("Erst dort hilft es, wenn die Passphrase vergessen ist."),
        )
