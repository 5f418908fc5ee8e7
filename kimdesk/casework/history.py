"""The history of a family: what changed on which day, and a former value put back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kimdesk.base.errors import Lang, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import erasing
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.declare import Record, Type
from kimdesk.domain.records import Goal, Measure, NetworkContact, Partner, Person
from kimdesk.domain.values import Value
from kimdesk.domain.views.caseload import HistoryLine

__all__ = ["Step", "HistoryLine", "of_family", "put_back"]  # noqa: RUF022 - what is read first stands first


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the history: what changed, whom or what it is about, and whether it can be put back."""

    line: HistoryLine
    about: str
    can_put_back: bool


def of_family(desk: Desk, case: RecordId, lang: Lang = "de") -> tuple[Step, ...]:
    """Return a family's history, newest first; days only, and nothing of child protection."""
    lines = [_with_names(desk, line) for line in desk.query.case_history(case, lang)]
    names = {record: _name(desk, line.kind, record) for record, line in {each.record: each for each in lines}.items()}
    return tuple(
        Step(line=each, about=names[each.record], can_put_back=_can_put_back(desk, each)) for each in reversed(lines)
    )


def _can_put_back(desk: Desk, line: HistoryLine) -> bool:
    """Tell whether a former value can be put back: that of a single field people fill in, or a record that went."""
    if line.op == "delete":
        return erasing.can_come_back(desk, line.kind, line.record)
    if line.op != "set" or line.before == line.after:
        return False
    spec = desk.services.registry[line.kind].field(line.name)
    return not spec.machinery and spec.type is not Type.PARENT and not (spec.required and line.former is None)


def _with_names(desk: Desk, line: HistoryLine) -> HistoryLine:
    """Name the records a line points at; the journal knows their ids alone."""
    if not line.name:
        return line
    spec = desk.services.registry[line.kind].field(line.name)
    if spec.type not in {Type.REF, Type.REFS}:
        return line

    def names(value: Value) -> str:
        ids = sorted(value) if isinstance(value, frozenset) else [value] if value is not None else []
        kind = desk.services.registry[spec.target]
        found = [_name(desk, spec.target, RecordId(each)) for each in ids if isinstance(each, bytes)]
        return ", ".join(name or kind.de for name in found)

    sign = line.after[:2] if line.op in {"add", "remove"} else ""
    return replace(line, before=names(line.former), after=sign + names(line.value))


def _name(desk: Desk, kind: str, record: RecordId) -> str:
    found: Record | None = desk.query.get(desk.services.registry[kind].cls, record)
    match found:
        case Person():
            return " ".join(part for part in (found.given_name, found.family_name) if part)
        case Goal():
            return found.wording or ""
        case NetworkContact() | Partner():
            return found.name
        case Measure():
            return found.text or ""
        case _:
            return ""


def put_back(desk: Desk, line: HistoryLine) -> Changes:
    """Put a former value or a removed record back, as a change of today; raises what `apply` refuses."""
    if line.op == "delete":
        return erasing.bring_back(desk, line.kind, line.record)
    if line.op != "set":
        raise UserProblem("history.not_this")
    return desk.apply(Set(line.kind, line.record, line.name, line.former))
