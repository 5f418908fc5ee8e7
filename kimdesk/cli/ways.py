"""`vault passphrase|slots`: the ways into a vault."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import local_time
from kimdesk.casework import ways
from kimdesk.casework.backups import open_any, secret_of
from kimdesk.casework.ways import RecoveryCode, Way
from kimdesk.cli.call import Call, WrongUsage
from kimdesk.cli.verbs import Branch, vault

NAMES = {
    "passphrase": ("Passphrase", "passphrase"),
    "recovery": ("Wiederherstellungscode", "recovery code"),
    "escrow": ("beim Träger hinterlegt, zwei Personen", "deposited with the provider, two persons"),
}


def add(here: Branch) -> None:
    """Add the verbs below `vault`."""
    changed = vault(here.verb("passphrase", passphrase, "die Passphrase ändern", "change the passphrase"))
    changed.add_argument("--new-passphrase-file", metavar="FILE")
    changed.add_argument("--recovery-sheet", metavar="PDF")
    changed.add_argument("--change-key", action="store_true")
    shown = vault(here.verb("slots", slots, "die Wege in den Tresor", "the ways into a vault"))
    shown.add_argument("--new-code", dest="recovery_sheet", metavar="PDF")


def passphrase(call: Call) -> None:
    """Change the passphrase; after the recovery code, or with another vault key, the code is issued anew as well."""
    secret = secret_of(call.passphrase())
    renews = isinstance(secret, RecoveryCode)
    if (renews or call.args.change_key) and not call.args.recovery_sheet:
        raise WrongUsage("usage.sheet_needed")
    folder = Path(call.args.vault)
    if call.args.recovery_sheet:
        _require_free(call, folder)
    if isinstance(secret, RecoveryCode):
        _renewed(call, folder, secret)
    elif call.args.change_key:
        _another_key(call, folder, secret)
    else:
        _changed(call, folder, secret)
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


def _changed(call: Call, folder: Path, old: str) -> None:
    with open_any(call.services, folder, old) as session:
        ways.change_passphrase(session, _fresh(call))
        if call.args.recovery_sheet:
            _write_sheet(call, session, ways.new_recovery_code(session))


def _renewed(call: Call, folder: Path, code: RecoveryCode) -> None:
    with ways.open_with_code(call.services, folder, code) as session:
        _write_sheet(call, session, ways.renew(session, _fresh(call)))


def _another_key(call: Call, folder: Path, old: str) -> None:
    fresh = _fresh(call)
    code = ways.change_vault_key(call.services, folder, old, fresh)
    with open_any(call.services, folder, fresh) as session:
        _write_sheet(call, session, code)


def _fresh(call: Call) -> str:
    if call.args.new_passphrase_file is None:
        offered = ways.suggestion(call.services)
        call.say(f"Vorschlag: {offered}", f"Suggestion: {offered}")
    return call.passphrase(fresh=True, file="new_passphrase_file")


def slots(call: Call) -> None:
    """List the ways into a vault, without any secret; with a sheet to write, issue a new recovery code before."""
    folder = Path(call.args.vault)
    with open_any(call.services, folder, call.passphrase()) as session:
        if call.args.recovery_sheet:
            _require_free(call, folder)
            _write_sheet(call, session, ways.new_recovery_code(session))
        found = ways.listed(session)
        kept = ways.code_state(session).kept_since
    lines = [_line(call, each) for each in found]
    if kept is not None:
        lines.append(call.text(f"Der Code liegt beim Träger seit {kept:%d.%m.%Y}.",
                               f"The provider keeps the code since {kept:%d.%m.%Y}."))  # fmt: skip
    told = [{"kind": each.kind, "created_ms": each.created_ms, "measured_ms": each.measured_ms} for each in found]
    call.answer(told, lines)


def _line(call: Call, way: Way) -> str:
    german, english = NAMES[way.kind]
    day = f"{local_time(way.created_ms):%d.%m.%Y}"
    return call.text(f"{german}, seit {day}", f"{english}, since {day}")


def _require_free(call: Call, folder: Path) -> None:
    from kimdesk.casework.recovery_sheet import require_free  # noqa: PLC0415 - loads the layout engine

    require_free(Path(call.args.recovery_sheet), folder)


def _write_sheet(call: Call, session: ways.Session, code: RecoveryCode) -> None:
    from kimdesk.casework.recovery_sheet import write_sheet  # noqa: PLC0415 - loads the layout engine

    write_sheet(session, code, Path(call.args.recovery_sheet))
    ways.code_is_out(session)
