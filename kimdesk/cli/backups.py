"""`vault backup|restore|passphrase|slots`: keeping a vault and the ways into it."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import local_time
from kimdesk.casework import backups, ways
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch, vault

SLOTS = {
    "passphrase": ("Passphrase", "passphrase"),
    "recovery": ("Wiederherstellungscode", "recovery code"),
}


def add(here: Branch) -> None:
    """Add the verbs below `vault`."""
    made = vault(here.verb("backup", back_up, "sichern und die Sicherung prüfen", "back up and verify"))
    made.add_argument("--to", dest="place", metavar="DIR", required=True)
    made.add_argument("--yes", action="store_true")
    again = vault(here.verb("restore", restore, "aus einer Sicherung wiederherstellen", "restore a backup"))
    again.add_argument("--from", dest="backup", metavar="BACKUP", required=True)
    again.add_argument("--drill", action="store_true")
    changed = vault(here.verb("passphrase", passphrase, "die Passphrase ändern", "change the passphrase"))
    changed.add_argument("--new-passphrase-file", metavar="FILE")
    vault(here.verb("slots", slots, "die Wege in den Tresor", "the ways into a vault"))


def back_up(call: Call) -> None:
    """Write a verified backup; older ones beyond what is kept go."""
    place = Path(call.args.place)
    with backups.opened(call.services, Path(call.args.vault), call.passphrase()) as session:
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


def passphrase(call: Call) -> None:
    """Change the passphrase; backups made before still open with the old one."""
    with backups.opened(call.services, Path(call.args.vault), call.passphrase()) as session:
        ways.change_passphrase(session, call.passphrase(fresh=True, file="new_passphrase_file"))
    call.answer(
        {},
        [
            call.text("Die Passphrase ist geändert.", "The passphrase is changed."),
            call.text(
                "Ältere Sicherungen und Kopien öffnet weiterhin die alte.",
                "Older backups and copies still open with the old one.",
            ),
        ],
    )


def slots(call: Call) -> None:
    """List the ways into a vault, without any secret."""
    with backups.opened(call.services, Path(call.args.vault), call.passphrase()) as session:
        found = ways.listed(session)
    german = [
        call.text(
            f"{SLOTS[each.kind][0]}, seit {local_time(each.created_ms):%d.%m.%Y}",
            f"{SLOTS[each.kind][1]}, since {local_time(each.created_ms):%d.%m.%Y}",
        )
        for each in found
    ]
    call.answer([{"kind": each.kind, "created_ms": each.created_ms} for each in found], german)
