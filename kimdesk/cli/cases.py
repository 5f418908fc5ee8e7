"""`case …` and `search`: the caseload read and written by scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from kimdesk.casework import casefile, families
from kimdesk.casework.desk import Desk
from kimdesk.casework.leaving import read_case_file, save_cases
from kimdesk.casework.recipients import purpose_for, recipient_named
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch, leaves, vault
from kimdesk.domain.declare import FieldSpec, Kind, Type
from kimdesk.domain.disclosure import Request
from kimdesk.domain.values import from_json, show
from kimdesk.domain.views.caseload import CaseRow, SearchHit

PAGE = 128


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("case", "Fälle", "cases")
    listed = vault(here.verb("list", list_cases, "alle Fälle auflisten", "list all cases"))
    listed.add_argument("--active", action="store_true")
    vault(here.verb("show", show_case, "einen Fall zeigen", "show a case")).add_argument("case", metavar="CASE")
    vault(here.verb("import", import_cases, "eine Falldatei einlesen", "read a case file")).add_argument(
        "file", metavar="FILE"
    )
    out = leaves(vault(here.verb("export", export, "Fälle in eine Datei schreiben", "write cases to a file")))
    out.add_argument("case", metavar="CASE", nargs="*")
    out.add_argument("-o", dest="output", metavar="FILE", required=True)
    found = vault(branch.verb("search", search, "Namen und Wörter finden", "find names and words"))
    found.add_argument("query", metavar="QUERY")
    found.add_argument("--limit", type=int, default=5)


def list_cases(call: Call) -> None:
    """List the caseload in the order of names."""
    with call.desk() as desk:
        rows = list(_rows(desk, active_only=call.args.active))
    call.answer([_row(each) for each in rows], [_line(call, each) for each in rows])


def _rows(desk: Desk, *, active_only: bool) -> Iterator[CaseRow]:
    order = families.order(desk, active_only=active_only)
    for start in range(0, len(order), PAGE):
        numbers = order[start : start + PAGE]
        page = families.rows(desk, numbers)
        yield from (page[n] for n in numbers if n in page)


def _row(row: CaseRow) -> dict[str, Any]:
    return {
        "id": row.id.hex(),
        "case_number": row.case_number,
        "label": row.label,
        "municipality": row.place,
        "phase": row.phase,
        "active": row.active,
        "persons": row.persons,
        "first_contact": _day(row.since),
        "last_contact": _day(row.last_contact),
        "next_due": _day(row.next_due),
        "promises": row.promises,
        "consents_valid": row.consents_valid,
        "consents_withdrawn": row.consents_withdrawn,
    }


def _day(value: Any) -> str | None:
    return None if value is None else str(value)


def _line(call: Call, row: CaseRow) -> str:
    place = call.services.reference.label("municipality", row.place, call.lang)
    phase = call.services.reference.label("phase", row.phase, call.lang)
    return "  ".join((f"{row.case_number:14}", f"{row.label:24}", f"{place:16}", phase)).rstrip()


def show_case(call: Call) -> None:
    """Show one case as the own screen may."""
    with call.desk() as desk:
        told = casefile.shown(desk, call.args.case)
    names = {each["id"]: _full_name(each) for each in told["persons"]}
    call.answer(told, _told(call, call.services.registry["case"], told, names))


def _full_name(person: Mapping[str, Any]) -> str:
    return " ".join(part for part in (person.get("given_name"), person.get("family_name")) if part)


def _told(call: Call, kind: Kind, told: Mapping[str, Any], names: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    yield "  " * depth + kind.label(call.lang)
    for spec in kind.form_fields():
        shown = _shown(call, spec, told.get(spec.name), names)
        if shown:
            yield f"{'  ' * (depth + 1)}{spec.label(call.lang)}: {shown}"
    for child in call.services.registry.children(kind.name):
        for each in told.get(child.plural, ()):
            yield from _told(call, child, each, names, depth + 1)


def _shown(call: Call, spec: FieldSpec, given: Any, names: Mapping[str, str]) -> str:
    if spec.type in {Type.REF, Type.REFS}:
        pointed = given if isinstance(given, list) else [given]
        return ", ".join(names[each] for each in pointed if each in names)
    return show(spec, from_json(spec, given), call.services.reference, call.lang) if given else ""


def import_cases(call: Call) -> int:
    """Read a case file: all of it is checked before anything is written, then each case is one transaction.

    `ok <case_number>` is printed once a case is durable. A case that differs from the one the vault holds is
    refused; the others are taken.
    """
    raw = casefile.cases_in(read_case_file(Path(call.args.file)))
    with call.desk() as desk:
        checked = [
            call.tried(f"cases[{place}]", partial(casefile.read_case, desk, raw[place])) for place in range(len(raw))
        ]
        cases = [case for case in checked if case is not None]
        if len(cases) < len(raw):
            return 1
        desk.copy_before("import")
        done = [call.tried(case.case_number, partial(_import, call, desk, case)) for case in cases]
    return int(None in done)


def _import(call: Call, desk: Desk, case: casefile.FiledCase) -> bool:
    casefile.import_case(desk, case)
    call.console.line(f"ok {case.case_number}")
    return True


def export(call: Call) -> None:
    """Write cases to a file, for a named recipient, after showing what leaves."""
    output = Path(call.args.output)
    with call.desk() as desk:
        numbers = call.args.case or [row.case_number for row in _rows(desk, active_only=False)]
        cases = [_released(call, desk, number) for number in numbers]
        call.confirm(_preview(call, cases))
        save_cases(cases, output)
    call.answer(
        {"file": str(output), "cases": numbers},
        [call.text(f"Geschrieben: {output}", f"Written: {output}")],
    )


def _released(call: Call, desk: Desk, number: str) -> dict[str, Any]:
    recipient = recipient_named(desk, families.find(desk, number).id, call.args.recipient)
    purpose = purpose_for(desk, recipient, call.args.purpose)
    request = Request(recipient=recipient, purpose=purpose, exit="file", day=desk.today)
    return casefile.released(desk, number, request)[0]


def _preview(call: Call, cases: list[dict[str, Any]]) -> Iterator[str]:
    yield call.leaving()
    for told in cases:
        yield f"  {told.get('case_number', '–')}: " + ", ".join(_counted(call, call.services.registry["case"], told))
    yield call.text("Die Datei ist nicht verschlüsselt.", "The file is not encrypted.")
    yield call.staying()


def _counted(call: Call, kind: Kind, told: dict[str, Any]) -> Iterator[str]:
    for child in call.services.registry.children(kind.name):
        if told.get(child.plural):
            yield f"{len(told[child.plural])} × {child.label(call.lang)}"


def search(call: Call) -> None:
    """Find names and words in all records, best first."""
    with call.desk() as desk:
        hits = families.search(desk, call.args.query, limit=max(1, min(call.args.limit, 1000)))
    nothing = call.text("Nichts gefunden.", "Nothing found.")
    lines = [f"{each.case_number}  {each.person or '–'}  {each.why}" for each in hits]
    call.answer([_hit(each) for each in hits], lines or [nothing])


def _hit(hit: SearchHit) -> dict[str, Any]:
    return {"case_number": hit.case_number, "person": hit.person, "score": hit.score, "why": hit.why}
