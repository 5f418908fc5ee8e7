"""The talks about a signed plan: whether it still fits, and when to talk about it again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kimdesk.base.ids import RecordId
from kimdesk.casework import family
from kimdesk.domain.declare import Record
from kimdesk.domain.records import RECORDS, PlanReview
from kimdesk.domain.values import Value
from kimdesk.ui.forms.form import FormContext
from kimdesk.ui.forms.records import Line, RecordsCard, RowAction, Standing
from kimdesk.ui.forms.records_presenter import About, Choices, RecordsPresenter, connect
from kimdesk.ui.screens.plan.state import PlanState
from kimdesk.ui.shell.family_rows import call_name
from kimdesk.ui.shell.screen import Context

FIELDS: tuple[Line, ...] = (("date", "still_suitable"), "participants", "result", "next_review")
NEXT_VERSION = "next_version"


class Reviews(QObject):
    """A card and its presenter, always about the version shown."""

    def __init__(self, context: Context, form: FormContext, case: RecordId, shown: Callable[[], PlanState]) -> None:
        super().__init__()
        kind = RECORDS["plan_review"]
        self._desk, self._case, self._shown = context.desk, case, shown
        self.card = RecordsCard(
            self.tr("Überprüfungen"),
            kind,
            FIELDS,
            form,
            empty=self.tr("Noch nicht mit der Familie überprüft."),
        )
        self.presenter = RecordsPresenter(
            context,
            kind,
            self.card,
            case=case,
            lang=form.language,
            choices=self._choices,
            given=self._given,
            about=self._about,
            detail=lambda record: getattr(record, "result", None) or "",
            pick=lambda record: isinstance(record, PlanReview) and record.plan in {None, self._plan()},
        )
        connect(self.card, self.presenter)

    def show(self) -> None:
        """Show the reviews of the version shown; a draft has none."""
        state = self._shown()
        self.presenter.show()
        self.card.setVisible(state.frozen)

    def _plan(self) -> RecordId | None:
        plan = self._shown().plan
        return plan.record if plan is not None else None

    def _choices(self) -> Choices:
        persons = family.persons(self._desk, self._case)
        return {"person": tuple((each.id.hex(), call_name(each, persons)) for each in persons)}

    def _given(self) -> dict[str, Value]:
        return {"date": self._desk.today, "plan": self._plan()}

    def _about(self, record: Record) -> About:
        if not isinstance(record, PlanReview) or record.still_suitable not in {"yes", "no"}:
            return About()
        if record.still_suitable == "yes":
            return About(standing=Standing(self.tr("passt noch"), "green"))
        act = RowAction(NEXT_VERSION, self.tr("Neue Version beginnen"), icon="plus")
        return About(
            standing=Standing(self.tr("passt nicht mehr"), "amber"),
            actions=(act,) if self._shown().newest else (),
        )
