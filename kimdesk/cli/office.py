"""`office …`: the coordination office's side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError, UserProblem, explain
from kimdesk.cli.call import Call
from kimdesk.cli.figures import table_lines
from kimdesk.cli.parser import Parser
from kimdesk.cli.periods import add_period, in_words, period_of
from kimdesk.cli.vaults import describe
from kimdesk.cli.verbs import Branch, leaves, vault
from kimdesk.domain.names import words
from kimdesk.domain.wire import figure_record
from kimdesk.office import district, enrolment, imports, observations, receipts
from kimdesk.office.authority import AuthoritySession
from kimdesk.office.office import NewOffice, Office, RecoveryCode, Services, create_office, open_office
from kimdesk.office.opening import open_either
from kimdesk.office.provider import create_provider


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("office", "Koordinierungsstelle", "coordination office")
    made = _vault(here.verb("create", create, "ihren Tresor anlegen", "make its vault"))
    made.add_argument("--recovery-sheet", metavar="PDF", required=True)
    made.add_argument("--label", metavar="L", required=True)
    about_office(made)
    let_in = leaves(_vault(here.verb("enrol", enrol, "ein Gerät zulassen", "let a device in")))
    let_in.add_argument("request", metavar="REQUEST")
    let_in.add_argument("--words", required=True)
    let_in.add_argument("-o", dest="output", metavar="GRANT", required=True)
    let_in.add_argument("--provider", metavar="NAME", default="", help="Musterträger e. V.")
    let_in.add_argument("--place", metavar="CODE", default="", help="05566068")
    taken = _vault(here.verb("import", import_bundles, "Pakete einlesen", "import bundles"))
    taken.add_argument("files", metavar="FILE", nargs="+")
    answered = leaves(_vault(here.verb("receipts", write_receipts, "Eingangsbestätigungen", "receipts")))
    answered.add_argument("-o", dest="output", metavar="DIR", required=True)
    shown = leaves(_vault(here.verb("figures", figures, "Zahlen des Kreises", "the district's figures")))
    add_period(shown)
    shown.add_argument("--csv", metavar="F")
    shown.add_argument("--xlsx", metavar="F")


def _vault(parser: Parser) -> Parser:
    return vault(parser, metavar="OFFICE_VAULT")


def about_office(parser: Parser) -> None:
    """Let a verb say what desks call the office."""
    parser.add_argument("--short-name", metavar="NAME", default="", help="steinfurt")
    parser.add_argument("--district", metavar="CODE", default="", help="05566")


def _opened(call: Call) -> Office:
    return open_office(call.services, Path(call.args.vault), call.passphrase())


def create(call: Call) -> None:
    """Make the office's vault; its words are read out to whoever asks to be enrolled."""
    _create(call, create_office)


def create_for_provider(call: Call) -> None:
    """Make a provider's vault; its words are read out as the office's are."""
    _create(call, create_provider)


def _create(call: Call, make: Callable[[Services, NewOffice], tuple[AuthoritySession, RecoveryCode]]) -> None:
    from kimdesk.casework.recovery_sheet import keep_sheet, require_free  # noqa: PLC0415 - loads the layout engine

    args, folder, sheet = call.args, Path(call.args.vault), Path(call.args.recovery_sheet)
    require_free(sheet, folder)
    new = NewOffice(
        folder=folder,
        label=args.label,
        short_name=args.short_name or max(words(args.label), key=len, default=""),
        district=args.district,
        passphrase=call.passphrase(fresh=True),
    )
    with keep_sheet(make(call.services, new), sheet) as made:
        told = {**describe(made.info), "short_name": made.names.short_name, "words": made.words}
    call.answer(
        told,
        [
            call.text(f"Tresor „{args.label}“ angelegt.", f"Vault “{args.label}” made."),
            call.text(f"Wiederherstellungsblatt: {sheet}", f"Recovery sheet: {sheet}"),
            call.text(f"Die Wörter dieser Stelle: {told['words']}", f"The words of this office: {told['words']}"),
        ],
    )


def enrol(call: Call) -> None:
    """Let a device in whose words were heard; the office's or provider's own are to be read out in return."""
    args = call.args
    belonging = enrolment.Belonging(provider=args.provider, place=args.place)
    with open_either(call.services, Path(args.vault), call.passphrase()) as office:
        found = enrolment.enrol_file(office, Path(args.request), args.words, Path(args.output), belonging)
        own = office.words
    call.answer(
        {"file": call.args.output, "short_name": found.short_name, "label": found.label, "words": own},
        [
            call.text(
                f"Zugelassen: „{found.label}“ ({found.short_name})", f"Let in: “{found.label}” ({found.short_name})"
            ),
            call.text(f"Geschrieben: {call.args.output}", f"Written: {call.args.output}"),
            call.text(f"Bitte vorlesen: {own}", f"Please read out: {own}"),
        ],
    )


def import_bundles(call: Call) -> int:
    """Take bundles over, each in one transaction; one that must not be trusted keeps none of the others out."""
    with _opened(call) as office:
        taken = [call.tried(name, _import(office, name)) for name in call.args.files]
    found = [each for each in taken if each is not None]
    call.answer([_told(each) for each in found], [_line(call, each) for each in found])
    return int(len(found) < len(taken) or any(each.refused for each in found))


def _import(office: Office, name: str) -> Callable[[], imports.Imported]:
    return lambda: imports.import_bundle(office, Path(name))


def _told(found: imports.Imported) -> dict[str, Any]:
    return {
        "status": found.status,
        "label": found.label,
        "short_name": found.short_name,
        "seq": found.seq,
        "counts": dict(found.counts),
        "refused": [{"item": each.item.hex(), "code": each.code} for each in found.refused],
        "gap": found.gap,
        "late": found.late,
        "clock_suspect": found.clock_suspect,
    }


def _line(call: Call, found: imports.Imported) -> str:
    line = call.text(f"„{found.label}“, Paket Nr. {found.seq}: ", f"“{found.label}”, bundle no. {found.seq}: ")
    line += (
        call.text("übernommen", "taken over")
        if found.status == "new"
        else call.text("war schon da", "was here already")
    )
    if found.gap:
        line += call.text(", frühere Pakete fehlen noch", ", earlier bundles are still missing")
    if found.clock_suspect:
        line += call.text(", die Uhr des Geräts geht falsch", ", the device's clock is wrong")
    reasons = sorted({each.code for each in found.refused if each.code})
    return line + "".join(f"\n  {explain(KimError(code), call.lang).sentence()} ({code})" for code in reasons)


def write_receipts(call: Call) -> None:
    """Write a receipt for every device with unanswered bundles into a folder."""
    with _opened(call) as office:
        written = receipts.receipts(office, Path(call.args.output))
    nothing = call.text("Alles ist beantwortet.", "Everything is answered.")
    call.answer(
        [{"file": str(each.path), "short_name": each.short_name, "seq": each.seq} for each in written],
        [f"„{each.label}“: {each.path}" for each in written] or [nothing],
    )


def figures(call: Call) -> None:
    """Show the district's sums for one period; no list per case manager."""
    for option in ("csv", "xlsx"):
        if getattr(call.args, option):
            raise UserProblem("usage.not_yet", verb=f"office figures --{option}")
    with _opened(call) as office:
        period = period_of(call.args, office.today)
        found = district.figures(office, period)
        observed = observations.observations(office, period)
    records = [{**figure_record(each.table, period), "desks": each.desks, "merged": each.merged} for each in found]
    lines = [in_words(period), *table_lines([each.table for each in found], call.lang)]
    call.answer(records, [*lines, *(f"{each.date:%d.%m.%Y}  {each.description}" for each in observed)])
