"""What the page of assessments says: lines, standings, and what was recorded the last time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kimdesk.casework.assessments import AssessmentPage
from kimdesk.domain.declare import Kind, Record
from kimdesk.domain.records import RECORDS, Assessment, DomainRating
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import RowAction, Standing
from kimdesk.ui.forms.records_presenter import About
from kimdesk.ui.shell.family_words import Words

COMPLETE, PRINT = "complete", "print"
TEXTS = ("client_view", "own_view", "situation", "resources", "need", "next_step")


class AssessmentWords(QObject):
    """Knows the assessment shown and the one before it (`page`)."""

    def __init__(self, form: FormContext) -> None:
        super().__init__()
        self.page = AssessmentPage()
        self.words = Words(form.reference, form.today)
        self._kind: Kind = RECORDS["domain_rating"]
        self._order = [each.code for each in form.reference["life_domain"].entries]

    def assessment(self, record: Record) -> About:
        """Return how an assessment stands and what can be done with it."""
        assert isinstance(record, Assessment)
        printing = RowAction(PRINT, self.tr("Drucken …"), "printer", always=True)
        if record.completed_on is not None:
            return About(Standing(self.tr("fertig"), "green"), (printing,))
        complete = RowAction(COMPLETE, self.tr("Fertigstellen …"), "check", always=True)
        return About(Standing(self.tr("in Arbeit"), "blue"), (complete, printing))

    def rating(self, record: Record) -> About:
        """Return whether a life domain is closed, and what was recorded of it the last time."""
        assert isinstance(record, DomainRating)
        shown = self.page.shown
        return About(frozen=shown is not None and shown.completed_on is not None, beside=self._last(record))

    def day(self, record: Record) -> str:
        """Return an assessment's line."""
        assert isinstance(record, Assessment)
        return self.tr("{day} · Assessment").format(day=self.words.day(record.date))

    def heading(self) -> str:
        """Return the heading over the life domains."""
        shown = self.page.shown
        return self.tr("Lebensbereiche am {day}").format(day=self.words.day(shown.date)) if shown is not None else ""

    def rank(self, record: Record) -> int:
        """Return where a life domain stands in the list."""
        code = str(record.domain) if isinstance(record, DomainRating) else ""
        return self._order.index(code) if code in self._order else len(self._order)

    def line(self, record: Record) -> str:
        """Return a life domain with both ratings."""
        assert isinstance(record, DomainRating)
        name = self.words.label("life_domain", record.domain)
        return " · ".join((name, self._rated(record) or self.tr("noch nicht bewertet")))

    def detail(self, record: Record) -> str:
        """Return what was rated the last time; nothing of it is carried over."""
        assert isinstance(record, DomainRating)
        last = self.page.before.get(str(record.domain))
        rated = self._rated(last) if last is not None else ""
        return self.tr("Beim letzten Mal: {rated}").format(rated=rated) if rated else ""

    def _last(self, record: DomainRating) -> str:
        """Return all that was recorded the last time, a paragraph for each field."""
        last, before = self.page.last, self.page.before.get(str(record.domain))
        if last is None:
            return ""
        heading = self.tr("Beim letzten Mal, am {day}").format(day=self.words.day(last.date))
        rated = self._rated(before) if before is not None else ""
        texts = [(self._kind.field(name).label(self.words.lang), getattr(before, name, None)) for name in TEXTS]
        parts = [heading, rated or self.tr("nicht bewertet")]
        return "\n".join([*parts, *(f"{label}: {text}" for label, text in texts if text)])

    def _rated(self, record: DomainRating) -> str:
        parts = []
        if record.client_rating is not None:
            shown = self.words.label("rating", record.client_rating)
            parts.append(self.tr("Familie: {rating}").format(rating=shown))
        if record.own_rating is not None:
            shown = self.words.label("rating", record.own_rating)
            parts.append(self.tr("ich: {rating}").format(rating=shown))
        return " · ".join(parts)
