"""`escrow …`: a deposit with two persons at the provider, and getting in with their help when nothing else is left."""

from __future__ import annotations

from pathlib import Path

from kimdesk.casework import escrow, ways
from kimdesk.casework.backups import open_any
from kimdesk.casework.escrow import Answered
from kimdesk.cli.call import Call, WrongUsage
from kimdesk.cli.parser import Parser
from kimdesk.cli.verbs import Branch, vault
from kimdesk.office import holders
from kimdesk.office.provider import open_provider

PROVIDER = "PROVIDER_VAULT"


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("escrow", "Hinterlegung beim Träger", "deposit with the provider")
    vault(here.verb("show", show, "wer gemeinsam öffnen kann", "who can open together"))
    given = vault(here.verb("deposit", deposit, "bei zwei Personen hinterlegen", "deposit with two persons"))
    given.add_argument("--card", dest="cards", action="append", metavar="FILE", default=[])
    given.add_argument("--words", action="append", default=[], help="…")
    vault(here.verb("end", end, "die Hinterlegung beenden", "end the deposit"))
    card = _provider(here.verb("card", write_card, "die Karte einer Person schreiben", "write a holder's card"))
    card.add_argument("--label", required=True, metavar="L")
    asked = here.verb("ask", ask, "um Hilfe bitten", "ask for help")
    asked.add_argument("vault", metavar="VAULT_OR_BACKUP")
    asked.add_argument("--new-passphrase-file", metavar="FILE")
    asked.add_argument("--pending", metavar="FILE", required=True)
    shared = _provider(here.verb("share", share, "den eigenen Anteil geben", "give one's share"))
    shared.add_argument("request", metavar="REQUEST")
    shared.add_argument("--words", required=True)
    shared.add_argument("--reason", required=True)
    opened = here.verb("open", open_vault, "mit beiden Anteilen öffnen", "open with both shares")
    opened.add_argument("vault", metavar="VAULT")
    opened.add_argument("--request", required=True, metavar="FILE")
    opened.add_argument("--answer", dest="answers", action="append", metavar="FILE", required=True)
    opened.add_argument("--pending", metavar="FILE", required=True)
    opened.add_argument("--new-passphrase-file", metavar="FILE")
    opened.add_argument("--recovery-sheet", metavar="PDF", required=True)
    opened.add_argument("--from", dest="backup", metavar="BACKUP")
    opened.add_argument("--present", metavar="NAMES", required=True)
    opened.add_argument("--reason", required=True)
    for parser in (card, asked, shared):
        parser.add_argument("-o", dest="output", metavar="FILE", required=True)


def _provider(parser: Parser) -> Parser:
    return vault(parser, metavar=PROVIDER)


def show(call: Call) -> None:
    """Say who can open the vault together."""
    with open_any(call.services, Path(call.args.vault), call.passphrase()) as session:
        found = escrow.holders(session)
    nobody = call.text("Nicht hinterlegt.", "Not deposited.")
    told = [{"label": each.label, "words": each.words} for each in found]
    call.answer(told, [f"{each.label}: {each.words}" for each in found] or [nobody])


def deposit(call: Call) -> None:
    """Deposit the vault key in two shares; each card comes with the words its holder read out."""
    cards, words = call.args.cards, call.args.words
    if len(cards) != len(words) or not cards:
        raise WrongUsage("usage.cards")
    with open_any(call.services, Path(call.args.vault), call.passphrase()) as session:
        escrow.agree(session, [(Path(card), said) for card, said in zip(cards, words, strict=True)])
    call.answer({}, [call.text("Hinterlegt. Die nächste Sicherung nimmt es mit.",
                               "Deposited. The next backup takes it along.")])  # fmt: skip


def end(call: Call) -> None:
    """End the deposit; older backups keep theirs."""
    with open_any(call.services, Path(call.args.vault), call.passphrase()) as session:
        escrow.end(session)
    call.answer({}, [call.text("Die Hinterlegung ist beendet.", "The deposit is ended.")])


def write_card(call: Call) -> None:
    """Write a holder's card and say the words to read out."""
    with open_provider(call.services, Path(call.args.vault), call.passphrase()) as provider:
        holders.write_card(provider, call.args.label, Path(call.args.output))
        words = holders.own_words(provider)
    call.answer({"file": call.args.output, "words": words}, [call.text(f"Bitte vorlesen: {words}",
                                                                      f"Please read out: {words}")])  # fmt: skip


def ask(call: Call) -> None:
    """Write a request for both holders and say its words; the new passphrase is chosen now."""
    passphrase = call.passphrase(fresh=True, file="new_passphrase_file")
    files = Path(call.args.output), Path(call.args.pending)
    words = escrow.ask(call.services, Path(call.args.vault), *files, passphrase)
    call.answer(
        {"file": call.args.output, "words": words},
        [call.text(f"Bitte beiden Personen vorlesen: {words}", f"Please read out to both persons: {words}")],
    )


def share(call: Call) -> None:
    """Give one's share to whoever read out the request's words."""
    args = call.args
    with open_provider(call.services, Path(args.vault), call.passphrase()) as provider:
        holders.give_share(provider, Path(args.request), args.words, args.reason, Path(args.output))
    call.answer({"file": args.output}, [call.text(f"Geschrieben: {args.output}", f"Written: {args.output}")])


def open_vault(call: Call) -> None:
    """Open a vault, or make it from a backup, with both answers; writes the new recovery sheet."""
    from kimdesk.casework.recovery_sheet import require_free, write_sheet  # noqa: PLC0415 - loads the layout engine

    args, sheet = call.args, Path(call.args.recovery_sheet)
    folder = Path(args.vault)
    require_free(sheet, folder)
    answered = Answered(
        request=Path(args.request),
        answers=tuple(map(Path, args.answers)),
        pending=Path(args.pending),
        present=args.present,
        reason=args.reason,
    )
    passphrase = call.passphrase(file="new_passphrase_file")
    if args.backup:
        made = escrow.restore_with_answers(call.services, Path(args.backup), folder, answered, passphrase)
    else:
        made = escrow.open_with_answers(call.services, folder, answered, passphrase)
    with made[0] as session:
        write_sheet(session, made[1], sheet)
        ways.code_is_out(session)
    told = call.text(
        "Der Tresor hat eine neue Passphrase und ein neues Blatt.", "The vault has a new passphrase and a new sheet."
    )
    call.answer({"folder": str(folder)}, [told])
