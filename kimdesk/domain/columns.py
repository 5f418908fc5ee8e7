"""Which column of a caseload's table means which field: guessed from its heading, decided by people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kimdesk.domain.names import fold
from kimdesk.domain.views.sheets import Sheet

CASE, PERSON = "case", "person"
FULL_NAME: Final = "full_name"
REMARK: Final = "remark"
SEARCHED_ROWS: Final = 15


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can become: a field of a case or person, or one of the two that are taken apart or gathered.

    `words` are folded beginnings or whole headings people use for it, in German and English, the best first.
    """

    key: str
    kind: str
    words: tuple[str, ...]


TARGETS: Final = (
    Target("case_number", CASE, ("fallnummer", "fall-nr", "fall-nr.", "fallnr", "aktenzeichen", "az", "case number",
                                 "case no", "case id", "file number")),
    Target("given_name", PERSON, ("vorname", "vornamen", "rufname", "given name", "first name", "forename")),
    Target("family_name", PERSON, ("nachname", "familienname", "zuname", "family name", "last name", "surname")),
    Target(FULL_NAME, "", ("name", "name, vorname", "vor- und nachname", "vollstaendiger name", "klient", "klientin",
                           "klient/in", "klient*in", "person", "familie", "full name", "client", "family")),
    Target("birth_date", PERSON, ("geburtsdatum", "geb.-datum", "geb.datum", "geburtstag", "geb. am", "geboren", "geb",
                                  "gebdat", "date of birth", "birth date", "birthday", "dob", "born", "geburtsjahr")),
    Target("gender", PERSON, ("geschlecht", "gender", "sex", "m/w/d", "m/w")),
    Target("role", PERSON, ("rolle", "rolle in der familie", "stellung", "role")),
    Target("phone", PERSON, ("telefon", "telefonnummer", "tel", "tel.", "handy", "mobil", "mobilnummer", "phone",
                            "mobile")),
    Target("email", PERSON, ("e-mail", "email", "mail", "e-mail-adresse")),
    Target("address", PERSON, ("anschrift", "adresse", "strasse", "wohnanschrift", "address", "street")),
    Target("municipality", CASE, ("ort", "wohnort", "gemeinde", "kommune", "stadt", "plz ort", "municipality", "town",
                                  "city", "place")),
    Target("nationalities", PERSON, ("staatsangehoerigkeit", "staatsangehoerigkeiten", "nationalitaet", "sta", "land",
                                     "herkunftsland", "herkunft", "nationality", "nationalities", "citizenship",
                                     "country")),
    Target("languages", PERSON, ("sprache", "sprachen", "spricht", "muttersprache", "language", "languages", "speaks")),
    Target("german_level", PERSON, ("deutschkenntnisse", "deutsch", "sprachniveau", "niveau", "ger", "german level")),
    Target("residence_status", PERSON, ("aufenthaltsstatus", "aufenthalt", "aufenthaltstitel", "residence status")),
    Target("first_contact", CASE, ("erster kontakt", "erstkontakt", "aufnahme", "aufnahmedatum", "beginn", "seit",
                                   "first contact", "intake", "since", "start")),
    Target("phase", CASE, ("phase", "stand", "status", "state")),
    Target("access_route", CASE, ("zugangsweg", "zugang", "access route")),
    Target("referred_by", CASE, ("vermittelt durch", "vermittelt von", "ueberwiesen von", "zugewiesen von",
                                 "referred by")),
    Target("closed_on", CASE, ("abgeschlossen am", "beendet am", "ende", "abschlussdatum", "closed on", "end")),
    Target(REMARK, "", ("anliegen", "bemerkung", "bemerkungen", "notiz", "notizen", "kommentar", "anmerkung", "thema",
                        "note", "notes", "remark", "remarks", "comment", "concern")),
)  # fmt: skip
BY_KEY: Final = {target.key: target for target in TARGETS}

Mapped = tuple[str, ...]
"""For each column the key of its target, or an empty text for "not taken"."""


def plain(text: str) -> str:
    """Return a heading or word as it is compared: folded, German umlauts written out, spaces and colons gone."""
    spelled = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return " ".join(fold(spelled).replace(":", " ").replace("_", " ").split())


_WHOLE: Final[Mapping[str, str]] = {word: target.key for target in reversed(TARGETS) for word in target.words}
_BEGINNINGS: Final = tuple(
    sorted(((word, key) for word, key in _WHOLE.items() if len(word) >= 4), key=lambda pair: -len(pair[0]))
)


def meant(heading: str) -> str:
    """Return the key of what a heading means, or an empty text."""
    text = plain(heading)
    if text in _WHOLE:
        return _WHOLE[text]
    bare = text.partition("(")[0].strip(" .*-/")
    if bare in _WHOLE:
        return _WHOLE[bare]
    return next((key for word, key in _BEGINNINGS if bare.startswith(word)), "") if bare else ""


def heading_row(sheet: Sheet) -> int:
    """Return the row that looks most like headings, or -1 where none does."""
    counts = [len({meant(cell) for cell in row} - {""}) for row in sheet.rows[:SEARCHED_ROWS]]
    most = max(counts, default=0)
    return counts.index(most) if most else -1


def guess(sheet: Sheet, heading: int) -> Mapped:
    """Return what each column probably means; a field is guessed once, the second of its kind is a remark."""
    taken: set[str] = set()
    found: list[str] = []
    for column in range(sheet.width):
        key = meant(sheet.cell(heading, column)) if heading >= 0 else ""
        if key and key in taken and key != REMARK:
            key = REMARK
        taken.add(key)
        found.append(key)
    return _with_a_name(found, headless=heading < 0)


def _with_a_name(found: list[str], *, headless: bool) -> Mapped:
    """See to it that somebody has a name: a lone “Familie” beside a first name is the family name."""
    if FULL_NAME in found and "given_name" in found and "family_name" not in found:
        found[found.index(FULL_NAME)] = "family_name"
    if headless and found:
        found[0] = FULL_NAME
    return tuple(found)


def named(mapped: Sequence[str]) -> bool:
    """Tell whether some column gives a name; without one no row can become a person."""
    return any(key in {FULL_NAME, "given_name", "family_name"} for key in mapped)
