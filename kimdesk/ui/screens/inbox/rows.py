"""The rows of the inbox: verdicts, what is missing, what was refused; in words of the language spoken now."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kimdesk.base.errors import KimError, explain
from kimdesk.ui.i18n import language
from kimdesk.ui.screens.inbox.state import Lack, Outcome, Refused, Result
from kimdesk.ui.widgets.dates import show_day
from kimdesk.ui.widgets.surfaces import ListRow
from kimdesk.ui.widgets.tags import Tag, Tone

MOST_NUMBERS = 8
_LOOKS: dict[Outcome, tuple[str, Tone, str]] = {
    "new": ("package-check", "green", "check"),
    "replay": ("package", "", ""),
    "missing": ("package-check", "amber", "clock"),
    "partly": ("package-check", "amber", "triangle-alert"),
    "refused": ("package-x", "red", "circle-alert"),
}


class InboxRows(QObject):
    """Makes the rows of the inbox's cards."""

    def numbers(self, missing: tuple[int, ...]) -> str:
        """Return numbers as people say them: 2, 3 und 7; the first eight where there are many."""
        shown = [str(each) for each in missing[:MOST_NUMBERS]]
        if len(missing) > MOST_NUMBERS:
            return self.tr("{numbers} und weitere").format(numbers=", ".join(shown))
        if len(shown) == 1:
            return shown[0]
        both = self.tr("{numbers} und {last}")
        return both.format(numbers=", ".join(shown[:-1]), last=shown[-1])

    def verdict_row(self, result: Result) -> ListRow:
        """Return one file's verdict."""
        icon, tone, mark = _LOOKS[result.outcome]
        what = result.name
        if result.label:
            title = self.tr("{label}, Paket Nr. {seq}")
            what = title.format(label=result.label, seq=result.seq)
        return ListRow(what, self._verdict_detail(result), icon=icon).add_end(
            Tag(self._verdict_word(result), tone, icon=mark)
        )

    def _verdict_word(self, result: Result) -> str:
        words = {
            "new": self.tr("neu"),
            "replay": self.tr("schon eingelesen"),
            "missing": self.tr("neu, frühere fehlen"),
            "partly": self.tr("neu, zum Teil"),
            "refused": self.tr("abgelehnt"),
        }
        return words[result.outcome]

    def _verdict_detail(self, result: Result) -> str:
        if result.problem is not None:
            text = explain(result.problem, language())
            return " ".join(part for part in (text.what, text.safe, text.next) if part)
        parts = [self._what_came(result)]
        if result.missing:
            gap = self.tr("Es fehlt noch Nr. {numbers}; das schadet nicht.")
            parts.append(gap.format(numbers=self.numbers(result.missing)))
        if result.clock_suspect:
            parts.append(self.tr("Die Uhr dieses Geräts geht falsch."))
        parts += [explain(KimError(code), language()).sentence() for code in result.reasons]
        return " ".join(parts)

    def _what_came(self, result: Result) -> str:
        if result.outcome == "replay":
            return self.tr("Nichts hat sich geändert; die Bestätigung geht noch einmal hinaus.")
        return self.tr("%n Angaben übernommen.", "", result.items)

    def lack_row(self, lack: Lack) -> ListRow:
        """Return what is missing of one device."""
        parts = []
        if lack.missing:
            gap = self.tr("Nr. {numbers} kam nie an.")
            parts.append(gap.format(numbers=self.numbers(lack.missing)))
        if lack.last is not None:
            last = self.tr("Zuletzt am {day}.")
            parts.append(last.format(day=show_day(lack.last)))
        else:
            parts.append(self.tr("Von hier kam noch kein Paket."))
        made = ListRow(lack.label, " ".join(parts), icon="laptop")
        if lack.missing:
            made.add_end(Tag(self.tr("%n fehlen", "", len(lack.missing)), "amber", icon="clock"))
        else:
            made.add_end(Tag(self.tr("seit %n Wochen still", "", lack.weeks), "amber", icon="clock"))
        return made

    def refused_row(self, refused: Refused, *ends: QWidget) -> ListRow:
        """Return one refusal with its reason, and what can be done about it."""
        text = explain(KimError(refused.code, **refused.params), language())
        kept = self.tr("liegt unter Verschluss") if refused.kept else ""
        dated = " · ".join(part for part in (show_day(refused.day), kept) if part)
        return ListRow(text.what, f"{text.next}\n{dated}", icon="package-x").add_end(*ends)
