"""Releases from professional secrecy are scopes of consent, and only those in which somebody is spoken with."""

from __future__ import annotations

import pytest

from kimdesk.casework.desk import Services
from kimdesk.domain.reference import Reference
from kimdesk.domain.secrecy import RELEASES, is_release


@pytest.fixture
def reference(services: Services) -> Reference:
    """Return the code lists of the program."""
    return services.reference


def test_every_release_is_a_scope_one_can_consent_to(reference: Reference) -> None:
    assert {entry.code for entry in reference["consent_scope"].entries} >= RELEASES


def test_whoever_is_spoken_with_needs_a_release(reference: Reference) -> None:
    spoken_with = {entry.code for entry in reference["consent_scope"].entries if entry.code.startswith("contact_")}
    assert spoken_with
    assert all(map(is_release, spoken_with))


@pytest.mark.parametrize("scope", ["record_keeping", "special_categories", "share_coordination_named", "deputy"])
def test_keeping_and_handing_on_are_no_release(scope: str, reference: Reference) -> None:
    assert scope in {entry.code for entry in reference["consent_scope"].entries}
    assert not is_release(scope)
