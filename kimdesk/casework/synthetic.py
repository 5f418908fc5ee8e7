"""Invented families for demo, tests and benchmarks: the same random numbers give the same family."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from kimdesk.base.clock import Clock
from kimdesk.base.ids import RecordId, new_id
from kimdesk.base.resources import resource
from kimdesk.domain.changes import Change, Create, Set
from kimdesk.domain.holidays import working_day_from, working_day_until
from kimdesk.domain.reference import Reference
from kimdesk.domain.values import Value

OPEN_FOR = 21
CATEGORIES = frozenset({"identity", "reach", "status", "plan", "contacts"})
FORMS = {"home_visit": 30, "office": 30, "phone": 20, "accompaniment": 8, "messenger": 4, "third_party": 4,
         "video": 2, "case_conference": 2}  # fmt: skip
LEVELS = {"none": 15, "A1": 20, "A2": 25, "B1": 25, "B2": 10, "C1": 5}
ROUTES = {"self": 25, "municipality": 20, "school_daycare": 15, "counselling": 15, "jobcenter": 10, "volunteer": 8,
          "immigration_office": 5, "health": 2}  # fmt: skip
ENDS = {"goals_reached": 35, "partly_reached": 20, "regular_service": 18, "moved": 10, "ended_by_client": 8,
        "contact_lost": 6, "not_indicated": 3}  # fmt: skip
GOAL_STATES = {"open": 15, "in_progress": 35, "stalled": 15, "partly_reached": 10, "reached": 22, "dropped": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is given of an invented family: its number, its time, how many contacts."""

    case_number: str
    first_contact: dt.date
    closed_on: dt.date | None
    phase: str
    contacts: int


@dataclass(frozen=True, slots=True)
class Pool:
    """What families are made of: names by origin, sentences by topic."""

    origins: Sequence[Mapping[str, Any]]
    topics: Sequence[Mapping[str, Any]]
    texts: Mapping[str, Sequence[str]]


def load_pool() -> Pool:
    """Read names and sentences from the demo's resources."""
    names = tomllib.loads(resource("demo", "names.toml").read_text("utf-8"))
    notes = tomllib.loads(resource("demo", "notes.toml").read_text("utf-8"))
    return Pool(origins=names["origin"], topics=notes.pop("topic"), texts=notes)


@dataclass(slots=True)
class _Case:
    """A family in the making."""

    id: RecordId
    frame: Frame
    origin: Mapping[str, Any]
    adults: list[RecordId] = field(default_factory=list)
    people: list[RecordId] = field(default_factory=list)
    interpreter: str = ""


class Inventor:
    """Invents families on days before `today`."""

    def __init__(self, clock: Clock, reference: Reference, today: dt.date, rng: Random) -> None:
        self._clock = clock
        self._today = today
        self._rng = rng
        self._pool = load_pool()
        self._places = [(entry.code, entry.de) for entry in reference["municipality"].entries]

    def family(self, frame: Frame) -> Iterator[Change]:
        """Yield the changes that make one family."""
        case = _Case(new_id(self._clock), frame, self._rng.choice(self._pool.origins))
        code, place = self._rng.choice(self._places)
        yield Create("case", case.id, self._case_values(case, code))
        yield from self._people(case, place)
        yield from self._consents(case)
        yield from self._contacts(case)
        if frame.contacts >= 3 and self._rng.random() < 0.7:
            yield from self._plan(case)

    def _pick(self, weights: Mapping[str, int]) -> str:
        return self._rng.choices(list(weights), list(weights.values()))[0]

    def _text(self, name: str) -> str:
        return self._rng.choice(self._pool.texts[name])

    def _case_values(self, case: _Case, place: str) -> dict[str, Value]:
        frame = case.frame
        return {
            "case_number": frame.case_number,
            "municipality": place,
            "first_contact": frame.first_contact,
            "access_route": self._pick(ROUTES),
            "phase": frame.phase,
            "closed_on": frame.closed_on,
            "closing_reason": self._pick(ENDS) if frame.closed_on else None,
            "concern": self._text("concerns"),
            "wish": self._text("wishes"),
            "strengths": self._text("strengths"),
            "epoch": 1,
        }

    # people ---------------------------------------------------------------

    def _people(self, case: _Case, place: str) -> Iterator[Change]:
        """Two to seven people: one or two adults, children, now and then a grandmother."""
        rng = self._rng
        name = rng.randrange(len(case.origin["family"]))
        size = rng.choices(range(2, 8), (18, 24, 26, 18, 9, 5))[0]
        adults = 1 if rng.random() < 0.3 else 2
        address = f"{self._text('streets')} {rng.randint(1, 60)}, {place}"
        age = rng.randint(23, 44)
        for position in range(size):
            is_adult = position < adults
            is_woman = rng.random() < 0.5 if not is_adult else position == 0
            values = self._name(case, name, is_woman=is_woman)
            if is_adult:
                role = ("mother" if is_woman else "father") if size > adults else "partner"
                values |= {"role": role, "address": address, **self._adult(case, age + rng.randint(0, 6))}
            else:
                values |= {"role": "child", **self._child(rng.randint(0, min(age - 19, 17)))}
            yield self._person(case, values, is_adult=is_adult)

    def _person(self, case: _Case, values: dict[str, Value], *, is_adult: bool) -> Change:
        person = new_id(self._clock)
        case.people.append(person)
        if is_adult:
            case.adults.append(person)
        common: dict[str, Value] = {
            "case": case.id,
            "in_household": "yes",
            "nationalities": frozenset({case.origin["country"]}),
            "residence_status": self._rng.choice(case.origin["status"]),
        }
        return Create("person", person, common | values)

    def _name(self, case: _Case, number: int, *, is_woman: bool) -> dict[str, Value]:
        origin = case.origin
        families = origin.get("family_women", origin["family"]) if is_woman else origin["family"]
        family, _, family_native = families[number].partition("|")
        given, _, given_native = self._rng.choice(origin["women" if is_woman else "men"]).partition("|")
        return {
            "family_name": family,
            "given_name": given,
            "family_name_native": family_native or None,
            "given_name_native": given_native or None,
            "gender": "f" if is_woman else "m",
        }

    def _adult(self, case: _Case, age: int) -> dict[str, Value]:
        rng = self._rng
        level = self._pick(LEVELS)
        needed = level in {"none", "A1"}
        if needed:
            case.interpreter = case.interpreter or self._text("interpreters")
        also = frozenset(code for code in case.origin.get("also", ()) if rng.random() < 0.4)
        return {
            "birth_date": self._birth(age, exact=0.7),
            "languages": frozenset(case.origin["languages"]) | also,
            "reads": frozenset(case.origin["languages"]),
            "german_level": level,
            "interpreter_needed": "yes" if needed else "no",
            "situation": self._text("work"),
            "phone": f"0176 040690 {rng.randrange(100):02d}" if rng.random() < 0.7 else None,
        }

    def _child(self, age: int) -> dict[str, Value]:
        stage = "child_small" if age < 3 else "child_kita" if age < 6 else "child_school"
        return {"birth_date": self._birth(age, exact=1.0), "situation": self._text(stage) if age < 17 else None}

    def _birth(self, age: int, *, exact: float) -> str:
        rng = self._rng
        born = self._today - dt.timedelta(days=int((age + 0.02 + 0.96 * rng.random()) * 365.25))
        if rng.random() < exact:
            return born.isoformat()
        return f"{born.year}~" if rng.random() < 0.3 else f"{born:%Y-%m}" if rng.random() < 0.3 else str(born.year)

    # consents, contacts ---------------------------------------------------

    def _consents(self, case: _Case) -> Iterator[Change]:
        for person in case.adults:
            yield self._consent(case, person, "record_keeping", "Musterträger e. V.")
        if self._rng.random() < 0.25:
            yield self._consent(
                case, case.adults[0], "share_coordination_named", "Koordinierungsstelle Kreis Steinfurt"
            )

    def _consent(self, case: _Case, person: RecordId, scope: str, recipient: str) -> Change:
        given = working_day_from(case.frame.first_contact)
        withdrawn = scope != "record_keeping" and self._rng.random() < 0.15
        values: dict[str, Value] = {
            "case": case.id,
            "person": person,
            "scope": scope,
            "recipient": recipient,
            "purpose": "support",
            "categories": CATEGORIES,
            "direction": "both",
            "basis": "consent",
            "form": "paper",
            "explained_in": case.origin["languages"][0],
            "interpreter": case.interpreter or None,
            "given_on": given,
            "valid_until": given + dt.timedelta(days=1095),
            "withdrawn_on": working_day_until(self._end(case)) if withdrawn else None,
        }
        return Create("consent", new_id(self._clock), values)

    def _end(self, case: _Case) -> dt.date:
        return case.frame.closed_on or self._today

    def _days(self, case: _Case) -> list[dt.date]:
        """Days of the contacts, spread over the time the family was accompanied."""
        start, span = case.frame.first_contact, (self._end(case) - case.frame.first_contact).days
        last = max(span - (0 if case.frame.closed_on else self._rng.randint(1, 30)), 0)
        shifts = sorted(self._rng.randint(0, last) for _ in range(max(case.frame.contacts - 1, 0)))
        return [working_day_until(start + dt.timedelta(days=shift)) for shift in [*shifts, last][: case.frame.contacts]]

    def _contacts(self, case: _Case) -> Iterator[Change]:
        for day in self._days(case):
            topic = self._rng.choice(self._pool.topics)
            contact = new_id(self._clock)
            yield Create("contact", contact, self._contact(case, day, topic))
            if self._rng.random() < 0.3:
                measure = self._measure(case, topic, day)
                yield Create("measure", new_id(self._clock), {**measure, "contact": contact})

    def _contact(self, case: _Case, day: dt.date, topic: Mapping[str, Any]) -> dict[str, Value]:
        rng = self._rng
        form = self._pick(FORMS)
        second = rng.choice(self._pool.topics)
        interpreted = bool(case.interpreter) and form != "third_party"
        return {
            "case": case.id,
            "date": day,
            "form": form,
            "minutes": rng.choice((10, 15, 20) if form in {"phone", "messenger"} else (30, 45, 60, 75, 90)),
            "place": self._text("places") if form == "accompaniment" else None,
            "present": frozenset() if form == "third_party" else frozenset([case.adults[0], rng.choice(case.people)]),
            "interpreting": "pool" if interpreted else "none",
            "interpreter": case.interpreter if interpreted else None,
            "topics": frozenset({topic["code"], second["code"]}),
            "family_says": f"{rng.choice(topic['says'])} {rng.choice(second['says'])}",
            "observation": rng.choice(topic["sees"]),
            "assessment": self._text("thinks") if rng.random() < 0.7 else None,
        }

    # measures, plan -------------------------------------------------------

    def _measure(self, case: _Case, topic: Mapping[str, Any], day: dt.date) -> dict[str, Value]:
        until = working_day_from(day + dt.timedelta(days=self._rng.randint(5, 35)))
        is_open = case.frame.closed_on is None and (self._today - day).days < OPEN_FOR
        return {
            "case": case.id,
            "text": self._rng.choice(topic["agreed"]),
            "who": frozenset({self._rng.choice(("family", "case_manager"))}),
            "until": until,
            "state": "open" if is_open else "done",
            "done_on": None if is_open else min(until, self._end(case)),
        }

    def _plan(self, case: _Case) -> Iterator[Change]:
        plan = new_id(self._clock)
        days = (self._end(case) - case.frame.first_contact).days
        day = working_day_until(case.frame.first_contact + dt.timedelta(days=days // 3))
        wish = self._text("wishes")
        values: dict[str, Value] = {"case": case.id, "version": 1, "date": day, "wish": wish}
        yield Create("support_plan", plan, {**values, "participants": frozenset(case.adults)})
        topics = self._rng.sample(self._pool.topics, self._rng.randint(1, 4))
        for position, topic in enumerate(topics, start=1):
            yield from self._goal(case, plan, position, topic)
        if case.frame.closed_on or self._rng.random() < 0.8:
            yield Set("support_plan", plan, "signature_form", "paper")
            yield Set("support_plan", plan, "signed_on", day)

    def _goal(self, case: _Case, plan: RecordId, position: int, topic: Mapping[str, Any]) -> Iterator[Change]:
        goal = new_id(self._clock)
        due = self._end(case) + dt.timedelta(days=self._rng.randint(-60, 150))
        values: dict[str, Value] = {
            "plan": plan,
            "position": position,
            "domain": topic["code"],
            "wording": topic["goal"],
            "indicator": topic["indicator"],
            "due": due,
            "priority": self._rng.choice(("high", "normal", "low")),
            "state": self._pick(GOAL_STATES),
        }
        yield Create("goal", goal, values)
        day = working_day_until(min(due, self._end(case)) - dt.timedelta(days=self._rng.randint(0, 90)))
        measure = self._measure(case, topic, day)
        yield Create("measure", new_id(self._clock), {**measure, "goal": goal, "position": position})
