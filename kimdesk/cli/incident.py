"""`incident`: the sheet for data breaches, without any vault."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.casework.incident_sheet import keep_incident_sheet
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verb."""
    parser = branch.verb("incident", write_sheet, "das Datenpannen-Blatt schreiben", "write the data-breach sheet")
    parser.add_argument("-o", dest="output", required=True, metavar="FILE")


def write_sheet(call: Call) -> None:
    """Write the sheet in the language of the call."""
    output = Path(call.args.output)
    made = keep_incident_sheet(output, day_of(call.services.clock.now_ms()), call.lang)
    call.answer(
        {"file": str(output), "pages": made.pages},
        [call.text(f"Geschrieben: {output}", f"Written: {output}")],
    )
