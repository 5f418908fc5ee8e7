"""Who is meant when somebody writes for whom something is: the own record, people of the case, or one body."""

from __future__ import annotations

import re

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import OWN_RECORD, Recipient
from kimdesk.domain.names import fold
from kimdesk.domain.records import Person

EVERYONE = frozenset({"familie", "family"})
_DEFAULT_PURPOSE = {"own": "own_record", "readers": "family_copy"}


def recipient_named(desk: Desk, case: RecordId, text: str) -> Recipient:
    """Return who a text means: nobody named is the own record, "Familie" all persons, names of persons these.

    Anything else is the name of one body. Raises UserProblem(recipient.ambiguous).
    """
    if not text.strip():
        return OWN_RECORD
    persons = desk.query.of_case(Person, case)
    if fold(text.strip()) in EVERYONE:
        return Recipient(kind="readers", persons=frozenset(each.id for each in persons))
    parts = [part for part in re.split(r"\s*(?:,|\bund\b|\band\b)\s*", text.strip()) if part]
    found = [_meant(part, persons) for part in parts]
    if all(found):
        return Recipient(kind="readers", persons=frozenset().union(*found))
    return Recipient(kind="body", name=text.strip())


def _meant(text: str, persons: tuple[Person, ...]) -> frozenset[RecordId]:
    wanted = fold(text)
    whole = {each.id for each in persons if wanted in {fold(name) for name in _spellings(each)}}
    if len(whole) > 1:
        raise UserProblem("recipient.ambiguous")
    return frozenset(whole)


def _spellings(person: Person) -> set[str]:
    given, family = person.given_name or "", person.family_name or ""
    return {name.strip() for name in (f"{given} {family}", f"{family} {given}", given)} - {""}


def purpose_for(desk: Desk, recipient: Recipient, given: str) -> Code:
    """Return the purpose's code; a body needs one named. Raises UserProblem(recipient.no_purpose)."""
    purpose = given or _DEFAULT_PURPOSE.get(recipient.kind, "")
    if purpose not in desk.reference["purpose"]:
        known = ", ".join(entry.code for entry in desk.reference["purpose"].entries)
        raise UserProblem("recipient.no_purpose", known=known)
    return Code(purpose)
