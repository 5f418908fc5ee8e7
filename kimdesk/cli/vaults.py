"""`vault …`: making, describing and checking vaults."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.clock import local_time
from kimdesk.base.errors import KimError, explain
from kimdesk.casework.desk import Desk, NewDesk, Profile, VaultInfo, create_desk, vault_info
from kimdesk.casework.health import Finding, check_vault, is_damaged, repair
from kimdesk.cli import backups, ways
from kimdesk.cli.call import Call
from kimdesk.cli.parser import Parser
from kimdesk.cli.verbs import Branch, vault

KINDS = {
    "desk": ("Arbeitsplatz", "desk"),
    "provider": ("Träger", "provider"),
    "office": ("Koordinierungsstelle", "office"),
}


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("vault", "Tresore", "vaults")
    made = here.verb("create", create, "einen Tresor anlegen", "make a vault")
    _about(vault(made))
    made.add_argument("--kind", choices=tuple(KINDS), default="desk")
    made.add_argument("--short-name", metavar="NAME", default="")
    made.add_argument("--district", metavar="CODE", default="")
    vault(here.verb("info", info, "was ein Tresor ungeöffnet sagt", "what a closed vault says"))
    looked = vault(here.verb("check", check, "den ganzen Tresor prüfen", "check the whole vault"))
    looked.add_argument("--repair", action="store_true")
    backups.add(here)
    ways.add(here)


def _about(parser: Parser) -> None:
    parser.add_argument("--recovery-sheet", metavar="PDF", required=True)
    parser.add_argument("--label", metavar="L", required=True)
    for name in ("name", "provider", "place", "phone"):
        parser.add_argument(f"--{name}", default="", metavar=name.upper())
    parser.add_argument("--case-prefix", default="KD", metavar="KD")


def create(call: Call) -> None:
    """Make a vault and print its recovery sheet; without the sheet there is no vault."""
    if call.args.kind != "desk":
        from kimdesk.cli import office  # noqa: PLC0415 - its side of the exchange is loaded for it alone

        (office.create if call.args.kind == "office" else office.create_for_provider)(call)
        return
    with new_desk(call, Path(call.args.vault), Path(call.args.recovery_sheet)) as desk:
        told = desk.info
    call.answer(
        describe(told),
        [
            call.text(f"Tresor „{told.label}“ angelegt.", f"Vault “{told.label}” made."),
            call.text(
                f"Wiederherstellungsblatt: {call.args.recovery_sheet}. Bitte drucken, getrennt vom Rechner aufbewahren "
                "und die Datei danach löschen.",
                f"Recovery sheet: {call.args.recovery_sheet}. Please print it, keep it apart from this computer and "
                "delete the file then.",
            ),
        ],
    )


def new_desk(call: Call, folder: Path, sheet: Path) -> Desk:
    """Make a desk with the profile of the command line."""
    from kimdesk.casework.recovery_sheet import keep_sheet, require_free  # noqa: PLC0415 - loads the layout engine

    require_free(sheet, folder)
    args = call.args
    profile = Profile(
        name=args.name, provider=args.provider, place=args.place, phone=args.phone, case_prefix=args.case_prefix
    )
    new = NewDesk(folder=folder, label=args.label, passphrase=call.passphrase(fresh=True), profile=profile)
    return keep_sheet(create_desk(call.services, new), sheet)


def info(call: Call) -> None:
    """Tell what may be known without the passphrase."""
    found = vault_info(Path(call.args.vault))
    german, english = KINDS[found.kind]
    call.answer(
        describe(found),
        [
            found.label,
            call.text(f"Art: {german}", f"Kind: {english}"),
            call.text(f"Kennung: {found.vault_id}", f"Id: {found.vault_id}"),
            call.text(f"Letzte Sicherung: {_when(call, found)}", f"Last backup: {_when(call, found)}"),
        ],
    )


def describe(found: VaultInfo) -> dict[str, object]:
    """Return what a closed vault says, for scripts."""
    return {
        "format": found.format,
        "vault_id": found.vault_id,
        "kind": found.kind,
        "label": found.label,
        "last_backup_ms": found.last_backup_ms,
    }


def _when(call: Call, found: VaultInfo) -> str:
    if found.last_backup_ms is None:
        return call.text("noch keine", "none yet")
    return f"{local_time(found.last_backup_ms):%d.%m.%Y %H:%M}"


def check(call: Call) -> int:
    """Look at every page, slot, journal row, record and attachment; 1 where something is damaged."""
    look = repair if call.args.repair else check_vault
    findings = look(call.services, Path(call.args.vault), call.passphrase())
    whole = call.text("Der Tresor ist unversehrt.", "The vault is whole.")
    told = [{"code": each.code, "severity": each.severity, "params": dict(each.params)} for each in findings]
    call.answer(told, [_sentence(call, each) for each in findings] or [whole])
    return int(is_damaged(findings))


def _sentence(call: Call, finding: Finding) -> str:
    return f"{explain(KimError(finding.code, **finding.params), call.lang).sentence()} ({finding.code})"
