"""What apply keeps up to date beside the records: the list's summary and the search index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Find, Kind, Registry, Sensitivity
from kimdesk.domain.names import search_terms, sort_key
from kimdesk.domain.reference import Reference
from kimdesk.store.tables import Tables


class Projections:
    """Refreshes summaries and index entries of the records a transaction touched."""

    def __init__(self, registry: Registry, tables: Tables, reference: Reference) -> None:
        self._registry = registry
        self._tables = tables
        self._reference = reference
        self._cases = {"case", "person", "contact", "measure", "consent"} <= {kind.name for kind in registry}

    def refresh(self, conn: sa.Connection, records: Mapping[RecordId, str], roots: Iterable[RecordId]) -> None:
        """Bring index and summaries in step with the records."""
        for record, kind in records.items():
            self._index(conn, self._registry[kind], record)
        if self._cases:
            for root in roots:
                self._summarise(conn, root)

    # search ---------------------------------------------------------------

    def _index(self, conn: sa.Connection, kind: Kind, record: RecordId) -> None:
        table = self._tables.kinds[kind.name]
        row = dict(conn.execute(sa.select(table).where(table.c.id == record)).mappings().one())
        docs = self._tables["indexed"]
        n = conn.scalar(sa.select(docs.c.n).where(docs.c.record == record))
        if n is not None:
            conn.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (n,))
        names = _terms(kind, row, {Find.NAME, Find.NUMBER})
        words = _terms(kind, row, {Find.WORDS})
        if row["deleted"] or not (names or words):
            conn.execute(sa.delete(docs).where(docs.c.record == record))
            return
        if n is None:
            made = conn.execute(
                sa.insert(docs).values(kind=kind.name, record=record, root=row["root"]).returning(docs.c.n)
            )
            n = made.scalar_one()
        conn.exec_driver_sql("INSERT INTO search(rowid, names, words) VALUES (?, ?, ?)", (n, names, words))

    # the caseload's list --------------------------------------------------

    def _summarise(self, conn: sa.Connection, case: RecordId) -> None:
        cases, summary = self._tables.kinds["case"], self._tables["case_summary"]
        found = conn.execute(sa.select(cases).where(cases.c.id == case)).mappings().first()
        if found is None:
            return
        row = dict(found)
        conn.exec_driver_sql("DELETE FROM case_search WHERE rowid = ?", (row["n"],))
        conn.execute(sa.delete(summary).where(summary.c.n == row["n"]))
        if row["deleted"]:
            return
        people = self._people(conn, case)
        conn.execute(sa.insert(summary), {**self._summary(row, people), **self._counts(conn, case)})
        terms = [row["case_number"], self._reference.label("municipality", row["municipality"])]
        person = self._registry["person"]
        terms += [_terms(person, each, {Find.NAME, Find.NUMBER}) for each in people]
        conn.exec_driver_sql(
            "INSERT INTO case_search(rowid, terms) VALUES (?, ?)", (row["n"], search_terms(" ".join(terms)))
        )

    def _people(self, conn: sa.Connection, case: RecordId) -> list[Mapping[str, Any]]:
        persons = self._tables.kinds["person"]
        query = sa.select(persons).where(persons.c.root == case, persons.c.deleted == 0).order_by(persons.c.n)
        return [dict(row) for row in conn.execute(query).mappings()]

    def _summary(self, row: Mapping[str, Any], people: list[Mapping[str, Any]]) -> dict[str, Any]:
        label, native = family_label(people)
        return {
            "n": row["n"],
            "id": row["id"],
            "case_number": row["case_number"],
            "label": label,
            "native": native,
            "sort_key": sort_key(label) or "~",
            "place": row["municipality"],
            "phase": row["phase"],
            "active": int(row["closed_on"] is None),
            "persons": sum(1 for each in people if each["in_household"] != "no"),
            "since": row["first_contact"],
        }

    def _counts(self, conn: sa.Connection, case: RecordId) -> dict[str, Any]:
        contacts, measures = self._tables.kinds["contact"], self._tables.kinds["measure"]
        consents = self._tables.kinds["consent"]
        open_ = [
            measures.c.root == case,
            measures.c.deleted == 0,
            sa.func.coalesce(measures.c.state, "open") == "open",
        ]
        mine = [consents.c.root == case, consents.c.deleted == 0]
        return {
            "last_contact": conn.scalar(
                sa.select(sa.func.max(contacts.c.date)).where(contacts.c.root == case, contacts.c.deleted == 0)
            ),
            "next_due": conn.scalar(sa.select(sa.func.min(measures.c.until)).where(*open_)),
            "promises": conn.scalar(sa.select(sa.func.count()).select_from(measures).where(*open_)),
            "consents_valid": conn.scalar(
                sa.select(sa.func.count()).select_from(consents).where(*mine, consents.c.withdrawn_on.is_(None))
            ),
            "consents_withdrawn": conn.scalar(
                sa.select(sa.func.count()).select_from(consents).where(*mine, consents.c.withdrawn_on.is_not(None))
            ),
        }


def _terms(kind: Kind, row: Mapping[str, Any], finds: set[Find]) -> str:
    texts = [
        str(row[spec.name])
        for spec in kind.fields
        if spec.find in finds and spec.sensitivity is not Sensitivity.PROTECTED and row[spec.name]
    ]
    return search_terms(" ".join(texts))


def family_label(people: list[Mapping[str, Any]]) -> tuple[str, str]:
    """Return the family's name in Latin and in its own script, from the first person who has one.

    Several family names among the people (Dimitrov, Dimitrova) stay one label: the first.
    """
    first = next((each for each in people if each["family_name"]), people[0] if people else None)
    if first is None:
        return "", ""
    native = next((each["family_name_native"] for each in people if each["family_name_native"]), "")
    return first["family_name"] or first["given_name"] or "", native or ""
