"""The print dialog for the gallery."""

from __future__ import annotations

from kimdesk.casework import plans
from kimdesk.ui.dialogs.print_flow import made
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:
    """Return the dialog with a reader chosen, or before anybody is named."""
    case = sample_case(context.desk)
    page = plans.current(context.desk, case)
    plan = page.plan.id if page is not None else plans.start(context.desk, case)
    job = PrintJob(what="plan", case=case, record=plan, languages=("de", "bg"))
    dialog, presenter = made(None, context, job)
    if state == "readers":
        presenter.choose_reader(presenter.state.readers[0].key, on=True)
    return Screen("print", dialog, presenter)
