"""The one door: changes are checked, written, journalled and projected in a single transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from kimdesk.base.clock import Clock
from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.changes import Add, Change, Create, Delete, Redact, Remove, Restore, Revision, Set
from kimdesk.domain.declare import FieldSpec, Kind, Registry, Type
from kimdesk.domain.values import Value, check
from kimdesk.store.codec import Stored, from_column, to_column
from kimdesk.store.hlc import HybridClock
from kimdesk.store.journal import Entry, empty, record_text, value_text
from kimdesk.store.tables import Tables

ALIVE, DELETED, GONE_WITH_PARENT, REDACTED = 0, 1, 2, 3
STEP = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One written change as the journal will tell it."""

    op: str
    text: str
    rev: Revision
    field: str = ""
    base: Revision | None = None


@dataclass(slots=True)
class Touched:
    """What a transaction wrote so far."""

    kinds: set[str] = field(default_factory=set)
    records: dict[RecordId, str] = field(default_factory=dict)
    roots: set[RecordId] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
    inverse: list[Change] = field(default_factory=list)
    revisions: dict[tuple[RecordId, str], Revision] = field(default_factory=dict)


@dataclass(slots=True)
class Inserts:
    """Rows of new records and their links, not written yet."""

    rows: defaultdict[str, list[dict[str, Stored]]] = field(default_factory=lambda: defaultdict(list))
    links: defaultdict[tuple[str, str], list[dict[str, Stored]]] = field(default_factory=lambda: defaultdict(list))


class Applier:
    """Writes the changes of one transaction; made anew for each."""

    def __init__(
        self, conn: sa.Connection, registry: Registry, tables: Tables, clock: Clock, revisions: HybridClock
    ) -> None:
        self._conn = conn
        self._registry = registry
        self._tables = tables
        self._clock = clock
        self._revisions = revisions
        self._rows: dict[tuple[str, RecordId], Mapping[str, Any]] = {}
        self._new = Inserts()
        self._questions: dict[str, sa.Select[Any]] = {}
        self._ended: dict[RecordId, bool] = {}
        self._pointing: list[tuple[Kind, FieldSpec, RecordId, RecordId]] = []
        self.touched = Touched()

    def run(self, changes: Sequence[Change], progress: Progress = SILENT) -> Touched:
        """Write the changes in order; raises UserProblem or Cancelled, then the transaction must be rolled back.

        They are the first half of the steps told; bringing index and list in step is the other.
        """
        for number, change in enumerate(changes):
            if number % STEP == 0:
                progress.step(number, 2 * len(changes))
            if change.kind not in self._registry:
                raise UserProblem("record.unknown_kind", kind=change.kind)
            self._one(self._registry[change.kind], change)
        self._write_new()
        self._refuse_strangers()
        return self.touched

    def _one(self, kind: Kind, change: Change) -> None:
        if not isinstance(change, Create):
            self._write_new()
        match change:
            case Create():
                self._create(kind, change)
            case Set():
                self._set(kind, change)
            case Add():
                self._add(kind, change)
            case Remove():
                self._remove(kind, change)
            case Delete() | Restore() | Redact():
                self._end_or_revive(kind, change)

    # creating -------------------------------------------------------------

    def _create(self, kind: Kind, change: Create) -> None:
        values = {spec.name: check(spec, change.values.get(spec.name)) for spec in kind.fields}
        if unknown := set(change.values) - set(values):
            raise UserProblem("field.unknown", kind=f"{kind.name}.{min(unknown)}")
        self._require_one_of(kind, values)
        root = self._root_of_new(kind, change.id, values)
        self._refuse_frozen_child(kind, values)
        for spec in kind.fields:
            self._point(kind, spec, change.id, values[spec.name])
        rev = self._revisions.tick()
        row = {spec.name: to_column(values[spec.name]) for spec in kind.fields if not spec.many}
        self._new.rows[kind.name].append({"id": change.id, "root": root, "rev": rev, **row})
        self._rows[kind.name, change.id] = {**self._new.rows[kind.name][-1], "deleted": ALIVE}
        for spec in kind.fields:
            if spec.many:
                self._new.links[kind.name, spec.name] += _link_rows(change.id, values[spec.name])
        self._note(kind, change.id, root, Written(op="create", text=record_text(kind, values), rev=rev))
        self.touched.inverse.append(Delete(kind.name, change.id))

    def _require_one_of(self, kind: Kind, values: dict[str, Value]) -> None:
        if kind.one_of and not any(values[name] for name in kind.one_of):
            raise UserProblem("field.one_of", fields=" / ".join(kind.field(name).de for name in kind.one_of))

    def _root_of_new(self, kind: Kind, record: RecordId, values: dict[str, Value]) -> RecordId:
        if kind.parent is None:
            return record
        parent = self._row(self._registry[kind.parent.target], RecordId(_as_bytes(values[kind.parent.name])))
        return RecordId(parent["root"])

    def _write_new(self) -> None:
        """Insert what was created since the last call; creating many records costs few statements."""
        new, self._new = self._new, Inserts()
        for name, rows in new.rows.items():
            try:
                self._conn.execute(sa.insert(self._tables.kinds[name]), rows)
            except sa.exc.IntegrityError as error:
                raise UserProblem("record.exists", kind=self._registry[name].de) from error
        for key, links in new.links.items():
            if links:
                self._conn.execute(sa.insert(self._tables.links[key]), links)

    # changing -------------------------------------------------------------

    def _set(self, kind: Kind, change: Set) -> None:
        spec = self._field(kind, change.field)
        if spec.many:
            self._set_many(kind, spec, change)
            return
        if spec.type is Type.PARENT:
            self._move(kind, spec, change)
            return
        row = self._row(kind, change.id)
        value = check(spec, change.value)
        before = from_column(spec, row[spec.name])
        if value == before:
            return
        self._require_one_of(kind, {**{name: row[name] for name in kind.one_of}, spec.name: value})
        self._refuse_frozen(kind, spec, row)
        self._point(kind, spec, change.id, value)
        base = self._revision(change.id, spec.name, row["rev"])
        if change.base is not None and change.base != base:
            raise UserProblem("change.stale", field=spec.de)
        rev = self._revisions.tick()
        table = self._tables.kinds[kind.name]
        self._conn.execute(sa.update(table).where(table.c.id == change.id).values({spec.name: to_column(value)}))
        self._rows.pop((kind.name, change.id), None)
        self._write_revision(change.id, spec.name, rev)
        root = RecordId(row["root"])
        self._note(
            kind, change.id, root, Written(op="set", field=spec.name, text=value_text(value), rev=rev, base=base)
        )
        self.touched.inverse.append(Set(kind.name, change.id, spec.name, before, rev))

    def _set_many(self, kind: Kind, spec: FieldSpec, change: Set) -> None:
        checked = check(spec, change.value)
        wanted: frozenset[Any] = checked if isinstance(checked, frozenset) else frozenset()
        have = self._elements(kind, spec, change.id)
        for element in sorted(wanted - have):
            self._add(kind, Add(kind.name, change.id, spec.name, element))
        for element in sorted(have - wanted):
            self._remove(kind, Remove(kind.name, change.id, spec.name, element))

    def _add(self, kind: Kind, change: Add) -> None:
        spec, row, rev = self._set_change(kind, change)
        self._point(kind, spec, change.id, frozenset({change.element}))
        if change.element in self._elements(kind, spec, change.id):
            return
        link = self._tables.links[kind.name, spec.name]
        self._conn.execute(sa.insert(link), {"owner": change.id, "value": change.element})
        text = value_text(frozenset({change.element}))  # type: ignore[arg-type]
        self._note(kind, change.id, RecordId(row["root"]), Written(op="add", field=spec.name, text=text, rev=rev))
        self.touched.inverse.append(Remove(kind.name, change.id, spec.name, change.element))

    def _remove(self, kind: Kind, change: Remove) -> None:
        spec, row, rev = self._set_change(kind, change)
        link = self._tables.links[kind.name, spec.name]
        gone = self._conn.execute(sa.delete(link).where(link.c.owner == change.id, link.c.value == change.element))
        if not gone.rowcount:
            return
        text = value_text(frozenset({change.element}))  # type: ignore[arg-type]
        self._note(kind, change.id, RecordId(row["root"]), Written(op="remove", field=spec.name, text=text, rev=rev))
        self.touched.inverse.append(Add(kind.name, change.id, spec.name, change.element))

    def _set_change(self, kind: Kind, change: Add | Remove) -> tuple[FieldSpec, Any, Revision]:
        spec = self._field(kind, change.field)
        if not spec.many:
            raise UserProblem("field.invalid", field=spec.de)
        check(spec, frozenset({change.element}))  # type: ignore[arg-type]
        row = self._row(kind, change.id)
        if not self._follows_a_merge(kind, spec, change):
            self._refuse_frozen(kind, spec, row)
        return spec, row, self._revisions.tick()

    def _follows_a_merge(self, kind: Kind, spec: FieldSpec, change: Add | Remove) -> bool:
        """Tell whether a reference only goes over to what its own was merged into: what is said stays the same."""
        if not spec.target or "merged_into" not in {each.name for each in self._registry[spec.target].fields}:
            return False
        target, have = self._registry[spec.target], self._elements(kind, spec, change.id) - {change.element}
        this = self._row(target, RecordId(_as_bytes(change.element)), deleted=None)["merged_into"]
        others = {self._row(target, RecordId(each), deleted=None)["merged_into"] for each in have}
        return this in have or change.element in others

    # moving ---------------------------------------------------------------

    def _move(self, kind: Kind, spec: FieldSpec, change: Set) -> None:
        """Hang a record with everything below it on another parent; a frozen one goes from case to case as it is."""
        row, above = self._row(kind, change.id), self._registry[spec.target]
        parent = self._row(above, RecordId(_as_bytes(change.value)))
        before = row[spec.name]
        if parent["id"] == before:
            return
        if above.parent is not None:
            self._refuse_frozen(kind, spec, row)
        base = self._revision(change.id, spec.name, row["rev"])
        if change.base is not None and change.base != base:
            raise UserProblem("change.stale", field=spec.de)
        rev = self._revisions.tick()
        table = self._tables.kinds[kind.name]
        self._conn.execute(sa.update(table).where(table.c.id == change.id).values({spec.name: parent["id"]}))
        self._write_revision(change.id, spec.name, rev)
        self.touched.roots.add(RecordId(row["root"]))
        root = RecordId(parent["root"])
        text = value_text(RecordId(parent["id"]))
        self._note(kind, change.id, root, Written(op="set", field=spec.name, text=text, rev=rev, base=base))
        self.touched.inverse.append(Set(kind.name, change.id, spec.name, RecordId(before), rev))
        self._replant(kind, change.id, root)

    def _replant(self, kind: Kind, record: RecordId, root: RecordId) -> None:
        """Let a record and all below it, deleted ones too, belong to another case."""
        table = self._tables.kinds[kind.name]
        self._conn.execute(sa.update(table).where(table.c.id == record).values(root=root))
        self._rows.pop((kind.name, record), None)
        self.touched.records[record] = kind.name
        for child in self._registry.children(kind.name):
            assert child.parent is not None
            below = self._tables.kinds[child.name]
            for each in self._conn.scalars(sa.select(below.c.id).where(below.c[child.parent.name] == record)).all():
                self.touched.kinds.add(child.name)
                self._replant(child, RecordId(each), root)

    # deleting -------------------------------------------------------------

    def _end_or_revive(self, kind: Kind, change: Delete | Restore | Redact) -> None:
        match change:
            case Delete():
                self._delete(kind, change)
            case Restore():
                self._restore(kind, change)
            case Redact():
                self._redact(kind, change)

    def _delete(self, kind: Kind, change: Delete) -> None:
        row = self._row(kind, change.id)
        self._refuse_frozen(kind, None, row)
        self._mark(kind, change.id, DELETED)
        self._note(
            kind, change.id, RecordId(row["root"]), Written(op="delete", text="null", rev=self._revisions.tick())
        )
        self.touched.inverse.append(Restore(kind.name, change.id))
        self._hide_children(kind, change.id)

    def _restore(self, kind: Kind, change: Restore) -> None:
        row = self._row(kind, change.id, deleted=DELETED)
        if kind.parent is not None:
            self._row(self._registry[kind.parent.target], RecordId(row[kind.parent.name]))
        self._mark(kind, change.id, ALIVE)
        self._note(
            kind, change.id, RecordId(row["root"]), Written(op="restore", text="null", rev=self._revisions.tick())
        )
        self.touched.inverse.append(Delete(kind.name, change.id))
        self._show_children(kind, change.id)

    def _redact(self, kind: Kind, change: Redact) -> None:
        """Empty a removed record and what the journal tells of it; its ids, its place and its days stay."""
        row = self._row(kind, change.id, deleted=None)
        if row["deleted"] not in {DELETED, GONE_WITH_PARENT}:
            raise UserProblem("record.missing", kind=kind.de)
        self._refuse_frozen(kind, None, row)
        table = self._tables.kinds[kind.name]
        said = [spec for spec in kind.fields if spec.type is not Type.PARENT]
        for spec in said:
            if spec.many:
                link = self._tables.links[kind.name, spec.name]
                self._conn.execute(sa.delete(link).where(link.c.owner == change.id))
        emptied = {spec.name: None for spec in said if not spec.many}
        self._conn.execute(sa.update(table).where(table.c.id == change.id).values(emptied))
        empty(self._conn, self._tables, change.id)
        self._mark(kind, change.id, REDACTED)
        self._note(
            kind, change.id, RecordId(row["root"]), Written(op="redact", text="null", rev=self._revisions.tick())
        )

    def _mark(self, kind: Kind, record: RecordId, state: int) -> None:
        table = self._tables.kinds[kind.name]
        self._conn.execute(sa.update(table).where(table.c.id == record).values(deleted=state))
        self._rows.pop((kind.name, record), None)
        self.touched.records[record] = kind.name
        self.touched.kinds.add(kind.name)

    def _hide_children(self, kind: Kind, record: RecordId) -> None:
        for child, child_id in self._children(kind, record, ALIVE):
            self._mark(child, child_id, GONE_WITH_PARENT)
            self._hide_children(child, child_id)

    def _show_children(self, kind: Kind, record: RecordId) -> None:
        for child, child_id in self._children(kind, record, GONE_WITH_PARENT):
            self._mark(child, child_id, ALIVE)
            self._show_children(child, child_id)

    def _children(self, kind: Kind, record: RecordId, state: int) -> list[tuple[Kind, RecordId]]:
        found: list[tuple[Kind, RecordId]] = []
        for child in self._registry.children(kind.name):
            ids = self._conn.scalars(self._question(child), {"above": record, "state": state})
            found += [(child, RecordId(each)) for each in ids]
        return found

    def _question(self, child: Kind) -> sa.Select[Any]:
        """Return the question for a record's children of a kind, made once: a long undo asks it thousands of times."""
        if child.name not in self._questions:
            assert child.parent is not None
            table = self._tables.kinds[child.name]
            self._questions[child.name] = sa.select(table.c.id).where(
                table.c[child.parent.name] == sa.bindparam("above"), table.c.deleted == sa.bindparam("state")
            )
        return self._questions[child.name]

    # what is there --------------------------------------------------------

    def _field(self, kind: Kind, name: str) -> FieldSpec:
        try:
            return kind.field(name)
        except KeyError:
            raise UserProblem("field.unknown", kind=f"{kind.name}.{name}") from None

    def _row(self, kind: Kind, record: RecordId, *, deleted: int | None = ALIVE) -> Any:
        row = self._rows.get((kind.name, record))
        if row is None:
            table = self._tables.kinds[kind.name]
            found = self._conn.execute(sa.select(table).where(table.c.id == record)).mappings().first()
            row = None if found is None else dict(found)
        if row is None or deleted not in {None, row["deleted"]}:
            raise UserProblem("record.missing", kind=kind.de)
        self._rows[kind.name, record] = row
        return row

    def _elements(self, kind: Kind, spec: FieldSpec, record: RecordId) -> frozenset[Any]:
        link = self._tables.links[kind.name, spec.name]
        return frozenset(self._conn.scalars(sa.select(link.c.value).where(link.c.owner == record)))

    def _revision(self, record: RecordId, name: str, created: Revision) -> Revision:
        table = self._tables["field_rev"]
        found = self._conn.scalar(sa.select(table.c.hlc).where(table.c.record == record, table.c.field == name))
        return created if found is None else int(found)

    def _write_revision(self, record: RecordId, name: str, rev: Revision) -> None:
        self._conn.execute(
            sa.insert(self._tables["field_rev"]).prefix_with("OR REPLACE"),
            {"record": record, "field": name, "hlc": rev},
        )
        self.touched.revisions[record, name] = rev

    # pointing at other records --------------------------------------------

    def _point(self, kind: Kind, spec: FieldSpec, record: RecordId, value: Any) -> None:
        """Refuse a reference to nothing; where it may point is judged once everything is written."""
        if not spec.target or spec.type is Type.PARENT or not value:
            return
        target = self._registry[spec.target]
        same_top = self._registry.top(target) is self._registry.top(kind)
        for each in sorted(value) if isinstance(value, frozenset) else (value,):
            pointed = RecordId(_as_bytes(each))
            self._row(target, pointed, deleted=None)
            if same_top and target.parent is not None:
                self._pointing.append((kind, spec, record, pointed))

    def _refuse_strangers(self) -> None:
        """Refuse references to records of another case: nobody's name gets into a stranger's file."""
        for kind, spec, record, pointed in self._pointing:
            row, other = (
                self._row(kind, record, deleted=None),
                self._row(self._registry[spec.target], pointed, deleted=None),
            )
            if row["root"] != other["root"] and pointed in self._pointed_now(kind, spec, row):
                raise UserProblem("record.elsewhere", field=spec.de)

    def _pointed_now(self, kind: Kind, spec: FieldSpec, row: Any) -> frozenset[Any]:
        return self._elements(kind, spec, row["id"]) if spec.many else frozenset({row[spec.name]})

    # frozen plans ---------------------------------------------------------

    def _refuse_frozen(self, kind: Kind, spec: FieldSpec | None, row: Any) -> None:
        if spec is not None and spec.after_freeze:
            return
        if kind.freezes and row[kind.freezes] is not None:
            raise UserProblem("record.frozen", kind=kind.de)
        self._refuse_frozen_child(kind, row)

    def _refuse_frozen_child(self, kind: Kind, values: Any) -> None:
        if not kind.frozen_by or values[kind.frozen_by] is None:
            return
        above = self._registry[kind.field(kind.frozen_by).target]
        self._refuse_frozen(above, None, self._row(above, RecordId(values[kind.frozen_by])))

    # journal --------------------------------------------------------------

    def _refuse_ended(self, kind: Kind, record: RecordId, root: RecordId, written: Written) -> None:
        """Refuse what is written to a case that was handed over; its retention ends it all the same."""
        top = self._registry.top(kind)
        ending = record == root and (written.op == "delete" or written.field == top.ended_by)
        if not top.ended_by or ending or written.op == "redact":
            return
        if root not in self._ended:
            self._ended[root] = self._row(top, root, deleted=None)[top.ended_by] is not None
        if self._ended[root]:
            raise UserProblem("case.handed_over")

    def _note(self, kind: Kind, record: RecordId, root: RecordId, written: Written) -> None:
        self._refuse_ended(kind, record, root, written)
        self.touched.kinds.add(kind.name)
        self.touched.records[record] = kind.name
        self.touched.roots.add(root)
        self.touched.entries.append(
            Entry(
                change_id=new_id(self._clock),
                op=written.op,
                kind=kind.name,
                record=record,
                field=written.field,
                value=written.text,
                hlc=written.rev,
                base_hlc=written.base,
            )
        )


def _link_rows(owner: RecordId, value: Value) -> list[dict[str, Stored]]:
    elements: list[Any] = sorted(value) if isinstance(value, frozenset) else []
    return [{"owner": owner, "value": element} for element in elements]


def _as_bytes(value: Value) -> bytes:
    if not isinstance(value, bytes):
        raise UserProblem("field.invalid", field="id")
    return value
