"""What may travel: for every kind of contents the fields of its records, checked one by one (FORMAT.md 5).

A record with a field too many, too few or of another type makes the whole bundle untrustworthy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kimdesk.base.errors import Untrusted
from kimdesk.exchange import strict_json
from kimdesk.exchange.strict_json import Json

Check = Callable[[Json], bool]
MAX_TEXT: Final = 20_000
MAX_CELLS: Final = 2_000
_CODE: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.+-]{0,63}\Z")
_ID: Final = re.compile(r"[0-9a-f]{32}\Z")
_REVISION: Final = re.compile(r"[0-9a-f]{16}\Z")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


def text(value: Json) -> bool:
    """Free text of at most 20,000 characters."""
    return isinstance(value, str) and 0 < len(value) <= MAX_TEXT


def code(value: Json) -> bool:
    """A code: letters, digits and a few marks."""
    return isinstance(value, str) and bool(_CODE.match(value))


def item_id(value: Json) -> bool:
    """16 bytes in hex."""
    return isinstance(value, str) and bool(_ID.match(value))


def revision(value: Json) -> bool:
    """A hybrid clock value: 64 bits in hex, milliseconds << 16 | counter."""
    return isinstance(value, str) and bool(_REVISION.match(value))


def whole(value: Json) -> bool:
    """A whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def flag(value: Json) -> bool:
    """True or false."""
    return isinstance(value, bool)


def day(value: Json) -> bool:
    """A calendar day, YYYY-MM-DD."""
    if not isinstance(value, str) or not _DAY.match(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def year_month(value: Json) -> bool:
    """A month, YYYY-MM."""
    return isinstance(value, str) and day(f"{value}-01")


def codes(value: Json) -> bool:
    """A set of codes as a sorted list."""
    if not isinstance(value, list) or len(value) > MAX_CELLS or not all(map(code, value)):
        return False
    texts = [str(each) for each in value]
    return texts == sorted(set(texts))


def people(value: Json) -> bool:
    """Persons without names: [band of birth years, residence status] rows, sorted."""
    if not isinstance(value, list) or len(value) > MAX_CELLS:
        return False
    if not all(isinstance(row, list) and len(row) == 2 and code(row[0]) and code(row[1]) for row in value):
        return False
    rows = [[str(row[0]), str(row[1])] for row in value if isinstance(row, list)]
    return rows == sorted(rows)


def cells(value: Json) -> bool:
    """A one-way table: [code, number] rows, sorted by code, none twice."""
    if not isinstance(value, list) or len(value) > MAX_CELLS:
        return False
    if not all(isinstance(row, list) and len(row) == 2 and code(row[0]) and whole(row[1]) for row in value):
        return False
    keys = [str(row[0]) for row in value if isinstance(row, list)]
    return keys == sorted(set(keys))


def released_value(value: Json) -> bool:
    """The value of a released field: a text, a whole number, or a set of texts as a sorted list."""
    if isinstance(value, list):
        texts = [str(each) for each in value]
        return len(value) <= MAX_CELLS and all(map(text, value)) and texts == sorted(set(texts))
    return text(value) or (isinstance(value, int) and not isinstance(value, bool))


def released_fields(value: Json) -> bool:
    """What a gate released of a record: [name, value, [consents]] rows, sorted by name, none twice.

    Every field names the consents that cover it, sorted, at least one. No row at all: nothing is shared any more.
    """
    if not isinstance(value, list) or len(value) > MAX_CELLS:
        return False
    if not all(isinstance(row, list) and len(row) == 3 and _released(row[0], row[1], row[2]) for row in value):
        return False
    names = [str(row[0]) for row in value if isinstance(row, list)]
    return names == sorted(set(names))


def _released(name: Json, value: Json, consents: Json) -> bool:
    if not isinstance(name, str) or not isinstance(consents, list) or not released_value(value):
        return False
    return _is_code(name) and all(isinstance(each, str) for each in consents) and _are_ids(tuple(map(str, consents)))


@lru_cache(maxsize=4096)
def _is_code(name: str) -> bool:
    return code(name)


@lru_cache(maxsize=4096)
def _are_ids(consents: tuple[str, ...]) -> bool:
    """Tell whether these are ids, sorted, none twice, at least one; the same few cover most fields of a case."""
    return bool(consents) and all(map(item_id, consents)) and list(consents) == sorted(set(consents))


@dataclass(frozen=True, slots=True)
class Rules:
    """One kind of contents: whether this version takes it, in which kind of bundle, and the fields of a record."""

    name: str
    bundle: str
    accepted: bool
    needed: Mapping[str, Check]
    optional: Mapping[str, Check] = field(default_factory=lambda: MappingProxyType({}))
    blobs: bool = False

    def check(self, record: Json) -> dict[str, Json]:
        """Return the record; raises Untrusted("bundle.record") unless it has exactly these fields."""
        if not isinstance(record, dict) or not self.needed.keys() <= record.keys():
            raise Untrusted("bundle.record", contents=self.name)
        checks = {**self.needed, **self.optional}
        if not all(name in checks and checks[name](value) for name, value in record.items()):
            raise Untrusted("bundle.record", contents=self.name)
        return record


def _figures() -> Rules:
    return Rules(
        "figures",
        "sync",
        accepted=True,
        needed={
            "id": item_id,
            "figure": code,
            "definition": whole,
            "split": code,
            "unit": code,
            "date_from": day,
            "date_to": day,
            "cells": cells,
        },
    )


def _observations() -> Rules:
    return Rules(
        "observations",
        "sync",
        accepted=True,
        needed={"id": item_id, "revision": revision, "date": day, "topic": code, "description": text},
        optional={"actor_type": code, "frequency": code, "proposal": text, "place": code},
    )


def _named() -> Rules:
    return Rules(
        "named",
        "sync",
        accepted=True,
        needed={
            "id": item_id,
            "revision": revision,
            "case": item_id,
            "kind": code,
            "purpose": code,
            "fields": released_fields,
        },
        optional={"until": day},
    )


def _withdrawals() -> Rules:
    return Rules(
        "withdrawals",
        "sync",
        accepted=True,
        needed={"id": item_id, "revision": revision, "case": item_id, "on": day},
    )


def _receipt() -> Rules:
    return Rules(
        "receipt",
        "receipt",
        accepted=True,
        needed={"id": item_id, "imported": flag},
        optional={"code": code},
    )


def _pseudonymised() -> Rules:
    optional: dict[str, Check] = dict.fromkeys(("phase", "access_route", "closing_reason"), code)
    optional |= {"since": year_month, "closed": year_month, "until": day, "domains": codes, "persons": people}
    return Rules("pseudonymised", "sync", accepted=True, needed={"id": item_id}, optional=optional)


Catalogue = Mapping[str, Rules]
CATALOGUE: Final[Catalogue] = MappingProxyType(
    {
        rules.name: rules
        for rules in (
            _figures(),
            _observations(),
            _receipt(),
            _pseudonymised(),
            _named(),
            _withdrawals(),
        )
    }
)


def rules_for(name: str, catalogue: Catalogue = CATALOGUE) -> Rules:
    """Return the rules of a kind of contents; raises Untrusted for one this version does not take."""
    rules = catalogue.get(name)
    if rules is None or not rules.accepted:
        raise Untrusted("bundle.unknown_contents", contents=name)
    return rules


def read_batch(raw: bytes, rules: Rules, count: int) -> list[dict[str, Json]]:
    """Return the records of one batch; raises Untrusted("bundle.record")."""
    try:
        value = strict_json.loads(raw)
    except strict_json.NotStrict as refused:
        raise Untrusted("bundle.record", contents=rules.name) from refused
    if not isinstance(value, list) or len(value) != count:
        raise Untrusted("bundle.record", contents=rules.name)
    return [rules.check(record) for record in value]


def item_ids(records: Sequence[Mapping[str, Json]]) -> list[str]:
    """Return the ids of checked records."""
    return [str(record["id"]) for record in records]
