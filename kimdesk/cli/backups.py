"""`vault backup|restore`: keeping a vault."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import local_time
from kimdesk.casework import backups
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch, vault


def add(here: Branch) -> None:
    """Add the verbs below `vault`."""
    made = vault(here.verb("backup", back_up, "sichern und die Sicherung prüfen", "back up and verify"))
    made.add_argument("--to", dest="place", metavar="DIR", required=True)
    made.add_argument("--yes", action="store_true")
    again = vault(here.verb("restore", restore, "aus einer Sicherung wiederherstellen", "restore a backup"))
    again.add_argument("--from", dest="backup", metavar="BACKUP", required=True)
    again.add_argument("--drill", action="store_true")


def back_up(call: Call) -> None:
    """Write a verified backup; older ones beyond what is kept go."""
    place = Path(call.args.place)
    with backups.open_any(call.services, Path(call.args.vault), call.passphrase()) as session:
        call.confirm(
            [
                call.text(
                    f"Der ganze Tresor „{session.info.label}“ wird verschlüsselt kopiert nach: {place}",
                    f"The whole vault “{session.info.label}” is copied, encrypted, to: {place}",
                )
            ]
        )
        made = backups.back_up(session, place)
    call.answer(
        {"folder": str(made.folder), "made_ms": made.made_ms, "rows": made.rows, "size": made.size},
        [call.text(f"Gesichert und geprüft: {made.folder}", f"Backed up and verified: {made.folder}")],
    )


def restore(call: Call) -> None:
    """Make a vault from a backup, or only try out that it would work."""
    backup, folder = Path(call.args.backup), Path(call.args.vault)
    secret = call.passphrase()
    if call.args.drill:
        tried = backups.drill(call.services, backup, folder, secret)
        day = f"{local_time(tried.made_ms):%d.%m.%Y %H:%M}"
        call.answer(
            {"made_ms": tried.made_ms, "rows": tried.rows},
            [call.text(f"Die Sicherung vom {day} ließe sich vollständig zurückholen.",
                       f"The backup of {day} could be restored in full.")],
        )  # fmt: skip
        return
    info = backups.restore(call.services, backup, folder, secret)
    call.answer(
        {"folder": str(info.folder), "vault_id": info.vault_id},
        [call.text(f"Wiederhergestellt: {info.folder}", f"Restored: {info.folder}")],
    )
