"""A family at a desk that may or may not be named to the office, and the consents it gave."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value

OFFICE = "Kreis Steinfurt"
EVERY_CATEGORY = ("identity", "reach", "status", "special_categories", "plan", "contacts")


@dataclass
class Told:
    """Elena and Georgi, their daughter, and something in every drawer."""

    desk: Desk
    case: RecordId
    elena: RecordId
    georgi: RecordId
    child: RecordId
    talk: RecordId
    alone: RecordId

    def consent(self, person: RecordId, *categories: str, **changed: Value) -> RecordId:
        """Let a person agree to being named to the office for support; `changed` replaces what a consent says."""
        made = new_id(self.desk.clock)
        values: dict[str, Value] = {
            "case": self.case,
            "person": person,
            "scope": Code("share_coordination_named"),
            "recipient": OFFICE,
            "purpose": Code("support"),
            "direction": Code("out"),
            "given_on": dt.date(2026, 11, 1),
            "categories": frozenset(Code(each) for each in categories or ("identity",)),
        }
        self.desk.apply(Create("consent", made, values | changed))
        return made

    def withdraw(self, consent: RecordId, day: dt.date | None = None) -> None:
        """Withdraw a consent."""
        self.desk.apply(Set("consent", consent, "withdrawn_on", day or self.desk.today))


def told(desk: Desk, number: str = "KD-2026-0017") -> Told:
    """Return a family with something of every sensitivity; nobody agreed to anything yet."""
    case, elena, georgi, child, plan, goal, step, talk, alone, promise = (new_id(desk.clock) for _ in range(10))
    desk.apply(
        Create("case", case, {"case_number": number, "phase": Code("planning"), "wish": "Anvertrautes"}),
        Create(
            "person",
            elena,
            {
                "case": case,
                "given_name": "Elena",
                "family_name": "Dimitrova",
                "birth_date": "1994",
                "phone": "0201555",
                "health_note": "Asthma",
                "protection_note": "Gefaehrdung",
            },
        ),
        Create("person", georgi, {"case": case, "given_name": "Georgi", "birth_date": "1991"}),
        Create("person", child, {"case": case, "given_name": "Mariya", "birth_date": "2016"}),
        Create("support_plan", plan, {"case": case, "version": 1}),
        Create("goal", goal, {"plan": plan, "position": 1, "wording": "Eine trockene Wohnung"}),
        Create("measure", step, {"case": case, "goal": goal, "position": 1, "text": "Antrag ausfüllen"}),
        Create(
            "contact",
            talk,
            {
                "case": case,
                "date": dt.date(2026, 11, 2),
                "present": frozenset({elena, child}),
                "family_says": "Anvertrautes",
            },
        ),
        Create(
            "contact",
            alone,
            {
                "case": case,
                "date": dt.date(2026, 11, 3),
                "place": "Frauenberatung",
                "discuss_only_with": frozenset({elena}),
            },
        ),
        Create("measure", promise, {"case": case, "contact": alone, "text": "Frauenberatung begleiten"}),
    )
    return Told(desk, case, elena, georgi, child, talk, alone)
