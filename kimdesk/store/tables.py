"""Tables made from record declarations, and the machinery's own tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

import sqlalchemy as sa

from kimdesk.domain.declare import FieldSpec, Kind, Registry, Type

BLOBS = frozenset({Type.REF, Type.REFS, Type.PARENT})

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

ColumnType: TypeAlias = type[sa.LargeBinary] | type[sa.Integer] | type[sa.Text]


def column_type(spec: FieldSpec) -> ColumnType:
    """Return the storage of one field."""
    if spec.type in BLOBS:
        return sa.LargeBinary
    return sa.Integer if spec.type is Type.NUMBER else sa.Text


def _record_table(metadata: sa.MetaData, kind: Kind) -> sa.Table:
    columns: list[sa.Column[object]] = [
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("root", sa.LargeBinary, nullable=False, index=kind.parent is not None),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("deleted", sa.Integer, nullable=False, server_default="0"),
    ]
    indexed = {kind.parent.name} if kind.parent is not None and kind.parent.target != "case" else set()
    columns += [
        sa.Column(spec.name, column_type(spec), index=spec.name in indexed) for spec in kind.fields if not spec.many
    ]
    return sa.Table(kind.plural, metadata, *columns)


def _link_table(metadata: sa.MetaData, kind: Kind, spec: FieldSpec) -> sa.Table:
    return sa.Table(
        f"{kind.plural}_{spec.name}",
        metadata,
        sa.Column("owner", sa.LargeBinary, primary_key=True),
        sa.Column("value", column_type(spec), primary_key=True),
        sqlite_with_rowid=False,
    )


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of one registry."""

    metadata: sa.MetaData
    kinds: dict[str, sa.Table] = field(default_factory=dict)
    links: dict[tuple[str, str], sa.Table] = field(default_factory=dict)

    def __getitem__(self, name: str) -> sa.Table:
        """Return a machinery table by its name."""
        return self.metadata.tables[name]


@cache
def build_tables(registry: Registry) -> Tables:
    """Return record tables, link tables and machinery for a registry, which is complete by then."""
    metadata = sa.MetaData(naming_convention=NAMING)
    tables = Tables(metadata)
    for kind in registry:
        tables.kinds[kind.name] = _record_table(metadata, kind)
        for spec in kind.fields:
            if spec.many:
                tables.links[kind.name, spec.name] = _link_table(metadata, kind, spec)
    _journal(metadata)
    _working_tables(metadata)
    _summary(metadata)
    _exchange(metadata)
    _district(metadata)
    return tables


def _journal(metadata: sa.MetaData) -> None:
    sa.Table(
        "journal",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("tx", sa.Integer, nullable=False),
        sa.Column("change_id", sa.LargeBinary, nullable=False),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False, index=True),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False),
        sa.Column("base_hlc", sa.Integer),
        sa.Column("device", sa.LargeBinary, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("mac", sa.LargeBinary, nullable=False),
    )
    sa.Table(
        "field_rev",
        metadata,
        sa.Column("record", sa.LargeBinary, primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("hlc", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def _working_tables(metadata: sa.MetaData) -> None:
    sa.Table(
        "draft",
        metadata,
        sa.Column("record", sa.LargeBinary, primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("parent", sa.LargeBinary),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("base", sa.Integer),
        sa.Column("at", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "state",
        metadata,
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    sa.Table(
        "secret",
        metadata,
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
    sa.Table(
        "blob",
        metadata,
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("mime", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary),
    )
    sa.Table(
        "indexed",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("root", sa.LargeBinary, nullable=False),
    )


def _summary(metadata: sa.MetaData) -> None:
    sa.Table(
        "case_summary",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("case_number", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("native", sa.Text, nullable=False),
        sa.Column("sort_key", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("phase", sa.Text),
        sa.Column("active", sa.Integer, nullable=False),
        sa.Column("persons", sa.Integer, nullable=False),
        sa.Column("since", sa.Text),
        sa.Column("last_contact", sa.Text),
        sa.Column("next_due", sa.Text),
        sa.Column("promises", sa.Integer, nullable=False),
        sa.Column("consents_valid", sa.Integer, nullable=False),
        sa.Column("consents_withdrawn", sa.Integer, nullable=False),
        sa.Index("ix_case_summary_order", "active", "sort_key", "n"),
        sa.Index("ix_case_summary_number", "case_number"),
    )


def _exchange(metadata: sa.MetaData) -> None:
    sa.Table(
        "partner",
        metadata,
        sa.Column("fingerprint", sa.LargeBinary, primary_key=True),
        sa.Column("key_id", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("signing", sa.LargeBinary, nullable=False),
        sa.Column("age", sa.LargeBinary, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("short_name", sa.Text, nullable=False, unique=True),
        sa.Column("district", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Integer, nullable=False),
        sa.Column("valid_until", sa.Integer, nullable=False),
        sa.Column("revoked", sa.Integer, nullable=False),
        sa.Column("provider", sa.Text),
        sa.Column("place", sa.Text),
    )
    sa.Table(
        "stream_out",
        metadata,
        sa.Column("partner", sa.LargeBinary, primary_key=True),
        sa.Column("incarnation", sa.LargeBinary, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("acked_at", sa.Integer),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "stream_in",
        metadata,
        sa.Column("partner", sa.LargeBinary, primary_key=True),
        sa.Column("incarnation", sa.LargeBinary, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("answered", sa.Integer, nullable=False, server_default="0"),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "outbox",
        metadata,
        sa.Column("partner", sa.LargeBinary, primary_key=True),
        sa.Column("item", sa.LargeBinary, primary_key=True),
        sa.Column("contents", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("code", sa.Text),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "staged",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("contents", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )


def _district(metadata: sa.MetaData) -> None:
    sa.Table(
        "imported",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("partner", sa.LargeBinary, nullable=False),
        sa.Column("contents", sa.Text, nullable=False),
        sa.Column("item", sa.LargeBinary, nullable=False),
        sa.Column("incarnation", sa.LargeBinary, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Text, nullable=False),
        sa.Column("last_day", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("root", sa.LargeBinary),
        sa.UniqueConstraint("partner", "contents", "item"),
        sa.Index("ix_imported_days", "contents", "first_day", "last_day"),
        sa.Index("ix_imported_root", "root"),
    )
    sa.Table(
        "refusal",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("params", sa.Text, nullable=False),
        sa.Column("kept", sa.Text),
    )
    sa.Table(
        "deposit",
        metadata,
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.UniqueConstraint("kind", "about"),
    )


FTS = {
    "case_search": "CREATE VIRTUAL TABLE case_search USING fts5(terms, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
    "search": "CREATE VIRTUAL TABLE search USING fts5(names, words, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
}
