"""Structural observations: written down without anybody's name, from a note or on their own, answered later."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Changes, Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.names import words
from kimdesk.domain.persons_in_text import case_numbers_found, names_found
from kimdesk.domain.records import Contact, Partner, StructuralObservation
from kimdesk.domain.values import Value
from kimdesk.store.names import every_case_number, every_name

KIND = "structural_observation"
_TITLES = frozenset({"frau", "herr", "herrn", "dr", "prof"})
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is written down; only the text and the topic are needed. Names nobody, points at no family."""

    topic: str = ""
    text: str = ""
    actor: str = ""
    frequency: str = ""
    proposal: str = ""
    answer: str = ""
    answered_on: dt.date | None = None

    def __repr__(self) -> str:
        """Show nothing: nobody has checked it yet."""
        return "<Written>"

    def texts(self) -> str:
        """Return everything somebody typed."""
        return "\n".join((self.text, self.proposal, self.answer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What an observation begins with: codes of topic and kind of body, "" where the note tells none."""

    topic: str = ""
    actor: str = ""


def preset(desk: Desk, contact: RecordId) -> Preset:
    """Return what a contact tells of topic and kind of body; not a word of it is taken over."""
    found = desk.query.get(Contact, contact)
    if found is None:
        return Preset()
    topics = [entry.code for entry in desk.reference["life_domain"].entries if entry.code in found.topics]
    texts = (found.place, found.occasion, found.others_present, found.observation, found.seen, found.family_says)
    return Preset(topic=topics[0] if topics else "", actor=_actor(desk, [text for text in texts if text]))


def _actor(desk: Desk, texts: Iterable[str]) -> str:
    """Return the kind of body whose word, or whose entry of the directory, stands in the texts first."""
    kinds = [(entry.de, entry.code) for entry in desk.reference["partner_type"].entries if entry.code != "other"]
    bodies = [(each.name, each.partner_type) for each in desk.query.every(Partner) if each.partner_type]
    for text in texts:
        said = f" {' '.join(words(text))} "
        hits = [
            (said.find(f" {' '.join(words(name))}"), code)
            for name, code in (*bodies, *kinds)
            if f" {' '.join(words(name))}" in said
        ]
        if hits:
            return min(hits)[1]
    return ""


def known_in(desk: Desk, text: str) -> tuple[str, ...]:
    """Return the known names and case numbers that stand in a text, as they stand there; belongs beside the window.

    Nothing found means "keine bekannten Namen gefunden", never that a text names nobody.
    """
    with desk.query.connection() as conn:
        registry, tables = desk.services.registry, desk.store.tables
        names = {*every_name(conn, registry, tables), desk.profile.name}
        numbers = set(every_case_number(conn, tables))
    parts = {part for name in names for part in words(name)} - _TITLES
    found = names_found(text, parts)
    said = (word for word in _WORD.findall(text) if names_found(word, found))
    return (*dict.fromkeys(said), *case_numbers_found(text, numbers))


def save(desk: Desk, written: Written, record: RecordId | None = None) -> Changes:
    """Keep a new observation of today, or the new wording of one.

    Raises UserProblem observation.incomplete, observation.names_found, record.missing.
    """
    if not (written.text.strip() and written.topic):
        raise UserProblem("observation.incomplete")
    known = known_in(desk, written.texts())
    if known:
        raise UserProblem("observation.names_found", names=", ".join(known))
    values: dict[str, Value] = {
        "topic": Code(written.topic),
        "description": written.text.strip(),
        "actor_type": Code(written.actor) if written.actor else None,
        "frequency": Code(written.frequency) if written.frequency else None,
        "proposal": written.proposal.strip() or None,
        "answer": written.answer.strip() or None,
        "answered_on": written.answered_on,
    }
    if record is None:
        return desk.apply(Create(KIND, new_id(desk.clock), {"date": desk.today, **values}))
    before = desk.query.get(StructuralObservation, record)
    if before is None:
        raise UserProblem("record.missing", kind=desk.services.registry[KIND].de)
    changed = [Set(KIND, record, name, value) for name, value in values.items() if getattr(before, name) != value]
    return desk.apply(*changed) if changed else Changes()


def every(desk: Desk) -> tuple[StructuralObservation, ...]:
    """Return all observations, the latest first."""
    return desk.query.every(StructuralObservation)[::-1]
