"""Every document in every language and edition that we ship, as tree and as file; a few of them in every run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from kimdesk.casework.handbook import handbook_pages
from kimdesk.documents.api import (
    PAPERS,
    Faces,
    Pdf,
    handbook_paper,
    paper_pdf,
    plan_pdf,
    recovery_pdf,
    shipped_languages,
    visit_pdf,
)
from kimdesk.documents.blocks import Document
from kimdesk.documents.engine.look import EASY, LARGE, NORMAL, Look
from kimdesk.documents.handbook import handbook
from kimdesk.documents.manner import PLAIN, Manner, Variant
from kimdesk.documents.plan import Edition, plan
from kimdesk.documents.recovery import recovery
from kimdesk.documents.render import render
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import EASY_GERMAN, Voices, load_voices
from kimdesk.domain.views.documents import PlanView, RecoverySheetView, VisitView
from kimdesk.domain.views.papers import PaperView
from kimdesk.text.direction import script_of_language
from kimdesk.text.phrases import for_families, languages_for
from tests.documents.ending_samples import ENDINGS
from tests.documents.letter_samples import LETTERS
from tests.documents.paper_samples import SAMPLES as OTHER_SAMPLES
from tests.documents.pieces import document, every_block, letter_top, letterhead
from tests.documents.pseudo import LIKE, V, beside_german, pseudo, translated
from tests.documents.samples import PLAN, RECOVERY, VISIT, D, long_plan

LONG = "Wir finden gemeinsam heraus, welche Unterlagen noch fehlen, und bringen sie zum Amt."
LONG_TRANSLATION = "Заедно ще разберем кои документи още липсват и ще ги занесем в службата."
OTHERS = [language for language in shipped_languages() if language not in ("de", EASY_GERMAN)]
LANGUAGES = [("de",), ("en",), *(("de", other) for other in OTHERS)]
EVERYDAY = frozenset((("de",), ("en",), ("de", "bg"), ("de", "ar")))
"""Languages of the documents looked at in every run; all others are slow."""
SIGNED = replace(PLAN, state="signed", signature_form="screen", signed_on=D(2026, 11, 23))
DRAFT = replace(PLAN, state="draft", review_date=None, wish=None, interpreter=None, participants=())
MANY = long_plan(8, 6, LONG, LONG_TRANSLATION)
RTL_NAMES = replace(
    VISIT, present=("محمد الأحمد", "Dalia (داليا)", "ትዕግስት", "אסתר"), agreements=(), next_appointment=None
)
VARIANTS: tuple[Variant, ...] = ("large", "easy") if EASY_GERMAN in shipped_languages() else ("large",)
LEGAL = ("consent", "information", "release")
"""Refused in easy German while its words wait for their review: it would not stand beside the German."""
SAMPLES = {**OTHER_SAMPLES, **LETTERS, **ENDINGS}
INVENTED = ("ar", "ckb", "he", "hi", "ti")


@dataclass(frozen=True)
class Case:
    """One document: its name, its languages, its tree and how it is printed."""

    name: str
    languages: tuple[str, ...]
    tree: Callable[[], Document]
    pdf: Callable[[Faces], Pdf]
    everyday: bool


def in_own_script(view: V, languages: tuple[str, ...]) -> V:
    """Return a view whose free text is translated into letters of the second language."""
    other = languages[-1]
    return view if other in ("de", "en", "bg", EASY_GERMAN) else translated(view, LIKE[script_of_language(other)])


def _plan(view: PlanView, edition: Edition, state: str, languages: tuple[str, ...], manner: Manner = PLAIN) -> Case:
    printed_in = manner.languages(languages)
    return Case(
        f"plan {edition} {state} {'+'.join(languages)}{_named(manner)}",
        printed_in,
        lambda: plan(view, load_voices(printed_in, "plan"), edition),
        lambda faces: plan_pdf(view, languages=languages, edition=edition, faces=faces, manner=manner),
        languages in EVERYDAY and manner == PLAIN,
    )


def _visit(view: VisitView, name: str, languages: tuple[str, ...], manner: Manner = PLAIN) -> Case:
    printed_in = manner.languages(languages)
    return Case(
        f"{name} {'+'.join(languages)}{_named(manner)}",
        printed_in,
        lambda: visit(view, load_voices(printed_in, "visit")),
        lambda faces: visit_pdf(view, languages=languages, faces=faces, manner=manner),
        languages in EVERYDAY and manner == PLAIN,
    )


def _paper(name: str, document: str, view: PaperView, languages: tuple[str, ...], manner: Manner = PLAIN) -> Case:
    printed_in = manner.languages(languages)
    return Case(
        f"{name} {'+'.join(languages)}{_named(manner)}",
        printed_in,
        lambda: PAPERS[document](view, load_voices(printed_in, document)),
        lambda faces: paper_pdf(document, view, languages=languages, faces=faces, manner=manner),
        languages in EVERYDAY and manner == PLAIN,
    )


def _papers(languages: tuple[str, ...]) -> Iterable[Case]:
    """Yield the other papers; those of the desk in one language, all others in every language that has their words."""
    for name, (kind, view) in SAMPLES.items():
        known = set(languages) <= {*languages_for(kind)}
        if not known or (len(languages) > 1 and not for_families(kind)):
            continue
        view = in_own_script(view, languages)  # noqa: PLW2901 - the same paper
        yield _paper(name, kind, view, languages)
        yield _paper(name, kind, view, languages, Manner(variant="large"))
        if kind not in LEGAL and for_families(kind) and EASY_GERMAN in languages_for(kind):
            yield _paper(name, kind, view, languages, Manner(variant="easy"))


def _named(manner: Manner) -> str:
    return "" if manner == PLAIN else f" {manner.variant}"


def _recovery(view: RecoverySheetView, languages: tuple[str, ...]) -> Case:
    return Case(
        f"recovery {'+'.join(languages)}",
        languages[:1],
        lambda: recovery(view, load_voices(languages[:1], "recovery")),
        lambda faces: recovery_pdf(view, languages=languages, faces=faces),
        languages in EVERYDAY,
    )


def _handbook(language: str, key: str) -> Case:
    pages = [page for page in handbook_pages(language) if key in {"", page.key}]  # type: ignore[arg-type] # de or en
    return Case(
        f"handbook {key or 'whole'} {language}",
        (language,),
        lambda: handbook(pages, D(2026, 11, 22), load_voices((language,), "handbook")),
        lambda faces: handbook_paper(pages, D(2026, 11, 22), language, faces),
        everyday=True,
    )


def _shipped(languages: tuple[str, ...]) -> Iterable[Case]:
    views = {"agreed": PLAN, "signed": SIGNED, "draft": DRAFT}
    if len(languages) > 1:
        views["many"] = MANY
    for state, view in views.items():
        for edition in ("family", "full"):
            yield _plan(in_own_script(view, languages), edition, state, languages)
    yield _visit(in_own_script(VISIT, languages), "visit", languages)
    yield _visit(RTL_NAMES, "visit names", languages)
    for variant in VARIANTS:
        manner = Manner(variant=variant)
        for edition in ("family", "full"):
            yield _plan(in_own_script(PLAN, languages), edition, "agreed", languages, manner)
        yield _visit(in_own_script(VISIT, languages), "visit", languages, manner)
    if len(languages) == 1:
        yield _recovery(RECOVERY, languages)
        yield _handbook(languages[0], "")
        yield _handbook(languages[0], "council")


def _invented(language: str) -> Iterable[Case]:
    """Yield documents in an invented language alone and beside German."""
    tree: Callable[[Voices], Document]
    for kind, voices in (("alone", Voices((pseudo(language),))), ("beside", beside_german(language))):
        for name, tree in (
            ("plan", lambda v: plan(translated(PLAN, language), v, "full")),
            ("visit", lambda v: visit(translated(RTL_NAMES, language), v)),
            ("recovery", lambda v: recovery(RECOVERY, Voices(v.all[-1:]))),
        ):
            if kind == "beside" and name == "recovery":
                continue
            yield Case(
                f"{name} {kind} x-{language}",
                voices.languages if name != "recovery" else (language,),
                lambda v=voices, t=tree: t(v),
                lambda faces, v=voices, t=tree: _rendered(t(v), faces),
                language in ("ar", "hi", "ti"),
            )


def _rendered(tree: Document, faces: Faces, look: Look = NORMAL) -> Pdf:
    found = render(tree, faces=faces, look=look)
    assert found is not None
    return found


def _pieces() -> Iterable[Case]:
    """Yield documents made of every kind of block."""
    mark = "Entwurf – nicht unterschreiben"
    for language in ("de", "ar"):
        own = "ar" if language == "ar" else None
        tops = (("letter", (letter_top(),)), ("blocks", ()))
        for name, top in tops:
            tree = document(*top, *every_block(own), language=language, mark=mark, head=letterhead())
            for look_name, look in (("", NORMAL), (" large", LARGE), (" easy", EASY)):
                yield Case(
                    f"{name} x-{language}{look_name}",
                    (language, "ar"),
                    lambda t=tree: t,
                    lambda faces, t=tree, look=look: _rendered(t, faces, look),
                    not look_name,
                )


CASES = {
    case.name: case
    for cases in (*map(_shipped, LANGUAGES), *map(_papers, LANGUAGES), *map(_invented, INVENTED), _pieces())
    for case in cases
}  # fmt: skip
GATE = frozenset(CASES) & frozenset(
    (
        "plan family agreed de+bg", "plan full many de+bg", "plan family draft en", "plan full signed de",
        "visit de+bg", "visit names de", "recovery de", "plan alone x-ar", "visit beside x-ar", "plan beside x-hi",
        "plan beside x-ti", "letter x-de", "blocks x-ar", "handbook whole de",
        *(f"{name} {how}" for name in SAMPLES for how in ("de", "de+ar")),
    )
)  # fmt: skip
"""The documents that veraPDF is asked about in every run."""
SHIPPED = [name for name in CASES if " x-" not in name]


def names(wanted: Callable[[Case], bool] = lambda case: True, *, every_day: frozenset[str] | None = None) -> list[Any]:
    """Return the names of documents as parameters of a test; those not looked at every day are slow."""
    chosen = frozenset(case.name for case in CASES.values() if case.everyday) if every_day is None else every_day
    return [
        pytest.param(case.name, marks=() if case.name in chosen else pytest.mark.slow)
        for case in CASES.values()
        if wanted(case)
    ]


@cache
def printed(name: str, faces: Faces) -> Pdf:
    """Return a document as file, laid out once for all tests of a run."""
    return CASES[name].pdf(faces)
