"""Structural observations: preset from a note, kept only where no known name stands in them."""

from __future__ import annotations

import datetime as dt

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, exchange, observations
from kimdesk.casework.desk import Desk
from kimdesk.casework.observations import Preset, Written
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import StructuralObservation
from kimdesk.domain.values import Value

TEXT = "Termine gibt es nur über eine App."


def write(desk: Desk, kind: str, **values: Value) -> RecordId:
    record = new_id(desk.clock)
    desk.apply(Create(kind, record, values))
    return record


def kept(desk: Desk) -> list[StructuralObservation]:
    return list(observations.every(desk))


def contact(desk: Desk, family: RecordId, **values: Value) -> RecordId:
    return write(desk, "contact", case=family, date=dt.date(2026, 11, 12), **values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"topics": frozenset({Code("housing")}), "place": "Jobcenter"}, Preset(topic="housing", actor="jobcenter")),
        ({"observation": "Die Beratungsstelle am Markt rief an."}, Preset(actor="mbe")),
        ({"observation": "Erst Familienkasse, dann Jobcenter."}, Preset(actor="family_benefits")),
        ({"family_says": "Alles gut."}, Preset()),
    ],
)
def test_a_note_presets_topic_and_body_and_nothing_else(
    desk: Desk, family: RecordId, values: dict[str, Value], expected: Preset
) -> None:
    write(desk, "partner", name="Beratungsstelle am Markt", partner_type=Code("mbe"))
    assert observations.preset(desk, contact(desk, family, **values)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elena bekam keinen Termin.", ("Elena",)),
        ("Das sagt auch Elenas Schwester, und ЕЛЕНА selbst.", ("Elenas", "ЕЛЕНА")),
        ("Siehe KD 2026 0001.", ("KD-2026-0001",)),
        ("Frau Kemper sagt das auch.", ("Kemper",)),
        ("Eine Frau mit Kind wartet.", ()),
        (TEXT, ()),
    ],
)
def test_known_names_and_case_numbers_are_found_as_they_stand_there(
    desk: Desk, family: RecordId, text: str, found: tuple[str, ...]
) -> None:
    body = write(desk, "partner", name="Beratungsstelle")
    write(desk, "partner_person", partner=body, name="Frau Kemper")
    assert observations.known_in(desk, text) == found
    assert family


@pytest.mark.parametrize("where", ["text", "proposal", "answer"])
def test_nothing_with_a_known_name_is_kept(desk: Desk, family: RecordId, where: str) -> None:
    written = {"topic": "work", "text": TEXT, where: "Elena wartet."}
    with pytest.raises(UserProblem) as refused:
        observations.save(desk, Written(**written))  # type: ignore[arg-type] # names of the class's own
    assert (refused.value.code, refused.value.params["names"]) == ("observation.names_found", "Elena")
    assert kept(desk) == []
    assert family


@pytest.mark.parametrize("written", [Written(text=TEXT), Written(topic="work"), Written(topic="work", text="  ")])
def test_a_sentence_and_a_topic_are_needed(desk: Desk, written: Written) -> None:
    with pytest.raises(UserProblem, match="incomplete"):
        observations.save(desk, written)


def test_it_is_kept_without_a_family_reworded_answered_and_undone(desk: Desk, family: RecordId) -> None:
    observations.save(desk, Written(topic="work", text=TEXT, actor="jobcenter", frequency="often"))
    (made,) = kept(desk)
    assert (made.date, made.description, made.actor_type, made.frequency) == (desk.today, TEXT, "jobcenter", "often")
    assert desk.query.kind_of_case(desk.services.registry[observations.KIND], family) == ()
    assert exchange.names_in(desk, made) == ()
    answered = Written(topic="work", text=TEXT, actor="jobcenter", answer="Ab März auch am Telefon.")
    observations.save(desk, answered, made.id)
    (now,) = kept(desk)
    assert (now.answer, now.frequency) == ("Ab März auch am Telefon.", None)
    assert not observations.save(desk, answered, made.id).records
    editing.undo(desk)
    assert kept(desk) == [made]
