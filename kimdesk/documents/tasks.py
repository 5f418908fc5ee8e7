"""Steps with a pictogram: which sign stands for what, and how a step is said in two languages beside each other."""

from __future__ import annotations

from typing import Final

from kimdesk.documents.blocks import Block, Paragraph, Pictured, Run
from kimdesk.documents.papers import beside
from kimdesk.documents.voices import Voices, paragraph, translated, until_run
from kimdesk.domain.names import words
from kimdesk.domain.views.papers import TaskView
from kimdesk.text.phrases import Phrases

_BY_WORD: Final = (
    (("kita", "kindergarten", "tagesmutter"), "kindergarten"),
    (("anruf", "telefon"), "phone"),
    (("antrag", "beantrag", "ausfull", "unterschreib", "formular", "anmeld"), "pen"),
    (("brief", "schreib", "schick", "foto"), "letter"),
    (("termin",), "calendar"),
    (("praxis", "arzt", "impf", "klinik"), "doctor"),
    (("deutschkurs", "sprachkurs", "kurs"), "language"),
    (("schul", "lehrer"), "school"),
    (("wohnung", "vermiet", "miete"), "home"),
    (("konto", "geld", "rechnung"), "money"),
    (("jobcenter", "behorde", "rathaus"), "authority"),
    (("arbeit", "bewerb"), "work"),
    (("gesprach", "sprech", "sprich", "treff", "besprech"), "people"),
)
"""Beginnings of folded words and the sign for them; the first that is found counts."""
_BY_DOMAIN: Final = {
    "residence": "authority", "language": "language", "work": "work", "education": "school", "housing": "home",
    "health": "doctor", "finance": "money", "family": "people", "participation": "people", "mobility_digital": "phone",
    "daily_living": "letter", "psychosocial": "people",
}  # fmt: skip


def sign_for(text: str, domain: str | None) -> str:
    """Return the pictogram of a step: by its German words, else by its life domain."""
    said = words(text)
    for beginnings, sign in _BY_WORD:
        if any(word.startswith(beginnings) for word in said):
            return sign
    return _BY_DOMAIN.get(domain or "", "people")


def pictured(task: TaskView, voices: Voices, *, before: str = "") -> Block:
    """Return a step beside its sign, in every language; the sign's word stands below it."""
    sign = sign_for(task.text, task.domain)

    def column(k: int, voice: Phrases) -> Pictured:
        said = translated(task.text, task.translation, k, voice)
        runs = [Run(f"{before}{said}")]
        if task.until is not None and not task.done:
            runs.append(until_run(voice, task.until))
        body = Paragraph(runs=tuple(runs), style="lead", language=voice.language, field="Schritt")
        word = paragraph(voice.say(f"pictogram.{sign}"), voice, style="fine")
        return Pictured(pictogram=sign, word=word, body=(body,))

    return beside(voices, column)
