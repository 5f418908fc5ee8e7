"""`incident`: the sheet for data breaches, without the lost vault; a backup tells what was on it."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import day_of
from kimdesk.casework.incident_sheet import holdings_of_backup, incident_sheet, keep_incident_sheet
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch


def add(branch: Branch) -> None:
    """Add the verb."""
    parser = branch.verb("incident", write_sheet, "das Datenpannen-Blatt schreiben", "write the data-breach sheet")
    parser.add_argument("-o", dest="output", required=True, metavar="FILE")
    parser.add_argument("--what", dest="happened", choices=("laptop", "stick", "paper", "screen"), default="")
    parser.add_argument("--backup", metavar="BACKUP")
    parser.add_argument("--passphrase-file", metavar="FILE")


def write_sheet(call: Call) -> None:
    """Write the sheet in the language of the call, with counts where a backup is given."""
    output, day = Path(call.args.output), day_of(call.services.clock.now_ms())
    held = None
    if call.args.backup:
        held = holdings_of_backup(call.services, Path(call.args.backup), output.absolute().parent, call.passphrase())
    happened = call.args.happened or ("laptop" if held is not None else "")
    made = incident_sheet(day, call.lang, happened=happened, held=held)
    keep_incident_sheet(output, made)
    call.answer(
        {"file": str(output), "pages": made.pages},
        [call.text(f"Geschrieben: {output}", f"Written: {output}")],
    )
