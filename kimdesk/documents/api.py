"""What others ask of documents: a view and languages in, a finished PDF in memory out. Nothing is written to disk."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Document
from kimdesk.documents.engine.look import COMPACT, NORMAL
from kimdesk.documents.plan import Edition, plan
from kimdesk.documents.recovery import recovery
from kimdesk.documents.render import Pdf, render
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import load_voices
from kimdesk.domain.views.documents import PlanView, RecoverySheetView, VisitView
from kimdesk.text.phrases import SHIPPED, Phrasebook, shipped_languages
from kimdesk.text.shaping import Faces, load_faces

__all__ = ["Edition", "Faces", "Pdf", "load_faces", "plan_pdf", "recovery_pdf", "shipped_languages", "visit_pdf"]

FAMILY_PAGES = 2
FAMILY_TRIES = ((NORMAL, None), (COMPACT, None), (COMPACT, 2), (COMPACT, 1), (COMPACT, 0))
"""How the family edition is kept short: look, and the number of next steps shown for each goal (None: all)."""


def plan_pdf(
    view: PlanView,
    *,
    languages: tuple[str, ...],
    edition: Edition,
    faces: Faces | None = None,
    book: Phrasebook = SHIPPED,
) -> Pdf:
    """Return the plan; the family edition never has more than two pages.

    Where it would, it is set tighter, then shows each goal's next two steps, one, or none, and says so; a goal is
    never left out. Raises UserProblem document.unprintable, document.language_not_yet, or document.too_long where
    the goals' wording alone does not fit.
    """
    faces = faces or load_faces()
    voices = load_voices(languages, "plan", book)
    if edition == "full":
        return _render(plan(view, voices, edition), faces)
    for look, steps in FAMILY_TRIES:
        found = render(plan(view, voices, edition, steps=steps), faces=faces, look=look, limit=FAMILY_PAGES)
        if found is not None:
            return found
    raise UserProblem("document.too_long", pages=FAMILY_PAGES)


def visit_pdf(
    view: VisitView, *, languages: tuple[str, ...], faces: Faces | None = None, book: Phrasebook = SHIPPED
) -> Pdf:
    """Return the visit summary for the family; errors as for the plan."""
    return _render(visit(view, load_voices(languages, "visit", book)), faces or load_faces())


def recovery_pdf(view: RecoverySheetView, *, languages: tuple[str, ...] = ("de",), faces: Faces | None = None) -> Pdf:
    """Return the recovery sheet in the first of the languages."""
    return _render(recovery(view, load_voices(languages[:1], "recovery")), faces or load_faces())


def _render(tree: Document, faces: Faces) -> Pdf:
    found = render(tree, faces=faces)
    assert found is not None
    return found
