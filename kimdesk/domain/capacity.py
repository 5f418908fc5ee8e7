"""Who can consent: grown-ups, minors who understand what it is about, and those who have custody (protection.md)."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.records import Consent, Person
from kimdesk.domain.values import age_on, lower_bound

ADULT = 18
_PARENTS = frozenset({"mother", "father", "parent"})
RELATIVES = frozenset({"child", "sibling", "grandparent", "other"})


def is_adult(person: Person, day: dt.date) -> bool:
    """Unknown ages count as adult unless the role says child, so that nobody is left out of the asking."""
    if person.birth_date:
        return age_on(person.birth_date, day) >= ADULT
    return person.role != "child"


def decides(person: Person, day: dt.date) -> bool:
    """Tell whether somebody decides about the family's record: a grown-up, but no relative who lives elsewhere.

    A parent or partner who lives elsewhere decides as well; where nothing is recorded everybody does.
    """
    elsewhere = person.in_household == "no" and person.role in RELATIVES
    return is_adult(person, day) and not elsewhere


def eighteenth(person: Person) -> dt.date | None:
    """Return the day somebody comes of age, by the earliest day a partial date of birth may mean; None if unknown."""
    if not person.birth_date:
        return None
    born = lower_bound(person.birth_date)
    if (born.month, born.day) == (2, 29):
        return dt.date(born.year + ADULT, 3, 1)
    return born.replace(year=born.year + ADULT)


def may_ask_for(reader: Person, person: Person, day: dt.date) -> bool:
    """Tell whether somebody may be told what is stored about a person: about themselves, or as a parent about a minor.

    Where one parent has custody alone, it is that one (§§ 1626, 1629 BGB).
    """
    if reader.id == person.id:
        return True
    if is_adult(person, day) or not is_adult(reader, day) or reader.role not in _PARENTS:
        return False
    return person.custody not in {"mother", "father", "guardian"} or reader.role == person.custody


def may_consent(person: Person, consent: Consent, day: dt.date) -> bool:
    """Tell whether a consent was given by those who could, and still may stand on a day.

    A minor judged able to understand consents alone; otherwise whoever has custody, both where custody is joint.
    What a guardian gave ends on the eighteenth birthday (§§ 1626, 1629 BGB).
    """
    of_age = eighteenth(person)
    given = consent.given_on or day
    if is_adult(person, day):
        by_guardian = consent.guardian is not None
        return not (by_guardian and (of_age is None or given < of_age))
    if consent.guardian is None:
        return person.capacity == "yes"
    return person.custody != "joint" or consent.second_guardian is not None
