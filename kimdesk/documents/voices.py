"""The languages of one document and the block patterns they share: one column, or German beside the second language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Beside, Block, Cell, Frame, Heading, Paragraph, Run, Style, text
from kimdesk.domain.views.documents import MeasureView
from kimdesk.text.cldr import language_name, long_date
from kimdesk.text.direction import isolated
from kimdesk.text.phrases import GERMAN, SHIPPED, Phrasebook, Phrases

WRITTEN_IN = "de"
"""Case managers write in German; in an English document screen readers need to know it."""


EASY_GERMAN = "de-simple"
"""German in short main clauses („Einfache Sprache“)."""


def german_date(day: dt.date) -> str:
    """Return 22.11.2026, in every language, because it must match German letters (DIN 5008)."""
    return f"{day:%d.%m.%Y}"


def date_in(voice: Phrases, day: dt.date) -> str:
    """Return a date as a language writes it: in words in easy German, in figures in all others."""
    return long_date(day, GERMAN) if voice.language == EASY_GERMAN else german_date(day)


@dataclass(frozen=True, slots=True)
class Voices:
    """One or two languages, the document's own first."""

    all: tuple[Phrases, ...]

    @property
    def first(self) -> Phrases:
        """The document's own language."""
        return self.all[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages."""
        return tuple(voice.language for voice in self.all)

    @property
    def bilingual(self) -> bool:
        """Whether two languages stand beside each other."""
        return len(self.all) > 1

    def joined(self, key: str, /, **params: str | int) -> str:
        """Return one phrase in all languages, for the edges of the page."""
        return " · ".join(dict.fromkeys(voice.say(key, **params) for voice in self.all))

    def edge(self, *parts: str) -> str:
        """Return numbers and names for the edges of the page, each in its own order."""
        return " · ".join(isolated(part, self.first.direction) for part in parts if part)

    def line(self, key: str, /, *, style: Style = "body", **params: str | int | dt.date) -> Block:
        """Return one phrase as paragraph, in two languages beside each other; dates as each language writes them."""
        return side_by_side(tuple(paragraph(said(voice, key, params), voice, style=style) for voice in self.all))

    def section(self, key: str) -> Block:
        """Return a heading of level 2; the second language stands beside it."""
        head = Heading(level=2, text=self.first.say(key))
        if not self.bilingual:
            return head
        other = self.all[1]
        return Beside(columns=((head,), (paragraph(other.say(key), other, style="section"),)), widths=(1, 1))

    def title(self, key: str) -> tuple[Block, ...]:
        """Return the title; the second language stands below it."""
        others = (paragraph(voice.say(key), voice, style="title") for voice in self.all[1:])
        return (Heading(level=1, text=self.first.say(key)), *others)

    def draft_note(self) -> tuple[Block, ...]:
        """Return a small line for each language whose phrases are not reviewed."""
        return tuple(self._draft_line(one) for one in self.all if one.drafts())

    def _draft_line(self, waiting: Phrases) -> Block:
        versions = []
        for voice in self.all:
            name = language_name(waiting.language, voice.language) or waiting.name
            said = voice.say("draft.translation", language=name)
            versions.append(paragraph(said[:1].upper() + said[1:], voice, style="small"))
        return side_by_side(tuple(versions))

    def frame(self, left: str, right: str) -> Frame:
        """Return the edges of the page."""
        foot = [self.joined("page.confidential")]
        if any(voice.drafts() for voice in self.all):
            foot.append(self.first.say("draft.translation_short"))
        counting = self.first.say("page.of", page="{page}", pages="{pages}")
        return Frame(left=left, right=right, foot=" · ".join(foot), page_of=counting)


def said(voice: Phrases, key: str, params: Mapping[str, str | int | dt.date]) -> str:
    """Return one phrase with its parameters; dates as the language writes them, citations of a law unbroken."""
    own = {name: date_in(voice, value) if isinstance(value, dt.date) else value for name, value in params.items()}
    if isinstance(own.get("law"), str):
        own["law"] = unbroken(str(own["law"]))
    return voice.say(key, **own)


def unbroken(citation: str) -> str:
    """Keep "Art. 16 DSGVO" on one line: broken, its halves change places in a text from the right."""
    return citation.replace(" ", "\u00a0").replace(",\u00a0", ", ")


def load_voices(languages: tuple[str, ...], document: str | None = None, book: Phrasebook = SHIPPED) -> Voices:
    """Return a document's words (all words where none is named) in one language, or in German and one more.

    Raises UserProblem document.language_not_yet, or document.not_in_language where words of this document are missing.
    """
    if not languages or len(languages) > 2 or len(set(languages)) < len(languages):
        raise UserProblem("document.language_not_yet", language=" + ".join(languages) or "–")
    return Voices(tuple(book.load(language, document) for language in languages))


def paragraph(value: str, voice: Phrases, *, style: Style = "body", field: str = "") -> Paragraph:
    """Return a paragraph of one weight in a voice's language."""
    return Paragraph(runs=text(value), style=style, language=voice.language, field=field)


def side_by_side(versions: tuple[Paragraph, ...]) -> Block:
    """Return versions of one text beside each other, or the only one."""
    if len(versions) == 1:
        return versions[0]
    return Beside(columns=tuple((version,) for version in versions), widths=(1,) * len(versions))


def translated(original: str, translation: str | None, k: int, voice: Phrases) -> str:
    """Return free text for the k-th language: as written, its translation, or the honest gap."""
    return original if k == 0 else translation or voice.say("not_translated")


def as_written(value: str, *, style: Style = "body", field: str = "") -> Paragraph:
    """Return free text in the language it was written in, whatever the document's own language is."""
    return Paragraph(runs=text(value), style=style, language=WRITTEN_IN, field=field)


def who(measure: MeasureView, voice: Phrases) -> str:
    """Return who does it; a name stands for the office or third party, else for somebody of the family."""
    codes = [code for code in ("family", "case_manager", "office", "third") if code in measure.who]
    if measure.who_name:
        outside = {"office", "third"}
        named = outside if outside & set(codes) else {"family"}
        codes = [code for code in codes if code not in named]
    names = [voice.say(f"responsible.{code}") for code in codes]
    names += [measure.who_name] if measure.who_name else []
    if len(names) < 2:
        return voice.listed(names)
    return f"{voice.listed(names[:-1])} {voice.say('and')} {voice.listed(names[-1:])}"


def until_run(voice: Phrases, day: dt.date) -> Run:
    """Return until when, as it follows what is to be done; dash and day stay on one line where they fit."""
    until = voice.say("until", date=date_in(voice, day)).replace(" ", "\u00a0")
    return Run(f" –\u00a0{until}", bold=True)


def measure_cell(measure: MeasureView, k: int, voice: Phrases, field: str) -> Cell:
    """Return one cell that says who does what until when, and whether it is done."""
    names = who(measure, voice)
    runs = [Run(f"{voice.label(names)} ", bold=True)] if names else []
    runs.append(Run(translated(measure.text, measure.text_translation, k, voice)))
    if measure.until is not None:
        runs.append(until_run(voice, measure.until))
    if measure.state != "open":
        runs.append(Run(f" ({voice.say(f'measure_state.{measure.state}')})"))
    return Cell((Paragraph(runs=tuple(runs), style="cell", language=voice.language, field=field),), voice.language)
