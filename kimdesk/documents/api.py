"""What others ask of documents: a view and languages in, a finished PDF in memory out. Nothing is written to disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from kimdesk.base.errors import UserProblem
from kimdesk.documents.access import access, correction
from kimdesk.documents.aloud import aloud
from kimdesk.documents.assessing import assessment, genogram, network
from kimdesk.documents.blocks import Document, NewPage, charts
from kimdesk.documents.briefing import briefing
from kimdesk.documents.closing import aftercare, closing
from kimdesk.documents.conference import conference, minutes
from kimdesk.documents.consents import consent, release, withdrawal
from kimdesk.documents.engine.finish import protected
from kimdesk.documents.engine.look import COMPACT, TIGHT, Look
from kimdesk.documents.fridge import fridge
from kimdesk.documents.guarding import case_summary, youth_notice
from kimdesk.documents.handbook import handbook
from kimdesk.documents.incident import incident
from kimdesk.documents.information import information
from kimdesk.documents.letters import invitation, letter
from kimdesk.documents.manner import PLAIN, Manner, Mark, Variant
from kimdesk.documents.plan import Edition, plan
from kimdesk.documents.plan_changes import plan_changes, told
from kimdesk.documents.recovery import recovery
from kimdesk.documents.referral import referral
from kimdesk.documents.render import Pdf, render
from kimdesk.documents.turned import turned
from kimdesk.documents.visit import visit
from kimdesk.documents.visit_sheet import visit_sheet
from kimdesk.documents.voices import EASY_GERMAN, Voices, load_voices
from kimdesk.domain.handbook import HandbookPage
from kimdesk.domain.views.documents import PlanView, RecoverySheetView, VisitView
from kimdesk.domain.views.papers import AppointmentLine, FridgeView, PaperView
from kimdesk.domain.views.plan_changes import PlanChangesView, Told
from kimdesk.domain.views.turned import TurnedPlan
from kimdesk.text.phrases import SHIPPED, Phrasebook, shipped_languages
from kimdesk.text.shaping import Faces, load_faces

__all__ = ["EASY_GERMAN", "PAPERS", "Edition", "Faces", "Manner", "Mark", "Pdf", "Variant", "fridge_pdf",
           "handbook_paper", "load_faces", "paper_pdf", "plan_pdf", "protected", "recovery_pdf", "shipped_languages",
           "visit_pdf"]  # fmt: skip

PAPERS: Mapping[str, Callable[[Any, Voices], Document]] = MappingProxyType(
    {
        "access": access,
        "aftercare": aftercare,
        "aloud": aloud,
        "assessment": assessment,
        "briefing": briefing,
        "case_summary": case_summary,
        "closing": closing,
        "conference": conference,
        "consent": consent,
        "correction": correction,
        "fridge": fridge,
        "genogram": genogram,
        "incident": incident,
        "information": information,
        "invitation": invitation,
        "letter": letter,
        "minutes": minutes,
        "network": network,
        "referral": referral,
        "plan_changes": plan_changes,
        "release": release,
        "visit_sheet": visit_sheet,
        "withdrawal": withdrawal,
        "youth_notice": youth_notice,
    }
)
"""Papers by their name in documents.toml, each a function from its view and the languages to blocks."""
ONE_PAGE = (
    "aftercare", "briefing", "case_summary", "closing", "conference", "consent", "correction", "incident", "invitation",
    "letter", "minutes", "referral", "release", "visit_sheet", "withdrawal",
)  # fmt: skip
SHORT: Mapping[str, int] = MappingProxyType({**dict.fromkeys(ONE_PAGE, 1), "information": 2})
"""Papers that are set tighter where they would take more pages than this."""
FEW = 6
"""Up to so many pages a document is set closer where that saves one."""
PICTURES = (1.0, 0.85, 0.7)
"""Which part of their usual size pictures take at least where that saves a page."""
FRIDGE_STEPS = (5, 4, 3, 2, 1)
FAMILY_STEPS = (None, 2, 1, 0)
"""How the family edition is kept short: the number of next steps shown for each goal (None: all)."""


def plan_pdf(
    view: PlanView,
    *,
    languages: tuple[str, ...],
    edition: Edition,
    faces: Faces | None = None,
    book: Phrasebook = SHIPPED,
    manner: Manner = PLAIN,
) -> Pdf:
    """Return the plan; the family edition never has more than two pages (four in big type).

    Where it would, it is set tighter, then shows each goal's next two steps, one, or none, and says so; a goal is
    never left out. Raises UserProblem document.unprintable, document.language_not_yet, document.not_in_language, or
    document.too_long where the goals' wording alone does not fit.
    """
    faces = faces or load_faces()
    voices = load_voices(manner.languages(languages), "plan", book)
    if edition == "full":
        return _render(plan(view, voices, edition), voices, faces, manner)
    tries: list[tuple[Look, int | None]] = [(look, None) for look in manner.looks]
    tries += [(manner.looks[-1], steps) for steps in FAMILY_STEPS[1:]]
    for look, steps in tries:
        tree = manner.dressed(plan(view, voices, edition, steps=steps), voices, faces)
        found = render(tree, faces=faces, look=look, limit=manner.family_pages)
        if found is not None:
            return _shorter(found, tree, faces, manner.looks[1])
    raise UserProblem("document.too_long", pages=manner.family_pages)


def visit_pdf(
    view: VisitView,
    *,
    languages: tuple[str, ...],
    faces: Faces | None = None,
    book: Phrasebook = SHIPPED,
    manner: Manner = PLAIN,
) -> Pdf:
    """Return the visit summary for the family; errors as for the plan."""
    voices = load_voices(manner.languages(languages), "visit", book)
    return _render(visit(view, voices), voices, faces or load_faces(), manner)


def paper_pdf(
    document: str,
    view: PaperView,
    *,
    languages: tuple[str, ...],
    faces: Faces | None = None,
    book: Phrasebook = SHIPPED,
    manner: Manner = PLAIN,
) -> Pdf:
    """Return any other paper of a case, by its name in documents.toml; errors as for the plan."""
    if isinstance(view, FridgeView):
        return fridge_pdf(view, languages=languages, faces=faces, book=book, manner=manner)
    voices = load_voices(manner.languages(languages), document, book)
    faces, tree = faces or load_faces(), PAPERS[document](view, voices)
    if document in SHORT and manner.variant == "normal":
        pages, dressed = SHORT[document] + (NewPage() in tree.blocks), manner.dressed(tree, voices, faces)
        sparing = replace(TIGHT, sparing=True)
        tries = ((manner.look, pages), (COMPACT, pages), (TIGHT, pages), (sparing, pages), (COMPACT, 0))
        made = (render(dressed, faces=faces, look=look, limit=limit) for look, limit in tries)
        return next(filter(None, made))
    return _render(tree, voices, faces, manner)


def fridge_pdf(
    view: FridgeView,
    *,
    languages: tuple[str, ...],
    faces: Faces | None = None,
    book: Phrasebook = SHIPPED,
    manner: Manner = PLAIN,
) -> Pdf:
    """Return the sheet for the fridge, never more than one page (two in big type); what does not fit is said."""
    faces = faces or load_faces()
    voices = load_voices(manner.languages(languages), "fridge", book)
    pages = 1 if manner.variant == "normal" else 2
    tries = [(look, steps) for look in manner.looks for steps in (None, *FRIDGE_STEPS)]
    for look, steps in sorted(tries, key=lambda each: (each[1] is not None, -(each[1] or 0))):
        tree = manner.dressed(fridge(view, voices, steps=steps), voices, faces)
        found = render(tree, faces=faces, look=look, limit=pages)
        if found is not None:
            return _shorter(found, tree, faces, manner.looks[1])
    raise UserProblem("document.too_long", pages=pages)


def plan_changes_told(view: PlanChangesView, language: str) -> Told:
    """Return two versions of a plan compared in the sentences of one language, those the paper prints."""
    return told(view, load_voices((language,), "plan_changes").first)


def turned_plan(
    name: str,
    plan: PlanView | None,
    appointments: tuple[AppointmentLine, ...],
    *,
    language: str,
    book: Phrasebook = SHIPPED,
    phone: str = "",
) -> TurnedPlan:
    """Return a plan as the screen says it to one person; errors as for the plan."""
    voice = load_voices((language,), None, book).first
    return turned(name, plan, appointments, voice, phone=phone)


def recovery_pdf(view: RecoverySheetView, *, languages: tuple[str, ...] = ("de",), faces: Faces | None = None) -> Pdf:
    """Return the recovery sheet in the first of the languages."""
    voices = load_voices(languages[:1], "recovery")
    return _render(recovery(view, voices), voices, faces or load_faces(), PLAIN)


def handbook_paper(pages: Sequence[HandbookPage], day: dt.date, language: str, faces: Faces | None = None) -> Pdf:
    """Return pages of the handbook, which are written in one language."""
    voices = load_voices((language,), "handbook")
    return _render(handbook(pages, day, voices), voices, faces or load_faces(), PLAIN)


def _render(tree: Document, voices: Voices, faces: Faces, manner: Manner) -> Pdf:
    """Return a document of any length; one of a few pages is set closer where that saves a page."""
    dressed = manner.dressed(tree, voices, faces)
    usual, closer = manner.looks
    found = render(dressed, faces=faces, look=usual)
    assert found is not None
    return _shorter(found, dressed, faces, closer)


def _shorter(found: Pdf, tree: Document, faces: Faces, closer: Look) -> Pdf:
    """Return a document of a few pages set closer, with smaller pictures where it has some, if that saves a page."""
    if not 1 < found.pages <= FEW:
        return found
    sizes = PICTURES if any(charts(tree.blocks)) else (1.0,)
    tries = (render(tree, faces=faces, look=replace(closer, pictures=size), limit=found.pages - 1) for size in sizes)
    return next(filter(None, tries), found)
