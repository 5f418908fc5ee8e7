"""What others ask of documents: a view and languages in, a finished PDF in memory out. Nothing is written to disk."""

from __future__ import annotations

from kimdesk.base.errors import UserProblem
from kimdesk.documents.blocks import Document
from kimdesk.documents.engine.finish import protected
from kimdesk.documents.engine.look import Look
from kimdesk.documents.manner import PLAIN, Manner, Mark, Variant
from kimdesk.documents.plan import Edition, plan
from kimdesk.documents.recovery import recovery
from kimdesk.documents.render import Pdf, render
from kimdesk.documents.visit import visit
from kimdesk.documents.voices import EASY_GERMAN, Voices, load_voices
from kimdesk.domain.views.documents import PlanView, RecoverySheetView, VisitView
from kimdesk.text.phrases import SHIPPED, Phrasebook, shipped_languages
from kimdesk.text.shaping import Faces, load_faces

__all__ = ["EASY_GERMAN", "Edition", "Faces", "Manner", "Mark", "Pdf", "Variant", "load_faces", "plan_pdf", "protected",
           "recovery_pdf", "shipped_languages", "visit_pdf"]  # fmt: skip

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
    tries: list[tuple[Look, int | None]] = [(look, None) for look in manner.family_looks]
    tries += [(manner.family_looks[-1], steps) for steps in FAMILY_STEPS[1:]]
    for look, steps in tries:
        tree = manner.dressed(plan(view, voices, edition, steps=steps), voices, faces)
        found = render(tree, faces=faces, look=look, limit=manner.family_pages)
        if found is not None:
            return found
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


def recovery_pdf(view: RecoverySheetView, *, languages: tuple[str, ...] = ("de",), faces: Faces | None = None) -> Pdf:
    """Return the recovery sheet in the first of the languages."""
    voices = load_voices(languages[:1], "recovery")
    return _render(recovery(view, voices), voices, faces or load_faces(), PLAIN)


def _render(tree: Document, voices: Voices, faces: Faces, manner: Manner) -> Pdf:
    found = render(manner.dressed(tree, voices, faces), faces=faces, look=manner.look)
    assert found is not None
    return found
