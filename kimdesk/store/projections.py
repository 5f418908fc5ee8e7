"""What apply keeps up to date beside the records: the list's summary and the search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from kimdesk.base.ids import RecordId
from kimdesk.base.progress import SILENT, Progress
from kimdesk.domain.declare import Find, Kind, Registry, Sensitivity
from kimdesk.domain.names import search_terms, sort_key
from kimdesk.domain.reference import Reference
from kimdesk.store.tables import Tables

CHUNK = 500
CASES = 100
_DOC = ("n", "kind", "record", "root")


class Projections:
    """Refreshes summaries and index entries of the records a transaction touched."""

    def __init__(self, registry: Registry, tables: Tables, reference: Reference) -> None:
        self._registry = registry
        self._tables = tables
        self._reference = reference
        self._cases = {"case", "person", "contact", "measure", "consent"} <= {kind.name for kind in registry}

    def refresh(
        self,
        conn: sa.Connection,
        records: Mapping[RecordId, str],
        roots: Collection[RecordId],
        progress: Progress = SILENT,
    ) -> None:
        """Bring index and summaries in step with the records, the second half of the steps told; raises Cancelled."""
        by_kind: defaultdict[str, list[RecordId]] = defaultdict(list)
        for record, kind in records.items():
            by_kind[kind].append(record)
        done, total = len(records) + len(roots), 2 * (len(records) + len(roots))
        for kind, ids in by_kind.items():
            for start in range(0, len(ids), CHUNK):
                progress.step(done, total)
                some = ids[start : start + CHUNK]
                self._index(conn, self._registry[kind], some)
                done += len(some)
        if self._cases:
            for number, root in enumerate(roots):
                if number % CASES == 0:
                    progress.step(done + number, total)
                self._summarise(conn, root)

    # search ---------------------------------------------------------------

    def _index(self, conn: sa.Connection, kind: Kind, ids: Sequence[RecordId]) -> None:
        """Bring the index entries of records of one kind in step, a few statements for all of them."""
        found = [spec.name for spec in kind.fields if spec.find]
        if not found:
            return
        table, docs = self._tables.kinds[kind.name], self._tables["indexed"]
        query = sa.select(*(table.c[name] for name in ("id", "root", "deleted", *found))).where(table.c.id.in_(ids))
        indexed = conn.execute(sa.select(docs.c.record, docs.c.n).where(docs.c.record.in_(ids)))
        known: dict[bytes, int] = {row.record: row.n for row in indexed}
        if known:
            conn.exec_driver_sql("DELETE FROM search WHERE rowid = ?", [(n,) for n in known.values()])
        entries = [entry for row in conn.execute(query).mappings() if (entry := _entry(kind, dict(row)))]
        gone = set(known) - {entry["record"] for entry in entries}
        if gone:
            conn.execute(sa.delete(docs).where(docs.c.record.in_(gone)))
        self._number(conn, known, entries)
        if entries:
            rows = [(entry["n"], entry["names"], entry["words"]) for entry in entries]
            conn.exec_driver_sql("INSERT INTO search(rowid, names, words) VALUES (?, ?, ?)", rows)

    def _number(self, conn: sa.Connection, known: Mapping[bytes, int], entries: list[dict[str, Any]]) -> None:
        """Give each entry its number in the index, a fresh one where it has none."""
        docs = self._tables["indexed"]
        fresh = [entry for entry in entries if entry["record"] not in known]
        last = conn.scalar(sa.select(sa.func.max(docs.c.n))) or 0 if fresh else 0
        for number, entry in enumerate(fresh, start=last + 1):
            entry["n"] = number
        for entry in entries:
            entry.setdefault("n", known.get(entry["record"]))
        if fresh:
            conn.execute(sa.insert(docs), [{key: entry[key] for key in _DOC} for entry in fresh])
        for entry in entries:
            if entry["record"] in known:  # it may have moved to another case
                moved = sa.and_(docs.c.n == entry["n"], docs.c.root != entry["root"])
                conn.execute(sa.update(docs).where(moved).values(root=entry["root"]))

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
        line, terms = self.case_entry(conn, row)
        conn.execute(sa.insert(summary), line)
        conn.exec_driver_sql("INSERT INTO case_search(rowid, terms) VALUES (?, ?)", (row["n"], terms))

    def case_entry(self, conn: sa.Connection, row: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
        """Return a living case's line in the list, and the words the list is searched by."""
        people = self._people(conn, row["id"])
        terms = [row["case_number"], self._reference.label("municipality", row["municipality"])]
        person = self._registry["person"]
        terms += [_terms(person, each, {Find.NAME, Find.NUMBER}) for each in people]
        line = {**self._summary(row, people), **self._counts(conn, row["id"])}
        return line, search_terms(" ".join(terms))

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
        later = measures.alias()
        carried = sa.exists().where(later.c.root == case, later.c.deleted == 0, later.c.carried_from == measures.c.id)
        promised = sa.select(sa.func.min(measures.c.until), sa.func.count()).where(
            measures.c.root == case,
            measures.c.deleted == 0,
            sa.func.coalesce(measures.c.state, "open") == "open",
            ~carried,
        )
        agreed = sa.select(sa.func.count(), sa.func.count(consents.c.withdrawn_on)).where(
            consents.c.root == case, consents.c.deleted == 0
        )
        latest = sa.select(sa.func.max(contacts.c.date)).where(
            contacts.c.root == case, contacts.c.deleted == 0, contacts.c.corrects.is_(None)
        )
        due, promises = conn.execute(promised).one()
        given, withdrawn = conn.execute(agreed).one()
        return {
            "last_contact": conn.scalar(latest),
            "next_due": due,
            "promises": promises,
            "consents_valid": given - withdrawn,
            "consents_withdrawn": withdrawn,
        }


def entries_of(conn: sa.Connection, kind: Kind, tables: Tables) -> Iterator[dict[str, Any]]:
    """Yield what the index shall keep of every record of a kind: kind, record, root, names, words."""
    found = [spec.name for spec in kind.fields if spec.find]
    if found:
        table = tables.kinds[kind.name]
        for row in conn.execute(sa.select(*(table.c[name] for name in ("id", "root", "deleted", *found)))).mappings():
            if (entry := _entry(kind, dict(row))) is not None:
                yield entry


def _entry(kind: Kind, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what the index keeps of a record, or None where it is deleted or has nothing to find."""
    names = _terms(kind, row, {Find.NAME, Find.NUMBER})
    words = _terms(kind, row, {Find.WORDS})
    if row["deleted"] or not (names or words):
        return None
    return {"kind": kind.name, "record": row["id"], "root": row["root"], "names": names, "words": words}


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
