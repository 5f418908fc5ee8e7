"""Which data-protection law a provider is bound by, and what papers cite from it.

Citations stay German in every language, because offices know them so. Municipalities are bound by the DSG NRW,
associations by the BDSG, both beside the DSGVO; Caritas by the KDG, Diakonie by the DSG-EKD instead of it (Art. 91).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

Regime = Literal["dsgvo_dsg_nrw", "dsgvo_bdsg", "kdg", "dsg_ekd"]
REGIMES: Final[tuple[Regime, ...]] = get_args(Regime)
DEFAULT: Final[Regime] = "dsgvo_dsg_nrw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """What papers cite: `name` of the law, where each matter stands in it, what somebody may ask for, who supervises.

    `rights`: phrase of the information sheet → citation. `authority` is printed where the profile names none.
    """

    name: str
    consent: str
    consent_special: str
    information: str
    access: str
    complaint: str
    rights: Mapping[str, str]
    authority: str


def citations(regime: str) -> Citations:
    """Return what papers cite under a law; one this program does not know counts as the usual one."""
    return _BY_REGIME.get(regime, _BY_REGIME[DEFAULT])


def _rights(law: str, *places: str) -> Mapping[str, str]:
    keys = ("access", "correction", "erasure", "restriction", "portability", "objection", "withdraw")
    return MappingProxyType({f"right_{key}": f"{place} {law}" for key, place in zip(keys, places, strict=True)})


_LDI: Final = (
    "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, "
    "Postfach 20 04 44, 40102 Düsseldorf"
)


def _dsgvo(name: str) -> Citations:
    return Citations(
        name=name,
        consent="Art. 6 Abs. 1 Buchst. a DSGVO",
        consent_special="Art. 9 Abs. 2 Buchst. a DSGVO",
        information="Art. 13 DSGVO",
        access="Art. 15 DSGVO",
        complaint="Art. 77 DSGVO",
        rights=_rights("DSGVO", "Art. 15", "Art. 16", "Art. 17", "Art. 18", "Art. 20", "Art. 21", "Art. 7 Abs. 3"),
        authority=_LDI,
    )


_BY_REGIME: Final[Mapping[str, Citations]] = MappingProxyType(
    {
        "dsgvo_dsg_nrw": _dsgvo("DSGVO und DSG NRW"),
        "dsgvo_bdsg": _dsgvo("DSGVO und BDSG"),
        "kdg": Citations(
            name="KDG",
            consent="§§ 6, 8 KDG",
            consent_special="§ 11 KDG",
            information="§ 15 KDG",
            access="§ 17 KDG",
            complaint="§ 48 KDG",
            rights=_rights("KDG", "§ 17", "§ 18", "§ 19", "§ 20", "§ 22", "§ 23", "§ 8"),
            authority="Katholisches Datenschutzzentrum (KdöR), Dortmund",
        ),
        "dsg_ekd": Citations(
            name="DSG-EKD",
            consent="§§ 6, 11 DSG-EKD",
            consent_special="§ 13 DSG-EKD",
            information="§ 17 DSG-EKD",
            access="§ 19 DSG-EKD",
            complaint="§ 46 DSG-EKD",
            rights=_rights("DSG-EKD", "§ 19", "§ 20", "§ 21", "§ 22", "§ 24", "§ 25", "§ 11"),
            authority="Der Beauftragte für den Datenschutz der EKD",
        ),
    }
)
