"""Every kind of record, declared once: columns, forms, history, search, disclosure follow from here."""

from kimdesk.domain.records.case import Case, Person, Relation
from kimdesk.domain.records.consent import Consent
from kimdesk.domain.records.contact import Contact
from kimdesk.domain.records.observation import StructuralObservation
from kimdesk.domain.records.plan import Goal, Measure, SupportPlan
from kimdesk.domain.records.registry import RECORDS

__all__ = [
    "RECORDS",
    "Case",
    "Consent",
    "Contact",
    "Goal",
    "Measure",
    "Person",
    "Relation",
    "StructuralObservation",
    "SupportPlan",
]
