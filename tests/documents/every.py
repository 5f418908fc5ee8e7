"""Every document in every language and edition that we ship, as tree and as file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from kimdesk.documents.api import Faces, Pdf, plan_pdf, recovery_pdf, shipped_languages, visit_pdf
from kimdesk.documents.blocks import Document
from kimdesk.documents.plan import plan
from kimdesk.documents.recovery import recovery
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import load_voices
from tests.documents.samples import PLAN, RECOVERY, VISIT, D, long_plan

LONG = "Wir finden gemeinsam heraus, welche Unterlagen noch fehlen, und bringen sie zum Amt."
LONG_TRANSLATION = "Заедно ще разберем кои документи още липсват и ще ги занесем в службата."
LANGUAGES = [("de",), ("en",), *(("de", other) for other in shipped_languages() if other != "de")]
SIGNED = replace(PLAN, state="signed", signature_form="screen", signed_on=D(2026, 11, 23))
DRAFT = replace(PLAN, state="draft", review_date=None, wish=None, interpreter=None, participants=())
MANY = long_plan(8, 6, LONG, LONG_TRANSLATION)
RTL_NAMES = replace(
    VISIT, present=("محمد الأحمد", "Dalia (داليا)", "ትዕግስት", "אסתר"), agreements=(), next_appointment=None
)


@dataclass(frozen=True)
class Case:
    """One document: its name, its tree and how it is printed."""

    name: str
    tree: Callable[[], Document]
    pdf: Callable[[Faces], Pdf]


def _cases() -> dict[str, Case]:
    found = []
    for languages in LANGUAGES:
        tag = "+".join(languages)
        for edition in ("family", "full"):
            views = {"agreed": PLAN, "signed": SIGNED, "draft": DRAFT}
            if len(languages) > 1:
                views["many"] = MANY
            for state, view in views.items():
                found.append(
                    Case(
                        f"plan {edition} {state} {tag}",
                        lambda v=view, e=edition, ls=languages: plan(v, load_voices(ls), e),
                        lambda f, v=view, e=edition, ls=languages: plan_pdf(v, languages=ls, edition=e, faces=f),
                    )
                )
        for name, view in (("visit", VISIT), ("visit names", RTL_NAMES)):
            found.append(
                Case(
                    f"{name} {tag}",
                    lambda v=view, ls=languages: visit(v, load_voices(ls)),
                    lambda f, v=view, ls=languages: visit_pdf(v, languages=ls, faces=f),
                )
            )
        found.append(
            Case(
                f"recovery {tag}",
                lambda ls=languages: recovery(RECOVERY, load_voices(ls[:1])),
                lambda f, ls=languages: recovery_pdf(RECOVERY, languages=ls, faces=f),
            )
        )
    return {case.name: case for case in found}


CASES = _cases()


@cache
def printed(name: str, faces: Faces) -> Pdf:
    """Return a document as file, laid out once for all tests of a run."""
    return CASES[name].pdf(faces)
