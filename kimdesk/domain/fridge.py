"""What may hang on a fridge where visitors read it: a whitelist of life domains, and words that never do.

Nothing of health, debts, residence status or safety (protection.md): a step is shown only if every domain it belongs
to is open and its words touch none of these. What is not known to be harmless stays away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kimdesk.domain.names import fold, words

OPEN_DOMAINS: Final = frozenset(
    {"language", "work", "education", "housing", "participation", "mobility_digital", "daily_living"}
)
HIDDEN_DOMAINS: Final = frozenset({"residence", "health", "finance", "family", "psychosocial"})
HIDDEN_WITHIN: Final = (
    # health
    "ärzt", "aerzt", "krank", "klinik", "therap", "medikament", "diagnos", "schwanger", "psych", "alkohol", "behinder",
    "pflege", "gesund", "hebamme", "entbindung", "suchthilfe", "suchtberat", "drogen",
    # money
    "schuld", "insolvenz", "inkasso", "pfänd", "pfaend", "rückstand", "rueckstand", "kredit", "schufa", "jobcenter",
    "bürgergeld", "buergergeld", "sozialamt", "sozialhilfe", "wohngeld", "kinderzuschlag", "kindesunterhalt",
    "ratenzahl", "kündigung", "kuendigung", "gekündigt", "räumung", "raeumung",
    # residence
    "aufenthalt", "duldung", "geduldet", "abschieb", "ausländer", "auslaender", "einbürger", "einbuerger", "flücht",
    "fluecht", "reisepass",
    # safety
    "gewalt", "frauenhaus", "polizei", "strafanzeige", "trennung", "getrennt", "scheidung", "sorgerecht", "jugendamt",
    "gefährd", "gefaehrd", "schutz", "bewährungs",
)  # fmt: skip
"""Parts of words, as `names.fold` writes them: Mietschulden, Kinderarzt."""
HIDDEN_BEGINNINGS: Final = (
    "arzt", "impf", "operier", "zahn", "reha", "mahn", "tafel", "unterhaltsz", "unterhaltsv", "asyl", "bamf", "visum",
    "gericht", "anwalt", "anwält", "angst", "haft",
)  # fmt: skip
"""Beginnings of words that would hide too much inside longer ones."""
_WITHIN: Final = frozenset(map(fold, HIDDEN_WITHIN)) | {"kinderarzt", "hausarzt", "facharzt", "augenarzt"}
_BEGINNINGS: Final = tuple(frozenset(map(fold, HIDDEN_BEGINNINGS)))


def may_hang(domains: Iterable[str | None], text: str) -> bool:
    """Tell whether a step of these life domains, in these words, may be read by anybody who visits."""
    known = set(domains)
    return bool(known) and known <= OPEN_DOMAINS and not _touches(text)


def _touches(text: str) -> bool:
    return any(word.startswith(_BEGINNINGS) or any(part in word for part in _WITHIN) for word in words(text))
