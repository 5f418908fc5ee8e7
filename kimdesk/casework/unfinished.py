"""What was typed and never became a change: found after a crash, or typed over a value that changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from kimdesk.base.errors import KimError, Lang, UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework import editing
from kimdesk.casework.desk import Desk
from kimdesk.casework.editing import Settled
from kimdesk.domain.declare import FieldSpec, Kind, Record, Sensitivity
from kimdesk.domain.values import parse, show
from kimdesk.domain.views.drafts import Draft

__all__ = ["Unfinished", "UnfinishedField", "count", "drop", "find", "take"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedField:
    """One field: what was typed, what is stored now where that is newer, and why the text is not valid yet."""

    name: str
    typed: str = field(repr=False)
    now: str = field(default="", repr=False)
    moved: bool = False
    problem: KimError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """The unfinished fields of one record; `exists` tells whether the record does, `at` is UTC milliseconds."""

    kind: str
    record: RecordId
    case: RecordId | None
    family: str = field(repr=False)
    at: int
    exists: bool
    fields: tuple[UnfinishedField, ...]


def find(desk: Desk, *, typed_before: int | None = None, lang: Lang = "de") -> tuple[Unfinished, ...]:
    """Return what is to be offered for restoring, the newest first.

    That is what was typed before an instant (UTC milliseconds, default: before this vault was opened), and what
    was typed over a value that is newer. Fields of child protection are left to their own page.
    """
    limit = desk.opened_ms if typed_before is None else typed_before
    drafts = sorted(desk.query.drafts(), key=lambda draft: draft.record)
    groups = (list(group) for _record, group in groupby(drafts, key=lambda draft: draft.record))
    found = (_unfinished(desk, group, limit, lang) for group in groups)
    return tuple(sorted((each for each in found if each is not None), key=lambda each: -each.at))


def count(desk: Desk) -> int:
    """Return how many records have something to be restored."""
    return len(find(desk))


def take(desk: Desk, kind: str, record: RecordId) -> Settled:
    """Turn what was typed into a change, over whatever is stored now; what is not valid yet stays as it is."""
    now = desk.query.revisions(kind, record)
    for draft in desk.query.drafts(record):
        current = now.get(draft.field) or None
        if _moved(draft, current):
            desk.store.keep_draft(replace(draft, base=current))
    return editing.settle(desk, kind, record)


def drop(desk: Desk, record: RecordId) -> None:
    """Throw away what was typed of a record."""
    editing.forget(desk, record)


def _unfinished(desk: Desk, drafts: list[Draft], limit: int, lang: Lang) -> Unfinished | None:
    kind = desk.services.registry[drafts[0].kind]
    record = desk.query.get(kind.cls, drafts[0].record)
    revisions = desk.query.revisions(kind.name, drafts[0].record) if record is not None else {}
    fields = [
        _field(desk, kind.field(draft.field), draft, record, _moved(draft, revisions.get(draft.field)), lang)
        for draft in drafts
        if kind.field(draft.field).sensitivity is not Sensitivity.PROTECTED
    ]
    at = max(draft.at for draft in drafts)
    if not fields or not (at < limit or any(each.moved for each in fields)):
        return None
    case = _case_of(desk, kind, record, next((draft.parent for draft in drafts if draft.parent is not None), None))
    row = desk.query.case_row(case) if case is not None else None
    return Unfinished(
        kind=kind.name,
        record=drafts[0].record,
        case=case if row is not None else None,
        family=row.label if row is not None else "",
        at=at,
        exists=record is not None,
        fields=tuple(each for each in fields if _worth_showing(kind, each)),
    )


def _moved(draft: Draft, now: int | None) -> bool:
    return draft.base is not None and bool(now) and draft.base != now


def _worth_showing(kind: Kind, each: UnfinishedField) -> bool:
    """Leave out what the program put beside the words: places in a list, states, references."""
    spec = kind.field(each.name)
    return not spec.machinery and not spec.target and spec in kind.form_fields()


def _field(
    desk: Desk,
    spec: FieldSpec,
    draft: Draft,
    record: Record | None,
    moved: bool,  # noqa: FBT001 - private
    lang: Lang,
) -> UnfinishedField:
    stored = getattr(record, spec.name, None) if record is not None else None
    try:
        typed, problem = show(spec, parse(spec, draft.text, today=desk.today), desk.reference, lang), None
    except UserProblem as wrong:
        typed, problem = draft.text, wrong
    now = show(spec, stored, desk.reference, lang) if moved else ""
    return UnfinishedField(name=spec.name, typed=typed, now=now, moved=moved, problem=problem)


def _case_of(desk: Desk, kind: Kind, record: Record | None, parent: RecordId | None) -> RecordId | None:
    """Climb to the case a record belongs to, or would belong to."""
    for upper, key in _parents(desk, kind, record, parent):
        if upper == "case":
            return key
    return record.id if record is not None and kind.name == "case" else None


def _parents(
    desk: Desk, kind: Kind, record: Record | None, parent: RecordId | None
) -> Iterator[tuple[str, RecordId | None]]:
    registry = desk.services.registry
    while kind.parent is not None:
        key = getattr(record, kind.parent.name) if record is not None else parent
        yield kind.parent.target, key
        kind = registry[kind.parent.target]
        record, parent = (desk.query.get(kind.cls, key) if key is not None else None), None
