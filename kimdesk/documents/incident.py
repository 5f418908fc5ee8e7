"""The sheet for when something went wrong: laptop, stick, wrong paper, wrong screen. It can be printed in advance."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Document, Framed, Paragraph, Together, text
from kimdesk.documents.papers import boxes, labels, part, ruled
from kimdesk.documents.voices import Voices, german_date, paragraph
from kimdesk.domain.views.assessing import IncidentView

KINDS = ("laptop", "stick", "paper", "screen", "other")
ASKED = ("affected", "data", "done", "called", "family_told")


def incident(view: IncidentView, voices: Voices) -> Document:
    """Return the sheet, in the first language only; it names nobody."""
    name = voices.first.say("document.incident")
    return Document(
        title=name,
        languages=(voices.first.language,),
        created=view.date,
        author="KIM Desk",
        frame=voices.frame(f"KIM Desk · {name}", german_date(view.date)),
        blocks=(*voices.title("document.incident"), *_blocks(voices)),
    )


def _blocks(voices: Voices) -> Iterator[Block]:
    voice = voices.first
    yield Framed(blocks=(Paragraph(runs=text(voice.say("incident.lead"), bold=True)),))
    yield from part(voices, "incident.what", *boxes(voices, *(f"incident.{kind}" for kind in KINDS)), *ruled(1))
    yield labels(voices, "incident.noticed", "incident.where")
    yield from part(voices, "incident.encrypted", *boxes(voices, "yes_no.yes", "yes_no.no"))
    for key in ASKED:
        yield from part(voices, f"incident.{key}", *ruled(1))
    provider = (labels(voices, "incident.risk"), labels(voices, "incident.decision"))
    yield Together((voices.section("incident.provider_part"), *provider))
    yield paragraph(voice.say("incident.do_not_delete"), voice)
    yield labels(voices, "sign.case_manager")
