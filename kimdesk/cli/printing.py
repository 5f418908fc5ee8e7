"""`print`: documents for named readers, written after showing what leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kimdesk.base.errors import Surroundings, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import families, family, plans, protection, ways
from kimdesk.casework.backups import open_any
from kimdesk.casework.desk import Desk
from kimdesk.casework.papers import about
from kimdesk.casework.papers.guarding import WAYS
from kimdesk.casework.papers.kinds import KINDS
from kimdesk.casework.papers.order import ALL_LINES, Wording
from kimdesk.casework.printing import (
    Prepared,
    PrintOrder,
    handed_out,
    language_name,
    prepare_paper,
    prepare_plan,
    prepare_visit,
    save,
)
from kimdesk.casework.recipients import purpose_for, recipient_named
from kimdesk.cli.call import Call, WrongUsage
from kimdesk.cli.verbs import Branch, leaves, vault

RECOVERY = "recovery"
CHOICES = {"appointment": ("invitation",), "referral": ("referral",), "conference": ("conference", "minutes")}
"""What is chosen by an option of its own, and for which documents."""


def add(branch: Branch) -> None:
    """Add the verb."""
    parser = leaves(vault(branch.verb("print", print_document, "ein Dokument drucken", "print a document")))
    parser.add_argument("document", metavar="DOCUMENT", choices=sorted({*PREPARE, *KINDS, RECOVERY}))
    parser.add_argument("--case", default="", metavar="C")
    parser.add_argument("--lang", default="", metavar="bg")
    parser.add_argument("--variant", choices=("large", "easy"))
    parser.add_argument("--latin", action="store_true")
    parser.add_argument("--edition", choices=("family", "full"), default="family")
    parser.add_argument("--lines", default="", metavar="1,3|all")
    parser.add_argument("--text", default="", metavar="FILE")
    parser.add_argument("--translation", default="", metavar="FILE")
    parser.add_argument("--about", default="", metavar="NAME")
    for choice in CHOICES:
        parser.add_argument(f"--{choice}", default="", metavar="D|ID")
    parser.add_argument("--without-names", action="store_true")
    parser.add_argument("--front", action="store_true")
    parser.add_argument("-o", dest="output", required=True, metavar="FILE")


def print_document(call: Call) -> None:
    """Prepare a document for its reader, show what leaves, write it."""
    args, output = call.args, Path(call.args.output)
    if output.exists():
        raise Surroundings("medium.exists")
    if args.document == RECOVERY:
        _print_recovery(call, output)
        return
    if not args.case:
        raise WrongUsage("usage.case_needed")
    with call.desk() as desk:
        case = families.find(desk, args.case).id
        prepared = _prepared(call, desk, case)
        call.confirm(_preview(call, prepared))
        save(prepared, output)
        handed_out(desk, prepared, "file")
    call.answer(
        {"file": str(output), "pages": prepared.pdf.pages, "languages": list(prepared.languages)},
        [call.text(f"Geschrieben: {output}", f"Written: {output}")],
    )


def _print_recovery(call: Call, sheet: Path) -> None:
    """Issue a new recovery code and write its sheet, the one place where it is shown; the old sheet opens nothing."""
    from kimdesk.casework.recovery_sheet import require_free, write_sheet  # noqa: PLC0415 - loads the layout engine

    folder = Path(call.args.vault)
    require_free(sheet, folder)
    with open_any(call.services, folder, call.passphrase()) as session:
        call.confirm(
            [
                call.text(
                    "Ein neuer Wiederherstellungscode wird ausgestellt; er steht nur auf diesem Blatt. Das alte Blatt "
                    "öffnet danach nichts mehr.",
                    "A new recovery code is issued; it stands on this sheet alone. The old sheet opens nothing any "
                    "more after that.",
                )
            ]
        )
        write_sheet(session, ways.new_recovery_code(session), sheet)
        ways.code_is_out(session)
    call.answer({"file": str(sheet)}, [call.text(f"Geschrieben: {sheet}", f"Written: {sheet}")])


def _prepared(call: Call, desk: Desk, case: RecordId) -> Prepared:
    document, order = call.args.document, _order(call, desk, case)
    if document in PREPARE:
        return PREPARE[document](desk, case, order)
    return prepare_paper(desk, case, document, order)


def _lines(text: str) -> frozenset[int]:
    """Return the lines picked, counted from 1 as people count, or all; raises UserProblem(document.lines)."""
    if text.strip() == "all":
        return ALL_LINES
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise UserProblem("document.lines")
    return frozenset(int(part) - 1 for part in parts)


def _order(call: Call, desk: Desk, case: RecordId) -> PrintOrder:
    second = call.args.lang
    return replace(
        _for_whom(call, desk, case),
        languages=("de",) if second in {"", "de"} else (second,) if second == "en" else ("de", second),
        edition=call.args.edition,
        variant=call.args.variant or "normal",
        latin=call.args.latin,
        lines=_lines(call.args.lines),
        named=not call.args.without_names,
        front=call.args.front,
        wording=_wording(call.args.text, call.args.translation),
        asked=_asked(desk, case, call.args.about),
        about=_about(call, desk, case),
    )


def _for_whom(call: Call, desk: Desk, case: RecordId) -> PrintOrder:
    """Return who receives it for what; child protection leaves whole, by its own door, after the question."""
    way = WAYS.get(call.args.document)
    if way is not None:
        entries = [each.id for each in protection.entries(desk, case)]
        return protection.order(desk, case, way, entries, call.args.recipient)
    recipient = recipient_named(desk, case, call.args.recipient)
    return PrintOrder(recipient=recipient, purpose=purpose_for(desk, recipient, call.args.purpose))


def _about(call: Call, desk: Desk, case: RecordId) -> RecordId | None:
    """Return which of several appointments, referrals or conferences a document is about; None leaves it to that."""
    document = call.args.document
    found = None
    for choice, documents in CHOICES.items():
        wanted = getattr(call.args, choice)
        if wanted and document not in documents:
            raise WrongUsage("usage.other_document", option=f"--{choice}", documents=", ".join(documents))
        if wanted:
            found = about.chosen(desk, case, document, wanted)
    return found


def _asked(desk: Desk, case: RecordId, name: str) -> RecordId | None:
    """Return about whom somebody asks; raises UserProblem(document.not_for_them) unless it is one person."""
    if not name:
        return None
    found = recipient_named(desk, case, name).persons
    if len(found) != 1:
        raise UserProblem("document.not_for_them")
    return next(iter(found))


def _wording(text: str, translation: str) -> Wording:
    """Return what a letter says: of each file the first line is the subject. Raises UserProblem(document.no_text)."""
    subject, words = _letter(text)
    other_subject, other_words = _letter(translation)
    return Wording(subject=subject, text=words, subject_translation=other_subject, translation=other_words)


def _letter(file: str) -> tuple[str, str]:
    if not file:
        return "", ""
    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserProblem("document.no_text") from error
    return (lines[0].strip(), "\n".join(lines[1:])) if lines else ("", "")


def _plan(desk: Desk, case: RecordId, order: PrintOrder) -> Prepared:
    """Return the newest version of the plan."""
    found = plans.current(desk, case)
    if found is None:
        raise UserProblem("record.missing", kind=desk.services.registry["support_plan"].de)
    return prepare_plan(desk, found.plan.id, order)


def _visit(desk: Desk, case: RecordId, order: PrintOrder) -> Prepared:
    """Return the newest contact's summary."""
    found = family.contacts(desk, case)
    if not found:
        raise UserProblem("record.missing", kind=desk.services.registry["contact"].de)
    return prepare_visit(desk, found[0].id, order)


PREPARE: dict[str, Callable[[Desk, RecordId, PrintOrder], Prepared]] = {"plan": _plan, "visit": _visit}


def _preview(call: Call, prepared: Prepared) -> Iterator[str]:
    languages = " + ".join(language_name(each) for each in prepared.languages)
    pages = prepared.pdf.pages
    yield call.leaving()
    yield call.text(f"  Fall {prepared.case_number}, {languages}", f"  Case {prepared.case_number}, {languages}")
    yield call.text(f"  Seiten: {pages}", f"  Pages: {pages}")
    yield call.text(f"  Namen darin: {', '.join(prepared.names)}", f"  Names in it: {', '.join(prepared.names)}")
    yield call.staying()
