"""The information sheet (Art. 13 DSGVO): what a family asks, with short answers; given before any consent."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Bullets, Document
from kimdesk.documents.consents import unsigned
from kimdesk.documents.papers import OPEN, beside, labels, paper, part
from kimdesk.documents.voices import Voices, paragraph
from kimdesk.domain import law
from kimdesk.domain.views.consents import InformationView
from kimdesk.text.phrases import nobody_signs

PURPOSES = ("purpose_support", "purpose_offices", "purpose_deadlines", "purpose_figures")


def information(view: InformationView, voices: Voices) -> Document:
    """Return the sheet; without a line to sign where its words wait for their review."""
    tree = paper(view, voices, "document.information", tuple(_blocks(view, voices)))
    return unsigned("information", tree, voices)


def _blocks(view: InformationView, voices: Voices) -> Iterator[Block]:
    cited = law.citations(view.regime)
    yield voices.line("information.lead", law=cited.information)
    yield from _who(view, voices)
    yield from part(voices, "information.purposes", *points(voices, *PURPOSES))
    yield from part(voices, "information.data", voices.line("information.data_are"))
    basis = (
        voices.line("information.basis_consent", law=cited.consent),
        voices.line("information.basis_special", law=cited.consent_special),
    )
    yield from part(voices, "information.basis", *basis)
    yield from _recipients(view, voices)
    kept = voices.line("information.retention_years", n=view.years)
    yield from part(voices, "information.retention", kept, voices.line("information.retention_other"))
    rights = [voices.line(f"information.{key}", law=citation) for key, citation in cited.rights.items()]
    yield from part(voices, "information.rights", *rights)
    complaint = voices.line("information.complaint_at", authority=view.authority or OPEN, law=cited.complaint)
    yield from part(voices, "information.complaint", complaint)
    free = (voices.line("information.voluntary_is"), voices.line("information.automated"))
    yield from part(voices, "information.voluntary", *free)
    yield voices.line("information.questions", contact=f"{view.author}, {view.phone}")
    if nobody_signs("information", voices.all):
        yield voices.line("draft.do_not_sign_reason")
    else:
        yield voices.line("information.handed", date=OPEN, name=view.author or OPEN, language=OPEN)
        yield labels(voices, "sign.person")


def _who(view: InformationView, voices: Voices) -> Iterator[Block]:
    provider = view.provider or OPEN
    controller = voices.line(
        "information.controller_is", provider=provider, address=view.address or OPEN, phone=view.phone or OPEN
    )
    yield from part(voices, "information.controller", controller)
    name, contact = view.officer or OPEN, view.officer_contact or OPEN
    officer = voices.line("information.dpo_is", provider=provider, name=name, contact=contact)
    yield from part(voices, "information.dpo", officer)


def _recipients(view: InformationView, voices: Voices) -> Iterator[Block]:
    figures = voices.line("information.recipients_figures", recipient=view.office or OPEN)
    keys = ("information.recipients_abroad", "information.secrecy", "information.danger")
    said = (voices.line("information.recipients_are"), figures, *map(voices.line, keys))
    yield from part(voices, "information.recipients", *said)


def points(voices: Voices, *keys: str) -> Iterator[Block]:
    """Yield phrases of the sheet with a dot each."""
    for key in keys:
        yield beside(
            voices,
            lambda _k, voice, key=key: Bullets(  # type: ignore[misc]
                items=(paragraph(voice.say(f"information.{key}"), voice),), language=voice.language
            ),
        )
