"""Consent and release from confidentiality with their withdrawal slip, and the slip alone.

In words nobody has reviewed they say so on every page and have no line to sign (protection.md, Consent and capacity).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kimdesk.documents.blocks import Block, Document, Gap, Handwriting, NewPage, Paragraph, Run, Together
from kimdesk.documents.papers import OPEN, allowed, beside, boxes, labels, paper, part
from kimdesk.documents.voices import Voices, date_in, paragraph
from kimdesk.domain.views.consents import ConsentView
from kimdesk.text.cldr import language_name
from kimdesk.text.phrases import Phrases, nobody_signs

SPECIAL: Final = ("health", "religion", "origin", "orientation", "politics")


def consent(view: ConsentView, voices: Voices) -> Document:
    """Return the consent with its withdrawal slip on a page of its own."""
    return _legal("consent", view, voices, tuple(_consent(view, voices)))


def release(view: ConsentView, voices: Voices) -> Document:
    """Return the release from confidentiality (§ 203 StGB) with its withdrawal slip on a page of its own."""
    return _legal("release", view, voices, tuple(_release(view, voices)))


def withdrawal(view: ConsentView, voices: Voices) -> Document:
    """Return the slip alone."""
    blocks = tuple(_slip(view, voices))
    return paper(view, voices, "withdrawal.title", blocks)


def unsigned(document: str, tree: Document, voices: Voices) -> Document:
    """Return a legal document marked on every page where its words wait for their review."""
    return replace(tree, mark=voices.joined("draft.do_not_sign")) if nobody_signs(document, voices.all) else tree


def _legal(document: str, view: ConsentView, voices: Voices, blocks: tuple[Block, ...]) -> Document:
    key = f"document.{document}"
    title = voices.section("withdrawal.title")
    signable = not nobody_signs(document, voices.all)
    told = _signing(document, view, voices) if signable else (voices.line("draft.do_not_sign_reason"),)
    slip = (NewPage(), title, *_slip(view, voices)) if signable else ()
    return unsigned(document, paper(view, voices, key, (*blocks, *told, *slip)), voices)


def _consent(view: ConsentView, voices: Voices) -> Iterator[Block]:
    why = voices.line(f"consent_why.{view.scope}")
    names = {"provider": view.provider, "author": view.author, "recipient": view.recipient or OPEN}
    yield from _person(view, voices)
    yield from part(voices, "consent.about", _said(voices, f"consent_text.{view.scope}", **names), why)
    yield from part(voices, "consent.data", *_data(view, voices))
    yield voices.line(f"direction.{view.direction}")
    yield voices.line("consent.only_this")
    yield from _freedom(view, voices)


def _release(view: ConsentView, voices: Voices) -> Iterator[Block]:
    why = voices.line(f"consent_why.{view.scope}")
    names = {"provider": view.provider, "author": view.author, "recipient": view.recipient or OPEN}
    yield voices.line("release.secret")
    yield from _person(view, voices)
    yield from part(voices, "consent.about", _said(voices, f"release.{view.direction}", **names), why)
    yield from part(voices, "consent.data", *_data(view, voices), voices.line("release.only_data"))
    yield voices.line("release.not_all")
    yield from _freedom(view, voices)


def _said(voices: Voices, key: str, **names: str) -> Block:
    return beside(voices, lambda _k, voice: paragraph(voice.say(key, **names), voice, style="lead", field="An wen"))


def _person(view: ConsentView, voices: Voices) -> Iterator[Block]:
    name = Paragraph(runs=(Run(view.person, bold=True),), language="de", field="Name")
    blocks: list[Block] = [beside(voices, lambda _k, voice: replace(name, language=voice.language))]
    if view.child:
        born = view.child_born or OPEN
        blocks.append(voices.line("consent.for_child", name=view.child, date=born))
    yield from part(voices, "consent.person", *blocks)


def _data(view: ConsentView, voices: Voices) -> Iterator[Block]:
    """Yield boxes to tick, or what was allowed once it was given; special categories only where it is about them."""
    plain = tuple(f"data_category.{code}" for code in view.categories if code != "special_categories")
    rows = allowed if view.form else boxes
    yield from rows(voices, *plain)
    if "special_categories" in view.categories or view.scope in ("special_categories", "contact_doctor"):
        yield voices.line("consent.special_yes")
        yield from rows(voices, *(f"special.{code}" for code in SPECIAL))
    else:
        yield voices.line("consent.special_no")


def _freedom(view: ConsentView, voices: Voices) -> Iterator[Block]:
    refused = voices.line(f"consent_refusal.{view.scope}")
    yield from part(voices, "consent.refusal", refused, voices.line("consent.voluntary"))
    how = voices.line("consent.withdraw_how", phone=view.phone)
    yield from part(voices, "consent.withdraw", how, voices.line("consent.withdraw_effect"))
    until = view.valid_until
    yield voices.line("consent.valid_until", date=until) if until else voices.line("consent.valid_end")
    yield voices.line("consent.basis", law=view.law, style="small")


def _signing(document: str, view: ConsentView, voices: Voices) -> tuple[Block, ...]:
    key = "release" if document == "release" else "consent"
    signers = "sign.guardian" if view.child else "sign.person"
    lines = [signers] * view.signers
    lines += ["sign.person"] if view.child and view.minor else []
    told = beside(voices, lambda _k, voice: paragraph(_told(view, voice), voice, style="small"))
    if view.form:
        return (told, Together((_given(key, view, voices), *_handwritten(lines, view, voices))))
    choice = boxes(voices, f"{key}.agree", f"{key}.refuse")
    signed = (labels(voices, *lines), labels(voices, "sign.case_manager", "sign.interpreter"))
    return (told, Together((*choice, *signed)))


def _given(key: str, view: ConsentView, voices: Voices) -> Block:
    """Return that somebody agreed: on which day, in which form, before whom."""

    def said(_k: int, voice: Phrases) -> Paragraph:
        how = voice.say(f"consent_form.{view.form}")
        day = date_in(voice, view.given_on or view.date)
        words = [voice.say(f"{key}.agree"), f"{day}, {how}{f' ({view.witness})' if view.witness else ''}"]
        return replace(paragraph(" ".join(words), voice, field="Zeugin oder Zeuge"), style="lead")

    return beside(voices, said)


def _handwritten(lines: list[str], view: ConsentView, voices: Voices) -> tuple[Block, ...]:
    """Return what was signed on the screen, as lines on paper."""
    if not view.signatures:
        return ()
    drawn = tuple(Handwriting(strokes=each, alt=voices.first.say(lines[0])) for each in view.signatures)
    return (replace(labels(voices, *([lines[0]] * len(drawn))), signed=drawn),)


def _told(view: ConsentView, voice: Phrases) -> str:
    """Return the sentences above the line: who signs, what was given, explained, repeated and interpreted."""
    day = date_in(voice, view.information_on) if view.information_on else OPEN
    sentences = [
        *(voice.say(key) for key in ("consent.guardians", "consent.young") if view.minor),
        voice.say("consent.informed", date=day),
        _explained(view, voice),
        voice.say("consent.own_words"),
        *((f"{voice.say('interpreted', name=view.interpreter)}.",) if view.interpreter else ()),
        voice.say("consent.text_counts"),
        voice.say("consent.copy"),
    ]
    return " ".join(sentences)


def _explained(view: ConsentView, voice: Phrases) -> str:
    language = language_name(view.explained_in, voice.language) if view.explained_in else ""
    return voice.say("consent.explained", name=view.explained_by or OPEN, language=language or OPEN)


def _slip(view: ConsentView, voices: Voices) -> Iterator[Block]:
    yield voices.line("withdrawal.lead", phone=view.phone)

    def one(voice: Phrases) -> dict[str, str]:
        return {"scope": voice.say(f"consent_scope.{view.scope}"), "recipient": view.recipient or OPEN}

    date = f"{view.given_on:%d.%m.%Y}" if view.given_on else OPEN
    yield from boxes(voices, "withdrawal.all")
    yield from boxes(voices, "withdrawal.one", params=lambda voice: {**one(voice), "date": date})
    yield voices.line("withdrawal.no_reason")
    yield voices.line("withdrawal.effect")
    yield Together((voices.line("withdrawal.support"), labels(voices, "sign.person")))
    yield Gap(8)
    yield voices.line("withdrawal.received", date=OPEN, style="small")
