"""Reads the contacts of a family: each with its agreements, its corrections, and its words folded for a filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kimdesk.base.ids import RecordId
from kimdesk.casework import family, interpreters, visits
from kimdesk.casework.desk import Desk
from kimdesk.domain.names import fold
from kimdesk.domain.records import Contact, Goal, Interpreter, Measure, Person
from kimdesk.domain.reference import Reference
from kimdesk.ui.screens.family_contacts.state import ContactItem
from kimdesk.ui.shell.family_rows import call_name, promise_of


@dataclass(frozen=True, slots=True)
class Found:
    """All records the page is made of, contacts newest first."""

    contacts: tuple[Contact, ...]
    measures: tuple[Measure, ...]
    persons: tuple[Person, ...]
    interpreters: tuple[Interpreter, ...] = ()
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A contact with its words folded, so that a filter costs no more than a look."""

    item: ContactItem
    words: str
    confided: str


def find(desk: Desk, case: RecordId) -> Found:
    """Read the records of the page."""
    return Found(
        contacts=desk.query.of_case(Contact, case)[::-1],
        measures=desk.query.of_case(Measure, case),
        persons=family.persons_in_order(desk.query.of_case(Person, case)),
        interpreters=interpreters.choices(desk),
        goals=visits.plan_goals(desk, case),
    )


def entries_of(found: Found, reference: Reference) -> tuple[Entry, ...]:
    """Return the contacts; a correction stands with its original, alone only where that is not here."""
    here = {each.id for each in found.contacts}
    return tuple(_entry(each, found, reference) for each in found.contacts if each.corrects not in here)


def _entry(contact: Contact, found: Found, reference: Reference) -> Entry:
    item = item_of(contact, found, reference)
    whole = (item, *item.corrections)
    words = " ".join(word for each in whole for word in _words(each, reference))
    return Entry(item=item, words=fold(words), confided=fold(" ".join(each.assessment for each in whole)))


def _words(item: ContactItem, reference: Reference) -> Iterable[str]:
    """Yield everything a filter finds a contact by, the words of its codes among it."""
    yield reference.label("contact_form", item.form or None)
    yield reference.label("interpreting", item.interpreting or None)
    yield from (reference.label("life_domain", code) for code in item.topics)
    yield from (item.occasion, item.place, item.interpreter, item.others, item.family_says, item.observation, item.seen)
    yield from item.present
    yield from (each.text for each in item.agreements)
    yield f"{item.date:%d.%m.%Y}"


def item_of(contact: Contact, found: Found, reference: Reference) -> ContactItem:
    """Return a contact as it is read."""
    persons = found.persons
    names = {each.id: call_name(each, persons) for each in persons}
    later = [each for each in found.contacts[::-1] if each.corrects == contact.id]
    return ContactItem(
        key=contact.id.hex(),
        date=contact.date,
        form=contact.form or "",
        occasion=contact.occasion or "",
        minutes=contact.minutes,
        travel=contact.travel_minutes,
        effort=contact.effort_minutes,
        place=contact.place or "",
        interpreting=contact.interpreting or "",
        interpreter=contact.interpreter or "",
        child_interpreted=contact.child_interpreted == "yes",
        present=tuple(names[each.id] for each in persons if each.id in contact.present),
        others=contact.others_present or "",
        topics=tuple(entry.code for entry in reference["life_domain"].entries if entry.code in contact.topics),
        family_says=contact.family_says or "",
        observation=contact.observation or "",
        assessment=contact.assessment or "",
        seen=contact.seen or "",
        next_appointment=contact.next_appointment,
        only_with=tuple(names[each.id] for each in persons if each.id in contact.discuss_only_with),
        agreements=tuple(promise_of(each, {}) for each in found.measures if each.contact == contact.id),
        outside_plan=tuple(
            each.id.hex()
            for each in found.measures
            if each.contact == contact.id and each.goal is None and (each.state or "open") == "open"
        ),
        goals=tuple((each.id.hex(), each.wording or "") for each in found.goals if each.wording),
        completed_on=contact.completed_on,
        correction=contact.corrects is not None,
        corrections=tuple(item_of(each, found, reference) for each in later),
    )
