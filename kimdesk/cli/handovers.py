"""Taking over a case that a colleague hands over: shown first, taken once somebody agreed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kimdesk.casework import taking_over
from kimdesk.casework.desk import Desk
from kimdesk.cli.call import Call
from kimdesk.domain.views.handover import ArrivedCase


def take_over(call: Call, desk: Desk, path: Path) -> None:
    """Show what a hand-over holds, ask, and take it; raises what `taking_over.preview` and `take` raise."""
    seen = taking_over.preview(desk, path)
    call.confirm(_lines(call, desk, seen), call.text("Fall übernehmen? [j/N] ", "Take the case over? [y/N] "))
    taking_over.take(desk, path)
    call.answer(
        {"status": "taken_over", "case_number": seen.own_number, "from": seen.giver, "family_told": seen.family_told},
        [
            call.text(
                f"Fall {seen.own_number} ist übernommen von {seen.giver}.",
                f"Case {seen.own_number} was taken over from {seen.giver}.",
            )
        ],
    )


def _lines(call: Call, desk: Desk, seen: ArrivedCase) -> Iterator[str]:
    """Yield what one sees before it is taken; never a word of child protection."""
    yield call.text(f"Von: {seen.giver}, Träger „{seen.provider}“", f"From: {seen.giver}, provider “{seen.provider}”")
    yield call.text(f"Die acht Wörter dort: {seen.words}", f"The eight words there: {seen.words}")
    yield call.text(f"Fall: {seen.case_number}", f"Case: {seen.case_number}")
    if seen.own_number != seen.case_number:
        yield call.text(f"Nummer hier: {seen.own_number}", f"Number here: {seen.own_number}")
    yield call.text(f"Wer dazugehört: {', '.join(seen.persons)}", f"Who belongs to it: {', '.join(seen.persons)}")
    registry = desk.services.registry
    counts = ", ".join(f"{registry[name].label(call.lang)} {number}" for name, number in seen.counts)
    yield call.text(f"Was mitkommt: {counts}", f"What comes along: {counts}")
    told = call.text("ja", "yes") if seen.family_told else call.text("noch nicht", "not yet")
    reason = f": {seen.reason}" if seen.reason and not seen.family_told else ""
    yield call.text(f"Weiß die Familie davon? {told}{reason}", f"Does the family know? {told}{reason}")
