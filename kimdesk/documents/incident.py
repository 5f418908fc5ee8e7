"""The sheet for when something went wrong: laptop, stick, wrong paper, wrong screen. It can be printed in advance."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.base.errors import Lang
from kimdesk.documents.blocks import Block, Document, Framed, Paragraph, Together, text
from kimdesk.documents.papers import allowed, boxes, labels, part, ruled
from kimdesk.documents.voices import Voices, german_date, paragraph
from kimdesk.domain.records import RECORDS
from kimdesk.domain.views.assessing import Holdings, IncidentView

KINDS = ("laptop", "stick", "paper", "screen", "other")
LOST = ("laptop", "stick")
ASKED = ("affected", "data", "done", "called", "family_told")


def incident(view: IncidentView, voices: Voices) -> Document:
    """Return the sheet, in the first language only; it names nobody. What is known is filled in."""
    name = voices.first.say("document.incident")
    return Document(
        title=name,
        languages=(voices.first.language,),
        created=view.date,
        author="KIM Desk",
        frame=voices.frame(f"KIM Desk · {name}", german_date(view.date)),
        blocks=(*voices.title("document.incident"), *_blocks(view, voices)),
    )


def _blocks(view: IncidentView, voices: Voices) -> Iterator[Block]:
    voice = voices.first
    yield Framed(blocks=(Paragraph(runs=text(voice.say("incident.lead"), bold=True)),))
    yield from part(voices, "incident.what", *_kinds(view, voices), *(() if view.happened else ruled(1)))
    yield labels(voices, "incident.noticed", "incident.where")
    if view.happened in LOST:
        yield from _lost(view, voices)
        yield labels(voices, "incident.done", "incident.called")
        yield labels(voices, "incident.family_told")
    else:
        given = paragraph(view.given, voice)
        yield from part(voices, "incident.given", *([given] if view.given else []))
        for key in ASKED:
            yield from part(voices, f"incident.{key}", *ruled(1))
    provider = (labels(voices, "incident.risk"), labels(voices, "incident.decision"))
    yield Together((voices.section("incident.provider_part"), *provider))
    yield paragraph(voice.say("incident.do_not_delete"), voice)
    yield labels(voices, "sign.case_manager")


def _kinds(view: IncidentView, voices: Voices) -> Iterator[Block]:
    """Yield what may have happened, with a box to tick; what did is ticked."""
    for kind in KINDS:
        rows = allowed if kind == view.happened else boxes
        yield from rows(voices, f"incident.{kind}")


def _lost(view: IncidentView, voices: Voices) -> Iterator[Block]:
    """Yield what was on it and how that was protected."""
    voice = voices.first
    if view.holdings is not None:
        yield from part(voices, "incident.on_it", *_held(view.holdings, voices))
    else:
        yield from part(voices, "incident.data", *ruled(1))
    if view.happened == "laptop":
        yield from part(voices, "incident.encrypted", *boxes(voices, "yes_no.yes", "yes_no.no"))
    yield from part(voices, "incident.protected", paragraph(voice.say("incident.protected_how"), voice))


def _held(held: Holdings, voices: Voices) -> Iterator[Block]:
    voice = voices.first
    source = "incident.from_backup" if held.backup else "incident.from_vault"
    lang: Lang = "en" if voice.language == "en" else "de"
    yield paragraph(voice.say(source, date=german_date(held.counted_on)), voice)
    counted = [f"{RECORDS[kind].label(lang)}: {count}" for kind, count in held.kinds]
    words = ", ".join((voice.say("incident.families", n=held.families), *counted))
    yield paragraph(words, voice)
    may = [voice.say(f"incident.sensitivity_{each}") for each in held.sensitivities]
    if may:
        yield paragraph(voice.say("incident.may_be", kinds="; ".join(may)), voice)
