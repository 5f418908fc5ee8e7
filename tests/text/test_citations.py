from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from kimdesk.text.citations import LAWS, Law, citations
from kimdesk.text.phrases import load_phrases

OWN = {"gdpr_bdsg": "DSGVO", "gdpr_dsg_nrw": "DSGVO", "kdg": "KDG", "dsg_ekd": "DSG-EKD"}


@pytest.mark.parametrize("law", LAWS)
def test_every_paragraph_is_of_the_providers_own_law_and_does_not_break(law: Law) -> None:
    found = asdict(citations(law))
    for name in ("de", "en", "authority"):
        assert found.pop(name)
    for name, paragraph in found.items():
        assert re.match(r"(Art\.|§)\u00a0\d", paragraph), name
        assert OWN[law] in paragraph, name
        assert " " not in paragraph.replace(", ", "")
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("language", ["de", "bg", "ar"])
def test_the_information_sheet_can_name_a_paragraph_for_every_right(language: str) -> None:
    told, law = load_phrases(language), asdict(citations("gdpr_dsg_nrw"))
    rights = [key for key in told.table if key.startswith("information.right_")]
    assert len(rights) == 7
    for key in rights:
        assert law[key.removeprefix("information.right_")] in told.say(
            key, law=law[key.removeprefix("information.right_")]
        )
