"""What documents say and never say (protection.md), read from the block trees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import (
    Beside,
    Block,
    SignatureLines,
    Table,
    Together,
    paragraphs,
    plain,
    to_text,
)
from kimdesk.documents.plan import plan
from kimdesk.documents.recovery import recovery
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import load_voices
from kimdesk.domain.views.documents import GoalView, VisitView
from kimdesk.text.phrases import load_phrases
from tests.documents.every import CASES, LANGUAGES, SHIPPED, SIGNED, names
from tests.documents.samples import HOUSING, PLAN, RECOVERY, VISIT

GERMAN = load_voices(("de",))
BILINGUAL = load_voices(("de", "bg"))
VOLUNTARY = (
    "Wir haben den Plan gemeinsam besprochen. Er ist freiwillig und kein Vertrag. "
    "Sie bekommen auch ohne Unterschrift Unterstützung."
)


def signature_lines(blocks: tuple[object, ...]) -> int:
    inner = sum(signature_lines(block.blocks) for block in blocks if isinstance(block, Together))
    return inner + sum(isinstance(block, SignatureLines) for block in blocks)


def test_the_family_never_reads_that_a_goal_does_not_move() -> None:
    for languages in LANGUAGES:
        voices = load_voices(languages)
        stalled = [voice.say("goal_state.stalled") for voice in voices.all]
        family, full = to_text(plan(PLAN, voices, "family")), to_text(plan(PLAN, voices, "full"))
        assert not any(word in family for word in stalled)
        assert all(word in full for word in stalled)


def test_the_family_edition_shows_no_ratings_priorities_or_indicators() -> None:
    said = to_text(plan(PLAN, GERMAN, "family"))
    assert "Dringlichkeit" not in said
    assert "Stand:" not in said
    assert "Daran merken wir es" not in said


@pytest.mark.parametrize("edition", ["family", "full"])
def test_both_editions_hold_every_goal_and_measure(edition: str) -> None:
    said = to_text(plan(PLAN, BILINGUAL, edition))
    for goal in PLAN.goals:
        assert goal.wording in said
        assert not goal.wording_translation or goal.wording_translation in said
        assert all(measure.text in said for measure in goal.measures)


@pytest.mark.parametrize("typed", ["„Ruhe“", '"Ruhe"', "Ruhe", " „Ruhe“ "])
def test_a_wish_has_one_pair_of_quotation_marks(typed: str) -> None:
    said = to_text(plan(replace(PLAN, wish=typed), GERMAN, "family")).split("\n")
    assert "„Ruhe“" in said


def test_what_is_not_translated_says_so() -> None:
    goal = replace(HOUSING, wording_translation=None)
    assert "(все още не е преведено)" in to_text(plan(replace(PLAN, goals=(goal,)), BILINGUAL, "family"))


def test_the_sentence_above_the_line_and_the_phone_number() -> None:
    said = to_text(plan(PLAN, BILINGUAL, "family"))
    assert said.index(VOLUNTARY) < said.index("Datum, Unterschrift oder Zeichen der Familie")
    assert f"Wenn etwas nicht übereinstimmt, sagen Sie es uns bitte: {PLAN.phone}" in said
    assert "Mündlich übertragen durch Frau I. Petrova" in said
    assert "nicht unterschrieben, weil" in said
    assert "nur der deutsche Text" not in said


@pytest.mark.parametrize(("state", "lines"), [("draft", 0), ("agreed", 2), ("signed", 0)])
def test_only_an_agreed_plan_has_lines_to_sign(state: str, lines: int) -> None:
    assert signature_lines(plan(replace(PLAN, state=state), GERMAN, "family").blocks) == lines


def test_a_draft_claims_no_agreement() -> None:
    assert VOLUNTARY not in to_text(plan(replace(PLAN, state="draft"), GERMAN, "full"))


def test_a_draft_says_so_in_text_and_on_every_page() -> None:
    tree = plan(replace(PLAN, state="draft"), BILINGUAL, "family")
    assert "Entwurf · Familie Dimitrov" in to_text(tree)
    assert "Entwurf" in tree.frame.left
    assert "Entwurf" not in to_text(plan(PLAN, BILINGUAL, "family"))


def test_a_signed_plan_tells_when_and_how() -> None:
    assert "Vereinbart am 23.11.2026, auf dem Bildschirm unterschrieben." in to_text(plan(SIGNED, GERMAN, "full"))


@pytest.mark.parametrize(
    ("title", "said"),
    [("support_plan", "Unterstützungsplan"), ("help_plan", "Hilfeplan"), ("integration_plan", "Integrationsplan")],
)
def test_the_plans_name_is_a_setting(title: str, said: str) -> None:
    assert to_text(plan(replace(PLAN, title=title), GERMAN, "family")).startswith(said + "\n")


PAPERS = names(lambda case: case.name in SHIPPED)


@pytest.mark.parametrize("name", PAPERS)
def test_edges_of_every_page(name: str) -> None:
    frame = CASES[name].tree().frame
    for language in CASES[name].languages:  # the handbook may be read by everybody
        said = load_phrases(language).say("page.confidential")
        assert (said in frame.foot) is not name.startswith("handbook")
    assert "{page}" in frame.page_of
    assert "{pages}" in frame.page_of
    if not name.startswith(("recovery", "case summary", "incident", "handbook")):
        assert frame.right == "KD-2026-0017 · E. D."


@pytest.mark.parametrize("name", PAPERS)
def test_unreviewed_phrases_are_marked(name: str) -> None:
    tree, languages = CASES[name].tree(), CASES[name].languages
    german = load_phrases(languages[0])
    waiting = [language for language in languages if load_phrases(language).drafts()]
    note = german.say("draft.translation", language="").strip()
    assert to_text(tree).count(note) == len(waiting)
    assert (german.say("draft.translation_short") in tree.frame.foot) == bool(waiting)


@pytest.mark.parametrize("name", names(lambda case: len(case.languages) == 2 and "x-" not in case.name))
def test_both_columns_have_the_same_blocks_and_none_is_empty(name: str) -> None:
    for block in every_block(CASES[name].tree().blocks):
        if isinstance(block, Beside):
            assert len({len(column) for column in block.columns}) == 1
            assert all(to_plain_block(part) for column in block.columns for part in column)
        elif isinstance(block, Table) and {cell.language for cell in block.head} == set(CASES[name].languages):
            for row in block.rows:
                assert len({len(cell.blocks) for cell in row}) == 1
                assert all(to_plain_block(part) for cell in row for part in cell.blocks)


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Together):
            yield from every_block(block.blocks)


def to_plain_block(block: Block) -> str:
    return "".join(plain(part) for part in paragraphs((block,))).strip()


def test_the_visit_summary_has_no_place_for_an_assessment_and_no_signature() -> None:
    assert not {"assessment", "observation", "minutes"} & {field.name for field in fields(VisitView)}
    assert "rating" not in {field.name for field in fields(GoalView)}
    tree = visit(VISIT, BILINGUAL)
    assert signature_lines(tree.blocks) == 0
    assert "Unterschrift" not in to_text(tree)


def test_the_visit_summary_says_what_was_said_agreed_and_comes_next() -> None:
    said = to_text(visit(VISIT, GERMAN))
    for text in (*VISIT.family_says, *VISIT.documents_seen, *(one.text for one in VISIT.agreements), "03.12.2026"):
        assert text in said


def test_a_visit_with_nothing_in_it_is_still_a_document() -> None:
    bare = replace(
        VISIT, form=None, place=None, present=(), interpreter=None, topics=(), family_says=(), agreements=(),
        documents_seen=(), next_appointment=None,
    )  # fmt: skip
    said = to_text(visit(bare, BILINGUAL))
    assert "Es wurde nichts Neues vereinbart." in said
    assert "Gesehen" not in said


def test_the_recovery_sheet_shows_each_group_once_with_its_number() -> None:
    tree = recovery(RECOVERY, GERMAN)
    lines = to_text(tree).split("\n")
    for k, group in enumerate(RECOVERY.groups, start=1):
        assert lines[lines.index(group) - 1] == str(k)
        assert lines.count(group) == 1


def test_side_by_side_tables_have_the_same_numbers_in_both_columns() -> None:
    goals = [block for block in plan(PLAN, BILINGUAL, "full").blocks if isinstance(block, Together)]
    tables = [part for block in goals for part in block.blocks if isinstance(part, Table) and part.head]
    assert len(tables) == len(PLAN.goals)
    for table in tables:
        german, bulgarian = (re.findall(r"\d+", to_plain(cell)) for cell in table.head)
        assert german == bulgarian != []


def to_plain(cell: object) -> str:
    return "".join(run.text for block in cell.blocks for run in block.runs)


@pytest.mark.parametrize("languages", [("xx",), ("de", "xx"), (), ("de", "de"), ("de", "bg", "en")])
def test_other_languages_are_refused(languages: tuple[str, ...]) -> None:
    with pytest.raises(UserProblem) as refused:
        load_voices(languages)
    assert refused.value.code == "document.language_not_yet"
