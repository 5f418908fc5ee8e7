"""The law a provider is bound by decides what papers cite; one law never slips into another's paper."""

from __future__ import annotations

import pytest

from kimdesk.domain.law import DEFAULT, REGIMES, Citations, citations

OWN = {"dsgvo_dsg_nrw": "DSGVO", "dsgvo_bdsg": "DSGVO", "kdg": "KDG", "dsg_ekd": "DSG-EKD"}


def cited(found: Citations) -> list[str]:
    return [
        found.consent,
        found.consent_special,
        found.information,
        found.access,
        found.complaint,
        *found.rights.values(),
    ]


@pytest.mark.parametrize("regime", REGIMES)
def test_every_citation_is_of_the_law_in_force(regime: str) -> None:
    found = citations(regime)
    assert {text.rsplit(" ", 1)[-1] for text in cited(found)} == {OWN[regime]}
    assert list(found.rights) == list(citations(DEFAULT).rights)
    assert found.authority


def test_a_law_of_a_newer_program_is_no_reason_to_print_nothing() -> None:
    assert citations("somewhere") == citations(DEFAULT)
