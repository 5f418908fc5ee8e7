"""`deputy …`: naming who stands in, opening a colleague's package, and learning who opened one's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kimdesk.base.clock import local_time
from kimdesk.base.errors import UserProblem
from kimdesk.casework import deputies
from kimdesk.casework.deputies import Package
from kimdesk.cli.call import Call
from kimdesk.cli.verbs import Branch, leaves, vault


def add(branch: Branch) -> None:
    """Add the verbs."""
    here = branch.group("deputy", "Vertretung", "standing in")
    vault(here.verb("show", show, "wer vertritt und wer geöffnet hat", "who stands in and who opened"))
    named = leaves(vault(here.verb("name", name, "eine Vertretung benennen", "name a deputy")))
    named.add_argument("request", metavar="REQUEST")
    named.add_argument("--words", required=True)
    named.add_argument("--name", required=True, metavar="NAME")
    named.add_argument("--until", required=True, metavar="D")
    vault(here.verb("end", end, "die Vertretung beenden", "end the standing in"))
    opened = vault(here.verb("open", open_package, "ein Paket öffnen", "open a package"))
    opened.add_argument("package", metavar="PACKAGE_OR_BACKUP")
    opened.add_argument("--reason", required=True)


def show(call: Call) -> None:
    """Say who stands in, for how many families, and who opened a package."""
    with call.desk() as desk:
        named, families, told = deputies.deputy(desk), len(deputies.preview(desk)), deputies.told(desk)
    openings = [{"date": each.date.isoformat(), "by": each.about, "reason": each.reason} for each in told]
    lines = [call.text("Niemand vertritt.", "Nobody stands in.")]
    if named is not None:
        lines = [call.text(f"{named.name}, bis {named.until:%d.%m.%Y}, {families} Familien",
                           f"{named.name}, until {named.until:%d.%m.%Y}, {families} families")]  # fmt: skip
    lines += [f"{each.date:%d.%m.%Y}: {each.about}, {each.reason}" for each in told]
    deputy = None if named is None else {"name": named.name, "until": named.until.isoformat(), "words": named.words}
    call.answer({"deputy": deputy, "families": families, "openings": openings}, lines)


def name(call: Call) -> None:
    """Name a deputy, once somebody agreed that data of families go along with every backup."""
    args = call.args
    with call.desk() as desk:
        call.confirm(
            [
                call.text(
                    f"Mit jeder Sicherung geht ein Paket für {args.name} mit, von Familien, die zugestimmt haben.",
                    f"With every backup a package for {args.name} goes along, of families who agreed.",
                )
            ]
        )
        deputies.name_deputy(desk, Path(args.request), args.words, name=args.name, until=_day(args.until))
    call.answer({}, [call.text("Die Vertretung ist benannt.", "The deputy is named.")])


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UserProblem("deputy.until") from error


def end(call: Call) -> None:
    """Name nobody any more."""
    with call.desk() as desk:
        deputies.drop_deputy(desk)
    call.answer({}, [call.text("Die Vertretung ist beendet.", "The standing in is ended.")])


def open_package(call: Call) -> None:
    """Open a colleague's package with this desk's key; its owner learns who did and why."""
    found = deputies.packages(Path(call.args.package))
    if len(found) != 1:
        told = ", ".join(each.file.parent.name if each.made_ms else each.file.name for each in found)
        raise UserProblem("deputy.which", choices=told)
    with call.desk() as desk:
        package = deputies.open_package(desk, found[0].file, call.args.reason)
    made = f"{local_time(package.made_ms):%d.%m.%Y}"
    head = call.text(f"{package.owner}, Stand {made}, bis {package.until:%d.%m.%Y}",
                     f"{package.owner}, as of {made}, until {package.until:%d.%m.%Y}")  # fmt: skip
    call.answer(_told(package), [head, *_lines(package)])


def _told(package: Package) -> dict[str, object]:
    """Return a package for scripts."""
    families = [
        {
            "case_number": family.case_number,
            "persons": [{"name": each.name, "phone": each.phone} for each in family.persons],
            "appointments": [{"text": each.text, "day": _iso(each.day)} for each in family.appointments],
            "promises": [{"text": each.text, "day": _iso(each.day)} for each in family.promises],
        }
        for family in package.families
    ]
    return {"owner": package.owner, "until": package.until.isoformat(), "families": families}


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _lines(package: Package) -> list[str]:
    lines = []
    for family in package.families:
        lines.append(family.case_number)
        lines += [f"  {each.name} {each.phone}".rstrip() for each in family.persons]
        dates = (*family.appointments, *family.promises)
        lines += [f"  {_iso(each.day) or '–'} {each.text} {each.detail}".rstrip() for each in dates]
    return lines
