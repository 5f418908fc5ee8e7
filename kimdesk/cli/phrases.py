"""`phrases`: how far each language is, and sheets for people outside who read translations."""

from __future__ import annotations

from pathlib import Path

from kimdesk.base.errors import Surroundings
from kimdesk.casework import phrase_sheets
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch, leaves, vault


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("phrases", "Sätze der Dokumente in allen Sprachen", "sentences of documents in all languages")
    vault(here.verb("list", show, "Stand der Sprachen", "state of the languages"))
    out = leaves(vault(here.verb("export", export, "Blatt zum Prüfen schreiben", "write a sheet to review")))
    out.add_argument("language", metavar="LANGUAGE")
    out.add_argument("-o", dest="output", required=True, metavar="FILE")
    into = vault(here.verb("import", take, "geprüftes Blatt übernehmen", "take over a reviewed sheet"))
    into.add_argument("file", metavar="FILE")
    into.add_argument("--reviewer", default="", metavar="NAME")


def show(call: Call) -> None:
    """Show every language with what it has and what is reviewed."""
    with call.desk() as desk:
        states = phrase_sheets.overview(desk)
    rows = [
        {"language": each.language, "name": each.name, "phrases": each.phrases, "present": each.present,
         "reviewed": each.reviewed, "reviewers": list(each.reviewers)}
        for each in states
    ]  # fmt: skip
    told = [call.text("Sprache: vorhanden, geprüft, alle", "Language: present, reviewed, all")]
    told += [f"{each.language:10} {each.present:4} {each.reviewed:4} {each.phrases:4}  {each.name}" for each in states]
    call.answer(rows, told)


def export(call: Call) -> None:
    """Write the sheet of a language after showing what is in it."""
    output = Path(call.args.output)
    if output.exists():
        raise Surroundings("medium.exists")
    with call.desk() as desk:
        call.confirm(
            (
                call.leaving(),
                call.text("  Sätze der Dokumente, keine Akte", "  Sentences of documents, no record"),
                call.staying(),
            )
        )
        phrase_sheets.export_sheet(desk, call.args.language, output)
    call.answer({"file": str(output)}, [call.text(f"Geschrieben: {output}", f"Written: {output}")])


def take(call: Call) -> None:
    """Take over a filled-in sheet and say what counts as reviewed now."""
    with call.desk() as desk:
        sheet = phrase_sheets.import_sheet(desk, Path(call.args.file), reviewer=call.args.reviewer)
    read, all_of, old = sheet.reviewed, len(sheet.entries), len(sheet.outdated)
    call.answer(
        {"language": sheet.language, "entered": all_of, "reviewed": read, "outdated": list(sheet.outdated)},
        [
            call.text(
                f"Übernommen: {all_of} Sätze, geprüft: {read}. Veraltet, weil das Deutsche sich geändert hat: {old}",
                f"Taken over: {all_of} sentences, reviewed: {read}. Out of date, as the German has changed: {old}",
            )
        ],
    )
