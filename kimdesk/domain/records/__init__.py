"""Every kind of record, declared once: columns, forms, history, search, disclosure follow from here.

The modules stand in the order of declaration: what is pointed to comes first.
"""

# isort: off
from kimdesk.domain.records.directory import Interpreter, Partner, PartnerPerson
from kimdesk.domain.records.case import Case, Closing, Intake, PhaseStep, ProtectionEntry
from kimdesk.domain.records.person import LanguageSkill, Person, Relation
from kimdesk.domain.records.situation import (
    Employment,
    FreeMovement,
    HealthInsurance,
    Housing,
    Livelihood,
    ResidenceTitle,
    Schooling,
)
from kimdesk.domain.records.consent import Consent
from kimdesk.domain.records.contact import Contact
from kimdesk.domain.records.linking import Appointment, CaseConference, ConferenceParticipant, Referral
from kimdesk.domain.records.plan import Goal, Measure, PlanReview, SupportPlan
from kimdesk.domain.records.assessment import Assessment, DomainRating, NetworkContact, NetworkTie
from kimdesk.domain.records.papers import Attachment, Handout, Signature, TextBlock
from kimdesk.domain.records.event import VaultEvent
from kimdesk.domain.records.observation import StructuralObservation
from kimdesk.domain.records.agreement import Agreement
from kimdesk.domain.records.registry import RECORDS
# isort: on

__all__ = [
    "RECORDS",
    "Agreement",
    "Appointment",
    "Assessment",
    "Attachment",
    "Case",
    "CaseConference",
    "Closing",
    "ConferenceParticipant",
    "Consent",
    "Contact",
    "DomainRating",
    "Employment",
    "FreeMovement",
    "Goal",
    "Handout",
    "HealthInsurance",
    "Housing",
    "Intake",
    "Interpreter",
    "LanguageSkill",
    "Livelihood",
    "Measure",
    "NetworkContact",
    "NetworkTie",
    "Partner",
    "PartnerPerson",
    "Person",
    "PhaseStep",
    "PlanReview",
    "ProtectionEntry",
    "Referral",
    "Relation",
    "ResidenceTitle",
    "Schooling",
    "Signature",
    "StructuralObservation",
    "SupportPlan",
    "TextBlock",
    "VaultEvent",
]
