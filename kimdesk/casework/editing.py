"""Typing: every keystroke becomes a durable draft, every settled field a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kimdesk.base.errors import KimError, UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import interpreters
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Add, Change, Changes, Create, Remove, Set
from kimdesk.domain.declare import FieldSpec, Kind, Record, Type
from kimdesk.domain.following import followed
from kimdesk.domain.interpreting import ANSWER, NAME
from kimdesk.domain.values import Value, parse
from kimdesk.domain.views.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of a record's drafts: what was written, and per field what is not valid yet.

    `asks` are the fields that name somebody of whom nobody knows whether they are 18, with that name.
    """

    changes: Changes = field(default_factory=Changes)
    problems: Mapping[str, KimError] = field(default_factory=dict)
    exists: bool = True
    asks: Mapping[str, str] = field(default_factory=dict)


def mint(desk: Desk) -> RecordId:
    """Return the id of a record that is about to be typed."""
    return new_id(desk.clock)


def keep(desk: Desk, draft: Draft) -> None:
    """Make what is being typed durable; the base revision is noted when the draft begins."""
    base = draft.base
    if base is None:
        known = next((old for old in desk.query.drafts(draft.record) if old.field == draft.field), None)
        base = known.base if known else desk.query.revisions(draft.kind, draft.record).get(draft.field) or None
    desk.store.keep_draft(
        Draft(
            kind=draft.kind,
            record=draft.record,
            field=draft.field,
            text=draft.text,
            parent=draft.parent,
            base=base,
        )
    )
    if draft.field == NAME:  # what was answered was about another name
        desk.store.drop_drafts(draft.record, ANSWER)


def put(desk: Desk, kind: str, record: RecordId, name: str, value: Value) -> Changes:
    """Give a field of an existing record a value at once, as choosing from a list does."""
    changes = desk.apply(*followed([Set(kind, record, name, value)], desk.today))
    desk.store.drop_drafts(record, name)
    return changes


def toggle(desk: Desk, kind: str, record: RecordId, name: str, element: str | bytes, *, on: bool) -> Changes:
    """Put an element into a set or take it out."""
    change: Change = Add(kind, record, name, element) if on else Remove(kind, record, name, element)
    return desk.apply(change)


def settle(desk: Desk, kind_name: str, record: RecordId, *, given: Mapping[str, Value] | None = None) -> Settled:
    """Turn the drafts of a record into one change; what is not valid yet stays a draft with its problem.

    `given` are values a new record gets beside what was typed. A record begins to exist with its required fields.
    """
    kind = desk.services.registry[kind_name]
    drafts = desk.query.drafts(record)
    values, problems = _parsed(desk, kind, drafts)
    known = desk.query.get(kind.cls, record)
    begun = {**(given or {}), **_parents(kind, drafts)} if known is None else {}
    asks = _judge(desk, kind, known, begun, values, problems)
    if known is None:
        return replace(_settle_new(desk, kind, record, {**begun, **values}, problems), asks=asks)
    sets: list[Change] = [
        Set(kind.name, record, draft.field, values[draft.field], draft.base)
        for draft in drafts
        if draft.field in values
    ]
    if not sets:
        return Settled(problems=problems, asks=asks)
    try:
        changes = desk.store.apply_draft(list(followed(sets, desk.today)), record, list(values), actor=desk.actor)
    except UserProblem as problem:
        return Settled(problems={**problems, next(iter(values)): problem}, asks=asks)
    return Settled(changes=changes, problems=problems, asks=asks)


def _judge(
    desk: Desk,
    kind: Kind,
    known: Record | None,
    begun: Mapping[str, Value],
    values: dict[str, Value],
    problems: dict[str, KimError],
) -> dict[str, str]:
    """Take out of the values who must not interpret, or is to be asked about first; returns of whom to ask."""
    above = kind.parent.name if kind.parent is not None else ""
    case = begun.get(above) if known is None else getattr(known, above, None)
    judged = interpreters.judge(desk, kind, RecordId(case), values) if isinstance(case, bytes) else ()
    asks = {}
    for each in judged:
        if each.open:
            asks[each.field] = each.name
        if each.problem is not None:
            problems[each.field] = each.problem
            del values[each.field]
    return asks


def _settle_new(
    desk: Desk, kind: Kind, record: RecordId, values: dict[str, Value], problems: dict[str, KimError]
) -> Settled:
    if not problems and not _may_exist(kind, values):
        return Settled(exists=False)
    try:
        created = Create(kind.name, record, values)
        changes = desk.store.apply_draft([created], record, list(values), actor=desk.actor)
    except UserProblem as problem:
        return Settled(problems={**problems, "": problem}, exists=False)
    return Settled(changes=changes, problems=problems)


def _may_exist(kind: Kind, values: Mapping[str, Value]) -> bool:
    required = all(values.get(spec.name) is not None for spec in kind.fields if spec.required)
    return required and (not kind.one_of or any(values.get(name) for name in kind.one_of))


def _parents(kind: Kind, drafts: tuple[Draft, ...]) -> dict[str, Value]:
    parent = next((draft.parent for draft in drafts if draft.parent is not None), None)
    return {kind.parent.name: parent} if kind.parent is not None and parent is not None else {}


def _parsed(desk: Desk, kind: Kind, drafts: tuple[Draft, ...]) -> tuple[dict[str, Value], dict[str, KimError]]:
    values: dict[str, Value] = {}
    problems: dict[str, KimError] = {}
    for draft in drafts:
        try:
            values[draft.field] = _checked(desk, kind.field(draft.field), draft.text)
        except UserProblem as problem:
            problems[draft.field] = problem
    return values, problems


def _checked(desk: Desk, spec: FieldSpec, text: str) -> Value:
    value = parse(spec, text, today=desk.today)
    if spec.type is Type.CODE and value is not None and value not in desk.reference[spec.codes]:
        raise UserProblem("field.invalid", field=spec.de)
    return value


def settle_all(desk: Desk) -> None:
    """Settle every draft that can be settled; called at lock and at quit."""
    pending = {draft.record: draft.kind for draft in desk.query.drafts()}
    for record, kind in pending.items():
        settle(desk, kind, record)


def forget(desk: Desk, record: RecordId) -> None:
    """Throw away what was typed of a record and never became a change."""
    desk.store.drop_drafts(record)


def undo(desk: Desk) -> Changes:
    """Take back the last step of this session."""
    return desk.store.undo(actor=desk.actor)


def redo(desk: Desk) -> Changes:
    """Do again what was taken back."""
    return desk.store.redo(actor=desk.actor)
