"""What somebody answers when asked whether whoever interprets is at least 18."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing
from kimdesk.casework.desk import Desk
from kimdesk.casework.editing import Settled
from kimdesk.casework.interpreters import GROWN_UP, UNDER_AGE
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.declare import Code, Kind
from kimdesk.domain.interpreting import ANSWER, NAME
from kimdesk.domain.names import fold
from kimdesk.domain.views.drafts import Draft

_NOTE: Final = "contact"


def answer(desk: Desk, kind_name: str, record: RecordId, field: str, *, of_age: bool) -> Settled:
    """Keep the answer about the name typed or chosen last: a grown-up is named by it, a child does not stay named.

    About an entry of the directory it is kept there, about a name beside it.
    """
    kind = desk.services.registry[kind_name]
    draft = next((each for each in desk.query.drafts(record) if each.field == field), None)
    if field == NAME and kind.field(field).target != NAME:
        return _about_name(desk, kind, record, draft, of_age=of_age)
    return _about_entry(desk, kind, record, draft, of_age=of_age)


def _about_entry(desk: Desk, kind: Kind, record: RecordId, draft: Draft | None, *, of_age: bool) -> Settled:
    if draft is None:
        return Settled()
    entry = RecordId(bytes.fromhex(draft.text))
    changes = desk.apply(Set(NAME, entry, "of_age", _code(of_age=of_age)))
    if not of_age:
        desk.store.drop_drafts(record, draft.field)
    return _settled(desk, kind, record, changes)


def _about_name(desk: Desk, kind: Kind, record: RecordId, draft: Draft | None, *, of_age: bool) -> Settled:
    known = desk.query.get(kind.cls, record)
    stored = getattr(known, NAME) if known is not None else None
    typed = draft.text if draft is not None else stored or ""
    if of_age:
        parent = draft.parent if draft is not None else None
        editing.keep(desk, Draft(kind=kind.name, record=record, field=ANSWER, text=GROWN_UP, parent=parent))
        return editing.settle(desk, kind.name, record)
    desk.store.drop_drafts(record, NAME)
    changes = Changes()
    if stored is not None and fold(stored).strip() == fold(typed).strip():
        changes = _unnamed(desk, kind, record)
    return _settled(desk, kind, record, changes)


def _unnamed(desk: Desk, kind: Kind, record: RecordId) -> Changes:
    """Take a name away; a talk's note keeps that only a child could translate."""
    if kind.name == _NOTE:
        return editing.put(desk, _NOTE, record, ANSWER, Code(UNDER_AGE))
    return editing.put(desk, kind.name, record, NAME, None)


def _settled(desk: Desk, kind: Kind, record: RecordId, changes: Changes) -> Settled:
    settled = editing.settle(desk, kind.name, record)
    return replace(settled, changes=changes | settled.changes)


def _code(*, of_age: bool) -> Code:
    return Code(GROWN_UP if of_age else UNDER_AGE)
