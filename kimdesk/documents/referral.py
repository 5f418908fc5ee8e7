"""The letter with which a family is referred to another body: only what a consent covers."""

from __future__ import annotations

from collections.abc import Iterator

from kimdesk.documents.blocks import Block, Document, Paragraph, Run, Together
from kimdesk.documents.letters import letter_of
from kimdesk.documents.papers import beside, boxes, labels, listed, part, ruled
from kimdesk.documents.voices import Voices, as_written
from kimdesk.domain.views.letters import ReferralView
from kimdesk.domain.views.papers import PersonLine
from kimdesk.text.cldr import language_name
from kimdesk.text.phrases import Phrases


def referral(view: ReferralView, voices: Voices) -> Document:
    """Return the letter with a slip for the body's answer."""
    name = view.family_name or view.case_number
    subject = tuple(voice.say("referral.subject", name=name) for voice in voices.all)
    return letter_of(view, voices, "referral", subject, _blocks(view, voices), _answer(voices))


def _blocks(view: ReferralView, voices: Voices) -> Iterator[Block]:
    yield voices.line("referral.lead")
    yield from (_person(person, voices) for person in view.persons)
    concern = [voices.line(f"life_domain.{view.domain}")] if view.domain else []
    concern += [as_written(view.concern, field="Anliegen")] if view.concern else []
    yield from part(voices, "referral.concern", *concern)
    yield from part(voices, "referral.wish", *([as_written(view.wish, field="Wunsch")] if view.wish else []))
    done = [as_written(each.text, field="Maßnahme") for each in view.done]
    yield from part(voices, "referral.done", *listed(done))
    reach = [as_written(line, field="Anschrift und Telefon") for line in view.reach]
    yield from part(voices, "referral.reach", *reach)
    yield voices.line("referral.direct")
    if view.consent_on is not None:
        yield voices.line("referral.consent", date=view.consent_on)
    yield voices.line("referral.use_only")
    yield voices.line("referral.family_copy")


def _person(person: PersonLine, voices: Voices) -> Block:
    def line(_k: int, voice: Phrases) -> Paragraph:
        runs = (Run(person.name, bold=True), Run("".join(f", {fact}" for fact in _facts(person, voice))))
        return Paragraph(runs=runs, language=voice.language, field="Name")

    return beside(voices, line)


def _facts(person: PersonLine, voice: Phrases) -> Iterator[str]:
    if person.role:
        yield voice.say(f"family_role.{person.role}")
    if person.languages:
        names = [language_name(code, voice.language) or code for code in person.languages]
        yield voice.say("referral.speaks", languages=voice.listed(names))
    if person.interpreter_needed:
        yield voice.say("referral.needs_interpreter").rstrip(".")


def _answer(voices: Voices) -> Iterator[Block]:
    answers = boxes(voices, *(f"referral.answer_{key}" for key in ("taken", "appointment", "not")))
    signed = labels(voices, "label.date", "label.name")
    yield Together((voices.section("referral.answer"), *answers, *ruled(1), signed))
