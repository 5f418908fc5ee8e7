"""Which fields name somebody who interprets; whoever is under 18 never stands there (protection.md)."""

from __future__ import annotations

from typing import Any, Final

from kimdesk.domain.declare import FieldSpec, Sensitivity, Type, choice

NAME: Final = "interpreter"
ANSWER: Final = "interpreter_of_age"
"""What was answered about the name beside it: `yes` or `no`."""
ANSWERED: Final = ("contact", "consent", "support_plan", "assessment", "case_conference")
"""Kinds with a name and the answer about it."""


def names_interpreter(spec: FieldSpec) -> bool:
    """Tell whether a field names who interprets, in words or as an entry of the directory."""
    return spec.target == NAME if spec.type is Type.REF else spec.name == NAME


def age_answer(*, machinery: bool = False) -> Any:
    """Declare the answer about the name beside it; `machinery` where the page asks for it by itself."""
    return choice(
        "Wer übersetzt, ist mindestens 18",
        "Whoever interprets is at least 18",
        Sensitivity.GENERAL,
        codes="yes_no",
        machinery=machinery,
        help_de="Bitte fragen, nicht schätzen.",
        help_en="Please ask, do not guess.",
    )
